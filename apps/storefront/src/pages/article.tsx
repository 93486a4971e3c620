import type { Product, Tile } from '@flora/contract/catalog.ts'
import type { Content } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { data, Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { dayAndMonth } from '../components/calendar/day-words.ts'
import { ContentBody } from '../components/content-body.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Picture, pictureAt } from '../components/picture.tsx'
import { ProductTile } from '../components/tile.tsx'
import { visitContext } from '../visit.ts'

const inTheMargin = 2

/** An entry or a care guide, with the products it speaks of. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { client } = context.get(visitContext)
  const entry = await orProblem(client.call('GET /content/:slug', { params: { slug: params.slug ?? '' } }))
  if (entry.kind === 'page') throw redirect(`/pages/${entry.slug}`)
  if (entry.slug !== params.slug) throw data(null, { status: 404 })
  const products = await Promise.all(
    entry.products
      .slice(0, inTheMargin)
      .map((one) => orNothing(client.call('GET /products/:slug', { params: { slug: one.slug } }))),
  )
  const found = products.filter((one) => one !== undefined)
  return {
    entry,
    tiles: found.map(tileOf),
    label: found[0] && { latinName: found[0].latinName, facts: found[0].facts.slice(0, 2) },
  }
}

/** One entry of the journal. */
export function Component(): JSX.Element {
  const { entry, tiles, label } = useLoaderData<typeof loader>()
  return (
    <article className="wrap art">
      <PageHead
        title={entry.title}
        description={entry.summary}
        path={`/journal/${entry.slug}`}
        kind="article"
        {...(entry.picture && { picture: pictureAt(entry.picture.id, 1200, 'webp') })}
      />
      <header>
        <p className="small soft">
          <Link to="/journal">Journal</Link>
          {entry.kind === 'journal' && `, ${dayAndMonth(entry.publishedDay)} ${entry.publishedDay.slice(0, 4)}`},{' '}
          {entry.minutes} {entry.minutes === 1 ? 'minute' : 'minutes'}
        </p>
        <h1>{entry.title}</h1>
        <p className="lead">{entry.summary}</p>
      </header>
      {entry.picture && <Figure entry={entry} picture={entry.picture} label={label} />}
      <ContentBody html={entry.html} />
      {tiles.length > 0 && (
        <aside className="side" aria-labelledby="in-this">
          <h2 id="in-this">In this entry</h2>
          <ul className="tilelist">
            {tiles.map((tile) => (
              <ProductTile key={tile.id} tile={tile} sizes="15rem" />
            ))}
          </ul>
        </aside>
      )}
    </article>
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

function tileOf(product: Product): Tile {
  const cheapest = product.variants.reduce((least, one) => (one.price.minor < least.price.minor ? one : least))
  const { id, slug, name, latinName, kind, tint } = product
  return {
    id,
    slug,
    name,
    latinName,
    kind,
    tint,
    picture: product.pictures[0] ?? { id: slug, alt: '' },
    from: cheapest.price,
    hasSizes: product.variants.length > 1,
    soldOut: product.variants.every((one) => one.soldOut),
  }
}
