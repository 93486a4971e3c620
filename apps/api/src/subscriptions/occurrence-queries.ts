import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, OrderId, SubscriptionId, WindowId } from '@flora/contract/ids.ts'
import type { OccurrenceState } from '@flora/contract/subscriptions.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { Occurrence } from './subscription.ts'

interface OccurrenceRow extends Omit<Occurrence, 'lastChangeAt' | 'chargeAt' | 'payUntil'> {
  readonly lastChangeAt: string | null
  readonly chargeAt: string | null
  readonly payUntil: string | null
}

const columns: SQL = sql`o.id, o.subscription_id as "subscriptionId", o.period, o.state, o.because, o.nominal_day::text as "nominalDay", o.day::text as day,
  o.window_id as "windowId", o.is_moved as "isMoved", o.last_change_at as "lastChangeAt", o.charge_at as "chargeAt", o.pay_until as "payUntil",
  o.attempts, o.declines, o.failure, o.price_minor as "priceMinor", o.order_id as "orderId"`

const instant = (text: string | null) => (text === null ? null : instantFromStored(text))

function toOccurrence(row: OccurrenceRow): Occurrence {
  return {
    ...row,
    lastChangeAt: instant(row.lastChangeAt),
    chargeAt: instant(row.chargeAt),
    payUntil: instant(row.payUntil),
  }
}

/** One of a subscription's deliveries, locked; the subscription is locked already. */
export async function lockOccurrence(
  tx: Tx,
  subscriptionId: SubscriptionId,
  id: OccurrenceId,
): Promise<Occurrence | undefined> {
  const row = await firstRow<OccurrenceRow>(
    tx,
    sql`select ${columns} from occurrences o where o.id = ${id} and o.subscription_id = ${subscriptionId} for no key update`,
  )
  return row && toOccurrence(row)
}

/**
 * Planned deliveries that are not as the plan is now, or whose day has closed, while they may still be changed; the caller holds the locks
 * of their subscriptions. One that a worker is about to charge is passed over: it is as it was agreed.
 */
