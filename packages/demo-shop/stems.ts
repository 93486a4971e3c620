import type { DemoStem } from './shape.ts'

type Entry = Omit<DemoStem, 'key'>

function stem(name: string, species: string, colour: string | undefined, onHand: number): Entry {
  return colour === undefined ? { name, species, onHand } : { name, species, colour, onHand }
}

const focal = {
  'rose-blush': stem('Blush garden rose', 'rose', 'blush', 120),
  'rose-peach': stem('Peach garden rose', 'rose', 'peach', 90),
  'rose-cream': stem('Cream garden rose', 'rose', 'cream', 90),
  'rose-white': stem('White rose', 'rose', 'white', 140),
  'rose-red': stem('Red rose', 'rose', 'red', 160),
  'rose-yellow': stem('Yellow rose', 'rose', 'yellow', 60),
  'rose-apricot': stem('Apricot rose', 'rose', 'apricot', 60),
  'rose-mauve': stem('Mauve rose', 'rose', 'mauve', 50),
  'peony-coral': stem('Peony ‘Coral Charm’', 'peony', 'coral', 60),
  'peony-pink': stem('Peony ‘Sarah Bernhardt’', 'peony', 'pink', 60),
  'peony-white': stem('Peony ‘Duchesse de Nemours’', 'peony', 'white', 60),
  'peony-blush': stem('Blush peony', 'peony', 'blush', 45),
  'peony-burgundy': stem('Burgundy peony', 'peony', 'burgundy', 30),
  'lily-white': stem('White oriental lily', 'lily', 'white', 40),
  'sunflower-yellow': stem('Sunflower', 'sunflower', 'yellow', 60),
  'dahlia-burgundy': stem('Burgundy dahlia', 'dahlia', 'burgundy', 30),
  'dahlia-coral': stem('Coral dahlia', 'dahlia', 'coral', 30),
  'dahlia-apricot': stem('Apricot dahlia', 'dahlia', 'apricot', 30),
  'hydrangea-blue': stem('Blue hydrangea', 'hydrangea', 'blue', 30),
  'hydrangea-white': stem('White hydrangea', 'hydrangea', 'white', 30),
  'banksia-yellow': stem('Showy banksia', 'banksia', 'yellow', 40),
  'banksia-orange': stem('Orange banksia', 'banksia', 'orange', 40),
  'banksia-coral': stem('Scarlet banksia', 'banksia', 'coral', 30),
  'banksia-rust': stem('Dried banksia', 'banksia', 'rust', 60),
  'waratah-red': stem('Waratah', 'waratah', 'red', 50),
  'protea-pink': stem('Pink ice protea', 'protea', 'pink', 40),
  'protea-blush': stem('King protea', 'protea', 'blush', 20),
} as const satisfies Record<string, Entry>

const blooms = {
  'ranunculus-peach': stem('Peach ranunculus', 'ranunculus', 'peach', 120),
  'ranunculus-apricot': stem('Apricot ranunculus', 'ranunculus', 'apricot', 120),
  'ranunculus-yellow': stem('Yellow ranunculus', 'ranunculus', 'yellow', 100),
  'ranunculus-pink': stem('Pink ranunculus', 'ranunculus', 'pink', 100),
  'ranunculus-white': stem('White ranunculus', 'ranunculus', 'white', 80),
  'tulip-pink': stem('Pink tulip', 'tulip', 'pink', 120),
  'tulip-apricot': stem('Apricot tulip', 'tulip', 'apricot', 100),
  'gerbera-coral': stem('Coral gerbera', 'gerbera', 'coral', 80),
  'gerbera-yellow': stem('Yellow gerbera', 'gerbera', 'yellow', 80),
  'gerbera-magenta': stem('Magenta gerbera', 'gerbera', 'magenta', 80),
  'anemone-white': stem('White anemone', 'anemone', 'white', 80),
  'mum-rust': stem('Rust chrysanthemum', 'chrysanthemum', 'rust', 60),
  'mum-butter': stem('Butter chrysanthemum', 'chrysanthemum', 'butter', 60),
  'mum-burgundy': stem('Burgundy chrysanthemum', 'chrysanthemum', 'burgundy', 60),
  'carnation-coral': stem('Coral carnation', 'carnation', 'coral', 120),
  'carnation-peach': stem('Peach carnation', 'carnation', 'peach', 120),
  'carnation-burgundy': stem('Burgundy carnation', 'carnation', 'burgundy', 100),
  'poppy-coral': stem('Coral Iceland poppy', 'poppy', 'coral', 90),
  'poppy-yellow': stem('Yellow Iceland poppy', 'poppy', 'yellow', 90),
  'poppy-white': stem('White Iceland poppy', 'poppy', 'white', 90),
  'poppy-orange': stem('Orange Iceland poppy', 'poppy', 'orange', 90),
  'daffodil-yellow': stem('Daffodil ‘King Alfred’', 'daffodil', 'yellow', 200),
  'daffodil-white': stem('White daffodil', 'daffodil', 'white', 120),
  'iris-purple': stem('Purple Dutch iris', 'iris', 'purple', 80),
  'iris-blue': stem('Blue Dutch iris', 'iris', 'blue', 80),
  'lisianthus-white': stem('White lisianthus', 'lisianthus', 'white', 80),
  'lisianthus-purple': stem('Purple lisianthus', 'lisianthus', 'purple', 70),
  'lisianthus-blush': stem('Blush lisianthus', 'lisianthus', 'blush', 70),
  'zinnia-coral': stem('Coral zinnia', 'zinnia', 'coral', 80),
  'zinnia-magenta': stem('Magenta zinnia', 'zinnia', 'magenta', 80),
  'zinnia-yellow': stem('Yellow zinnia', 'zinnia', 'yellow', 80),
  'leucadendron-red': stem('Leucadendron ‘Safari Sunset’', 'leucadendron', 'red', 90),
  'leucadendron-lime': stem('Green leucadendron', 'leucadendron', 'lime', 60),
  flannel: stem('Flannel flower', 'flannelFlower', 'white', 150),
  'hellebore-mauve': stem('Mauve hellebore', 'hellebore', 'mauve', 60),
  'hellebore-white': stem('White hellebore', 'hellebore', 'white', 60),
  'cosmos-pink': stem('Pink cosmos', 'cosmos', 'pink', 90),
  'cosmos-white': stem('White cosmos', 'cosmos', 'white', 90),
  'scabiosa-lilac': stem('Lilac scabiosa', 'scabiosa', 'lilac', 90),
  'scabiosa-burgundy': stem('Burgundy scabiosa', 'scabiosa', 'burgundy', 60),
  'billy-button': stem('Billy button', 'craspedia', 'yellow', 120),
} as const satisfies Record<string, Entry>

