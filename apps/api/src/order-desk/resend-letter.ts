import type { OrderId } from '@flora/contract/ids.ts'
import { insertEvent, listOrdersById, lockOrder } from '../orders/index.ts'
import type { Shop } from '../shop.ts'
import { letterNotFound, letterNotResendable, noSuchOrder } from './errors.ts'
import { aboutOf, isOrderLetter, mayResend, toDeskLetter } from './letters.ts'
import { findDeskRecord } from './order-queries.ts'

/** Writes a letter once more, as the order stands now, to the address that stands on it now. */
export function resendLetter(
  { inTransaction, clock, jobs }: Pick<Shop, 'inTransaction' | 'clock' | 'jobs'>,
  { orderId, once, who }: { orderId: OrderId; once: string; who: string },
): Promise<void> {
  const at = clock.now()
  return inTransaction(async (tx) => {
    const locked = await lockOrder(tx, orderId)
    const [order, desk] = [(await listOrdersById(tx, [orderId])).get(orderId), await findDeskRecord(tx, orderId)]
    if (!locked || !order || !desk) throw noSuchOrder()
    const letter = desk.letters.find((known) => known.once === once)
    if (!letter) throw letterNotFound()
    const may = mayResend(letter, order)
    if (!may.ok) throw letterNotResendable(may.because)
    if (!isOrderLetter(letter.kind)) throw letterNotResendable('This letter is not written by the order desk.')
    const about = aboutOf(once, orderId)
    // Its key is of this second: a finger that slips sends it once.
    await jobs.enqueue(tx, 'notifications/order-letter', {
      orderId,
      letter: letter.kind,
      ...(about && { about }),
      again: `again-${Math.floor(at.epochMilliseconds / 10_000)}`,
    })
    await insertEvent(tx, {
      orderId,
      at,
      kind: 'letter-again',
      who,
      detail: { letter: toDeskLetter(letter, order).label },
    })
  })
}
