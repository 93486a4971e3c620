import type { Markable } from '@flora/contract/day-board.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { dayInWords } from '@flora/calendar/in-words.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'

/** What is known of a delivery when somebody marks how far it is. */
export interface MarkedDelivery {
  readonly status: OrderStatus
  readonly method: DeliveryMethod
  readonly day: ShopDay
}

/** `already`: nothing is to be done, and nobody made a mistake: a second press, or a driver’s phone that comes late. */
export type Marking = { kind: 'mark' } | { kind: 'already' } | { kind: 'refuse'; because: string }

// Steps may be left out: whoever has flowers in her hands knows better than a screen nobody touched with wet ones. And each can be
// taken back, since fingers slip. What has left the shop does not go back to the bench by itself: it is ready again first.
const steps: Record<Markable, readonly Markable[]> = {
  CONFIRMED: ['PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  PREPARING: ['CONFIRMED', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  READY: ['CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'],
  OUT_FOR_DELIVERY: ['READY', 'DELIVERED', 'NOT_DELIVERED'],
  DELIVERED: ['READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED'],
  NOT_DELIVERED: ['READY', 'OUT_FOR_DELIVERY', 'DELIVERED'],
}

/** Decides whether a delivery may be marked. `today` is the shop's. */
export function decideMarking({ status, method, day }: MarkedDelivery, to: Markable, today: ShopDay): Marking {
  const refuse = (because: string): Marking => ({ kind: 'refuse', because })
  switch (status) {
    case 'PENDING':
      return refuse('It isn’t paid yet; its place is only held.')
    case 'CANCELLED':
      return refuse('It is cancelled.')
    case 'REFUNDED':
      return refuse('It is cancelled and refunded.')
    case 'CONFIRMED':
    case 'PREPARING':
    case 'READY':
    case 'OUT_FOR_DELIVERY':
    case 'DELIVERED':
    case 'NOT_DELIVERED':
      break
  }
  if (status === to) return { kind: 'already' }
  if (to === 'OUT_FOR_DELIVERY' && method === 'pick-up')
    return refuse('It is picked up here: mark it as handed over when somebody comes.')
  if (leaves(to) && day > today) return refuse(`It is for ${dayInWords(day)}. Move it to today first.`)
  return steps[status].includes(to) ? { kind: 'mark' } : refuse(whyNot(status, to))
}

/** The step that comes next, by itself. */
export function nextStep({ status, method }: Pick<MarkedDelivery, 'status' | 'method'>): Markable | undefined {
  switch (status) {
    case 'CONFIRMED':
      return 'PREPARING'
    case 'PREPARING':
      return 'READY'
    case 'READY':
    case 'NOT_DELIVERED':
      return method === 'pick-up' ? 'DELIVERED' : 'OUT_FOR_DELIVERY'
    case 'OUT_FOR_DELIVERY':
      return 'DELIVERED'
    case 'PENDING':
    case 'DELIVERED':
    case 'CANCELLED':
    case 'REFUNDED':
      return undefined
  }
}

/**
 * How far an order is whose deliveries are as far as these. An order of one delivery is what its delivery is; one of several is
 * done when all are, and else says what most needs to be known.
 */
export function orderStatusOf(statuses: readonly OrderStatus[]): OrderStatus {
  const [first = 'CONFIRMED'] = statuses
  const has = (...some: OrderStatus[]) => statuses.some((status) => some.includes(status))
  if (statuses.every((status) => status === first)) return first
  if (has('OUT_FOR_DELIVERY')) return 'OUT_FOR_DELIVERY'
  if (has('NOT_DELIVERED')) return 'NOT_DELIVERED'
  if (has('PREPARING', 'READY', 'DELIVERED')) return 'PREPARING'
  return 'CONFIRMED'
}

/** Whether the shop itself may still cancel an order: until the flowers are somebody's, past the cut-off too. */
export function decideShopCancellation(status: OrderStatus): { kind: 'allow' } | { kind: 'refuse'; because: string } {
  switch (status) {
    case 'CANCELLED':
    case 'REFUNDED':
      return { kind: 'refuse', because: 'This order is cancelled already.' }
    case 'DELIVERED':
      return { kind: 'refuse', because: 'It has been delivered. Give money back instead.' }
    case 'PENDING':
    case 'CONFIRMED':
    case 'PREPARING':
    case 'READY':
    case 'OUT_FOR_DELIVERY':
    case 'NOT_DELIVERED':
      return { kind: 'allow' }
  }
}

/** Whether it is somebody's to make or to bring: paid, and not over. */
export function isAlive(status: OrderStatus): boolean {
  return status !== 'PENDING' && status !== 'CANCELLED' && status !== 'REFUNDED'
}

function leaves(to: Markable): boolean {
  return to === 'OUT_FOR_DELIVERY' || to === 'DELIVERED' || to === 'NOT_DELIVERED'
}

function whyNot(status: Markable, to: Markable): string {
  if (to === 'NOT_DELIVERED') return 'It hasn’t left the shop.'
  return status === 'DELIVERED' || status === 'NOT_DELIVERED'
    ? 'It has been out. Mark it as ready first.'
    : 'It is in the van. Mark it as ready when it is back.'
}
