import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { BouquetOrder } from '@flora/illustration'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'

/** What the illustrator needs for a picture, whether a product's or a text's. */
export async function findDrawing(db: Db, id: string): Promise<BouquetOrder | undefined> {
  const row = await firstRow<{ drawing: BouquetOrder }>(
    db,
    sql`
    (select drawing from pictures where id = ${id} and drawing is not null limit 1)
    union all
    (select drawing from content where picture ->> 'id' = ${id} and drawing is not null limit 1)
    limit 1`,
  )
  return row?.drawing
}

/** Every picture that is drawn, first those that stand on tiles. */
export async function listDrawnIds(db: Db): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`
    select id, min(position) as nth from (
      select id, position from pictures where drawing is not null
      union all
      select picture ->> 'id', 0 from content where picture is not null and drawing is not null
    ) drawn group by id order by nth, id limit 100000`,
  )
  return found.map(({ id }) => id)
}

export interface Address {
  readonly path: string
  readonly changed_at: string | null
}

/** The addresses of everything a search engine should know, and of the fixed ones when they last changed, if that is known. */
export function listAddresses(db: Db, { today, now }: { today: ShopDay; now: Temporal.Instant }): Promise<Address[]> {
  return rows(
    db,
    sql`
    with pieces as (
      select kind, slug, greatest(published_at, changed_at) as changed_at from content
      where status = 'published' and published_at <= ${now.toString()}::timestamptz
    )
    (select '/journal' as path, max(changed_at) as changed_at, 0 as nth, 0 as position from pieces where kind <> 'page')
    union all
    (select '/p/' || slug, null, 1, position from products p
      where status = 'live' and from_minor is not null and (visible_from is null or visible_from <= ${today}::date)
        and (visible_until is null or visible_until >= ${today}::date))
    union all
    (select '/collections/' || slug, null, 2, position from collections)
    union all
    (select '/occasions/' || value, null, 3, position from facet_values where facet = 'occasion')
    union all
    (select case kind when 'page' then '/pages/' else '/journal/' end || slug, changed_at, 4, 0 from pieces)
    order by nth, position, path limit 50000`,
  )
}

export async function findTimeZone(db: Db): Promise<string | undefined> {
  return (await firstRow<{ time_zone: string }>(db, sql`select time_zone from shop`))?.time_zone
}
