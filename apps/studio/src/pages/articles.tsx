import type { DraftCard } from '@flora/contract/drafts.ts'
import { type JSX, useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../asking/use-address.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SelectField } from '../components/fields.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { pageIn, Pager } from '../components/pager.tsx'
import { SearchField } from '../components/search-field.tsx'
import { Badge } from '../components/status-badge.tsx'
import { Empty } from '../components/trouble.tsx'
import { BeginArticle } from '../forms/article-begin.tsx'
import { articleKinds, articleStates } from '../words/articles.ts'
import { count } from '../words/counts.ts'
import { choicesOf } from '../words/products.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'

const states = ['draft', 'scheduled', 'published', 'archived'] as const
const all = { value: '' as const, words: 'All' }

/** Everything that is written: the journal, care guides and the shop's own pages. */
export function Component(): JSX.Element {
  const [read, set] = useAddress()
  const q = read('q')
  const state = states.find((one) => one === read('state'))
  const kind = choicesOf(articleKinds).find(({ value }) => value === read('kind'))?.value
  const page = pageIn(read('page'))
  const answer = useAsk('GET /content/drafts', {
    query: {
      ...(page > 1 && { page: String(page) }),
      ...(q !== '' && { q }),
      ...(state && { state }),
      ...(kind && { kind }),
    },
  })
  const onSearch = useCallback((text: string) => set({ q: text, page: undefined }), [set])
  const { timeZone, today } = useShopClock()
  const columns = useMemo(() => columnsAt({ timeZone, today }), [timeZone, today])
  const [isBeginning, setBeginning] = useState(false)
  return (
    <>
      <PageHeader title="Articles" lead={answer.data && count(answer.data.total, 'piece')}>
        <Button kind="ink" onPress={() => setBeginning(true)}>
          Write something
        </Button>
      </PageHeader>
      <div className="filters" role="search">
        <SearchField label="Search articles" placeholder="Peonies" value={q} onSearch={onSearch} />
        <SelectField
          label="State"
          value={state ?? ''}
          choices={[all, ...states.map((value) => ({ value, words: articleStates[value].word }))]}
          onChange={(value) => set({ state: value, page: undefined })}
        />
        <SelectField
          label="Kind"
          value={kind ?? ''}
          choices={[all, ...choicesOf(articleKinds)]}
          onChange={(value) => set({ kind: value, page: undefined })}
        />
      </div>
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title="Nothing is like that" />
          ) : (
            <>
              <DataTable caption="Articles" columns={columns} rows={list.items} rowKey={({ id }) => id} stacks />
              <Pager page={list.page} pages={list.pages} total={list.total} />
            </>
          )
        }
      </Answered>
      {isBeginning && <BeginArticle onClose={() => setBeginning(false)} />}
    </>
  )
}

function columnsAt(clock: Parameters<typeof momentWords>[1]): Column<DraftCard>[] {
  return [
    {
      id: 'title',
      head: 'Title',
      isName: true,
      sort: ({ title }) => title,
      cell: ({ id, title, kind }) => (
        <>
          <Link to={`/articles/${id}`}>
            <b>{title}</b>
          </Link>
          <span className="hint block">{articleKinds[kind]}</span>
        </>
      ),
    },
    {
      id: 'state',
      head: 'State',
      sort: ({ state }) => state,
      cell: ({ state, publishedAt }) => (
        <>
          <Badge mark={articleStates[state].mark}>{articleStates[state].word}</Badge>
          {state === 'scheduled' && publishedAt && (
            <span className="hint block">{momentWords(publishedAt, clock)}</span>
          )}
        </>
      ),
    },
    { id: 'author', head: 'By', sort: ({ author }) => author, cell: ({ author }) => author },
    { id: 'tags', head: 'Tags', cell: ({ tags }) => tags.map(({ label }) => label).join(', ') },
    {
      id: 'changed',
      head: 'Changed',
      isNumber: true,
      sort: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => <span className="nowrap">{momentWords(changedAt, clock)}</span>,
    },
  ]
}
