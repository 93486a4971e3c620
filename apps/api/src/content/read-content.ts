import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { type Content, type ContentKind, type ContentList, contentPageSize } from '@flora/contract/content.ts'
import { listNamedTiles } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { toCard } from './card.ts'
import { contentNotFound } from './errors.ts'
import { toHtml } from './markdown.ts'
import { type FeedRow, findFeed, findPublished, findTimeZone, listPublished } from './queries.ts'

type Reads = Pick<Shop, 'db' | 'clock'>

/** One page of cards of what is published, newest first. */
export async function listContent(
  { db, clock }: Reads,
  {
    kinds,
    tag,
    page = 1,
  }: { kinds?: readonly ContentKind[] | undefined; tag?: string | undefined; page?: number | undefined },
): Promise<ContentList> {
  const zone = await findTimeZone(db)
  if (zone === undefined) return { items: [], total: 0, page, pages: 0, tags: [] }
  const { items, total, tags } = await listPublished(db, { kinds, tag, page, now: clock.now() })
  return {
    items: (items ?? []).map((row) => toCard(row, zone)),
    total,
    page,
    pages: Math.ceil(total / contentPageSize),
    tags: [...(tags ?? [])],
  }
}

/** One published piece as safe HTML, with what it speaks of as it is sold now. */
export async function showContent({ db, clock }: Reads, slug: string): Promise<Content> {
  const now = clock.now()
  const [zone, row] = await Promise.all([findTimeZone(db), findPublished(db, { slug, now })])
  if (zone === undefined || !row) throw contentNotFound(slug)
  const changedAt = changedAfter(row)
  return {
    ...toCard(row, zone),
    publishedAt: instantFromStored(row.published_at).toString(),
    changedAt: changedAt.toString(),
    changedDay: shopDayAt(changedAt, zone),
    html: toHtml(row.markdown),
    products: await listNamedTiles(db, row.product_slugs, shopDayAt(now, zone)),
    related: (row.related ?? []).map((other) => toCard(other, zone)),
  }
}

/** A piece as feed readers get it. */
export interface FeedEntry {
  readonly id: string
  /** Path in the shop. */
  readonly path: string
  readonly title: string
  readonly summary: string
  readonly author: string
  readonly tags: readonly string[]
  /** Safe, with addresses that begin with the shop's own. */
  readonly html: string
  readonly publishedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
}

export interface Feed {
  /** The shop's. */
  readonly name: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

/** The latest pieces of the journal for feed readers. */
export async function readFeed({ db, clock }: Reads, publicUrl: string): Promise<Feed> {
  const found = await findFeed(db, clock.now())
  return { name: found?.name ?? 'Flora', entries: (found?.pieces ?? []).map((row) => toFeedEntry(row, publicUrl)) }
}

function toFeedEntry(row: FeedRow, publicUrl: string): FeedEntry {
  return {
    id: row.id,
    path: `/journal/${row.slug}`,
    title: row.title,
    summary: row.summary,
    author: row.author,
    tags: row.tags,
    html: toHtml(row.markdown, { origin: publicUrl }),
    publishedAt: instantFromStored(row.published_at),
    changedAt: changedAfter(row),
  }
}

// What was changed before anybody could read it is no change to a reader.
function changedAfter({ published_at, changed_at }: { published_at: string; changed_at: string }): Temporal.Instant {
  const [published, changed] = [instantFromStored(published_at), instantFromStored(changed_at)]
  return Temporal.Instant.compare(changed, published) > 0 ? changed : published
}
