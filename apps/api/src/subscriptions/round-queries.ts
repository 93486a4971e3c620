import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, SubscriptionId } from '@flora/contract/ids.ts'
import { type Db, rows, type Tx } from '../platform/db.ts'
import type { Rhythm } from '../offers/index.ts'
import { sql } from '../platform/sql.ts'

/**
 * Subscriptions whose next period may begin before a day, with what says when it does; a page of them after an id. No month is shorter
 * than 28 days: what is further away need not be looked at.
 */
export function listRhythms(
  db: Db,
  { before, after, limit }: { before: ShopDay; after: string; limit: number },
): Promise<(Rhythm & { id: SubscriptionId; nextPeriod: number })[]> {
  return rows(
    db,
    sql`select id, frequency, anchor_day::text as "anchorDay", anchor_period as "anchorPeriod", next_period as "nextPeriod" from subscriptions
        where (state = 'active' or (state = 'paused' and paused_until is not null)) and id > ${after}
          and anchor_day + (next_period - anchor_period)
            * case frequency when 'weekly' then 7 when 'fortnightly' then 14 when 'monthly' then 28 when 'quarterly' then 89 else 365 end < ${before}::date
        order by id limit ${limit}`,
  )
}

/** Pauses that are over on a day. */
export function listPausesOver(db: Db, today: ShopDay, limit: number): Promise<{ id: SubscriptionId }[]> {
  return rows(
    db,
    sql`select id from subscriptions where state = 'paused' and paused_until <= ${today}::date order by paused_until, id limit ${limit}`,
  )
}

export interface NewPrice {
  readonly id: SubscriptionId
  readonly unitMinor: number
  readonly feeMinor: number
}

/** Subscriptions whose flowers or window have another price than was said to their owners, with it. */
export function listNewPrices(db: Db, limit: number): Promise<NewPrice[]> {
  return rows(
    db,
    sql`select s.id, v.price_minor as "unitMinor", w.fee_minor as "feeMinor" from subscriptions s
        join variants v on v.id = s.variant_id join windows w on w.id = s.window_id
        where s.state in ('active', 'paused') and s.gift_deliveries is null and (v.price_minor <> coalesce(s.announced_unit_minor, s.unit_minor)
          or w.fee_minor <> coalesce(s.announced_fee_minor, s.fee_minor))
        order by s.id limit ${limit}`,
  )
}

/** Subscriptions with a delivery that is planned by another plan than theirs, or for a day that has closed. */
export async function listStale(db: Db, now: Temporal.Instant, limit: number): Promise<SubscriptionId[]> {
  const found = await rows<{ id: SubscriptionId }>(
    db,
    sql`with planned as (
          select o.subscription_id as id, o.day, o.window_id, o.plan_version <> s.plan_version as is_of_another_plan
          from occurrences o join subscriptions s on s.id = o.subscription_id
          where o.state = 'planned' and s.state <> 'cancelled' and (o.last_change_at is null or o.last_change_at > ${now.toString()}::timestamptz)
        )
        select planned.id from planned where is_of_another_plan
        union
        select planned.id from planned join windows w on w.id = planned.window_id join closures c on c.day = planned.day
        where (c.window_id is null or c.window_id = w.id) and (c.zone_id is null or c.zone_id = w.zone_id)
        order by 1 limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** Takes planned deliveries whose last change is near and of which nobody has written yet; each is told once. */
export function takeUntold(
  tx: Tx,
  { now, near, limit }: { now: Temporal.Instant; near: Temporal.Instant; limit: number },
): Promise<
  { id: OccurrenceId; subscriptionId: SubscriptionId; day: ShopDay; priceMinor: number; lastChangeAt: string }[]
> {
  return rows(
    tx,
    sql`update occurrences o set told_at = ${now.toString()}::timestamptz
        where o.id in (
          select o.id from occurrences o join subscriptions s on s.id = o.subscription_id
          where o.state = 'planned' and o.told_at is null and s.kind = 'recurring'
            and o.charge_at > ${now.toString()}::timestamptz and o.charge_at <= ${near.toString()}::timestamptz
          order by o.charge_at, o.id limit ${limit} for no key update of o skip locked)
        returning o.id, o.subscription_id as "subscriptionId", o.day::text as day, o.price_minor as "priceMinor", o.last_change_at as "lastChangeAt"`,
  )
}
