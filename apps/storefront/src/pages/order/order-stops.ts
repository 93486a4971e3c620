import type { OrderStatus, OrderView } from '@flora/contract/orders.ts'
import { dayNumber, shortDay, weekdayName } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, onTheWall } from '@flora/calendar/wall-time.ts'

type Delivery = OrderView['deliveries'][number]

/** One stop of a delivery's timeline. */
export interface Stop {
  readonly key: string
  readonly state: 'done' | 'now' | 'ahead'
  /** 'Fri 10.31 am', 'By 12 noon'. */
  readonly time: string
  readonly label: string
  readonly detail?: string
}

/** The timeline of one delivery: what happened to its order, where it is now, and what is still to come. */
export function stopsOf(order: OrderView, delivery: Delivery, timeZone: string): Stop[] {
  const behind = order.events
    .filter(({ kind }) => concerns(kind, delivery.status))
    .map(({ at, kind, label, detail }, index): Omit<Stop, 'state'> => ({
      key: `${kind}-${index}`,
      time: stopTime(at, delivery, timeZone),
      label,
      ...(detail !== undefined && { detail }),
    }))
  const ahead = aheadOf(order, delivery)
  const over = delivery.status === 'DELIVERED' || delivery.status === 'CANCELLED' || delivery.status === 'REFUNDED'
  return [
    ...behind.map((stop, index): Stop => ({ ...stop, state: index === behind.length - 1 && !over ? 'now' : 'done' })),
    ...ahead.map((stop): Stop => ({ ...stop, state: 'ahead' })),
  ]
}

/** The status of a delivery as its badge shows it. */
export function badgeOf(status: OrderStatus): { mark: string; word: string } {
  switch (status) {
    case 'PENDING':
      return { mark: 'pending', word: 'Pending' }
    case 'CONFIRMED':
      return { mark: 'confirmed', word: 'Confirmed' }
    case 'PREPARING':
      return { mark: 'preparing', word: 'Preparing' }
    case 'READY':
      return { mark: 'ready', word: 'Ready' }
    case 'OUT_FOR_DELIVERY':
      return { mark: 'out', word: 'Out for delivery' }
    case 'DELIVERED':
      return { mark: 'delivered', word: 'Delivered' }
    case 'NOT_DELIVERED':
      return { mark: 'wrong', word: 'Not delivered' }
    case 'CANCELLED':
      return { mark: 'cancelled', word: 'Cancelled' }
    case 'REFUNDED':
      return { mark: 'refunded', word: 'Refunded' }
  }
}

/** 'Fri 20 Nov, 10.31 am' */
export function wallWords(instant: string, timeZone: string): string {
  const wall = onTheWall(instantMs(instant), timeZone)
  return `${shortDay(wall.day)}, ${clockWords(wall.time)}`
}

// 'Fri 10.31 am' is enough in the week of the delivery; before that the date is said too.
function stopTime(instant: string, { day }: Delivery, timeZone: string): string {
  const wall = onTheWall(instantMs(instant), timeZone)
  const near = Math.abs(dayNumber(day) - dayNumber(wall.day)) < 7
  return near ? `${weekdayName(wall.day).slice(0, 3)} ${clockWords(wall.time)}` : wallWords(instant, timeZone)
}

// An order's events are about all of its deliveries. One that has not got as far as another does not show the other's steps.
function concerns(kind: string, status: OrderStatus): boolean {
  const reached = rank[status]
  switch (kind) {
    case 'preparing':
      return reached >= rank.PREPARING
    case 'ready':
      return reached >= rank.READY
    case 'out-for-delivery':
      return reached >= rank.OUT_FOR_DELIVERY
    case 'delivered':
      return reached >= rank.DELIVERED
    case 'payment-failed':
      // A no that was followed by a yes is nobody's news any more.
      return reached === rank.PENDING
    default:
      return true
  }
}

const rank: Record<OrderStatus, number> = {
  PENDING: 0,
  CONFIRMED: 1,
  PREPARING: 2,
  READY: 3,
  OUT_FOR_DELIVERY: 4,
  // It has been out, and goes out again.
  NOT_DELIVERED: 4,
  DELIVERED: 5,
  CANCELLED: 9,
  REFUNDED: 9,
}

function aheadOf(order: OrderView, { status, method, day, window }: Delivery): Omit<Stop, 'state'>[] {
  if (order.payment.state === 'expired') return []
  const isPickUp = method === 'pick-up'
  const ends = clockWords(window.ends)
  const steps: readonly (readonly [from: OrderStatus, Omit<Stop, 'state' | 'key'>])[] = [
    ['CONFIRMED', { time: '', label: 'Confirmed', detail: 'As soon as the payment is here.' }],
    ['PREPARING', { time: weekdayName(day).slice(0, 3), label: 'Tied', detail: 'On the bench, early on the day.' }],
    [
      isPickUp ? 'READY' : 'OUT_FOR_DELIVERY',
      { time: `From ${clockWords(window.starts)}`, label: isPickUp ? 'Ready for you' : 'In the van' },
    ],
    [
      'DELIVERED',
      isPickUp
        ? { time: `Until ${ends}`, label: 'Picked up' }
        : { time: `By ${ends}`, label: 'At the door', detail: 'We’ll e-mail you when it is there.' },
    ],
  ]
  return steps.filter(([from]) => rank[from] > rank[status]).map(([from, step]) => ({ ...step, key: `to-${from}` }))
}
