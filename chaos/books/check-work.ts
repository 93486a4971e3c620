import { isAlive } from './check-money.ts'
import type { Evidence, ShopBooks, Violation } from './evidence.ts'

/** No work is left, and every history makes sense. */
export function checkWork({ shop, falls, photos }: Pick<Evidence, 'shop' | 'falls' | 'photos'>): Violation[] {
  const found: Violation[] = []
  const say = (promise: string, about: string): void => void found.push({ promise, about })
  for (const { id, name, state, comesRound } of shop.jobs) {
    if (state === 'failed' && !comesRound) say('no job is given up', `${name} ${id}`)
    if (['created', 'retry', 'active'].includes(state) && !comesRound)
      say('no job is stuck', `${name} ${id} is ${state}`)
  }
  for (const { id, type, isProcessed } of shop.events)
    if (!isProcessed) say('every event is worked on', `${type} ${id}`)
  for (const { door, how } of falls) say('a door ends when it is told to', `${door}: ${how}`)
  for (const { id, isWhole } of photos) if (!isWhole) say('a photo that is kept is there, whole', id)
  return [...found, ...checkHistories(shop)]
}

function checkHistories({ orders, happened }: ShopBooks): Violation[] {
  const found: Violation[] = []
  const of = Map.groupBy(happened, ({ orderId }) => orderId)
  for (const order of orders) {
    const times = (kind: string): number => (of.get(order.id) ?? []).filter((one) => one.kind === kind).length
    const tell = (what: string): void =>
      void found.push({
        promise: 'an order’s history is what became of it',
        about: `${order.id} is ${order.status}: ${what}`,
      })
    if (times('placed') !== 1) tell(`placed ${times('placed')} times`)
    if (times('confirmed') > 1 + times('hold-expired')) tell(`confirmed ${times('confirmed')} times`)
    // What costs nothing is confirmed as it is placed.
    if (isAlive(order) && order.toPay > 0 && times('confirmed') === 0) tell('never confirmed')
    if (times('cancelled') > 1) tell(`cancelled ${times('cancelled')} times`)
    if (times('hold-expired') > 1) tell(`its hold was over ${times('hold-expired')} times`)
    if (isAlive(order) && order.places !== 'kept') tell(`places ${order.places}`)
    if (!isAlive(order) && order.status !== 'PENDING' && order.places !== 'released') tell(`places ${order.places}`)
  }
  return found
}
