import type { Picture, Tint } from '@flora/contract/catalog.ts'
import { contentPageSize, type ContentKind } from '@flora/contract/content.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, list } from '../platform/db.ts'

// What anyone may read: pieces that are published and whose instant has come.

export interface CardRow {
  readonly slug: string
  readonly kind: ContentKind
  readonly title: string
  readonly summary: string
  readonly author: string
  readonly markdown: string
  readonly tint: Tint
  readonly picture: Picture | null
  readonly tags: readonly string[]
  readonly tag_slugs: readonly string[]
  readonly published_at: string
}

export interface PieceRow extends CardRow {
  readonly changed_at: string
  readonly product_slugs: readonly string[]
  readonly related: readonly CardRow[] | null
}

// Enough for a reader that comes by once a month.
const mostInFeed = 20
const relatedShown = 4

// The columns of CardRow; they speak of a piece as `c`.
const card = sql`c.slug, c.kind, c.title, c.summary, c.author, c.markdown, c.tint, c.picture, c.tags, c.tag_slugs, c.published_at`

/** The zone of the shop's days. */
export async function findTimeZone(db: Db): Promise<string | undefined> {
  return (await firstRow<{ time_zone: string }>(db, sql`select time_zone from shop`))?.time_zone
}

export interface Published {
  readonly total: number
  readonly items: readonly CardRow[] | null
  readonly tags: readonly { slug: string; label: string; count: number }[] | null
}

/** One page of what is published, newest first, and the tags of all of these kinds. */
export async function listPublished(
  db: Db,
  asked: { kinds: readonly ContentKind[] | undefined; tag: string | undefined; page: number; now: Temporal.Instant },
): Promise<Published> {
  const { kinds, tag, page, now } = asked
  const row = await firstRow<Published>(
    db,
    sql`
    with shelf as materialized (
      select id, slug, tags, tag_slugs, published_at from content
      where status = 'published' and published_at <= ${now.toString()}::timestamptz ${kinds ? sql`and kind = any(${list(kinds, 'text')})` : sql``}
    ),
    chosen as materialized (
      select id, row_number() over (order by published_at desc, slug) as nth
      from shelf ${tag === undefined ? sql`` : sql`where tag_slugs @> ${list([tag], 'text')}`}
    )
    select (select count(*)::int from chosen) as total,
      (
        select json_agg(to_jsonb(card) order by card.nth) from (
          select ${card}, chosen.nth from chosen join content c on c.id = chosen.id
          where chosen.nth > ${(page - 1) * contentPageSize}::int and chosen.nth <= ${page * contentPageSize}::int
        ) card
      ) as items,
      (
        select json_agg(json_build_object('slug', slug, 'label', label, 'count', count) order by count desc, slug) from (
          select word.slug, min(word.label) as label, count(*)::int as count
          from shelf cross join lateral unnest(shelf.tag_slugs, shelf.tags) as word (slug, label) group by word.slug
        ) used
      ) as tags`,
  )
  return row!
}

/** The piece behind an address it has or had, and what to read after it: what shares most tags, then its own kind, then the newest. */
export function findPublished(
  db: Db,
  { slug, now }: { slug: string; now: Temporal.Instant },
): Promise<PieceRow | undefined> {
  return firstRow(
    db,
    sql`
    with piece as (
      select c.* from content_slugs s join content c on c.id = s.content_id
      where s.slug = ${slug} and c.status = 'published' and c.published_at <= ${now.toString()}::timestamptz
    )
    select ${card}, c.changed_at, c.product_slugs, (
      select json_agg(to_jsonb(other) order by other.nth) from (
        select ${card}, row_number() over (
          order by cardinality(array(select unnest(c.tag_slugs) intersect select unnest(piece.tag_slugs))) desc, c.kind <> piece.kind,
            c.published_at desc, c.slug
        ) as nth
        from content c, piece
        where piece.kind <> 'page' and c.kind <> 'page' and c.id <> piece.id
          and c.status = 'published' and c.published_at <= ${now.toString()}::timestamptz
        order by nth limit ${relatedShown}
      ) other
    ) as related
    from piece c`,
  )
}

export interface FeedRow extends CardRow {
  readonly id: string
  readonly changed_at: string
}

/** The shop's name and the latest of journal and care guides, for feed readers. */
export async function findFeed(
  db: Db,
  now: Temporal.Instant,
): Promise<{ name: string; pieces: readonly FeedRow[] | null } | undefined> {
  return firstRow(
    db,
    sql`
    select shop.name, (
      select json_agg(to_jsonb(latest) order by latest.published_at desc, latest.slug) from (
        select c.id, ${card}, c.changed_at from content c
        where c.kind <> 'page' and c.status = 'published' and c.published_at <= ${now.toString()}::timestamptz
        order by c.published_at desc, c.slug limit ${mostInFeed}
      ) latest
    ) as pieces
    from shop`,
  )
}
