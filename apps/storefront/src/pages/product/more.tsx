import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Product } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { SeasonRuler } from '../../components/season-ruler.tsx'
import { SizeRuler } from './size-ruler.tsx'
import { usualVariant } from './purchase.ts'

/** The left column under the picture: what is in it, how large, when, and what to do with it at home. */
export function More({ product, today }: { product: Product; today: ShopDay }): JSX.Element {
  const measured = product.variants.filter((variant) => variant.heightCm !== undefined)
  return (
    <div className="pdp-more">
      <InIt product={product} />
      {measured.length > 1 && <SizeRuler product={product} variants={measured} />}
      {product.seasonMonths && (
        <section aria-labelledby="sn">
          <h2 className="q" id="sn">
            When it’s the real thing
          </h2>
          <p className="soft small mb-s4">Outside these months we don’t sell it. The poppy line is today.</p>
          <SeasonRuler
            rows={[{ name: product.name, latinName: product.latinName, months: product.seasonMonths }]}
            today={today}
          />
        </section>
      )}
      {product.care.length > 0 && (
        <section aria-labelledby="care">
          <h2 className="q" id="care">
            Looking after {product.kind === 'plant' || product.kind === 'add-on' ? 'it' : 'them'}
          </h2>
          <div className="stack">
            {product.care.map(({ heading, text }) => (
              <p key={heading}>
                <b>{heading}.</b> {text}
              </p>
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

function InIt({ product }: { product: Product }): JSX.Element {
  const variant = usualVariant(product)
  return (
    <section aria-labelledby="in-it">
      <h2 className="q" id="in-it">
        What’s in it
      </h2>
      <div className="stack">
        {product.description.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {variant.stems.length > 0 && (
          <dl className="lines small">
            {variant.stems.map(({ name, count }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        )}
        {variant.stems.length > 0 && product.variants.length > 1 && (
          <p className="xs soft">Counted for the {variant.name.toLowerCase()} one.</p>
        )}
      </div>
    </section>
  )
}
