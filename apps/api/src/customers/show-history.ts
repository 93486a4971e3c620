import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { historyPageSize, type OrderHistory, type OrderSummary } from '@flora/contract/customers.ts'
import type { AccountId, OrderId } from '@flora/contract/ids.ts'
import { money } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import { notHerOrder } from './errors.ts'
import { findHistoryPlace, listPastOrders, type PastOrder } from './order-queries.ts'

/** A page of an account's orders, newest first. `after` is the last order of the page before. */
export async function showHistory(
  db: Db,
  { accountId, after }: { accountId: AccountId; after: OrderId | undefined },
): Promise<OrderHistory> {
  const place = after === undefined ? undefined : await findHistoryPlace(db, accountId, after)
  if (after !== undefined && !place) throw notHerOrder()
  // One more than is shown tells whether there is another page.
  const found = await listPastOrders(db, { accountId, after: place, limit: historyPageSize + 1 })
  const shown = found.slice(0, historyPageSize)
  return {
    items: shown.map(toSummary),
    ...(found.length > shown.length && { next: shown.at(-1)!.id }),
  }
}

function toSummary({ placedAt, totalMinor, currency, pictures, deliveries, ...order }: PastOrder): OrderSummary {
  return {
    ...order,
    placedAt: instantFromStored(placedAt).toString(),
    total: money(totalMinor, currency),
    pictures: [...pictures],
    deliveries: [...deliveries],
  }
}
