import type { Content } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { pictureAt } from '../../components/picture.tsx'
import { useShop } from '../../components/shell.tsx'
import { pieceAddress } from './piece-address.ts'

/** The article as search engines read it (schema.org). Left out while the shop does not know its own address. */
export function ArticleFacts({ entry }: { entry: Content }): JSX.Element | null {
  const shop = useShop()
  const origin = shop?.origin
  if (origin === undefined) return null
  const publisher = { '@type': 'Organization', name: shop?.facts.name ?? 'Flora', url: origin }
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: entry.title,
    description: entry.summary,
    ...(entry.picture && { image: [`${origin}${pictureAt(entry.picture.id, 1200, 'webp')}`] }),
    datePublished: entry.publishedAt,
    dateModified: entry.changedAt,
    author: entry.author === '' ? publisher : { '@type': 'Person', name: entry.author },
    publisher,
    mainEntityOfPage: `${origin}${pieceAddress(entry)}`,
    keywords: entry.tags.map(({ label }) => label),
    inLanguage: 'en-AU',
  }
  // React writes '<' before a script's end as an escape; said here as well, so that no title can end the element.
  return <script type="application/ld+json">{JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>
}
