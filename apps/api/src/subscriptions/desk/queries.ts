import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId, OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import type { OrderStatus } from '@flora/contract/orders.ts'
import type { SubscriptionTroubleCode } from '@flora/contract/subscription-desk.ts'
import { type Db, firstRow, list, rows } from '../../platform/db.ts'
import { type SQL, sql } from '../../platform/sql.ts'

/** What a list is asked for. */
export interface Wanted {
  readonly words: readonly string[]
  readonly state: 'active' | 'paused' | 'cancelled' | undefined
  readonly rhythm: string | undefined
  readonly trouble: 'any' | SubscriptionTroubleCode | undefined
  readonly next: 'week' | 'month' | 'none' | undefined
  readonly after: Place | undefined
}

/** Where a page ends: by the next day, and then by id. */
export interface Place {
  readonly nextDay: ShopDay | null
  readonly id: SubscriptionId
}

/** What is known of a subscription for its line, beside what it is. */
export interface DeskFacts {
  readonly id: SubscriptionId
  readonly nextDay: ShopDay | null
  readonly cardDeclined: ShopDay | null
  readonly notPaid: ShopDay | null
  readonly couldNot: ShopDay | null
}

// A delivery that nobody paid is old news after four weeks: the next one has been paid, or the subscription was paused.
const newsDays = 28

/** Every subscription with the day that comes next and the days on which something goes wrong: the ledger is asked by its index. */
function withFacts(today: ShopDay): SQL {
  return sql`select s.id, s.state, s.kind, s.frequency, s.gift_deliveries, s.paused_because, s.plan, a.name as owner_name, a.email as owner_email,
      g.buyer_name, g.buyer_email, l.*
    from subscriptions s left join accounts a on a.id = s.account_id left join orders g on g.id = s.begun_by
    cross join lateral (
      select min(o.day) filter (where o.state in ('planned', 'charging', 'paid') and o.day >= ${today}::date) as next_day,
        min(o.day) filter (where o.state = 'charging' and o.failure is not null) as card_declined,
        max(o.day) filter (where o.state = 'failed' and o.because = 'unpaid' and o.day >= ${today}::date - ${newsDays}::int) as not_paid,
        min(coalesce(o.day, o.nominal_day)) filter (where o.state = 'could-not' and coalesce(o.day, o.nominal_day) >= ${today}::date) as could_not
      from occurrences o where o.subscription_id = s.id) l`
}

const goesWrong: Record<SubscriptionTroubleCode, SQL> = {
  'card-declined': sql`card_declined is not null`,
  unpaid: sql`state = 'paused' and paused_because = 'payment'`,
  'not-paid': sql`state = 'active' and not_paid is not null`,
  'off-shelf': sql`state = 'paused' and paused_because = 'not-for-sale'`,
  'could-not': sql`state = 'active' and could_not is not null`,
}
const anythingGoesWrong: SQL = sql`(${sql.join(
  Object.values(goesWrong).map((one) => sql`(${one})`),
  sql` or `,
)})`

/** A page of subscriptions, the one that comes next first. */
export function listDeskFacts(
  db: Db,
  { today, limit, ...wanted }: Wanted & { today: ShopDay; limit: number },
): Promise<DeskFacts[]> {
  return rows(
    db,
    sql`select id, next_day::text as "nextDay", card_declined::text as "cardDeclined", not_paid::text as "notPaid", could_not::text as "couldNot"
        from (${withFacts(today)}) f where ${sql.join(conditionsOf(wanted, today), sql` and `)}
        order by coalesce(next_day, 'infinity'::date), id limit ${limit}`,
  )
}

/** The same of one. */
export function findDeskFacts(db: Db, id: SubscriptionId, today: ShopDay): Promise<DeskFacts | undefined> {
  return firstRow(
    db,
    sql`select id, next_day::text as "nextDay", card_declined::text as "cardDeclined", not_paid::text as "notPaid", could_not::text as "couldNot"
        from (${withFacts(today)}) f where id = ${id}`,
  )
}

/** How many there are of each state, and how many in trouble. */
export async function countDeskSubscriptions(
  db: Db,
  today: ShopDay,
): Promise<{ active: number; paused: number; cancelled: number; inTrouble: number }> {
  const row = await firstRow<{ active: number; paused: number; cancelled: number; inTrouble: number }>(
    db,
    sql`select (select count(*) from subscriptions where state = 'active')::int as active, (select count(*) from subscriptions where state = 'paused')::int as paused,
          (select count(*) from subscriptions where state = 'cancelled')::int as cancelled,
          (select count(*) from (${withFacts(today)} where s.state <> 'cancelled') f where ${anythingGoesWrong})::int as "inTrouble"`,
  )
  return row!
}

function conditionsOf({ words, state, rhythm, trouble, next, after }: Wanted, today: ShopDay): SQL[] {
  const has = words.map((word) => {
    const part = `%${word.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    return sql`lower(concat_ws(' ', coalesce(owner_name, buyer_name), coalesce(owner_email, buyer_email), plan->'recipient'->>'name')) like ${part}`
  })
  return [
    sql`true`,
    ...has,
    ...(state ? [sql`state = ${state}`] : []),
    ...(rhythm ? [rhythmIs(rhythm)] : []),
    ...(trouble ? [sql`state <> 'cancelled'`, trouble === 'any' ? anythingGoesWrong : goesWrong[trouble]] : []),
    ...(next ? [nextIs(next, today)] : []),
    ...(after
      ? [
          sql`(coalesce(next_day, 'infinity'::date), id) > (coalesce(${after.nextDay}::date, 'infinity'::date), ${after.id}::text)`,
        ]
      : []),
  ]
}

function rhythmIs(rhythm: string): SQL {
  if (rhythm === 'gift') return sql`gift_deliveries is not null`
  if (rhythm === 'surprise') return sql`kind = 'surprise'`
  return sql`frequency = ${rhythm} and kind = 'recurring'`
}

function nextIs(next: 'week' | 'month' | 'none', today: ShopDay): SQL {
  if (next === 'none') return sql`next_day is null`
  return sql`next_day < ${today}::date + ${next === 'week' ? 7 : 28}::int`
}

export interface LedgerOrder {
  readonly id: OrderId
  readonly number: string
  readonly status: OrderStatus
}

/** The orders of some deliveries of a ledger, by delivery. */
export async function listLedgerOrders(db: Db, ids: readonly OccurrenceId[]): Promise<Map<OccurrenceId, LedgerOrder>> {
  const found = await rows<LedgerOrder & { occurrenceId: OccurrenceId }>(
    db,
    sql`select o.id as "occurrenceId", r.id, r.number, r.status from occurrences o join orders r on r.id = o.order_id
        where o.id = any(${list(ids, 'text')})`,
  )
  return new Map(found.map(({ occurrenceId, ...order }) => [occurrenceId, order]))
}

/** Names of accounts that did something, by id. */
export async function listDoers(db: Db, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const found = await rows<{ id: string; name: string }>(
    db,
    sql`select id, name from accounts where id = any(${list(ids, 'text')})`,
  )
  return Object.fromEntries(found.map(({ id, name }) => [id, name]))
}
