import type { FrontPage, Tile } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { Picture } from '../../components/picture.tsx'

/** Reasons for flowers as an index with leaders, beside one big picture. */
export function Occasions({
  occasions,
  beside,
}: {
  occasions: FrontPage['occasions']
  beside: Tile | undefined
}): JSX.Element {
  return (
    <section className="section wrap" id="occasions" aria-labelledby="occ">
      <div className="split">
        {beside && (
          <div className={`plate wide ${beside.tint}`}>
            <Picture picture={beside.picture} sizes="(min-width: 60rem) 40vw, 90vw" />
          </div>
        )}
        <div>
          <h2 id="occ">For whatever it is</h2>
          <p className="soft mt-s3 mb-s5">Start with the reason and we’ll show what suits.</p>
          <OccasionIndex occasions={occasions} />
        </div>
      </div>
    </section>
  )
}

/** The index itself: reason, dotted leader, how many. */
export function OccasionIndex({ occasions }: { occasions: FrontPage['occasions'] }): JSX.Element {
  return (
    <ul className="index one">
      {occasions.map(({ value, label, count }) => (
        <li key={value}>
          <Link to={`/occasions/${value}`}>
            {label}
            <span>
              {count}
              <span className="vh"> to choose from</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
