import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, OccurrenceId, OrderId, SubscriptionId, VariantId, WindowId } from '@flora/contract/ids.ts'
import type { Frequency, SubscriptionKind, SubscriptionPlan } from '@flora/contract/subscriptions.ts'
import { money } from '@flora/money/money.ts'
import type { Announced } from '../offers/index.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { PausedBecause, Subscription } from './subscription.ts'

interface SubscriptionRow extends Omit<Subscription, 'agreed' | 'owner' | 'gift'> {
  readonly giftDeliveries: number | null
  readonly trialBasisPoints: number
  readonly orderId: OrderId | null
  readonly orderLink: string | null
  readonly orderNumber: string | null
  readonly quantity: number
  readonly unitMinor: number
  readonly feeMinor: number
  readonly discountBasisPoints: number
  readonly announcedUnitMinor: number | null
  readonly announcedFeeMinor: number | null
  readonly announcedFrom: string | null
  readonly ownerName: string
  readonly ownerEmail: string
  readonly ownerPhone: string
}

const columns: SQL = sql`s.id, s.account_id as "accountId", s.kind, s.frequency, s.state, s.paused_until::text as "pausedUntil", s.paused_because as "pausedBecause",
  s.anchor_day::text as "anchorDay", s.anchor_period as "anchorPeriod", s.next_period as "nextPeriod", s.variant_id as "variantId", s.quantity,
  s.window_id as "windowId", s.plan, s.currency, s.unit_minor as "unitMinor", s.fee_minor as "feeMinor", s.discount_basis_points as "discountBasisPoints",
  s.announced_unit_minor as "announcedUnitMinor", s.announced_fee_minor as "announcedFeeMinor", s.announced_from as "announcedFrom", s.card_id as "cardId",
  s.unpaid_in_a_row as "unpaidInARow", s.version, s.plan_version as "planVersion",
  s.gift_deliveries as "giftDeliveries", s.trial_basis_points as "trialBasisPoints", g.id as "orderId", g.link as "orderLink", g.number as "orderNumber",
  coalesce(a.name, g.buyer_name) as "ownerName", coalesce(a.email, g.buyer_email) as "ownerEmail",
  coalesce((select c.phone from customers c where c.account_id = s.account_id), g.buyer_phone, '') as "ownerPhone"`

const from: SQL = sql`subscriptions s left join accounts a on a.id = s.account_id left join orders g on g.id = s.begun_by`

function toSubscription(row: SubscriptionRow): Subscription {
  const { unitMinor, feeMinor, announcedUnitMinor, announcedFeeMinor, announcedFrom, currency, quantity, ...rest } = row
  const { discountBasisPoints, trialBasisPoints, ownerName, ownerEmail, ownerPhone, ...more } = rest
  const { giftDeliveries, orderId, orderLink, orderNumber, ...own } = more
  const announced: Announced | undefined =
    announcedFrom === null
      ? undefined
      : {
          unit: money(announcedUnitMinor!, currency),
          fee: money(announcedFeeMinor!, currency),
          from: instantFromStored(announcedFrom),
        }
  return {
    ...own,
    currency,
    gift:
      giftDeliveries === null
        ? null
        : { deliveries: giftDeliveries, orderId: orderId!, orderLink: orderLink!, orderNumber: orderNumber! },
    agreed: {
      unit: money(unitMinor, currency),
      fee: money(feeMinor, currency),
      discountBasisPoints,
      quantity,
      announced,
      trialBasisPoints,
    },
    owner: { name: ownerName, email: ownerEmail, phone: ownerPhone },
  }
}

/** An account's subscriptions, the newest first. */
export async function listSubscriptions(db: Db, accountId: AccountId): Promise<Subscription[]> {
  const found = await rows<SubscriptionRow>(
    db,
    sql`select ${columns} from ${from}
        where s.account_id = ${accountId} order by s.created_at desc, s.id desc limit 200`,
  )
  return found.map(toSubscription)
}

/** One of hers. */
export async function findSubscription(
  db: Db,
  accountId: AccountId,
  id: SubscriptionId,
): Promise<Subscription | undefined> {
  const row = await firstRow<SubscriptionRow>(
    db,
    sql`select ${columns} from ${from} where s.id = ${id} and s.account_id = ${accountId}`,
  )
  return row && toSubscription(row)
}

