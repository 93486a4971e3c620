import type { Facet, ProductKind, ProductList } from '@flora/contract/catalog.ts'
import type { Money } from '@flora/money/money.ts'
import type { FormEvent, JSX } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import { decimal } from '../../words/money.ts'
import { filtersOn, readQuery, toggled, writeQuery, type ListQuery } from './list-query.ts'

interface FiltersProps {
  readonly list: ProductList
  readonly query: ListQuery
  /** The address has chosen the occasion already. */
  readonly hideOccasion: boolean
  readonly showKind: boolean
}

const openAtFirst = 3

/** The facets as one GET form: it works without script; with it, each tick asks at once and the tick shows before the answer. */
export function Filters({ list, query: shown, hideOccasion, showKind }: FiltersProps): JSX.Element {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const coming = useNavigation().location
  const query = coming?.pathname === pathname ? readQuery(new URLSearchParams(coming.search)) : shown
  const go = (next: ListQuery): void => void navigate(`${pathname}${writeQuery(next)}`, { preventScrollReset: true })
  const facets = list.facets.filter((facet) => facet.values.length > 0 && !(hideOccasion && facet.name === 'occasion'))
  const on = filtersOn(query)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    // On a phone the filters lie over the shelf's place: showing means folding them away.
    event.currentTarget.querySelector<HTMLDetailsElement>('.facet-all')?.removeAttribute('open')
    go(
      readQuery(
        new URLSearchParams([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])),
      ),
    )
  }

  return (
    <form className="facets" id="filters" action={pathname} onSubmit={submit} aria-label="Filter flowers">
      {query.q !== undefined && <input type="hidden" name="q" value={query.q} />}
      <details className="facet-all">
        <summary className="btn btn-line btn-wide">Filter{on > 0 && `, ${on} on`}</summary>
        {showKind && <KindFacet chosen={query.kind} choose={(kind) => go(ofKind(query, kind))} />}
        {facets.map((facet, index) => (
          <FacetBox
            key={facet.name}
            facet={facet}
            query={query}
            go={go}
            open={index < openAtFirst - (showKind ? 1 : 0)}
          />
        ))}
        <PriceFacet list={list} query={query} />
        <button className="btn btn-line btn-wide vh-l">Show {list.total}</button>
        <noscript>
          <button className="btn btn-line btn-wide">Show what is ticked</button>
        </noscript>
      </details>
    </form>
  )
}

interface FacetBoxProps {
  readonly facet: Facet
  readonly query: ListQuery
  readonly go: (next: ListQuery) => void
  readonly open: boolean
}

function FacetBox({ facet, query, go, open }: FacetBoxProps): JSX.Element {
  const chosen = query.facets[facet.name] ?? []
  return (
    <details className="facet" open={open || chosen.length > 0}>
      <summary>{facet.label}</summary>
      <div>
        {facet.values.map((one) => (
          <label className="check" key={one.value}>
            <input
              type="checkbox"
              name={facet.name}
              value={one.value}
              checked={chosen.includes(one.value)}
              onChange={() => go(toggled(query, facet.name, one.value))}
            />
            <span>{one.label}</span>
            <span className="count num">{one.count}</span>
          </label>
        ))}
      </div>
    </details>
  )
}

const kindWords: readonly [ProductKind | undefined, string][] = [
  [undefined, 'All'],
  ['bouquet', 'Bouquets'],
  ['arrangement', 'Arrangements'],
  ['plant', 'Plants'],
  ['dried', 'Dried'],
]

function KindFacet({
  chosen,
  choose,
}: {
  chosen: ProductKind | undefined
  choose: (kind: ProductKind | undefined) => void
}): JSX.Element {
  return (
    <details className="facet" open>
      <summary>Kind</summary>
      <div>
        {kindWords.map(([kind, words]) => (
          <label className="check" key={words}>
            <input
              type="radio"
              name="kind"
              value={kind ?? ''}
              checked={chosen === kind}
              onChange={() => choose(kind)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </details>
  )
}

function PriceFacet({ list, query }: { list: ProductList; query: ListQuery }): JSX.Element {
  return (
    <details className="facet" open={query.priceFrom !== undefined || query.priceTo !== undefined}>
      <summary>Price</summary>
      <div className="price-range" key={`${query.priceFrom}-${query.priceTo}`}>
        <DollarField name="price-from" label="From" given={query.priceFrom} hint={list.priceFrom} />
        <DollarField name="price-to" label="To" given={query.priceTo} hint={list.priceTo} />
        <button className="btn btn-line btn-s">Set</button>
      </div>
    </details>
  )
}

interface DollarFieldProps {
  readonly name: string
  readonly label: string
  readonly given: number | undefined
  /** The end of the range that the shop has. */
  readonly hint: Money | undefined
}

function DollarField({ name, label, given, hint }: DollarFieldProps): JSX.Element {
  return (
    <div className="field">
      <label htmlFor={name}>{label}, $</label>
      <input
        className="input"
        id={name}
        name={name}
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={5}
        defaultValue={given ?? ''}
        {...(hint !== undefined && { placeholder: decimal(hint).split('.')[0] })}
      />
    </div>
  )
}

function ofKind({ kind: _kind, page: _page, ...rest }: ListQuery, kind: ProductKind | undefined): ListQuery {
  return kind === undefined ? rest : { ...rest, kind }
}
