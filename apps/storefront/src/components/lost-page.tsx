import type { JSX } from 'react'
import { Link } from 'react-router'
import { PageHead } from './page-head.tsx'
import driedBunch from '../pictures/dried-bunch.svg'

/** Nothing is at this address. */
export function LostPage(): JSX.Element {
  return (
    <div className="wrap lost">
      <PageHead title="Page not found" noIndex />
      <div>
        <p className="small soft">404</p>
        <h1>Nothing’s growing here.</h1>
        <p className="lead">The page has moved, or the address has a typo. The flowers are where they were.</p>
        <div className="acts">
          <Link className="btn" to="/flowers">
            See the flowers
          </Link>
          <Link className="btn btn-line" to="/find-order">
            Find an order
          </Link>
        </div>
      </div>
      <div className="plate blush">
        <img src={driedBunch} width="400" height="500" alt="A dried bunch, not growing either" />
      </div>
    </div>
  )
}