/** A delivery's subscription, without a lock: the delivery itself is locked, and who locks both begins with the subscription. */
export async function readSubscription(db: Db, id: SubscriptionId): Promise<Subscription> {
  const row = await firstRow<SubscriptionRow>(db, sql`select ${columns} from ${from} where s.id = ${id}`)
  if (!row) throw new Error(`invariant broken: ${id} has a delivery and is gone`)
  return toSubscription(row)
}

/** The same of many. */
export async function listSubscriptionsById(
  db: Db,
  ids: readonly SubscriptionId[],
): Promise<Map<SubscriptionId, Subscription>> {
  const found = await rows<SubscriptionRow>(
    db,
    sql`select ${columns} from ${from} where s.id = any(${list(ids, 'text')})`,
  )
  return new Map(found.map((row) => [row.id, toSubscription(row)]))
}

/** Locks a subscription: whoever draws up or changes its deliveries takes turns by it. */
export async function lockSubscription(tx: Tx, id: SubscriptionId): Promise<Subscription | undefined> {
  return (await lockSubscriptions(tx, [id]))[0]
}

/** The same of many, in the order of their ids. */
export async function lockSubscriptions(tx: Tx, ids: readonly SubscriptionId[]): Promise<Subscription[]> {
  const found = await rows<SubscriptionRow>(
    tx,
    sql`select ${columns} from ${from} where s.id = any(${list(ids, 'text')}) order by s.id for no key update of s`,
  )
  return found.map(toSubscription)
}

export async function findCreated(db: Db, creationKey: string): Promise<SubscriptionId | undefined> {
  const row = await firstRow<{ id: SubscriptionId }>(
    db,
    sql`select id from subscriptions where creation_key = ${creationKey}`,
  )
  return row?.id
}

/** One that an order brought, by the secret link of that order: its buyer need not be signed in. */
export async function findGiftByLink(db: Db, link: string, id: SubscriptionId): Promise<Subscription | undefined> {
  const row = await firstRow<SubscriptionRow>(
    db,
    sql`select ${columns} from ${from} where s.id = ${id} and g.link = ${link} and s.gift_deliveries is not null`,
  )
  return row && toSubscription(row)
}

/** Counts what is under way of an account, whose row stays locked: two who subscribe at once are counted one after the other. */
export async function lockAndCount(tx: Tx, accountId: AccountId): Promise<number> {
  await rows(tx, sql`select 1 from accounts where id = ${accountId} for no key update`)
  const row = await firstRow<{ count: number }>(
    tx,
    sql`select count(*)::int as count from subscriptions where account_id = ${accountId} and state in ('active', 'paused') and gift_deliveries is null`,
  )
  return row!.count
}

export interface NewRow {
  readonly id: SubscriptionId
  readonly accountId: AccountId | null
  readonly kind: SubscriptionKind
  readonly frequency: Frequency
  readonly anchorDay: ShopDay
  readonly variantId: VariantId
  readonly quantity: number
  readonly windowId: WindowId
  readonly plan: SubscriptionPlan
  readonly unitMinor: number
  readonly feeMinor: number
  readonly discountBasisPoints: number
  readonly trialBasisPoints?: number
  readonly cardId: string
  /** The order with which it begins, if it does. */
  readonly begunBy?: OrderId
  readonly giftDeliveries?: number | undefined
  readonly creationKey: string
  readonly at: Temporal.Instant
}

/** Writes a subscription whose first period is number 0; false when its key has begun one already. */
export async function insertSubscription(tx: Tx, row: NewRow): Promise<boolean> {
  const written = await rows(
    tx,
    sql`insert into subscriptions (id, account_id, kind, frequency, state, anchor_day, anchor_period, next_period, variant_id, quantity, window_id, plan,
          unit_minor, fee_minor, discount_basis_points, trial_basis_points, card_id, begun_by, gift_deliveries, creation_key, created_at)
        values (${row.id}, ${row.accountId}, ${row.kind}, ${row.frequency}, 'active', ${row.anchorDay}::date, 0, 0, ${row.variantId}, ${row.quantity},
          ${row.windowId}, ${JSON.stringify(row.plan)}::jsonb, ${row.unitMinor}, ${row.feeMinor}, ${row.discountBasisPoints},
          ${row.trialBasisPoints ?? 0}, ${row.cardId}, ${row.begunBy ?? null}, ${row.giftDeliveries ?? null}, ${row.creationKey}, ${row.at.toString()}::timestamptz)
        on conflict do nothing returning id`,
  )
  return written.length === 1
}

