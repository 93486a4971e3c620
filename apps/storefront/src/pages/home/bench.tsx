import type { FrontPage } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { ProductTile } from '../../components/tile.tsx'

/** One big thing and four small. */
export function Bench({ tiles, totals }: { tiles: FrontPage['bench']; totals: FrontPage['totals'] }): JSX.Element {
  const all = totals.filter(({ kind }) => kind !== 'add-on').reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="section wrap" aria-labelledby="bench">
      <div className="head">
        <h2 id="bench">On the bench this week</h2>
        <Link to="/flowers">All {all} flowers and plants</Link>
      </div>
      <ul className="range">
        {tiles.slice(0, 5).map((tile, index) => (
          <ProductTile
            key={tile.id}
            tile={tile}
            sizes={index === 0 ? '(min-width: 60rem) 46vw, 90vw' : '(min-width: 60rem) 22vw, 45vw'}
            {...(index === 0 && { tag: 'Our choice this week' })}
          />
        ))}
      </ul>
    </section>
  )
}
