import { type Facet, type FacetName, facetNames, type ProductsQuery } from '@flora/contract/catalog.ts'

/** The values ticked in each facet that has a tick. */
export type Ticks = Partial<Record<FacetName, readonly string[]>>

export function ticksOf(query: ProductsQuery): Ticks {
  return Object.fromEntries(facetNames.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
}

export type FacetCount = readonly [facet: FacetName, value: string, label: string, count: number]

/** What each facet is called above its values. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  occasion: 'Occasion',
  season: 'Season',
  mood: 'Mood',
  colour: 'Colour',
  type: 'Type',
}

/** The facets as a page shows them. A value that would show nothing is left out, unless it is ticked: then it can be unticked. */
export function facetsFrom(counts: readonly FacetCount[], ticks: Ticks): Facet[] {
  const byFacet = Map.groupBy(counts, ([facet]) => facet)
  return facetNames
    .map((name) => ({
      name,
      label: facetLabels[name],
      values: (byFacet.get(name) ?? []).map(([, value, label, count]) => ({
        value,
        label,
        count,
        chosen: ticks[name]?.includes(value) ?? false,
      })),
    }))
    .filter(({ values }) => values.length > 0)
}
