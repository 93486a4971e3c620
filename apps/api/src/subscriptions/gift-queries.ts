import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import { type Db, list, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface Given {
  readonly drawn: number
  readonly settled: number
  readonly lastDay: ShopDay | null
}

/** How many of a gift's deliveries come, came, or are being settled; and how many of those cannot be taken back any more. */
export async function countGiven(db: Db, id: SubscriptionId, now: Temporal.Instant): Promise<Given> {
  return (await countAllGiven(db, [id], now)).get(id)!
}

/** The same of many gifts. */
export async function countAllGiven(
  db: Db,
  ids: readonly SubscriptionId[],
  now: Temporal.Instant,
): Promise<Map<SubscriptionId, Given>> {
  if (ids.length === 0) return new Map()
  const found = await rows<Given & { id: SubscriptionId }>(
    db,
    sql`select gift.id, count(*) filter (where state in ('planned', 'charging', 'paid'))::int as drawn,
          count(*) filter (where state in ('charging', 'paid') or (state = 'planned' and last_change_at <= ${now.toString()}::timestamptz))::int as settled,
          (max(day) filter (where state in ('planned', 'charging', 'paid')))::text as "lastDay"
        from unnest(${list(ids, 'text')}) as gift (id) left join occurrences o on o.subscription_id = gift.id group by gift.id`,
  )
  return new Map(found.map(({ id, ...given }) => [id, given]))
}

/** Orders of a subscription's paid deliveries that nobody has begun to tie, but one: its gift's money went back with that one. */
export async function listOtherOrders(db: Db, id: SubscriptionId, except: OrderId): Promise<OrderId[]> {
  const found = await rows<{ id: OrderId }>(
    db,
    sql`select r.id from occurrences o join orders r on r.id = o.order_id
        where o.subscription_id = ${id} and o.state = 'paid' and r.id <> ${except} and r.status = 'CONFIRMED' order by r.id limit 100`,
  )
  return found.map(({ id: orderId }) => orderId)
}
