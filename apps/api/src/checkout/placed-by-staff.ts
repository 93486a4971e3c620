import type { AccountId } from '@flora/contract/ids.ts'
import type { NewOrder } from '../orders/index.ts'

export interface StaffPlacing {
  readonly who: AccountId
  /** How long its places are held for a letter with a link, unless its first cut-off comes before. */
  readonly holdHours: number
}

/** An order as staff place it for somebody: the same in all but who did it, and how long it is held. */
export function placedByStaff(order: NewOrder, { who, holdHours }: StaffPlacing): NewOrder {
  const placedAt = Temporal.Instant.from(order.placedAt)
  const ends = [
    placedAt.add({ hours: holdHours }),
    ...order.deliveries.map(({ cutOffAt }) => Temporal.Instant.from(cutOffAt)),
  ]
  const end = ends.reduce((first, next) => (Temporal.Instant.compare(next, first) < 0 ? next : first))
  const usual = Temporal.Instant.from(order.holdUntil)
  const until = Temporal.Instant.compare(end, usual) < 0 ? usual : end
  return { ...order, placedBy: who, holdUntil: until.toString({ smallestUnit: 'millisecond' }) }
}
