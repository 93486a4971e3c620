import type { ProductList } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { onPage, writeQuery, type ListQuery } from './list-query.ts'

interface PagerProps {
  readonly list: ProductList
  readonly query: ListQuery
  readonly pathname: string
}

// The shop's own page size; told here only to count, the server decides what is on a page.
const pageSize = 24

/** Which part of the list this is, and the ways to the others. */
export function Pager({ list, query, pathname }: PagerProps): JSX.Element | null {
  if (list.items.length === 0) return null
  const from = (list.page - 1) * pageSize + 1
  const to = from + list.items.length - 1
  const at = (page: number): string => `${pathname}${writeQuery(onPage(query, page))}`
  return (
    <nav className="pager" aria-label="Pages">
      <span className="num">
        {from} to {to} of {list.total}
      </span>
      <span className="pager-ways">
        {list.page > 1 && (
          <Link className="btn btn-line" rel="prev" to={at(list.page - 1)}>
            Previous {pageSize}
          </Link>
        )}
        {list.page < list.pages && (
          <Link className="btn btn-line" rel="next" to={at(list.page + 1)}>
            Next {Math.min(pageSize, list.total - to)}
          </Link>
        )}
      </span>
    </nav>
  )
}
