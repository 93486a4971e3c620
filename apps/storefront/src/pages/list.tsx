import type { JSX } from 'react'
import { data, redirect, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { orNothing, orProblem } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { postcodeFor, visitContext, type Visit } from '../visit.ts'
import { toDoor } from '../words/answer.ts'
import { firstDayWords } from './list/first-day.ts'
import { Filters } from './list/filters.tsx'
import { onPage, readQuery, toApi, writeQuery, type ListQuery } from './list/list-query.ts'
import { NothingFound } from './list/nothing-found.tsx'
import { Pager } from './list/pager.tsx'
import { PlaceBanner, type PlaceNews } from './list/place-banner.tsx'
import { Shelf } from './list/shelf.tsx'
import { couldBeSlug } from '../words/could-be-slug.ts'
import { kindOfShelf, shelfName } from './list/shelf-names.ts'
import { ShelfBar } from './list/shelf-bar.tsx'

/** A shelf: products by kind, occasion, collection or search, with their filters. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const visit = context.get(visitContext)
  const query = readQuery(url.searchParams)
  const postcodeTyped = url.searchParams.get('postcode')
  const address = writeQuery(query)
  // A form without script repeats names and sends empty fields; one list has one address all the same.
  if (postcodeTyped === null && address !== url.search) throw redirect(`${url.pathname}${address}`)

  // In the page's address a collection is a place; to the API it is a wish, and one it cannot read is somebody's mistake.
  if (params.collection !== undefined && !couldBeSlug(params.collection)) throw data(null, { status: 404 })
  const kind = kindOfShelf(url.pathname) ?? query.kind
  const asked = toApi({
    ...query,
    facets: { ...query.facets, ...(params.occasion !== undefined && { occasion: [params.occasion] }) },
  })
  const [list, place] = await Promise.all([
    orProblem(
      visit.client.call('GET /products', {
        query: {
          ...asked,
          ...(kind !== undefined && { kind }),
          ...(params.collection !== undefined && { collection: params.collection }),
        },
      }),
    ),
    placeNews(postcodeFor(request.url, visit), visit),
  ])
  const occasionKnown = list.facets.some(
    (facet) => facet.name === 'occasion' && facet.values.some((one) => one.value === params.occasion),
  )
  if (params.occasion !== undefined && !occasionKnown) throw data(null, { status: 404 })
  const last = Math.max(1, list.pages)
  if (list.page > last) throw redirect(`${url.pathname}${writeQuery(onPage(query, last))}`)
  return { list, place, name: shelfName(url.pathname, query.q, list) }
}

/** The shelf as a page. */
export function Component(): JSX.Element {
  const { list, place, name } = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  const query = readQuery(new URLSearchParams(search))
  const isSearch = pathname === '/search'
  return (
    <div className="wrap">
      <ShelfHead name={name} pathname={pathname} query={query} pages={list.pages} />
      <header className="list-head">
        <div>
          <h1 className="h1-s">{name.title}</h1>
          <p className="soft">
            <output>
              {list.total === 0 ? 'Nothing matches' : `${list.total} to choose from`}
              {list.total > 0 && place?.firstDay !== undefined && `, next to ${place.postcode} ${place.firstDay}`}
            </output>
          </p>
          {isSearch && (
            <div className="mt-s4">
              <SearchBox id="q-large" initial={query.q ?? ''} large key={query.q} />
            </div>
          )}
        </div>
        <PlaceBanner place={place} />
      </header>
      <div className="list">
        <Filters
          list={list}
          query={query}
          hideOccasion={pathname.startsWith('/occasions/')}
          showKind={kindOfShelf(pathname) === undefined}
        />
        <div>
          <ShelfBar list={list} query={query} pathname={pathname} />
          <h2 className="vh">Results</h2>
          {list.items.length === 0 ? (
            <NothingFound list={list} query={query} pathname={pathname} />
          ) : (
            <Shelf items={list.items} />
          )}
          <Pager list={list} query={query} pathname={pathname} />
        </div>
      </div>
    </div>
  )
}

interface ShelfHeadProps {
  readonly name: { title: string; description: string }
  readonly pathname: string
  readonly query: ListQuery
  readonly pages: number
}

function ShelfHead({ name, pathname, query, pages }: ShelfHeadProps): JSX.Element {
  const page = query.page ?? 1
  const at = (nth: number): string => `${pathname}${writeQuery(onPage(query, nth))}`
  return (
    <>
      <PageHead
        title={page > 1 ? `${name.title}, page ${page}` : name.title}
        description={name.description}
        path={`${pathname}${writeQuery(query)}`}
        noIndex={pathname === '/search'}
      />
      {page > 1 && <link rel="prev" href={at(page - 1)} />}
      {page < pages && <link rel="next" href={at(page + 1)} />}
    </>
  )
}

async function placeNews(postcode: string | undefined, { client }: Visit): Promise<PlaceNews | undefined> {
  if (postcode === undefined) return undefined
  const calendar = await orNothing(client.call('GET /delivery/calendar', { query: { postcode, days: '14' } }))
  if (!calendar) return { postcode }
  const first = calendar.days.find((day) => toDoor(day).length > 0)
  const suburb = calendar.suburbs[0]
  const words = first && firstDayWords(first.day, calendar.today)
  return {
    postcode,
    ...(suburb !== undefined && { suburb }),
    ...(words !== undefined && { firstDay: words }),
    ...(first?.from && { from: first.from }),
    ...(calendar.unserved && { unserved: calendar.unserved.message }),
  }
}
