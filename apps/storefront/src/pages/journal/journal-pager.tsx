import type { ContentList } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { journalAddress, type JournalQuery } from './journal-query.ts'

/** Which part of the journal this is, and the ways to the newer and the older. */
export function JournalPager({ list, query }: { list: ContentList; query: JournalQuery }): JSX.Element | null {
  const { page, pages, total } = list
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label="Pages">
      <span className="num">
        Page {page} of {pages}, {total} in all
      </span>
      <span className="pager-ways">
        {page > 1 && (
          <Link className="btn btn-line" rel="prev" to={journalAddress({ ...query, page: page - 1 })}>
            Newer
          </Link>
        )}
        {page < pages && (
          <Link className="btn btn-line" rel="next" to={journalAddress({ ...query, page: page + 1 })}>
            Older
          </Link>
        )}
      </span>
    </nav>
  )
}