const spiresAndSprays = {
  'delphinium-blue': stem('Blue delphinium', 'delphinium', 'blue', 60),
  'delphinium-lavender': stem('Lavender delphinium', 'delphinium', 'lavender', 60),
  'delphinium-white': stem('White delphinium', 'delphinium', 'white', 60),
  'snapdragon-pink': stem('Pink snapdragon', 'snapdragon', 'pink', 80),
  'snapdragon-magenta': stem('Magenta snapdragon', 'snapdragon', 'magenta', 80),
  'snapdragon-white': stem('White snapdragon', 'snapdragon', 'white', 80),
  'snapdragon-apricot': stem('Apricot snapdragon', 'snapdragon', 'apricot', 80),
  lavender: stem('English lavender', 'lavender', 'lavender', 200),
  'orchid-white': stem('White moth orchid', 'orchid', 'white', 30),
  'paw-red': stem('Red kangaroo paw', 'kangarooPaw', 'red', 60),
  'paw-yellow': stem('Yellow kangaroo paw', 'kangarooPaw', 'yellow', 60),
  'stock-lilac': stem('Lilac stock', 'stock', 'lilac', 60),
  'stock-white': stem('White stock', 'stock', 'white', 60),
  'stock-apricot': stem('Apricot stock', 'stock', 'apricot', 50),
  gypsophila: stem('Baby’s breath', 'gypsophila', 'white', 90),
  'statice-purple': stem('Purple statice', 'statice', 'purple', 90),
  'statice-lilac': stem('Lilac statice', 'statice', 'lilac', 90),
  'statice-pink': stem('Pink statice', 'statice', 'pink', 60),
  'gum-blossom-coral': stem('Gum blossom', 'gumBlossom', 'coral', 60),
  wattle: stem('Wattle', 'wattle', 'yellow', 90),
  'sweet-pea-pink': stem('Pink sweet pea', 'sweetPea', 'pink', 120),
  'sweet-pea-lilac': stem('Lilac sweet pea', 'sweetPea', 'lilac', 120),
  'sweet-pea-white': stem('White sweet pea', 'sweetPea', 'white', 120),
  'freesia-yellow': stem('Yellow freesia', 'freesia', 'yellow', 120),
  'freesia-white': stem('White freesia', 'freesia', 'white', 120),
  'wax-pink': stem('Geraldton wax', 'geraldtonWax', 'pink', 90),
  'wax-white': stem('White Geraldton wax', 'geraldtonWax', 'white', 60),
  thryptomene: stem('Thryptomene', 'thryptomene', 'white', 60),
  'rice-flower-pink': stem('Pink rice flower', 'riceFlower', 'pink', 60),
  'rice-flower-white': stem('White rice flower', 'riceFlower', 'white', 60),
  'hypericum-red': stem('Red hypericum berry', 'hypericum', 'red', 90),
  'hypericum-peach': stem('Peach hypericum berry', 'hypericum', 'peach', 90),
} as const satisfies Record<string, Entry>

