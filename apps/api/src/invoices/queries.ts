import { sql } from '../platform/sql.ts'
import { type Db, firstRow } from '../platform/db.ts'
import type { Seller } from './invoice.ts'

export async function findSeller(db: Db): Promise<Seller> {
  const row = await firstRow<Seller>(
    db,
    sql`select name, tagline, abn, address, phone, email, time_zone as zone, gst_basis_points as "gstBasisPoints" from shop`,
  )
  if (!row) throw new Error('invariant broken: an invoice is wanted and there is no shop')
  return row
}
