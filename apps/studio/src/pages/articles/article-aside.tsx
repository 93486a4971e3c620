import type { Draft } from '@flora/contract/drafts.ts'
import { type JSX, useState } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Button } from '../../components/button.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { Section } from '../../components/section.tsx'
import { momentWords } from '@flora/calendar/wall-time.ts'
import type { ArticlePartProps } from './article-fields.tsx'
import { ArticlePicturePart } from './article-picture.tsx'

const eventWords: Readonly<Record<Draft['events'][number]['kind'], string>> = {
  created: 'Begun',
  edited: 'Changed',
  scheduled: 'Scheduled',
  published: 'Published',
  appeared: 'Appeared',
  withdrawn: 'Taken back',
  archived: 'Archived',
  deleted: 'Deleted',
}

/** Its picture, the products it speaks of, and its history. */
export function ArticleAside(props: ArticlePartProps & { draft: Draft }): JSX.Element {
  const { draft } = props
  const clock = useShopClock()
  return (
    <aside aria-label="Beside it">
      <ArticlePicturePart {...props} />
      <Products {...props} />
      <Section title="History">
        <ul className="changes">
          {draft.events.slice(0, 12).map(({ at, kind, who, parts }) => (
            <li key={`${at} ${kind}`}>
              {eventWords[kind]}
              {parts !== undefined && `: ${parts.join(', ')}`}
              <span className="hint block">
                {who}, {momentWords(at, clock)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </aside>
  )
}

function Products({ typed, change }: ArticlePartProps): JSX.Element {
  const [q, setQ] = useState('')
  const found = useAsk('GET /desk/catalog/products', q === '' ? undefined : { query: { q, page: 1 } }).data?.items ?? []
  const free = q === '' ? [] : found.filter(({ slug }) => !typed.products.includes(slug)).slice(0, 5)
  return (
    <Section title="Products it speaks of">
      <ul className="standing">
        {typed.products.map((slug) => (
          <li key={slug}>
            {slug}
            <Button
              small
              kind="text"
              label={`Take out ${slug}`}
              onPress={() => change({ products: typed.products.filter((one) => one !== slug) })}
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      <SearchField label="Add a product" value={q} placeholder="Peonies" onSearch={setQ} />
      <p className="head-acts more">
        {free.map(({ id, name, slug }) => (
          <Button key={id} small onPress={() => change({ products: [...typed.products, slug] })}>
            Add {name}
          </Button>
        ))}
      </p>
    </Section>
  )
}
