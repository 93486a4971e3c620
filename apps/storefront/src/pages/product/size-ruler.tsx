import type { Product, Variant } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Picture } from '../../components/picture.tsx'

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']

// A picture's frame is taller than what is painted in it, which stands a little above the frame's lower edge.
const frame = 1.21
const headroom = 1.12

/** The sizes side by side against centimetres. */
export function SizeRuler({ product, variants }: { product: Product; variants: readonly Variant[] }): JSX.Element {
  const tallest = Math.max(...variants.map((variant) => variant.heightCm ?? 0))
  const whole = tallest * headroom
  const step = [5, 10, 20, 50, 100].find((cm) => whole / cm <= 6) ?? 200
  const count = numbers[variants.length]?.toLowerCase() ?? String(variants.length)
  const columns = columnsFor[variants.length] ?? 'sizes-3'
  return (
    <section aria-labelledby="szh">
      <h2 className="q" id="szh">
        The {count} sizes, to scale
      </h2>
      <div className={`sizes ${columns}`} aria-hidden="true">
        <svg className="cm" width="100%" height="100%">
          {marks(whole, step).map(({ at, cm }) => (
            <g key={cm}>
              <line x1={cm % step === 0 ? '64%' : '80%'} x2="100%" y1={at} y2={at} />
              {cm % step === 0 && cm > 0 && cm < whole * 0.94 && (
                <text x="56%" y={at} dy="0.35em">
                  {cm}
                </text>
              )}
            </g>
          ))}
        </svg>
        {variants.map((variant) => (
          <figure key={variant.id}>
            <div className={`size-pic ${heightClass(((variant.heightCm ?? 0) / whole) * frame * 100)}`}>
              {product.pictures[0] && <Picture picture={product.pictures[0]} alt="" sizes="10rem" />}
            </div>
          </figure>
        ))}
      </div>
      <div className={`sizes-cap ${columns}`}>
        <span>cm</span>
        {variants.map((variant) => (
          <span key={variant.id}>
            <b>{variant.name}</b>
            {variant.heightCm} cm, {variant.measure}
          </span>
        ))}
      </div>
    </section>
  )
}

const columnsFor: Record<number, string> = { 2: 'sizes-2', 3: 'sizes-3', 4: 'sizes-4', 5: 'sizes-5' }

function marks(whole: number, step: number): { at: string; cm: number }[] {
  return Array.from({ length: Math.floor((whole / step) * 2) + 1 }, (_, index) => {
    const cm = (index * step) / 2
    return { at: `${(100 - (cm / whole) * 100).toFixed(2)}%`, cm }
  })
}

// Inline styles are closed by the policy, so heights are classes in steps of two per cent (made in storefront.css).
function heightClass(percent: number): string {
  return `h-[${Math.min(120, Math.round(percent / 2) * 2)}%]`
}
