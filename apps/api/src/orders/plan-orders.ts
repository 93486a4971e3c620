import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId, WindowId } from '@flora/contract/ids.ts'
import { tryToMoveBenchMinutes, tryToMovePlaces } from '../delivery/index.ts'
import type { Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { NewOrder } from './order-record.ts'
import { orUndone } from './places.ts'
import { insertPlanned, lockPlannedPlaces, markLetGo, type PlannedPlace } from './planned-queries.ts'

/** An order that holds the places of a delivery which nobody was asked to pay yet. */
export interface PlannedOrder {
  readonly order: NewOrder
  /** The planned order that it comes instead of: that one is let go, and what both hold stays where it is. */
  readonly insteadOf?: OrderId | undefined
  /** Of one ledger, what comes behind one that could not be had is not made either. */
  readonly ledger: string
}

/** Why an order was not made. */
export type NotPlanned = 'bench-full' | 'window-full' | 'order-over' | 'behind-another'

/**
 * Writes planned orders with their places, however many, by a few statements, and says which were not made and why: for those nothing was
 * taken. Counters are locked as by any shopper: bench minutes by day, then places by day and window, each all at once.
 */
export function planOrders(
  tx: Tx,
  planned: readonly PlannedOrder[],
  at: Temporal.Instant,
): Promise<Map<OrderId, NotPlanned>> {
  // Who tries the days around one by one gives the locks of what could not be had back first, so as to lock in the order of all.
  const isTriedAlone = planned.length === 1
  return isTriedAlone
    ? orUndone(
        tx,
        (part) => plan(part, planned, at),
        ({ size }) => size === 0,
      )
    : plan(tx, planned, at)
}

async function plan(tx: Tx, planned: readonly PlannedOrder[], at: Temporal.Instant): Promise<Map<OrderId, NotPlanned>> {
  const held = await lockPlannedPlaces(
    tx,
    planned.flatMap(({ insteadOf }) => insteadOf ?? []),
  )
  const notMade = new Map<OrderId, NotPlanned>()
  const isOver = ({ insteadOf }: PlannedOrder) => insteadOf !== undefined && !held.has(insteadOf)
  const going = await takePlaces(tx, without(planned, notMade, { isOut: isOver, because: 'order-over' }), {
    held,
    notMade,
  })
  await markLetGo(
    tx,
    going.flatMap(({ insteadOf }) => insteadOf ?? []),
    at,
  )
  await insertPlanned(
    tx,
    going.map(({ order }) => order),
  )
  return notMade
}

interface Taking {
  readonly held: ReadonlyMap<OrderId, PlannedPlace>
  readonly notMade: Map<OrderId, NotPlanned>
}

/** Takes what all need beyond what is held for them; those for whom there is too little are left out. */
async function takePlaces(
  tx: Tx,
  planned: readonly PlannedOrder[],
  { held, notMade }: Taking,
): Promise<readonly PlannedOrder[]> {
  let going = planned
  for (;;) {
    const full = new Set<string>((await tryToMoveBenchMinutes(tx, minutesFor(going, held))).map(({ day }) => day))
    if (full.size === 0) break
    const isOut = ({ order }: PlannedOrder) => order.deliveries.some(({ day }) => full.has(day))
    going = without(going, notMade, { isOut, because: 'bench-full' })
  }
  for (;;) {
    const full = new Set((await tryToMovePlaces(tx, placesFor(going, held))).map(keyOf))
    if (full.size === 0) return going
    const isOut = ({ order }: PlannedOrder) => order.deliveries.some((delivery) => full.has(keyOf(delivery)))
    const fewer = without(going, notMade, { isOut, because: 'window-full' })
    // The minutes of those go back; their days have been locked since they were taken.
    const stuck = await tryToMoveBenchMinutes(tx, lessMinutes(minutesFor(fewer, held), minutesFor(going, held)))
    invariant(stuck.length === 0, 'what was just taken can be given back')
    going = fewer
  }
}

function without(
  planned: readonly PlannedOrder[],
  notMade: Map<OrderId, NotPlanned>,
  { isOut, because }: { isOut: (one: PlannedOrder) => boolean; because: NotPlanned },
): PlannedOrder[] {
  const stopped = new Set<string>()
  return planned.filter((one) => {
    const reason = stopped.has(one.ledger) ? 'behind-another' : isOut(one) ? because : undefined
    if (!reason) return true
    stopped.add(one.ledger)
    notMade.set(one.order.id, reason)
    return false
  })
}

type Minutes = { readonly day: ShopDay; readonly minutes: number }

function minutesFor(planned: readonly PlannedOrder[], held: Taking['held']): Minutes[] {
  const moves = new Map<ShopDay, number>()
  const move = (day: ShopDay, minutes: number) => moves.set(day, (moves.get(day) ?? 0) + minutes)
  for (const { order, insteadOf } of planned) {
    for (const { day, benchMinutes } of order.deliveries) move(day, benchMinutes)
    const before = insteadOf && held.get(insteadOf)
    if (before) move(before.day, -before.minutes)
  }
  return [...moves].map(([day, minutes]) => ({ day, minutes }))
}

function lessMinutes(fewer: readonly Minutes[], more: readonly Minutes[]): Minutes[] {
  const left = new Map(fewer.map(({ day, minutes }) => [day, minutes]))
  const days = new Set([...fewer, ...more].map(({ day }) => day))
  const taken = new Map(more.map(({ day, minutes }) => [day, minutes]))
  return [...days].map((day) => ({ day, minutes: (left.get(day) ?? 0) - (taken.get(day) ?? 0) }))
}

interface Key {
  readonly day: ShopDay
  readonly windowId: WindowId
}

const keyOf = ({ day, windowId }: Key) => `${day} ${windowId}`

function placesFor(planned: readonly PlannedOrder[], held: Taking['held']): (Key & { places: number })[] {
  const moves = new Map<string, Key & { places: number }>()
  const move = ({ day, windowId }: Key, places: number) => {
    const moved = moves.get(keyOf({ day, windowId }))
    if (moved) moved.places += places
    else moves.set(keyOf({ day, windowId }), { day, windowId, places })
  }
  for (const { order, insteadOf } of planned) {
    for (const delivery of order.deliveries) move(delivery, 1)
    const before = insteadOf && held.get(insteadOf)
    if (before) move(before, -1)
  }
  return [...moves.values()]
}
