import { isDatabaseAway } from '../platform/database-away.ts'
import type { Shop } from '../shop.ts'
import { listUnsent } from './queries.ts'
import { forgetSettledLetters } from './send-account-letter.ts'
import { sendEmail, type Sending } from './send-email.ts'

// Younger ones have a job of their own that is still trying.
const patienceMinutes = 30
const atMost = 100

/**
 * Sends mails whose jobs gave up: a mail server may be broken for a weekend, and a letter that was decided is still owed. One that
 * is refused again waits for the next round.
 */
export async function sendUnsent(shop: Sending & Pick<Shop, 'db' | 'log'>): Promise<void> {
  await forgetSettledLetters(shop)
  const before = shop.clock.now().subtract({ minutes: patienceMinutes })
  let refused = 0
  for (const { id } of await listUnsent(shop.db, before, atMost)) {
    await sendEmail(shop, id).catch(async (error: unknown) => {
      // Nobody would know of what the mail server took meanwhile.
      if (await isDatabaseAway(shop.db, error)) throw error
      refused += 1
    })
  }
  if (refused > 0) shop.log.error({ refused }, 'mails are waiting and the mail server does not take them')
}
