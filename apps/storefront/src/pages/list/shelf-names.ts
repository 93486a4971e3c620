import type { ProductKind, ProductList } from '@flora/contract/catalog.ts'

/** One kind of list: what it is called, and what its address fixes. */
export interface ShelfName {
  readonly title: string
  readonly description: string
  readonly kind?: ProductKind
}

const shelves: Record<string, ShelfName> = {
  '/flowers': {
    title: 'Flowers and plants',
    description:
      'Seasonal bouquets, arrangements, plants and dried flowers, tied in Fitzroy and driven to Melbourne doors.',
  },
  '/plants': {
    title: 'Plants',
    description: 'Pot plants that live indoors in Melbourne, potted in Fitzroy and delivered.',
    kind: 'plant',
  },
  '/dried': {
    title: 'Dried flowers',
    description: 'Dried flowers and grasses that keep for a year or more, delivered in Melbourne.',
    kind: 'dried',
  },
  '/add-ons': {
    title: 'Something to go with them',
    description: 'Vases, chocolates and candles to go with flowers.',
    kind: 'add-on',
  },
}

// A label and "flowers" do not always make a heading: nobody sends "sorry flowers".
const occasionTitles: Record<string, string> = {
  birthday: 'Birthday flowers',
  'thank-you': 'Thank-you flowers',
  'new-baby': 'Flowers for a new baby',
  sympathy: 'Sympathy flowers',
  anniversary: 'Anniversary flowers',
  sorry: 'Flowers that say sorry',
  'get-well': 'Get-well flowers',
  housewarming: 'Flowers for a new house',
  congratulations: 'Flowers to say well done',
  wedding: 'Wedding flowers',
  'no-reason': 'Flowers for no reason at all',
}

/** What a list is called, from its address and what the shop answered. */
export function shelfName(pathname: string, query: string | undefined, list: ProductList): ShelfName {
  const [, aisle = '', value = ''] = pathname.split('/')
  if (aisle === 'search') return { title: searchTitle(query, list), description: 'Search the shop.' }
  if (aisle === 'collections')
    return { title: list.collection?.name ?? 'Collection', description: list.collection?.description ?? '' }
  if (aisle === 'occasions') {
    const label = list.facets
      .find((facet) => facet.name === 'occasion')
      ?.values.find((one) => one.value === value)?.label
    const title = occasionTitles[value] ?? label ?? 'Flowers'
    return {
      title,
      description: `${title} from a Fitzroy florist, delivered to Melbourne doors on the day you choose.`,
    }
  }
  return shelves[pathname] ?? shelves['/flowers']!
}

// A suggestion for a colour or a flower leads here without a word to search for: the ticks are the name then.
function searchTitle(query: string | undefined, list: ProductList): string {
  if (query !== undefined) return `“${query}”`
  const ticked = list.facets.flatMap((facet) => facet.values.filter((one) => one.chosen).map((one) => one.label))
  return ticked.length === 0 ? 'Search' : ticked.join(', ')
}

/** The kind that an aisle fixes, if it does. */
export function kindOfShelf(pathname: string): ProductKind | undefined {
  return shelves[pathname]?.kind
}
