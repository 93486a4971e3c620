import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { dayAndMonth } from '../components/calendar/day-words.ts'
import { PageHead } from '../components/page-head.tsx'
import { visitContext } from '../visit.ts'
import { Entries } from './home/journal-chapter.tsx'

/** Everything published, newest first. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { client } = context.get(visitContext)
  const all = await orProblem(client.call('GET /content', { query: {} }))
  return { entries: all.filter((one) => one.kind === 'journal'), care: all.filter((one) => one.kind === 'care') }
}

const withTop = 4

/** The journal's front: the newest large, the rest by date, care guides below. */
export function Component(): JSX.Element {
  const { entries, care } = useLoaderData<typeof loader>()
  const older = entries.slice(withTop)
  return (
    <div className="wrap">
      <PageHead
        title="Journal"
        description="What is in season, what isn’t, and what to do with it at home. Written at the bench in Fitzroy."
        path="/journal"
      />
      <header className="page-head">
        <h1 className="h1-s">From the journal</h1>
        <p className="lead">What’s in season, what isn’t, and why.</p>
      </header>
      <h2 className="vh">Latest</h2>
      {entries.length === 0 ? (
        <p className="soft">Nothing is written yet. The bench comes first.</p>
      ) : (
        <Entries entries={entries.slice(0, withTop)} first />
      )}
      {older.length > 0 && <Older heading="Earlier" entries={older} />}
      {care.length > 0 && <Older heading="Looking after flowers and plants" entries={care} />}
    </div>
  )
}

function Older({
  heading,
  entries,
}: {
  heading: string
  entries: Awaited<ReturnType<typeof loader>>['entries']
}): JSX.Element {
  return (
    <section className="section">
      <div className="head">
        <h2>{heading}</h2>
      </div>
      <dl className="qa">
        {entries.map((entry) => (
          <div key={entry.slug}>
            <dt>
              <Link to={`/journal/${entry.slug}`}>{entry.title}</Link>
            </dt>
            <dd>
              {entry.summary}{' '}
              <span className="soft small nowrap">
                {entry.kind === 'journal' && `${dayAndMonth(entry.publishedDay)}, `}
                {entry.minutes} {entry.minutes === 1 ? 'minute' : 'minutes'}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
