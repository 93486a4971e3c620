import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Picture, Tint } from '@flora/contract/catalog.ts'
import type { ContentKind } from '@flora/contract/content.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, rows } from '../platform/db.ts'

export interface CardRow {
  readonly slug: string
  readonly kind: ContentKind
  readonly title: string
  readonly summary: string
  readonly markdown: string
  readonly tint: Tint
  readonly picture: Picture | null
  readonly published_day: ShopDay
}

// A journal of a weekly shop reaches this after years.
const mostCards = 500

/** The zone of the shop's days. */
export async function findTimeZone(db: Db): Promise<string | undefined> {
  return (await firstRow<{ time_zone: string }>(db, sql`select time_zone from shop`))?.time_zone
}

/** What is published by `today`, newest first. */
export function listPublished(
  db: Db,
  { kind, today }: { kind: ContentKind | undefined; today: ShopDay },
): Promise<CardRow[]> {
  return rows(
    db,
    sql`
    select slug, kind, title, summary, markdown, tint, picture, published_day::text as published_day
    from content
    where status = 'published' and published_day <= ${today}::date ${kind ? sql`and kind = ${kind}` : sql``}
    order by content.published_day desc, slug limit ${mostCards}`,
  )
}

/** One published piece with the products it speaks of that are sold today. */
export function findPublished(
  db: Db,
  { slug, today }: { slug: string; today: ShopDay },
): Promise<(CardRow & { products: { slug: string; name: string }[] | null }) | undefined> {
  return firstRow(
    db,
    sql`
    select slug, kind, title, summary, markdown, tint, picture, published_day::text as published_day, (
      select json_agg(json_build_object('slug', p.slug, 'name', p.name) order by named.nth)
      from unnest(content.product_slugs) with ordinality as named (slug, nth) join products p on p.slug = named.slug
      where p.status = 'live' and (p.visible_from is null or p.visible_from <= ${today}::date) and (p.visible_until is null or p.visible_until >= ${today}::date)
    ) as products
    from content
    where slug = ${slug} and status = 'published' and published_day <= ${today}::date`,
  )
}
