import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { postAccountLetter } from '../notifications/index.ts'
import type { Shop } from '../shop.ts'
import { muteToken } from './mute-link.ts'
import { findTimeZone, lockDueReminders, markReminded } from './queries.ts'
import { isHourOfReminders, yearOn } from './reminder.ts'

type Reminding = Pick<Shop, 'inTransaction' | 'clock' | 'config' | 'jobs'>

// Few enough that nobody waits long for their locks.
const atATime = 50

/**
 * Writes the letters that are due and moves each reminder on a year, both in one transaction: a letter is neither lost nor doubled,
 * whichever process dies. A shop that slept for days writes what is still to come and passes over what is past. Says how many it wrote.
 */
export async function sendDueReminders(shop: Reminding): Promise<number> {
  let written = 0
  for (;;) {
    const { found, posted } = await sendSome(shop)
    written += posted
    if (found < atATime) return written
  }
}

function sendSome(shop: Reminding): Promise<{ found: number; posted: number }> {
  const now = shop.clock.now()
  return shop.inTransaction(async (tx) => {
    const zone = await findTimeZone(tx)
    if (!isHourOfReminders(now, zone)) return { found: 0, posted: 0 }
    const today = shopDayAt(now, zone)
    const due = await lockDueReminders(tx, today, atATime)
    let posted = 0
    for (const reminder of due) {
      const { id, name, nextDay, occasion, isMuted, email, ownerName } = reminder
      if (!isMuted && nextDay > today) {
        const token = muteToken(shop.config, id)
        const letter = { kind: 'reminder' as const, name, ownerName, day: nextDay, today, occasion, token }
        if (await postAccountLetter(tx, shop, { to: email, letter, once: `reminder:${id}:${nextDay}` })) posted += 1
      }
      await markReminded(tx, id, yearOn(reminder, reminder.daysBefore, nextDay))
    }
    return { found: due.length, posted }
  })
}
