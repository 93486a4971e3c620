import { type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Content, ContentCard, ContentKind } from '@flora/contract/content.ts'
import type { Shop } from '../shop.ts'
import { contentNotFound } from './errors.ts'
import { minutesToRead, toHtml } from './markdown.ts'
import { type CardRow, findPublished, findTimeZone, listPublished } from './queries.ts'

type Reads = Pick<Shop, 'db' | 'clock'>

/** Cards of everything published, newest first. */
export async function listContent(shop: Reads, kind: ContentKind | undefined): Promise<ContentCard[]> {
  const today = await shopDay(shop)
  if (!today) return []
  return (await listPublished(shop.db, { kind, today })).map(toCard)
}

/** One published piece as safe HTML. */
export async function showContent(shop: Reads, slug: string): Promise<Content> {
  const today = await shopDay(shop)
  const row = today && (await findPublished(shop.db, { slug, today }))
  if (!row) throw contentNotFound(slug)
  return { ...toCard(row), html: toHtml(row.markdown), products: row.products ?? [] }
}

async function shopDay({ db, clock }: Reads): Promise<ShopDay | undefined> {
  const zone = await findTimeZone(db)
  return zone === undefined ? undefined : shopDayAt(clock.now(), zone)
}

function toCard(row: CardRow): ContentCard {
  const { slug, kind, title, summary, markdown, tint, picture, published_day } = row
  return {
    slug,
    kind,
    title,
    summary,
    publishedDay: published_day,
    minutes: minutesToRead(markdown),
    tint,
    ...(picture && { picture }),
  }
}
