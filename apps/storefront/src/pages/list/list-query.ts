import type { FacetName, ProductKind, Sort } from '@flora/contract/catalog.ts'

const facetNames: readonly FacetName[] = ['occasion', 'season', 'mood', 'colour', 'type']
const kinds: readonly ProductKind[] = ['bouquet', 'arrangement', 'plant', 'dried', 'add-on']
const sorts: readonly Sort[] = ['featured', 'price-up', 'price-down', 'newest', 'name']

/** Everything a list's address may say, in the one order it is written in. */
export interface ListQuery {
  readonly q?: string
  readonly kind?: ProductKind
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly priceFrom?: number
  readonly priceTo?: number
  readonly sort?: Sort
  readonly page?: number
}

/** Reads an address generously: forms repeat names and send empty fields, people edit by hand. */
export function readQuery(search: URLSearchParams): ListQuery {
  const q = search.get('q')?.trim().slice(0, 80)
  const kind = kinds.find((one) => one === search.get('kind'))
  const sort = sorts.find((one) => one === search.get('sort') && one !== 'featured')
  const priceFrom = dollars(search.get('price-from'))
  const priceTo = dollars(search.get('price-to'))
  const page = dollars(search.get('page'))
  const facets = Object.fromEntries(facetNames.flatMap((name) => valuesOf(name, search)))
  return {
    facets,
    ...(q && { q }),
    ...(kind && { kind }),
    ...(priceFrom && { priceFrom }),
    ...(priceTo && { priceTo }),
    ...(sort && { sort }),
    ...(page !== undefined && page > 1 && { page }),
  }
}

/** The one address of a query, '' or '?…': the same list always has the same address. */
export function writeQuery(query: ListQuery): string {
  const search = new URLSearchParams(
    Object.entries(toApi(query)).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  // Commas are allowed in a query and far kinder to read than %2C.
  const text = search.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

type ApiQuery = Partial<Record<FacetName | 'q' | 'price-from' | 'price-to' | 'page', string>> & {
  kind?: ProductKind
  sort?: Sort
}

/** The query as the API takes it. */
export function toApi({ q, kind, facets, priceFrom, priceTo, sort, page }: ListQuery): ApiQuery {
  return {
    ...(q !== undefined && { q }),
    ...(kind !== undefined && { kind }),
    ...Object.fromEntries(facetNames.flatMap((name) => (facets[name]?.length ? [[name, facets[name].join(',')]] : []))),
    ...(priceFrom !== undefined && { 'price-from': String(priceFrom) }),
    ...(priceTo !== undefined && { 'price-to': String(priceTo) }),
    ...(sort !== undefined && { sort }),
    ...(page !== undefined && { page: String(page) }),
  }
}

/** The same query with one value ticked or not. Another choice begins on the first page. */
export function toggled(query: ListQuery, name: FacetName, value: string): ListQuery {
  const before = query.facets[name] ?? []
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value].toSorted()
  const { page: _page, ...rest } = query
  return { ...rest, facets: { ...query.facets, [name]: after } }
}

/** The same list, another page of it. */
export function onPage({ page: _page, ...query }: ListQuery, page: number): ListQuery {
  return page > 1 ? { ...query, page } : query
}

/** How many filters are on, for the phone's button. */
export function filtersOn(query: ListQuery): number {
  const ticked = Object.values(query.facets).reduce((sum, values) => sum + values.length, 0)
  return ticked + (query.priceFrom === undefined && query.priceTo === undefined ? 0 : 1)
}

function valuesOf(name: FacetName, search: URLSearchParams): [FacetName, readonly string[]][] {
  const values = search
    .getAll(name)
    .flatMap((text) => text.split(','))
    .filter((value) => /^[a-z0-9-]{1,40}$/.test(value))
  return values.length === 0 ? [] : [[name, [...new Set(values)].toSorted().slice(0, 12)]]
}

function dollars(text: string | null): number | undefined {
  return text !== null && /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
}