const leaves = {
  'silver-dollar': stem('Silver dollar gum', 'eucalyptus', undefined, 200),
  'cider-gum': stem('Cider gum', 'gunnii', undefined, 160),
  fern: stem('Leather fern', 'fern', undefined, 160),
  olive: stem('Olive', 'olive', undefined, 120),
  ruscus: stem('Italian ruscus', 'ruscus', undefined, 160),
  'dusty-miller': stem('Dusty miller', 'dustyMiller', undefined, 80),
  magnolia: stem('Magnolia leaf', 'magnoliaLeaf', undefined, 90),
} as const satisfies Record<string, Entry>

const dry = {
  'plume-cream': stem('Cream reed plume', 'pampas', 'cream', 80),
  'plume-blush': stem('Blush reed plume', 'pampas', 'blush', 50),
  'bunny-tail': stem('Bunny tail', 'bunnyTail', 'cream', 300),
  'palm-rust': stem('Rust palm spear', 'palmSpear', 'rust', 60),
  'palm-straw': stem('Palm spear', 'palmSpear', 'straw', 60),
  wheat: stem('Wheat', 'wheat', 'straw', 300),
  lunaria: stem('Honesty', 'lunaria', 'cream', 90),
  'poppy-pod': stem('Poppy pod', 'poppyPod', 'straw', 150),
  'everlasting-pink': stem('Pink everlasting', 'everlasting', 'pink', 200),
  'everlasting-white': stem('White everlasting', 'everlasting', 'white', 200),
  'everlasting-yellow': stem('Golden everlasting', 'everlasting', 'yellow', 200),
} as const satisfies Record<string, Entry>

const pots = {
  monstera: stem('Monstera', 'monstera', undefined, 20),
  'fiddle-leaf': stem('Fiddle-leaf fig', 'fiddleLeaf', undefined, 10),
  'snake-plant': stem('Snake plant', 'snakePlant', undefined, 30),
  'peace-lily': stem('Peace lily', 'peaceLily', undefined, 30),
  echeveria: stem('Echeveria', 'echeveria', undefined, 40),
  aloe: stem('Aloe', 'aloe', undefined, 20),
  pothos: stem('Devil’s ivy', 'pothos', undefined, 30),
  'string-of-pearls': stem('String of pearls', 'stringOfPearls', undefined, 15),
  'orchid-pot': stem('Moth orchid', 'orchidPot', 'white', 25),
  cyclamen: stem('Cyclamen', 'cyclamen', 'pink', 40),
  'zz-plant': stem('ZZ plant', 'zzPlant', undefined, 20),
  'rubber-plant': stem('Rubber plant', 'rubberPlant', 'burgundy', 15),
  maidenhair: stem('Maidenhair fern', 'maidenhair', undefined, 30),
} as const satisfies Record<string, Entry>

const goods = {
  candle: stem('Beeswax candle', 'candle', 'butter', 30),
  chocolates: stem('Box of chocolates', 'chocolates', 'burgundy', 40),
  card: stem('Letterpress card', 'card', 'cream', 90),
  honey: stem('Jar of honey', 'honey', 'yellow', 20),
  soap: stem('Bar of soap', 'soap', 'lavender', 30),
  sparkling: stem('Bottle of sparkling', 'sparkling', 'lime', 24),
  secateurs: stem('Secateurs', 'secateurs', 'red', 12),
  mister: stem('Brass mister', 'mister', 'straw', 12),
  seeds: stem('Packet of seeds', 'seeds', 'coral', 60),
} as const satisfies Record<string, Entry>

const entries = { ...focal, ...blooms, ...spiresAndSprays, ...leaves, ...dry, ...pots, ...goods }

export type StemKey = keyof typeof entries

// Who cuts what: the market brings what no grower of ours has.
const growers: readonly (readonly [object, NonNullable<DemoStem['cut']>])[] = [
  [focal, { bunch: 10, grower: 'Monbulk Roses and Peonies', vaseDays: 6, costMinor: 240 }],
  [blooms, { bunch: 10, grower: 'Silvan Flower Farm', vaseDays: 7, costMinor: 130 }],
  [spiresAndSprays, { bunch: 5, grower: 'Silvan Flower Farm', vaseDays: 7, costMinor: 110 }],
  [leaves, { bunch: 20, grower: 'Gippsland Foliage', vaseDays: 14, costMinor: 45 }],
]

function cutOf(key: string): Pick<DemoStem, 'cut'> {
  const cut = growers.find(([group]) => key in group)?.[1]
  return cut ? { cut } : {}
}

/** Everything that may stand in a recipe: what it is called on the bench, how it is drawn, how many are on hand. */
export const stems: readonly DemoStem[] = Object.entries(entries).map(([key, entry]) => ({
  key,
  ...entry,
  ...cutOf(key),
}))
