import type { ContentCard } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { dayAndMonth } from '@flora/calendar/wall-day.ts'
import { Picture } from '../../components/picture.tsx'
import { readingTime } from '../journal/entry-words.ts'

/** One entry large, the next three as a column. */
export function JournalChapter({ entries }: { entries: readonly ContentCard[] }): JSX.Element {
  return (
    <section className="section wrap" aria-labelledby="jour">
      <div className="head">
        <h2 id="jour">From the journal</h2>
        <Link to="/journal">All entries</Link>
      </div>
      <Entries entries={entries} />
    </section>
  )
}

/** The chapter's body, also the top of the journal's own page. */
export function Entries({ entries, first = false }: { entries: readonly ContentCard[]; first?: boolean }): JSX.Element {
  const [big, ...rest] = entries
  return (
    <div className="journal">
      {big && (
        <article className="j-big">
          {big.picture && (
            <div className={`plate close ${big.tint}`}>
              <Picture picture={big.picture} alt="" sizes="(min-width: 60rem) 56vw, 90vw" first={first} />
            </div>
          )}
          <EntryWords entry={big} />
        </article>
      )}
      <ul className="j-list">
        {rest.map((entry) => (
          <li key={entry.slug}>
            <EntryWords entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function EntryWords({ entry }: { entry: ContentCard }): JSX.Element {
  return (
    <div>
      <p className="xs soft">
        {dayAndMonth(entry.publishedDay)}, {readingTime(entry.minutes)}
      </p>
      <h3>
        <Link to={`/journal/${entry.slug}`}>{entry.title}</Link>
      </h3>
      <p>{entry.summary}</p>
    </div>
  )
}