export async function lockStale(
  tx: Tx,
  ids: readonly SubscriptionId[],
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<Occurrence[]> {
  const found = await rows<OccurrenceRow>(
    tx,
    sql`select ${columns} from occurrences o join subscriptions s on s.id = o.subscription_id
        where o.subscription_id = any(${list(ids, 'text')}) and o.state = 'planned'
          and (o.last_change_at is null or o.last_change_at > ${now.toString()}::timestamptz)
          and (o.plan_version <> s.plan_version or exists (
            select from closures c join windows w on w.id = o.window_id where c.day = o.day and (c.window_id is null or c.window_id = w.id) and (c.zone_id is null or c.zone_id = w.zone_id)))
        order by o.subscription_id, o.period limit ${limit} for no key update of o skip locked`,
  )
  return found.map(toOccurrence)
}

/** Deliveries that a change of the whole subscription may still touch, in the order of their periods; of one state. */
export async function lockChangeable(
  tx: Tx,
  { id, state, now }: { id: SubscriptionId; state: 'planned' | 'skipped'; now: Temporal.Instant },
): Promise<Occurrence[]> {
  const found = await rows<OccurrenceRow>(
    tx,
    sql`select ${columns} from occurrences o
        where o.subscription_id = ${id} and o.state = ${state} and (o.last_change_at is null or o.last_change_at > ${now.toString()}::timestamptz)
        order by o.period limit 100 for no key update`,
  )
  return found.map(toOccurrence)
}

/** The days of a subscription's deliveries but one's, from a day on: those that come, came or were drawn. */
export async function listOtherDays(
  db: Db,
  { id, except, from, until }: { id: SubscriptionId; except: number; from: ShopDay; until: ShopDay },
): Promise<ShopDay[]> {
  const found = await rows<{ day: ShopDay }>(
    db,
    sql`select day::text as day from occurrences where subscription_id = ${id} and period <> ${except} and day between ${from}::date and ${until}::date
          and state in ('planned', 'charging', 'paid') order by day`,
  )
  return found.map(({ day }) => day)
}

/** The days of the deliveries before and after one, of those that come or came. */
export async function listNeighbours(
  db: Db,
  { subscriptionId, period }: Pick<Occurrence, 'subscriptionId' | 'period'>,
): Promise<{ before: ShopDay | null; after: ShopDay | null }> {
  const row = await firstRow<{ before: ShopDay | null; after: ShopDay | null }>(
    db,
    sql`select max(day) filter (where period < ${period})::text as before, min(day) filter (where period > ${period})::text as after
        from occurrences where subscription_id = ${subscriptionId} and state in ('planned', 'charging', 'paid')`,
  )
  return row!
}

/** What a delivery is once it has its places. */
export interface Drawn {
  readonly day: ShopDay
  readonly windowId: WindowId
  readonly lastChangeAt: Temporal.Instant
  readonly chargeAt: Temporal.Instant
  readonly payUntil: Temporal.Instant
  readonly priceMinor: number
  readonly orderId: OrderId
}

interface NewOccurrence {
  readonly id: OccurrenceId
  readonly subscriptionId: SubscriptionId
  readonly period: number
  readonly nominalDay: ShopDay
  readonly planVersion: number
  readonly at: Temporal.Instant
}

/** Writes a period of the ledger and counts the subscription on; each period is written once. */
export async function insertOccurrence(
  tx: Tx,
  { id, subscriptionId, period, nominalDay, planVersion, at }: NewOccurrence,
  what: { drawn: Drawn } | { paid: Drawn } | { state: OccurrenceState; because: string },
): Promise<void> {
  const drawn = 'drawn' in what ? what.drawn : 'paid' in what ? what.paid : undefined
  const [state, because] =
    'drawn' in what ? ['planned', null] : 'paid' in what ? ['paid', null] : [what.state, what.because]
  const nextAttemptAt = 'drawn' in what ? what.drawn.chargeAt.toString() : null
  await rows(
    tx,
    sql`with counted as (update subscriptions set next_period = ${period + 1} where id = ${subscriptionId})
        insert into occurrences (id, subscription_id, period, state, because, nominal_day, day, window_id, last_change_at, charge_at, pay_until, next_attempt_at,
          price_minor, order_id, plan_version, created_at)
        values (${id}, ${subscriptionId}, ${period}, ${state}, ${because}, ${nominalDay}::date, ${drawn?.day ?? null}::date, ${drawn?.windowId ?? null},
          ${drawn?.lastChangeAt.toString() ?? null}::timestamptz, ${drawn?.chargeAt.toString() ?? null}::timestamptz,
          ${drawn?.payUntil.toString() ?? null}::timestamptz, ${nextAttemptAt}::timestamptz, ${drawn?.priceMinor ?? null}::bigint,
          ${drawn?.orderId ?? null}, ${planVersion}, ${at.toString()}::timestamptz)`,
  )
}

/** A delivery that was drawn up again, perhaps for another day. */
export async function markDrawn(
  tx: Tx,
  id: OccurrenceId,
  { drawn, planVersion, isMoved }: { drawn: Drawn; planVersion: number; isMoved: boolean },
): Promise<void> {
  await rows(
    tx,
    sql`update occurrences set state = 'planned', because = null, day = ${drawn.day}::date, window_id = ${drawn.windowId}, is_moved = ${isMoved},
          last_change_at = ${drawn.lastChangeAt.toString()}::timestamptz, charge_at = ${drawn.chargeAt.toString()}::timestamptz,
          pay_until = ${drawn.payUntil.toString()}::timestamptz, next_attempt_at = ${drawn.chargeAt.toString()}::timestamptz, price_minor = ${drawn.priceMinor},
          order_id = ${drawn.orderId}, plan_version = ${planVersion} where id = ${id}`,
  )
}

/** A delivery that will not come, for now or for good. Only one that was paid or may yet be paid keeps its order. */
export async function markNotComing(
  tx: Tx,
  id: OccurrenceId,
  {
    state,
    because,
    keepOrder = false,
  }: { state: 'skipped' | 'failed' | 'cancelled' | 'could-not'; because: string; keepOrder?: boolean },
): Promise<void> {
  await rows(
    tx,
    sql`update occurrences set state = ${state}, because = ${because}, next_attempt_at = null, order_id = case when ${keepOrder} then order_id end where id = ${id}`,
  )
}

/** Skipped by a pause that ended early: to be drawn up again. */
export async function markPlannedAgain(tx: Tx, id: OccurrenceId): Promise<void> {
  await rows(tx, sql`update occurrences set state = 'planned', because = null, plan_version = -1 where id = ${id}`)
}

/** Takes the deliveries that have waited longest to be charged, for a worker: another finds them only when this one is silent until `until`. */
export async function takeDue(
  tx: Tx,
  { now, until, limit }: { now: Temporal.Instant; until: Temporal.Instant; limit: number },
): Promise<(Occurrence & { orderId: OrderId })[]> {
  const found = await rows<OccurrenceRow & { orderId: OrderId }>(
    tx,
    sql`update occurrences o set state = 'charging', attempts = o.attempts + 1, next_attempt_at = ${until.toString()}::timestamptz
        where o.id in (
          select id from occurrences where next_attempt_at <= ${now.toString()}::timestamptz and pay_until > ${now.toString()}::timestamptz
            and state in ('planned', 'charging') and order_id is not null
          order by next_attempt_at, id limit ${limit} for no key update skip locked)
        returning ${columns}`,
  )
  return found.map((row) => ({ ...toOccurrence(row), orderId: row.orderId }))
}

/** What an attempt came to, unless a later attempt has begun meanwhile. */
export async function markAttempt(
  tx: Tx,
  { id, attempts }: Pick<Occurrence, 'id' | 'attempts'>,
  {
    declines,
    failure,
    nextAttemptAt,
  }: { declines: number; failure: string | null; nextAttemptAt: Temporal.Instant | undefined },
): Promise<boolean> {
  const marked = await rows(
    tx,
    sql`update occurrences set declines = ${declines}, failure = ${failure}, next_attempt_at = ${nextAttemptAt?.toString() ?? null}::timestamptz
        where id = ${id} and attempts = ${attempts} and state = 'charging' returning id`,
  )
  return marked.length === 1
}

/** Attempts that settled their orders, unless later ones have begun meanwhile: nothing is left to be asked. */
export async function markSettled(tx: Tx, attempts: readonly Pick<Occurrence, 'id' | 'attempts'>[]): Promise<void> {
  const ids = attempts.map(({ id }) => id)
  const numbers = attempts.map(({ attempts: number }) => number)
  await rows(
    tx,
    sql`update occurrences o set next_attempt_at = null from unnest(${list(ids, 'text')}, ${list(numbers, 'int')}) as settled (id, attempts)
        where o.id = settled.id and o.attempts = settled.attempts and o.state = 'charging'`,
  )
}

/** Deliveries whose card said no, to be asked again now that there is another. Says how many. */
export async function markDueNow(tx: Tx, id: SubscriptionId, now: Temporal.Instant): Promise<number> {
  const marked = await rows(
    tx,
    sql`update occurrences set next_attempt_at = ${now.toString()}::timestamptz, declines = 0
        where subscription_id = ${id} and state = 'charging' and failure is not null and pay_until > ${now.toString()}::timestamptz returning id`,
  )
  return marked.length
}

export async function markPaid(tx: Tx, id: OccurrenceId): Promise<void> {
  await rows(tx, sql`update occurrences set state = 'paid', because = null, next_attempt_at = null where id = ${id}`)
}

/** What an order has taken from stock besides, so that it is given back with the rest. The caller holds the order's lock and takes it. */
export async function insertOrderStock(
  tx: Tx,
  orderId: OrderId,
  needs: readonly { itemId: string; quantity: number }[],
): Promise<void> {
  await rows(
    tx,
    sql`insert into order_stock (order_id, item_id, quantity)
        select ${orderId}, "itemId", quantity from jsonb_to_recordset(${recordset(needs)}) as r ("itemId" text, quantity int)`,
  )
}

/** Deliveries of subscriptions from a day on, with the link of an order that its owner may look at. */
export async function listOccurrences(
  db: Db,
  ids: readonly SubscriptionId[],
  { from, until }: { from: ShopDay; until: ShopDay },
): Promise<(Occurrence & { link: string | null })[]> {
  const found = await rows<OccurrenceRow & { link: string | null }>(
    db,
    sql`select ${columns}, (select r.link from orders r where r.id = o.order_id and (r.confirmed_at is not null
            or exists (select from payments p where p.order_id = r.id))) as link
        from occurrences o where o.subscription_id = any(${list(ids, 'text')})
          and coalesce(o.day, o.nominal_day) between ${from}::date and ${until}::date
          and not (o.state = 'cancelled' and o.because = 'new-rhythm')
        order by coalesce(o.day, o.nominal_day), o.period`,
  )
  return found.map((row) => ({ ...toOccurrence(row), link: row.link }))
}
