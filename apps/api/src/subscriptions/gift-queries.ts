import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderId, SubscriptionId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** How many of a gift's deliveries come, came, or are being settled; and how many of those cannot be taken back any more. */
export async function countGiven(
  db: Db,
  id: SubscriptionId,
  now: Temporal.Instant,
): Promise<{ drawn: number; settled: number; lastDay: ShopDay | null }> {
  const row = await firstRow<{ drawn: number; settled: number; lastDay: ShopDay | null }>(
    db,
    sql`select count(*) filter (where state in ('planned', 'charging', 'paid'))::int as drawn,
          count(*) filter (where state in ('charging', 'paid') or (state = 'planned' and last_change_at <= ${now.toString()}::timestamptz))::int as settled,
          (max(day) filter (where state in ('planned', 'charging', 'paid')))::text as "lastDay" from occurrences where subscription_id = ${id}`,
  )
  return row!
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