/** A subscription as it is now. By another plan, what was planned is drawn up anew. */
export async function saveSubscription(
  tx: Tx,
  s: Subscription,
  { isOtherPlan }: { isOtherPlan: boolean },
): Promise<void> {
  const { unit, fee, quantity, discountBasisPoints, announced } = s.agreed
  await rows(
    tx,
    sql`update subscriptions set frequency = ${s.frequency}, anchor_day = ${s.anchorDay}::date, anchor_period = ${s.anchorPeriod},
          next_period = ${s.nextPeriod}, variant_id = ${s.variantId}, quantity = ${quantity}, window_id = ${s.windowId},
          plan = ${JSON.stringify(s.plan)}::jsonb, unit_minor = ${unit.minor}, fee_minor = ${fee.minor}, discount_basis_points = ${discountBasisPoints},
          announced_unit_minor = ${announced?.unit.minor ?? null}::bigint, announced_fee_minor = ${announced?.fee.minor ?? null}::bigint,
          announced_from = ${announced?.from.toString() ?? null}::timestamptz, card_id = ${s.cardId}, version = version + 1,
          plan_version = plan_version + ${isOtherPlan ? 1 : 0}::int
        where id = ${s.id}`,
  )
}

export interface StateNow {
  readonly state: Subscription['state']
  readonly pausedUntil?: ShopDay | null
  readonly pausedBecause?: PausedBecause | null
  readonly at: Temporal.Instant
}

/** Another state; who goes on begins with a clean slate. */
export async function markState(
  tx: Tx,
  id: SubscriptionId,
  { state, pausedUntil = null, pausedBecause = null, at }: StateNow,
): Promise<void> {
  await rows(
    tx,
    sql`update subscriptions set state = ${state}, paused_until = ${pausedUntil}::date, paused_because = ${pausedBecause},
          unpaid_in_a_row = case when ${state} = 'active' then 0 else unpaid_in_a_row end, version = version + 1,
          ended_at = case when ${state} = 'cancelled' then ${at.toString()}::timestamptz end
        where id = ${id}`,
  )
}

export async function markNextPeriod(tx: Tx, id: SubscriptionId, period: number): Promise<void> {
  await rows(tx, sql`update subscriptions set next_period = ${period} where id = ${id}`)
}

/** Counts deliveries in a row that nobody paid; 0 begins anew. Says how many there are now. */
export async function markUnpaid(tx: Tx, id: SubscriptionId, by: 0 | 1): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`update subscriptions set unpaid_in_a_row = ${by} + case when ${by}::int = 0 then 0 else unpaid_in_a_row end
        where id = ${id} returning unpaid_in_a_row as count`,
  )
  return row?.count ?? 0
}

export interface NewEvent {
  readonly subscriptionId: SubscriptionId
  readonly occurrenceId?: OccurrenceId
  readonly at: Temporal.Instant
  readonly kind: string
  readonly who: string
  readonly detail?: Record<string, unknown>
}

export async function insertEvent(
  tx: Tx,
  { subscriptionId, occurrenceId, at, kind, who, detail = {} }: NewEvent,
): Promise<void> {
  await rows(
    tx,
    sql`insert into subscription_events (subscription_id, occurrence_id, at, kind, who, detail)
        values (${subscriptionId}, ${occurrenceId ?? null}, ${at.toString()}::timestamptz, ${kind}, ${who}, ${JSON.stringify(detail)}::jsonb)`,
  )
}

export interface EventRow {
  readonly subscriptionId: SubscriptionId
  readonly occurrenceId: OccurrenceId | null
  readonly at: string
  readonly kind: string
  readonly who: string
  readonly detail: Record<string, unknown>
}

/** What was done to subscriptions, the latest first; a page shows no more of each. */
export function listEvents(db: Db, ids: readonly SubscriptionId[]): Promise<EventRow[]> {
  return rows(
    db,
    sql`select e.subscription_id as "subscriptionId", e.occurrence_id as "occurrenceId", e.at, e.kind, e.who, e.detail
        from unnest(${list(ids, 'text')}) as asked (id)
        cross join lateral (select * from subscription_events where subscription_id = asked.id order by id desc limit 40) e order by e.id desc`,
  )
}

export interface WindowRow {
  readonly id: WindowId
  readonly name: string
  readonly starts: string
  readonly ends: string
}

/** Windows by their ids, those too that are not offered any more. */
export async function listWindows(db: Db, ids: readonly WindowId[]): Promise<Map<WindowId, WindowRow>> {
  const found = await rows<WindowRow>(
    db,
    sql`select id, name, starts::text as starts, ends::text as ends from windows where id = any(${list(ids, 'text')})`,
  )
  return new Map(found.map((window) => [window.id, window]))
}
