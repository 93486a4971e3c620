import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId } from '@flora/contract/ids.ts'
import { listPromiseFacts, promiseFor } from '../delivery/index.ts'
import { surprisePeriod } from '../offers/index.ts'
import type { Db } from '../platform/db.ts'
import { daysOf } from './period.ts'
import type { Occurrence, Subscription } from './subscription.ts'

interface Shown {
  readonly subscriptions: readonly Subscription[]
  readonly occurrences: readonly Occurrence[]
  readonly today: ShopDay
  readonly now: Temporal.Instant
}

/**
 * The days of coming surprises on which nothing goes out in their windows: nobody need wait for one then. Only what the calendar says to
 * everybody; that it is too late for a day would tell of the one that was drawn.
 */
export async function listShutDays(db: Db, shown: Shown): Promise<Map<OccurrenceId, ShopDay[]>> {
  const asked = shown.occurrences.flatMap((occurrence) => askedOf(occurrence, shown))
  const facts = await listPromiseFacts(db, asked)
  const shut = asked.filter((door, index) => {
    const promise = promiseFor({ ...door, leadDays: 0 }, facts[index]!, shown.now, undefined)
    return !promise.ok && (promise.code === 'no-run' || promise.code === 'day-closed')
  })
  const byOccurrence = Map.groupBy(shut, ({ id }) => id)
  return new Map([...byOccurrence].map(([id, some]) => [id, some.map(({ day }) => day)]))
}

function askedOf({ id, subscriptionId, period, day, windowId }: Occurrence, { subscriptions, today }: Shown) {
  const subscription = subscriptions.find((one) => one.id === subscriptionId)
  if (subscription?.kind !== 'surprise' || (day !== null && day < today)) return []
  const { postcode } = subscription.plan.recipient
  const days = daysOf(surprisePeriod(subscription, period)).filter((one) => one >= today)
  return days.map((one) => ({ id, day: one, windowId: windowId ?? subscription.windowId, postcode }))
}
