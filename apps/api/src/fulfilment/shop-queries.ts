import { type Db, firstRow } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** How the shop signs its papers, and the zone of its clock. */
export interface ShopOfPapers {
  readonly name: string
  readonly tagline: string
  readonly address: string
  readonly phone: string
  readonly timeZone: string
}

export async function findShopOfPapers(db: Db): Promise<ShopOfPapers> {
  const row = await firstRow<ShopOfPapers>(
    db,
    sql`select name, tagline, address, phone, time_zone as "timeZone" from shop`,
  )
  if (!row) throw new Error('invariant broken: there is work in a shop that is not there')
  return row
}
