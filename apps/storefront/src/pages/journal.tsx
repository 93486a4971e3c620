import type { ContentCard, ContentList } from '@flora/contract/content.ts'
import type { JSX } from 'react'
import { data, Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { FeedLink } from '../components/feed-link.tsx'
import { PageHead } from '../components/page-head.tsx'
import { visitContext, type Visit } from '../visit.ts'
import { Entries } from './home/journal-chapter.tsx'
import { EntryShelf } from './journal/entry-shelf.tsx'
import { readingTime } from './journal/entry-words.ts'
import { JournalPager } from './journal/journal-pager.tsx'
import { allTags, journalAddress, readJournalQuery, type JournalQuery } from './journal/journal-query.ts'
import { TagLine } from './journal/tag-line.tsx'

/** A page of the journal, or of everything about one thing. One part of it has one address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const query = readJournalQuery(url.searchParams)
  if (journalAddress(query) !== `/journal${url.search}`) throw redirect(journalAddress(query))
  const read = await (query.tag === undefined ? readJournal : readTag)(context.get(visitContext), query)
  const last = Math.max(1, read.list.pages)
  if (query.page > last) throw redirect(journalAddress({ ...query, page: last }))
  return { query, ...read }
}

interface Read {
  readonly list: ContentList
  readonly tags: ContentList['tags']
  /** On the first page only. */
  readonly care: readonly ContentCard[]
}

async function readJournal({ client }: Visit, { page }: JournalQuery): Promise<Read> {
  const [list, care] = await Promise.all([
    orProblem(client.call('GET /content', { query: { kind: 'journal', ...(page > 1 && { page: String(page) }) } })),
    orProblem(client.call('GET /content', { query: { kind: 'care' } })),
  ])
  return { list, tags: allTags(list.tags, care.tags), care: page === 1 ? care.items : [] }
}

async function readTag({ client }: Visit, { tag, page }: JournalQuery): Promise<Read> {
  const list = await orProblem(
    client.call('GET /content', {
      query: { kind: 'journal,care', ...(tag !== undefined && { tag }), ...(page > 1 && { page: String(page) }) },
    }),
  )
  if (!list.tags.some(({ slug }) => slug === tag)) throw data(null, { status: 404 })
  return { list, tags: list.tags, care: [] }
}

const withTop = 4

/** The journal's front: the newest large, the rest as cards, care guides below. Older pages and tags are cards. */
export function Component(): JSX.Element {
  const { query, list, tags, care } = useLoaderData<typeof loader>()
  const label = tags.find(({ slug }) => slug === query.tag)?.label
  const isFront = label === undefined && query.page === 1
  const rest = isFront ? list.items.slice(withTop) : list.items
  return (
    <div className="wrap">
      <JournalHead label={label} query={query} list={list} />
      <header className="page-head">
        <h1 className="h1-s">{label ?? 'From the journal'}</h1>
        <p className="lead">
          {label === undefined ? 'What’s in season, what isn’t, and why.' : countWords(list.total)}
        </p>
        <TagLine tags={tags} chosen={query.tag} />
      </header>
      <h2 className="vh">{isFront ? 'Latest' : 'Entries'}</h2>
      {list.items.length === 0 && <p className="soft">Nothing is written yet. The bench comes first.</p>}
      {isFront && list.items.length > 0 && <Entries entries={list.items.slice(0, withTop)} first />}
      {rest.length > 0 && (
        <div className={isFront ? 'section' : undefined}>
          {isFront && (
            <div className="head">
              <h2>Earlier</h2>
            </div>
          )}
          <EntryShelf entries={rest} />
        </div>
      )}
      <JournalPager list={list} query={query} />
      {care.length > 0 && <CareIndex guides={care} />}
      <p className="small soft feed">
        New entries come by <a href="/journal/feed.xml">feed</a>, for those who read that way.
      </p>
    </div>
  )
}

interface JournalHeadProps {
  readonly label: string | undefined
  readonly query: JournalQuery
  readonly list: ContentList
}

function JournalHead({ label, query, list }: JournalHeadProps): JSX.Element {
  const name = label === undefined ? 'Journal' : `${label}, from the journal`
  return (
    <>
      <PageHead
        title={query.page > 1 ? `${name}, page ${query.page}` : name}
        description={
          label === undefined
            ? 'What is in season, what isn’t, and what to do with it at home. Written at the bench in Fitzroy.'
            : `What a Fitzroy florist has written under “${label}”. ${countWords(list.total)}`
        }
        path={journalAddress(query)}
      />
      <FeedLink />
      {query.page > 1 && <link rel="prev" href={journalAddress({ ...query, page: query.page - 1 })} />}
      {query.page < list.pages && <link rel="next" href={journalAddress({ ...query, page: query.page + 1 })} />}
    </>
  )
}

function CareIndex({ guides }: { guides: readonly ContentCard[] }): JSX.Element {
  return (
    <section className="section" aria-labelledby="care">
      <div className="head">
        <h2 id="care">Looking after flowers and plants</h2>
      </div>
      <dl className="qa">
        {guides.map((guide) => (
          <div key={guide.slug}>
            <dt>
              <Link to={`/journal/${guide.slug}`}>{guide.title}</Link>
            </dt>
            <dd>
              {guide.summary} <span className="soft small nowrap">{readingTime(guide.minutes)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function countWords(total: number): string {
  return total === 1 ? 'One entry.' : `${total} entries and guides.`
}
