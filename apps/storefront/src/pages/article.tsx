import type { Product } from '@flora/contract/catalog.ts'
import type { Content } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../ask-shop.ts'
import { ContentBody } from '../components/content-body.tsx'
import { FeedLink } from '../components/feed-link.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Picture, pictureAt } from '../components/picture.tsx'
import { ProductTile } from '../components/tile.tsx'
import { visitContext } from '../visit.ts'
import { ArticleFacts } from './article/article-facts.tsx'
import { pieceAddress } from './article/piece-address.ts'
import { readPiece } from './article/read-piece.ts'
import { EntryShelf } from './journal/entry-shelf.tsx'
import { dayWithYear, readingTime } from './journal/entry-words.ts'
import { journalAddress } from './journal/journal-query.ts'

/** An entry or a care guide, with the facts of the first product it speaks of. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const entry = await readPiece(visit, { slug: params.slug ?? '', path: new URL(request.url).pathname })
  const [first] = entry.products
  const product = first && (await orNothing(visit.client.call('GET /products/:slug', { params: { slug: first.slug } })))
  return { entry, label: product && { latinName: product.latinName, facts: product.facts.slice(0, 2) } }
}

/** One entry of the journal: picture at chapter scale, narrow column, products in the margin, what to read next. */
export function Component(): JSX.Element {
  const { entry, label } = useLoaderData<typeof loader>()
  return (
    <>
      <article className="wrap art">
        <ArticleHead entry={entry} />
        <header>
          <p className="small soft">
            <Link to="/journal">Journal</Link>, <Dated entry={entry} />
            {entry.author !== '' && `, by ${entry.author}`}, {readingTime(entry.minutes)}
          </p>
          <h1>{entry.title}</h1>
          <p className="lead">{entry.summary}</p>
        </header>
        {entry.picture && <Figure entry={entry} picture={entry.picture} label={label} />}
        <ContentBody html={entry.html} />
        {entry.products.length > 0 && <InThisEntry entry={entry} />}
        <ArticleFoot entry={entry} />
      </article>
      {entry.related.length > 0 && (
        <section className="section wrap" aria-labelledby="next">
          <div className="head">
            <h2 id="next">Read on</h2>
            <Link to="/journal">All entries</Link>
          </div>
          <EntryShelf entries={entry.related} />
        </section>
      )}
    </>
  )
}

function ArticleHead({ entry }: { entry: Content }): JSX.Element {
  return (
    <>
      <PageHead
        title={entry.title}
        description={entry.summary}
        path={pieceAddress(entry)}
        kind="article"
        {...(entry.picture && { picture: pictureAt(entry.picture.id, 1200, 'webp') })}
      />
      <meta property="article:published_time" content={entry.publishedAt} />
      <meta property="article:modified_time" content={entry.changedAt} />
      <FeedLink />
      <ArticleFacts entry={entry} />
    </>
  )
}

function Dated({ entry }: { entry: Content }): JSX.Element {
  return <time dateTime={entry.publishedAt}>{dayWithYear(entry.publishedDay)}</time>
}

function InThisEntry({ entry }: { entry: Content }): JSX.Element {
  return (
    <aside className="side" aria-labelledby="in-this">
      <h2 id="in-this">{entry.kind === 'care' ? 'In this guide' : 'In this entry'}</h2>
      <ul className="tilelist">
        {entry.products.map((tile) => (
          <ProductTile key={tile.id} tile={tile} sizes="(min-width: 60rem) 15rem, 45vw" />
        ))}
      </ul>
    </aside>
  )
}

function ArticleFoot({ entry }: { entry: Content }): JSX.Element | null {
  const isChanged = entry.changedDay !== entry.publishedDay
  if (entry.tags.length === 0 && !isChanged) return null
  return (
    <footer className="art-foot small soft">
      {entry.tags.length > 0 && (
        <p>
          More about{' '}
          {entry.tags.map(({ slug, label }, nth) => (
            <span key={slug}>
              {nth > 0 && ', '}
              <Link to={journalAddress({ tag: slug })}>{label}</Link>
            </span>
          ))}
        </p>
      )}
      {isChanged && (
        <p>
          Changed on <time dateTime={entry.changedAt}>{dayWithYear(entry.changedDay)}</time>
        </p>
      )}
    </footer>
  )
}

interface FigureProps {
  readonly entry: Content
  readonly picture: NonNullable<Content['picture']>
  readonly label: { readonly latinName: string; readonly facts: Product['facts'] } | undefined
}

function Figure({ entry, picture, label }: FigureProps): JSX.Element {
  return (
    <figure className={label ? 'art-fig' : 'art-fig no-herb'}>
      <div className={`plate ${entry.tint}`}>
        <Picture picture={picture} sizes="100vw" first />
        {label && (
          <aside className="herb" aria-label="Stem label">
            <header>
              <span>Specimen</span>
            </header>
            <span className="latin">{label.latinName}</span>
            <dl>
              {label.facts.flatMap(({ term, text }) => [
                <dt key={term}>{term}</dt>,
                <dd key={`${term} is`}>{text}</dd>,
              ])}
            </dl>
          </aside>
        )}
      </div>
    </figure>
  )
}
