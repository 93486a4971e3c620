import type { ContentCard } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { Picture } from '../../components/picture.tsx'
import { entryNote } from './entry-words.ts'

/** Entries and care guides side by side: picture, name, what it is about. The whole card is the link. */
export function EntryShelf({ entries }: { entries: readonly ContentCard[] }): JSX.Element {
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li className="tile entry" key={entry.slug}>
          {/* A card without a picture keeps its colour, so that the row stands even. */}
          <div className={`plate close ${entry.tint}`}>
            {entry.picture && (
              <Picture picture={entry.picture} alt="" sizes="(min-width: 60rem) 22vw, (min-width: 40rem) 45vw, 30vw" />
            )}
          </div>
          <div className="meta">
            <h3>
              <Link to={`/journal/${entry.slug}`}>{entry.title}</Link>
            </h3>
            <p className="small">{entry.summary}</p>
            <p className="xs soft">{entryNote(entry)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
