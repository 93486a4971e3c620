import type {
  Facet,
  FacetName,
  FrontPage,
  Product,
  ProductList,
  Suggestion,
  Tile,
  Tint,
} from '@flora/contract/catalog.ts'
import { aud } from './fixture-shop.ts'

interface Stock {
  readonly slug: string
  readonly name: string
  readonly latin: string
  readonly kind: Tile['kind']
  readonly from: number
  readonly alt: string
  readonly occasion: readonly string[]
  readonly colour: readonly string[]
  readonly left?: number
  readonly soldOut?: boolean
}

const tintsInTurn: readonly Tint[] = ['blush', 'butter', 'sage', 'sky', 'lilac', 'clay']

// Names and slugs are those of the illustrator's samples, so that each has a picture.
const stock: readonly Stock[] = [
  ['fitzroy-blush', 'Fitzroy Blush', 'Rosa, Paeonia, Ranunculus', 'bouquet', 98, ['birthday', 'thank-you'], ['pink']],
  ['dozen-red', 'A Dozen Red', 'Rosa', 'bouquet', 118, ['anniversary'], ['coral-and-red']],
  ['sunday-market', 'Sunday Market', 'Tulipa gesneriana', 'bouquet', 58, ['thank-you', 'birthday'], ['pink']],
  [
    'dandenong',
    'Dandenong',
    'Telopea speciosissima, Banksia',
    'bouquet',
    118,
    ['sympathy', 'birthday'],
    ['coral-and-red'],
  ],
  [
    'blue-hour',
    'Blue Hour',
    'Hydrangea, Delphinium elatum',
    'arrangement',
    105,
    ['thank-you', 'new-baby'],
    ['blue-and-violet'],
  ],
  ['golden-mile', 'Golden Mile', 'Helianthus annuus', 'bouquet', 72, ['birthday'], ['yellow-and-orange']],
  ['first-light', 'First Light', 'Lilium, Rosa', 'bouquet', 92, ['sympathy'], ['white-and-green']],
  ['midnight-dahlia', 'Midnight Dahlia', 'Dahlia pinnata', 'bouquet', 98, ['anniversary'], ['coral-and-red']],
  ['anemone-morning', 'Anemone Morning', 'Anemone coronaria', 'bouquet', 69, ['thank-you'], ['blue-and-violet']],
  ['peony-season', 'Peony Season', 'Paeonia lactiflora', 'bouquet', 95, ['birthday', 'thank-you'], ['pink']],
  ['coral-bay', 'Coral Bay', 'Paeonia, Papaver, Eucalyptus', 'bouquet', 69, ['birthday'], ['coral-and-red']],
  ['lilac-lane', 'Lilac Lane', 'Syringa vulgaris', 'bouquet', 88, ['thank-you'], ['blue-and-violet']],
  ['paddock', 'Paddock', 'Craspedia, Chamelaucium', 'bouquet', 64, ['birthday'], ['yellow-and-orange']],
  ['king-protea', 'King Protea', 'Protea cynaroides', 'arrangement', 128, ['sympathy'], ['pink']],
  [
    'white-linen',
    'White Linen',
    'Paeonia, Rosa, Gypsophila',
    'bouquet',
    92,
    ['sympathy', 'new-baby'],
    ['white-and-green'],
  ],
  ['gerbera-pop', 'Gerbera Pop', 'Gerbera jamesonii', 'bouquet', 54, ['birthday'], ['yellow-and-orange']],
  ['kept-summer', 'Kept Summer', 'Lagurus ovatus, Limonium', 'dried', 54, ['thank-you'], ['yellow-and-orange']],
  ['moth-orchid', 'Moth Orchid', 'Phalaenopsis', 'plant', 78, ['thank-you'], ['white-and-green']],
  ['lavender-bunch', 'Lavender Bunch', 'Lavandula angustifolia', 'dried', 38, ['thank-you'], ['blue-and-violet']],
  ['monstera', 'Monstera', 'Monstera deliciosa', 'plant', 64, ['birthday'], ['white-and-green']],
  ['peace-lily', 'Peace Lily', 'Spathiphyllum wallisii', 'plant', 48, ['sympathy'], ['white-and-green']],
].map(([slug, name, latin, kind, from, occasion, colour], index) => ({
  slug,
  name,
  latin,
  kind,
  from,
  occasion,
  colour,
  alt: `${name as string}, painted`,
  ...(index === 2 && { left: 4 }),
})) as readonly Stock[]

