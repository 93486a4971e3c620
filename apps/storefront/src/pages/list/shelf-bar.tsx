import type { ProductList, Sort } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link, useNavigate } from 'react-router'
import { filtersOn, toggled, writeQuery, type ListQuery } from './list-query.ts'

interface ShelfBarProps {
  readonly list: ProductList
  readonly query: ListQuery
  readonly pathname: string
}

const sortWords: readonly [Sort, string][] = [
  ['featured', 'In season first'],
  ['price-up', 'Price, low to high'],
  ['price-down', 'Price, high to low'],
  ['newest', 'Newest'],
  ['name', 'Name'],
]

/** What is filtered, each with its way out; and the order of the shelf. */
export function ShelfBar({ list, query, pathname }: ShelfBarProps): JSX.Element {
  const navigate = useNavigate()
  return (
    <div className="list-bar">
      {filtersOn(query) > 0 ? (
        <ul className="on" aria-label="Filters on">
          {list.facets.flatMap((facet) =>
            facet.values
              .filter((one) => query.facets[facet.name]?.includes(one.value))
              .map((one) => (
                <FilterOn
                  key={`${facet.name} ${one.value}`}
                  label={one.label}
                  to={`${pathname}${writeQuery(toggled(query, facet.name, one.value))}`}
                />
              )),
          )}
          {(query.priceFrom !== undefined || query.priceTo !== undefined) && (
            <FilterOn label={priceWords(query)} to={`${pathname}${writeQuery(anyPrice(query))}`} />
          )}
          <li>
            <Link
              className="clear"
              to={`${pathname}${writeQuery({ facets: {}, ...(query.q !== undefined && { q: query.q }) })}`}
              preventScrollReset
            >
              Clear all
            </Link>
          </li>
        </ul>
      ) : (
        <span />
      )}
      <div className="field sort">
        <label htmlFor="sort">Sort</label>
        <select
          className="input"
          id="sort"
          name="sort"
          form="filters"
          value={query.sort ?? 'featured'}
          onChange={(event) =>
            void navigate(`${pathname}${writeQuery(sortedBy(query, event.target.value as Sort))}`, {
              preventScrollReset: true,
            })
          }
        >
          {sortWords.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function FilterOn({ label, to }: { label: string; to: string }): JSX.Element {
  return (
    <li>
      <Link to={to} preventScrollReset>
        {label} <span aria-hidden="true">×</span>
        <span className="vh">, remove filter</span>
      </Link>
    </li>
  )
}

function sortedBy({ sort: _sort, page: _page, ...rest }: ListQuery, sort: Sort): ListQuery {
  return sort === 'featured' ? rest : { ...rest, sort }
}

/** The query without its price and on its first page. */
export function anyPrice({ priceFrom: _from, priceTo: _to, page: _page, ...rest }: ListQuery): ListQuery {
  return rest
}

function priceWords({ priceFrom, priceTo }: ListQuery): string {
  if (priceFrom === undefined) return `Up to $${priceTo}`
  return priceTo === undefined ? `From $${priceFrom}` : `$${priceFrom} to $${priceTo}`
}
