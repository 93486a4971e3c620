import type { ShopDay, Zone } from '@flora/calendar/shop-day.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export async function findTimeZone(db: Db): Promise<Zone | undefined> {
  return (await firstRow<{ timeZone: Zone }>(db, sql`select time_zone as "timeZone" from shop`))?.timeZone
}

/** Counts one asking of the hosted writer; false when the day's budget is spent. However many ask at once, none is too many. */
export async function takeAsking(tx: Tx, { day, budget }: { day: ShopDay; budget: number }): Promise<boolean> {
  const taken = await rows(
    tx,
    sql`insert into gift_note_days as counted (day, asked) values (${day}::date, 1)
        on conflict (day) do update set asked = counted.asked + 1 where counted.asked < ${budget} returning day`,
  )
  return taken.length === 1
}