// The shelf needs more than one page, so they come round again under other names.
const rounds = ['', 'Small Hours']
const shelf: readonly (Stock & { picture: string; tint: Tint })[] = rounds.flatMap((round, r) =>
  stock.map((one, index) => ({
    ...one,
    slug: r === 0 ? one.slug : `${one.slug}-${r + 1}`,
    name: r === 0 ? one.name : `${one.name}, ${round}`,
    picture: one.slug,
    tint: tintsInTurn[(r + index) % tintsInTurn.length]!,
    ...(r === 1 && index === 1 && { soldOut: true }),
  })),
)

export const tiles: readonly Tile[] = shelf.map((one) => ({
  id: `prd_${one.slug}`,
  slug: one.slug,
  name: one.name,
  latinName: one.latin,
  kind: one.kind,
  tint: one.tint,
  picture: { id: one.picture, alt: one.alt },
  from: aud(one.from * 100),
  hasSizes: true,
  soldOut: one.soldOut ?? false,
  ...(one.left !== undefined && { left: one.left }),
}))

const labels: Record<string, string> = {
  birthday: 'A birthday',
  'thank-you': 'Thank you',
  'new-baby': 'New baby',
  sympathy: 'Sympathy',
  anniversary: 'Anniversary',
  pink: 'Pink',
  'coral-and-red': 'Coral and red',
  'blue-and-violet': 'Blue and violet',
  'white-and-green': 'White and green',
  'yellow-and-orange': 'Yellow and orange',
}

/** The list as the shop would answer it: filtered, counted, sorted, a page of 24. */
export function listFor(query: URLSearchParams): ProductList {
  const chosen = (name: FacetName): string[] => query.get(name)?.split(',') ?? []
  const kind = query.get('kind')
  const q = query.get('q')?.toLowerCase()
  const to = Number(query.get('price-to') ?? Infinity)
  const matching = shelf.filter(
    (one) =>
      (kind === null || one.kind === kind) &&
      (q === undefined || `${one.name} ${one.latin}`.toLowerCase().includes(q)) &&
      one.from <= to &&
      chosen('occasion').every((value) => one.occasion.includes(value)) &&
      chosen('colour').every((value) => one.colour.includes(value)),
  )
  const ups = query.get('sort') === 'price-up' ? matching.toSorted((a, b) => a.from - b.from) : matching
  const page = Number(query.get('page') ?? 1)
  return {
    items: ups.slice((page - 1) * 24, page * 24).map((one) => tiles.find((tile) => tile.slug === one.slug)!),
    total: matching.length,
    page,
    pages: Math.ceil(matching.length / 24),
    facets: [facet('occasion', 'Occasion', chosen('occasion')), facet('colour', 'Colour', chosen('colour'))],
    priceFrom: aud(4600),
    priceTo: aud(18900),
    ...(matching.length === 0 && { didYouMean: 'rosa' }),
    ...(query.has('collection') && {
      collection: { slug: 'spring', name: 'The spring list', description: 'Cut within two hours of Melbourne.' },
    }),
  }
}

function facet(name: 'occasion' | 'colour', label: string, chosen: readonly string[]): Facet {
  const values = [...new Set(stock.flatMap((one) => one[name]))]
  return {
    name,
    label,
    values: values.map((value) => ({
      value,
      label: labels[value] ?? value,
      count: shelf.filter((one) => one[name].includes(value)).length,
      chosen: chosen.includes(value),
    })),
  }
}

