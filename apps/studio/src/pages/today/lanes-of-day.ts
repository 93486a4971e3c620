import type { DayWindow, DeliveryCard } from '@flora/contract/day-board.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'

/** One stretch of the day: windows of all zones that have the same hours. */
export interface Lane {
  readonly key: string
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly taken: number
  readonly capacity: number
  readonly deliveries: number
  readonly cards: readonly DeliveryCard[]
}

// What is to be done comes before what is done.
const order: readonly OrderStatus[] = [
  'NOT_DELIVERED',
  'PREPARING',
  'CONFIRMED',
  'READY',
  'OUT_FOR_DELIVERY',
  'PENDING',
  'DELIVERED',
]

/** The windows of a day as lanes, earliest first, with those that have nothing in them and no place left out. */
export function lanesOf(windows: readonly DayWindow[], cards: readonly DeliveryCard[]): Lane[] {
  const lanes = new Map<string, DayWindow[]>()
  for (const window of windows) {
    const key = keyOf(window.method, window.window)
    lanes.set(key, [...(lanes.get(key) ?? []), window])
  }
  return [...lanes]
    .map(([key, parts]): Lane => {
      const { window } = parts[0]!
      return {
        key,
        name: window.name,
        starts: window.starts,
        ends: window.ends,
        taken: sum(parts.map(({ places }) => places.taken)),
        capacity: sum(parts.map(({ places }) => places.capacity)),
        deliveries: sum(
          parts.flatMap(({ counts }) => counts.filter(({ status }) => isAlive(status)).map(({ count }) => count)),
        ),
        cards: cards
          .filter((card) => keyOf(card.method, card.window) === key && isAlive(card.status))
          .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status)),
      }
    })
    .filter(({ capacity, deliveries }) => capacity > 0 || deliveries > 0)
    .toSorted((a, b) => a.starts.localeCompare(b.starts) || a.ends.localeCompare(b.ends))
}

// What is fetched stands apart: nobody drives it.
function keyOf(method: DeliveryCard['method'], { starts, ends }: { starts: string; ends: string }): string {
  return `${method === 'pick-up' ? 'pick-up' : 'door'} ${starts} ${ends}`
}

function isAlive(status: OrderStatus): boolean {
  return status !== 'CANCELLED' && status !== 'REFUNDED'
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
