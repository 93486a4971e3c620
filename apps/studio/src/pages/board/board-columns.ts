import type { DayBoard, DeliveryCard } from '@flora/contract/day-board.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { hoursWords } from '@flora/calendar/wall-time.ts'

export type Column = DayBoard['columns'][number]

// The way of a bouquet. These stand there when they are empty too, so that a card can be put into them.
const always: readonly OrderStatus[] = ['CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED']
const order: readonly OrderStatus[] = ['PENDING', 'NOT_DELIVERED', ...always, 'CANCELLED', 'REFUNDED']

/** The columns of a day from left to right, with the empty ones of the usual way. */
export function columnsOf(board: Pick<DayBoard, 'columns'>): Column[] {
  const empty = always
    .filter((status) => !board.columns.some((column) => column.status === status))
    .map((status): Column => ({ status, count: 0, cards: [], next: null }))
  return [...board.columns, ...empty].toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

/** The cards of a column under the hours they are due in, earliest first. */
export function byHours(cards: readonly DeliveryCard[]): { hours: string; cards: DeliveryCard[] }[] {
  const groups = new Map<string, DeliveryCard[]>()
  for (const card of cards.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))) {
    const hours = `${card.method === 'pick-up' ? 'Pick-up, ' : ''}${hoursWords(card.window.starts, card.window.ends)}`
    groups.set(hours, [...(groups.get(hours) ?? []), card])
  }
  return [...groups].map(([hours, group]) => ({ hours, cards: group }))
}

function keyOf({ window, method }: DeliveryCard): string {
  return `${window.starts} ${window.ends} ${method === 'pick-up' ? 1 : 0}`
}
