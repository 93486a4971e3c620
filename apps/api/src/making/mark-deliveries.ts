import { shopDayAt, type Zone } from '@flora/calendar/shop-day.ts'
import type { Markable } from '@flora/contract/day-board.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { OrderLetter } from '../jobs.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { decideMarking, isAlive, orderStatusOf } from './delivery-status.ts'
import { type DeliveryToMark, listDeliveriesOfOrders, lockOrdersOf, saveMarks, tellDays } from './queries.ts'

export interface Marks {
  readonly deliveryIds: readonly DeliveryId[]
  readonly to: Markable
  /** An account's id. */
  readonly who: string
  readonly at: Temporal.Instant
  readonly zone: Zone
  /** For the order's history: a note, a neighbour's name. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Marked =
  | { readonly deliveryId: DeliveryId; readonly outcome: 'marked' | 'already'; readonly status: OrderStatus }
  | {
      readonly deliveryId: DeliveryId
      readonly outcome: 'refused'
      readonly because: string
      readonly status?: OrderStatus
    }

/**
 * Marks how far deliveries are, each by itself, in a few statements however many: locks their orders in the order of their ids,
 * decides each from what is locked, writes history, and lets buyers know who wait at a door. Twice is once.
 */
export async function markDeliveries(tx: Tx, { jobs }: Pick<Shop, 'jobs'>, marks: Marks): Promise<Marked[]> {
  const { to, who, at, zone, detail = {} } = marks
  const wanted = new Set(marks.deliveryIds)
  const orderIds = await lockOrdersOf(tx, [...wanted])
  const deliveries = await listDeliveriesOfOrders(tx, orderIds)
  const today = shopDayAt(at, zone)

  const results = new Map<DeliveryId, Marked>()
  const moved: DeliveryToMark[] = []
  for (const delivery of deliveries) {
    const { id: deliveryId, status } = delivery
    if (!wanted.has(deliveryId)) continue
    const decision = decideMarking(delivery, to, today)
    switch (decision.kind) {
      case 'mark':
        moved.push(delivery)
        results.set(deliveryId, { deliveryId, outcome: 'marked', status: to })
        break
      case 'already':
        results.set(deliveryId, { deliveryId, outcome: 'already', status })
        break
      case 'refuse':
        results.set(deliveryId, { deliveryId, outcome: 'refused', because: decision.because, status })
        break
    }
  }
  if (moved.length > 0) await write(tx, { jobs }, { moved, deliveries, to, who, at, detail })
  return marks.deliveryIds.map(
    (deliveryId) =>
      results.get(deliveryId) ?? { deliveryId, outcome: 'refused', because: 'There is no such delivery.' },
  )
}

interface Writing extends Pick<Required<Marks>, 'to' | 'who' | 'at' | 'detail'> {
  readonly moved: readonly DeliveryToMark[]
  /** All deliveries of the orders they belong to. */
  readonly deliveries: readonly DeliveryToMark[]
}

async function write(
  tx: Tx,
  { jobs }: Pick<Shop, 'jobs'>,
  { moved, deliveries, to, who, at, detail }: Writing,
): Promise<void> {
  const movedIds = new Set(moved.map(({ id }) => id))
  const orders = [...Map.groupBy(deliveries, ({ orderId }) => orderId)].flatMap(([id, parts]) => {
    const after = parts.map((part) => (movedIds.has(part.id) ? to : part.status)).filter(isAlive)
    return parts.some((part) => movedIds.has(part.id)) ? [{ id, status: orderStatusOf(after) }] : []
  })
  await saveMarks(tx, { moved, orders, to, kind: eventKinds[to], who, at, detail })
  const letter = letterFor[to]
  if (letter)
    await jobs.enqueueAll(
      tx,
      'notifications/order-letter',
      moved.filter(wantsLetter(to)).map(({ id, orderId }) => ({ orderId, letter, about: id })),
      letterAfterSeconds,
    )
  await tellDays(
    tx,
    moved.map(({ day }) => day),
  )
}

// A slip of the finger is put right within a minute or two, and the letter looks again before it is written.
const letterAfterSeconds = 120

const letterFor: { readonly [To in Markable]?: OrderLetter } = {
  READY: 'ready',
  OUT_FOR_DELIVERY: 'on-its-way',
  DELIVERED: 'delivered',
}

// Of what came back a person is told by a person, or by the letter about her door. That it is tied is news to whoever comes for it, and to nobody else.
function wantsLetter(to: Markable): (delivery: DeliveryToMark) => boolean {
  return ({ method }) => (to === 'READY') === (method === 'pick-up')
}

const eventKinds: Record<Markable, string> = {
  CONFIRMED: 'not-begun',
  PREPARING: 'preparing',
  READY: 'ready',
  OUT_FOR_DELIVERY: 'out-for-delivery',
  DELIVERED: 'delivered',
  NOT_DELIVERED: 'not-delivered',
}
