import type { EmailId } from '@flora/contract/ids.ts'
import type { Jobs } from '../jobs.ts'
import { together } from '../platform/together.ts'
import { deleteSentWords, deleteSettledWords } from './account-letter-queries.ts'
import { keptEmailSender, type Sending } from './send-email.ts'

type Wanted = Jobs['notifications/send-email']

/**
 * Makes a sender of letters that were written: it forgets what they said as soon as they went, since their links open accounts. Those of
 * one turn are taken, marked and forgotten together.
 */
export function accountLetterSender(shop: Sending): (wanted: Wanted) => Promise<void> {
  const send = keptEmailSender(shop)
  const forget = together(async (ids: readonly EmailId[]) => {
    await shop.inTransaction((tx) => deleteSentWords(tx, ids), 'one statement')
    return new Map<EmailId, true>()
  })
  return async ({ emailId }) => {
    await send(emailId)
    await forget(emailId)
  }
}

/** The same for one that comes alone. */
export function sendAccountLetter(shop: Sending, wanted: Wanted): Promise<void> {
  return accountLetterSender(shop)(wanted)
}

/** Letters that were sent by another way, and those whose links are over before any mail server took them. */
export async function forgetSettledLetters({
  inTransaction,
  clock,
}: Pick<Sending, 'inTransaction' | 'clock'>): Promise<void> {
  await inTransaction((tx) => deleteSettledWords(tx, clock.now()))
}
