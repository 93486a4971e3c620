import type { Product } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { Picture, pictureAt } from '../components/picture.tsx'
import { useShop } from '../components/shell.tsx'
import { ProductTile } from '../components/tile.tsx'
import { postcodeFor, visitContext } from '../visit.ts'
import { price } from '../words/money.ts'
import { BuyForm } from './product/buy-form.tsx'
import { ProductFacts } from './product/json-ld.tsx'
import { More } from './product/more.tsx'
import { usualVariant } from './product/purchase.ts'

// Four weeks and the rest of this one: what the table shows before anybody asks for later days.
const daysAsked = '35'

/** A product, and when it can come to the visitor's postcode. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { client } = visit
  const postcode = postcodeFor(request.url, visit)
  const [product, shop, offers] = await Promise.all([
    orProblem(client.call('GET /products/:slug', { params: { slug: params.slug ?? '' } })),
    orProblem(client.call('GET /shop', {})),
    orNothing(client.call('GET /subscriptions/offers', {})),
  ])
  // Of all that can be subscribed to, the page needs this one.
  const subscribable = offers?.products.find(({ slug }) => slug === product.slug)
  const lines = `${usualVariant(product).id}:1`
  const calendar =
    postcode === undefined
      ? undefined
      : await orNothing(client.call('GET /delivery/calendar', { query: { postcode, lines, days: daysAsked } }))
  return { product, subscribable, postcode, calendar, today: shop.today, pickUpAt: shop.address }
}

const aisles: Record<Product['kind'], readonly [string, string]> = {
  bouquet: ['/flowers?kind=bouquet', 'Bouquets'],
  arrangement: ['/flowers?kind=arrangement', 'Arrangements'],
  plant: ['/plants', 'Plants'],
  dried: ['/dried', 'Dried flowers'],
  'add-on': ['/add-ons', 'Something to go with them'],
}

/** The product page: what it is, when it can come, what it costs. */
export function Component(): JSX.Element {
  const { product, subscribable, postcode, calendar, today, pickUpAt } = useLoaderData<typeof loader>()
  const origin = useShop()?.origin
  const [aisle, aisleName] = aisles[product.kind]
  const path = `/p/${product.slug}`
  return (
    <div className="wrap">
      <PageHead
        title={product.name}
        description={`${product.summary} ${product.variants.length > 1 ? 'From ' : ''}${price(cheapest(product))}, delivered in Melbourne on the day you choose.`}
        path={path}
        kind="product"
        {...(product.pictures[0] && { picture: pictureAt(product.pictures[0].id, 1200, 'webp') })}
      />
      <ProductFacts product={product} origin={origin} path={path} />
      <nav className="crumbs" aria-label="You are here">
        <Link to="/flowers">Flowers</Link> <span aria-hidden="true">/</span> <Link to={aisle}>{aisleName}</Link>
      </nav>
      <div className="pdp">
        <Plate product={product} />
        <BuyForm key={product.id} {...{ product, subscribable, postcode, calendar, pickUpAt }} />
        <More product={product} today={today} />
      </div>
      {product.similar.length > 0 && (
        <section className="section" aria-labelledby="sim">
          <div className="head">
            <h2 id="sim">In the same spirit</h2>
          </div>
          <ul className="shelf four">
            {product.similar.slice(0, 4).map((tile) => (
              <ProductTile key={tile.id} tile={tile} sizes="(min-width: 60rem) 23vw, 45vw" />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Plate({ product }: { product: Product }): JSX.Element {
  const [picture] = product.pictures
  return (
    <div className="pdp-pic">
      <div className={`plate ${product.tint}`}>
        {picture && <Picture picture={picture} sizes="(min-width: 60rem) 50vw, 100vw" first />}
        <aside className="herb" aria-label="Stem label">
          <header>
            <span>Flora{product.collections[0] && `, ${product.collections[0].name.replace(/^The /, 'the ')}`}</span>
          </header>
          <span className="latin">{product.latinName}</span>
          <dl>
            {product.facts
              .slice(0, 3)
              .flatMap(({ term, text }) => [<dt key={term}>{term}</dt>, <dd key={`${term} is`}>{text}</dd>])}
          </dl>
        </aside>
      </div>
    </div>
  )
}

function cheapest(product: Product): Product['variants'][number]['price'] {
  return product.variants.reduce(
    (least, { price: next }) => (next.minor < least.minor ? next : least),
    product.variants[0]!.price,
  )
}
