import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, PhotoId } from '@flora/contract/ids.ts'
import type { BouquetOrder } from '@flora/illustration'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { invariant } from '../platform/refusal.ts'
import type { CroppedFrom } from './picture.ts'

/** The file of a photo, when a picture that is cropped from it stands somewhere, or is the first look at it. */
export async function findPhotoFile(db: Db, id: string, { hash, focus }: CroppedFrom): Promise<string | undefined> {
  const isFirstLook = focus.x === 50 && focus.y === 50
  const row = await firstRow<{ file: string }>(
    db,
    sql`
    select file from photos where left(hash, 32) = ${hash} and (${isFirstLook}::boolean
      or exists (select from pictures where id = ${id}) or exists (select from content where picture ->> 'id' = ${id}))
    limit 1`,
  )
  return row?.file
}

export interface PhotoParts {
  readonly id: PhotoId
  readonly hash: string
  readonly file: string
  readonly fileName: string
  readonly width: number
  readonly height: number
  readonly accountId: AccountId
  readonly at: Temporal.Instant
}

/** Where the store keeps a photo. */
export function findPhoto(db: Db, id: string): Promise<{ file: string } | undefined> {
  return firstRow(db, sql`select file from photos where id = ${id}`)
}

/** Notes a photo, or finds the one of the same pixels. */
export async function savePhoto(tx: Tx, photo: PhotoParts): Promise<{ id: PhotoId; fileName: string }> {
  const saved = await firstRow<{ id: PhotoId; fileName: string }>(
    tx,
    sql`
    insert into photos (id, hash, file, file_name, width, height, account_id, at)
    values (${photo.id}, ${photo.hash}, ${photo.file}, ${photo.fileName}, ${photo.width}, ${photo.height}, ${photo.accountId}, ${photo.at.toString()}::timestamptz)
    on conflict (hash) do update set file = excluded.file returning id, file_name as "fileName"`,
  )
  invariant(saved, 'a photo that is written is there')
  return saved
}

/** Where an address that a product or a collection once had leads now. */
export async function findMovedTo(db: Db, { shelf, slug }: MovedAsked): Promise<string | undefined> {
  const row = await firstRow<{ slug: string }>(
    db,
    shelf === 'p'
      ? sql`select p.slug from product_slugs old join products p on p.id = old.product_id where old.slug = ${slug}`
      : sql`select c.slug from collection_slugs old join collections c on c.id = old.collection_id where old.slug = ${slug}`,
  )
  return row && `/${shelf}/${row.slug}`
}

export interface MovedAsked {
  readonly shelf: 'p' | 'collections'
  readonly slug: string
}

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
      select id, position from pictures where drawing is not null or photo_id is not null
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
