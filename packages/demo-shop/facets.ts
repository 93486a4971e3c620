import type { FacetName } from '@flora/contract/catalog.ts'

/** Every value a product may carry, with the words shoppers see, in the order they see them. */
export const facetValues = {
  occasion: {
    birthday: 'Birthday',
    'thank-you': 'Thank you',
    'new-baby': 'New baby',
    sympathy: 'Sympathy',
    anniversary: 'Anniversary',
    sorry: 'Sorry',
    'get-well': 'Get well',
    housewarming: 'New house',
    congratulations: 'Congratulations',
    wedding: 'Wedding',
    'no-reason': 'No reason at all',
  },
  season: { spring: 'Spring', summer: 'Summer', autumn: 'Autumn', winter: 'Winter', 'all-year': 'All year' },
  mood: {
    loose: 'Loose and garden',
    bold: 'Bold',
    quiet: 'Quiet',
    bright: 'Bright',
    wild: 'Wild',
    romantic: 'Romantic',
    dry: 'Dry',
  },
  colour: {
    white: 'White',
    cream: 'Cream',
    blush: 'Blush',
    pink: 'Pink',
    coral: 'Coral',
    red: 'Red',
    orange: 'Orange',
    yellow: 'Yellow',
    green: 'Green',
    blue: 'Blue',
    purple: 'Purple',
    mixed: 'Mixed',
  },
  type: {
    roses: 'Roses',
    peonies: 'Peonies',
    natives: 'Natives',
    tulips: 'Tulips',
    poppies: 'Poppies',
    ranunculus: 'Ranunculus',
    snapdragons: 'Snapdragons',
    delphiniums: 'Delphiniums',
    dahlias: 'Dahlias',
    daisies: 'Daisies',
    carnations: 'Carnations',
    lisianthus: 'Lisianthus',
    sunflowers: 'Sunflowers',
    hydrangeas: 'Hydrangeas',
    lilies: 'Lilies',
    hellebores: 'Hellebores',
    bulbs: 'Bulbs and irises',
    scented: 'Scented',
    orchids: 'Orchids',
    foliage: 'Foliage',
    grasses: 'Grasses',
    succulents: 'Succulents',
    'leafy-plants': 'Leafy plants',
    'flowering-plants': 'Flowering plants',
    vases: 'Vases and pots',
    treats: 'Food and drink',
    home: 'For the house',
    garden: 'For the garden',
  },
} as const satisfies Record<FacetName, Record<string, string>>

export type FacetChoice = { readonly [Name in FacetName]?: readonly (keyof (typeof facetValues)[Name])[] }

export const facets: readonly { facet: FacetName; value: string; label: string }[] = (
  Object.keys(facetValues) as FacetName[]
).flatMap((facet) => Object.entries(facetValues[facet]).map(([value, label]) => ({ facet, value, label })))
