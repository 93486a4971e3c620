import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { ContentCard, Tag } from '@flora/contract/content.ts'
import { minutesToRead } from './markdown.ts'
import type { CardRow } from './queries.ts'

/** A published piece as a list shows it. */
export function toCard(row: CardRow, zone: string): ContentCard {
  const { slug, kind, title, summary, author, markdown, tint, picture, published_at } = row
  return {
    slug,
    kind,
    title,
    summary,
    author,
    publishedDay: shopDayAt(instantFromStored(published_at), zone),
    minutes: minutesToRead(markdown),
    tint,
    ...(picture && { picture }),
    tags: toTags(row),
  }
}

export function toTags({ tags, tag_slugs }: Pick<CardRow, 'tags' | 'tag_slugs'>): Tag[] {
  return tags.map((label, nth) => ({ slug: tag_slugs[nth]!, label }))
}
