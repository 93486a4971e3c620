import type { DeskProduct } from '@flora/contract/catalog-desk.ts'
import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { Section } from '../../components/section.tsx'
import { inProse } from '../../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import { CroppedPicture } from './cropped-picture.tsx'
import type { TypedProduct } from './typed-product.ts'

/** How it looks on the shelf, what it still lacks, and who changed it. */
export function ProductAside({ product, typed }: { product: DeskProduct; typed: TypedProduct }): JSX.Element {
  const clock = useShopClock()
  const picture = typed.pictures[0]
  const prices = typed.variants.flatMap(({ price, active }) => (price && active ? [price] : []))
  return (
    <aside aria-label="Beside it">
      <p className="xs soft">How it looks on the shelf</p>
      <div className="tile">
        <span className={`plate ${typed.tint}`}>
          {picture && <CroppedPicture picture={picture} alt={picture.alt} />}
        </span>
        <div className="meta">
          <b className="tile-name">{typed.name}</b>
          <span className="price">{fromWords(prices)}</span>
          <span className="latin">{typed.latinName}</span>
        </div>
      </div>
      {product.missing.length > 0 && (
        <Section title="Before it can be published">
          <ul className="missing">
            {product.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      {product.oldSlugs.length > 0 && (
        <p className="hint">Old addresses that lead here: {product.oldSlugs.map((slug) => `/p/${slug}`).join(', ')}</p>
      )}
      {product.changes.length > 0 && (
        <Section title="Changes">
          <ul className="changes">
            {product.changes.slice(0, 12).map(({ version, at, who, what }) => (
              <li key={`${version} ${at} ${what}`}>
                {what}
                <span className="hint block">
                  {who}, {momentWords(at, clock)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  )
}

function fromWords(prices: readonly Money[]): string {
  const [least] = prices.toSorted((a, b) => (a.minor < b.minor ? -1 : 1))
  if (least === undefined) return ''
  return prices.some(({ minor }) => minor !== least.minor) ? `from ${inProse(least)}` : inProse(least)
}
