import type { OrderId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import { rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface InShopPayment {
  readonly orderId: OrderId
  readonly amount: Money
  readonly by: 'cash' | 'terminal'
  readonly who: string
  readonly at: Temporal.Instant
  /** A difference since a change, and not the order itself, whose money is counted by what confirmed it. */
  readonly isDue: boolean
}

/** Writes money that was taken in the shop into its ledger and the order's books. */
export async function insertInShopPayment(
  tx: Tx,
  { orderId, amount, by, who, at, isDue }: InShopPayment,
): Promise<void> {
  const due = isDue ? amount.minor : 0
  await rows(
    tx,
    sql`with entry as (
          insert into in_shop_payments (order_id, amount_minor, currency, taken_by, who, at)
          values (${orderId}, ${amount.minor}, ${amount.currency}, ${by}, ${who}, ${at.toString()}::timestamptz)
        )
        update orders set in_shop_minor = in_shop_minor + ${amount.minor}::bigint, paid_minor = paid_minor + ${due}::bigint,
          due_minor = due_minor - ${due}::bigint where id = ${orderId}`,
  )
}
