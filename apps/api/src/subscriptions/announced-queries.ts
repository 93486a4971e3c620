import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { Announced, Agreed } from '../offers/index.ts'
import { recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

type Saved = Pick<Agreed, 'unit' | 'fee'> & { readonly id: SubscriptionId; readonly announced: Announced }

/** Writes down what was announced to many subscribers; by another price, what was planned is drawn up anew. */
export async function saveAnnounced(tx: Tx, saved: readonly Saved[]): Promise<void> {
  const records = saved.map(({ id, unit, fee, announced }) => ({
    id,
    unit: unit.minor,
    fee: fee.minor,
    announcedUnit: announced.unit.minor,
    announcedFee: announced.fee.minor,
    from: announced.from.toString(),
  }))
  await rows(
    tx,
    sql`update subscriptions s set unit_minor = a.unit, fee_minor = a.fee, announced_unit_minor = a."announcedUnit",
          announced_fee_minor = a."announcedFee", announced_from = a."from", version = version + 1, plan_version = plan_version + 1
        from jsonb_to_recordset(${recordset(records)}) as a (id text, unit bigint, fee bigint, "announcedUnit" bigint, "announcedFee" bigint, "from" timestamptz)
        where s.id = a.id`,
  )
}
