import type { ContentList } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { journalAddress } from './journal-query.ts'

/** What the journal is about, as an index with the number of pieces of each. */
export function TagLine({
  tags,
  chosen,
}: {
  tags: ContentList['tags']
  chosen: string | undefined
}): JSX.Element | null {
  if (tags.length === 0) return null
  return (
    <nav className="tags" aria-label="What it is about">
      <ul>
        <li>
          <Link to="/journal" {...(chosen === undefined && { 'aria-current': 'page' as const })}>
            Everything
          </Link>
        </li>
        {tags.map(({ slug, label, count }) => (
          <li key={slug}>
            <Link to={journalAddress({ tag: slug })} {...(chosen === slug && { 'aria-current': 'page' as const })}>
              {label}
              <span className="soft num"> {count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