/** One product, as full as the design's. */
export function productFor(slug: string): Product | undefined {
  const tile = tiles.find((one) => one.slug === slug)
  if (!tile) return undefined
  const variant = (
    key: string,
    name: string,
    minor: number,
    stems: number,
    cm: number,
  ): Product['variants'][number] => ({
    id: `var_${slug}-${key}`,
    sku: `${slug}-${key}`.toUpperCase(),
    name,
    price: aud(minor),
    measure: `${stems} stems`,
    heightCm: cm,
    widthCm: cm - 8,
    soldOut: false,
    stems: [{ name: 'Rose', count: stems }],
  })
  return {
    id: tile.id,
    slug,
    name: tile.name,
    latinName: tile.latinName,
    kind: tile.kind,
    tint: tile.tint,
    summary:
      'Eleven stems and nothing to distract from them. They come tight and open over the weekend, coral fading to apricot.',
    description: ['Shown: medium, eleven stems. They open at their own pace; yours may arrive as buds.'],
    care: [
      {
        heading: 'On arrival',
        text: 'Trim two centimetres off each stem on a slant, strip any leaf below the water, and use lukewarm water in a clean vase.',
      },
      { heading: 'If they sulk', text: 'Stand them in a bright room overnight. Most give in.' },
    ],
    facts: [
      { term: 'Kinds', text: 'Coral Charm, Sarah Bernhardt' },
      { term: 'Cut', text: 'Monbulk, Thursday 19 November' },
      { term: 'Lasts', text: '6 to 8 days, longer if kept cool' },
    ],
    seasonMonths: [10, 11, 12],
    pictures: [tile.picture],
    variants: [
      variant('small', 'Small', tile.from.minor, 7, 35),
      variant('medium', 'Medium', tile.from.minor + 3300, 11, 40),
      variant('large', 'Large', tile.from.minor + 9400, 18, 45),
    ],
    addOns: [
      {
        variantId: 'var_vase',
        slug: 'stoneware-vase',
        name: 'Stoneware vase',
        note: 'Thrown in Brunswick, 22 cm',
        price: aud(4200),
        tint: 'sky',
        picture: { id: 'blue-hour', alt: '' },
        soldOut: false,
      },
      {
        variantId: 'var_chocolates',
        slug: 'twelve-chocolates',
        name: 'Twelve chocolates',
        note: 'Dark and milk, made in Preston',
        price: aud(2400),
        tint: 'clay',
        picture: { id: 'dozen-red', alt: '' },
        soldOut: false,
      },
    ],
    similar: tiles.filter((one) => one.slug !== slug).slice(0, 4),
    collections: [{ slug: 'spring', name: 'The spring list' }],
  }
}

export const frontPage: FrontPage = {
  hero: {
    ...tiles.find((one) => one.slug === 'peony-season')!,
    facts: productFor('peony-season')!.facts,
    summary: 'Roses and peonies.',
    number: 14,
  },
  bench: tiles.filter((one) =>
    ['coral-bay', 'sunday-market', 'dandenong', 'fitzroy-blush', 'white-linen'].includes(one.slug),
  ),
  totals: [
    { kind: 'bouquet', count: 24 },
    { kind: 'arrangement', count: 6 },
    { kind: 'plant', count: 4 },
  ],
  seasons: [
    { name: 'Snapdragon', latinName: 'Antirrhinum majus', months: [9, 10, 11, 12] },
    { name: 'Iceland poppy', latinName: 'Papaver nudicaule', months: [6, 7, 8, 9, 10, 11] },
    { name: 'Peony', latinName: 'Paeonia lactiflora', months: [10, 11, 12] },
    { name: 'Garden rose', latinName: 'Rosa', months: [11, 12, 1, 2, 3, 4, 5] },
    { name: 'Dahlia', latinName: 'Dahlia pinnata', months: [1, 2, 3, 4] },
    { name: 'Hellebore', latinName: 'Helleborus orientalis', months: [6, 7, 8] },
  ],
  occasions: Object.entries(labels)
    .slice(0, 5)
    .map(([value, label], index) => ({ value, label, count: 21 - index * 3 })),
  collections: [
    { slug: 'spring', name: 'The spring list', description: 'Cut within two hours of Melbourne.', count: 12 },
  ],
}

export function suggestionsFor(q: string): Suggestion[] {
  const found = tiles.filter((one) => one.name.toLowerCase().includes(q.toLowerCase())).slice(0, 6)
  return found.map((one) => ({ kind: 'product', label: one.name, href: `/p/${one.slug}`, price: one.from }))
}
