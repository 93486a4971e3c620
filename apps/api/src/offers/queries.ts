import type { Zone } from '@flora/calendar/shop-day.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** What the shop itself decides about subscriptions. */
export interface ShopTerms {
  readonly zone: Zone
  readonly currency: Currency
  readonly gstBasisPoints: number
  /** Off the goods of each delivery. */
  readonly discountBasisPoints: number
  /** Off the goods of the first delivery of somebody's first subscription; 0 is none. */
  readonly trialBasisPoints: number
}

export async function findShopTerms(db: Db): Promise<ShopTerms> {
  const row = await firstRow<ShopTerms>(
    db,
    sql`select time_zone as zone, currency, gst_basis_points as "gstBasisPoints", subscriber_discount_basis_points as "discountBasisPoints",
          trial_discount_basis_points as "trialBasisPoints" from shop`,
  )
  if (!row) throw new Error('invariant broken: somebody subscribes and there is no shop')
  return row
}

/** Whether somebody has subscribed before, however that ended. A gift to others is not that. */
export async function hasSubscribed(db: Db, accountId: AccountId): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`select 1 from subscriptions where account_id = ${accountId} and gift_deliveries is null limit 1`,
  )
  return row !== undefined
}

/** How many subscriptions of an account are under way; gifts are not counted. */
export async function countUnderWay(db: Db, accountId: AccountId): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*)::int as count from subscriptions where account_id = ${accountId} and state in ('active', 'paused') and gift_deliveries is null`,
  )
  return row!.count
}
