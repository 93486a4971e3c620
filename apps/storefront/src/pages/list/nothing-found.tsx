import type { ProductList } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { filtersOn, writeQuery, type ListQuery } from './list-query.ts'
import { anyPrice } from './shelf-bar.tsx'

interface NothingFoundProps {
  readonly list: ProductList
  readonly query: ListQuery
  readonly pathname: string
}

/** No results: why, and the ways on. */
export function NothingFound({ list, query, pathname }: NothingFoundProps): JSX.Element {
  const priced = query.priceFrom !== undefined || query.priceTo !== undefined
  return (
    <div className="empty">
      <div>
        <h3>{query.q === undefined ? 'Nothing is all of that at once' : `Nothing for “${query.q}”`}</h3>
        <p>
          {list.didYouMean !== undefined && (
            <>
              Did you mean <Link to={`/search?${new URLSearchParams({ q: list.didYouMean })}`}>{list.didYouMean}</Link>
              ?{' '}
            </>
          )}
          {filtersOn(query) > 1 ? 'Take one filter off, or start again.' : 'Try the flower, the colour or the reason.'}
        </p>
        <div className="acts">
          {priced && (
            <Link className="btn btn-line" to={`${pathname}${writeQuery(anyPrice(query))}`}>
              Clear the price filter
            </Link>
          )}
          <Link className="btn btn-line" to="/flowers">
            See all flowers
          </Link>
        </div>
      </div>
    </div>
  )
}
