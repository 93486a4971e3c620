import { product, type SampleProduct } from './sample-product.ts'

/** Garden flowers, wrapped and tied. */
export const bouquets: readonly SampleProduct[] = [
  product('fitzroy-blush', 'Fitzroy Blush', {
    background: 'ivory',
    paper: 'kraft',
    ribbon: 'blush',
    recipe: [
      { stem: 'rose', colour: 'blush', count: 5 },
      { stem: 'peony', colour: 'pink', count: 3 },
      { stem: 'ranunculus', colour: 'peach', count: 5 },
      { stem: 'gypsophila', count: 3 },
      { stem: 'eucalyptus', count: 5 },
    ],
  }),
  product('dozen-red', 'A Dozen Red', {
    background: 'blush',
    paper: 'ivory',
    ribbon: 'red',
    recipe: [
      { stem: 'rose', colour: 'red', count: 12 },
      { stem: 'ruscus', count: 7 },
    ],
  }),
  product('sunday-market', 'Sunday Market', {
    background: 'sky',
    presentation: 'bunch',
    recipe: [
      { stem: 'tulip', colour: 'pink', count: 8 },
      { stem: 'tulip', colour: 'apricot', count: 7 },
    ],
  }),
  product('midnight-dahlia', 'Midnight Dahlia', {
    background: 'lilac',
    paper: 'ink',
    ribbon: 'mauve',
    recipe: [
      { stem: 'dahlia', colour: 'burgundy', count: 5 },
      { stem: 'chrysanthemum', colour: 'rust', count: 4 },
      { stem: 'carnation', colour: 'mauve', count: 4 },
      { stem: 'magnoliaLeaf', count: 5 },
    ],
  }),
  product('anemone-morning', 'Anemone Morning', {
    background: 'blush',
    paper: 'sage',
    ribbon: 'cream',
    recipe: [
      { stem: 'anemone', colour: 'white', count: 7 },
      { stem: 'ranunculus', colour: 'burgundy', count: 5 },
      { stem: 'dustyMiller', count: 3 },
      { stem: 'olive', count: 4 },
    ],
  }),
  product('peony-season', 'Peony Season', {
    background: 'sage',
    paper: 'blush',
    ribbon: 'magenta',
    recipe: [
      { stem: 'peony', colour: 'magenta', count: 4 },
      { stem: 'peony', colour: 'blush', count: 4 },
      { stem: 'fern', count: 5 },
    ],
  }),
  product('coral-bay', 'Coral Bay', {
    background: 'sand',
    paper: 'kraft',
    ribbon: 'cream',
    recipe: [
      { stem: 'peony', colour: 'coral', count: 3 },
      { stem: 'poppy', colour: 'orange', count: 5 },
      { stem: 'snapdragon', colour: 'apricot', count: 5 },
      { stem: 'ranunculus', colour: 'butter', count: 5 },
      { stem: 'gunnii', count: 4 },
    ],
  }),
  product('lilac-lane', 'Lilac Lane', {
    background: 'ivory',
    paper: 'lilac',
    ribbon: 'lilac',
    recipe: [
      { stem: 'rose', colour: 'lilac', count: 5 },
      { stem: 'hydrangea', colour: 'lilac', count: 2 },
      { stem: 'iris', colour: 'purple', count: 4 },
      { stem: 'statice', colour: 'purple', count: 3 },
      { stem: 'eucalyptus', count: 4 },
    ],
  }),
  product('white-linen', 'White Linen', {
    background: 'sage',
    paper: 'ivory',
    ribbon: 'white',
    recipe: [
      { stem: 'rose', colour: 'white', count: 6 },
      { stem: 'carnation', colour: 'white', count: 4 },
      { stem: 'ranunculus', colour: 'white', count: 4 },
      { stem: 'gypsophila', count: 4 },
      { stem: 'eucalyptus', count: 5 },
    ],
  }),
  product('gerbera-pop', 'Gerbera Pop', {
    background: 'sky',
    paper: 'sky',
    ribbon: 'yellow',
    recipe: [
      { stem: 'gerbera', colour: 'coral', count: 4 },
      { stem: 'gerbera', colour: 'yellow', count: 3 },
      { stem: 'gerbera', colour: 'magenta', count: 3 },
      { stem: 'ruscus', count: 6 },
    ],
  }),
  product('first-dance', 'First Dance', {
    background: 'blush',
    presentation: 'posy',
    paper: 'ivory',
    ribbon: 'cream',
    recipe: [
      { stem: 'rose', colour: 'blush', count: 5 },
      { stem: 'lisianthus', colour: 'white', count: 5 },
      { stem: 'scabiosa', colour: 'white', count: 4 },
      { stem: 'geraldtonWax', colour: 'white', count: 3 },
      { stem: 'eucalyptus', count: 4 },
    ],
  }),
  product('long-stem-box', 'Long-stem Box', {
    background: 'sand',
    presentation: 'box',
    paper: 'ink',
    ribbon: 'red',
    recipe: [
      { stem: 'rose', colour: 'red', count: 12 },
      { stem: 'ruscus', count: 4 },
    ],
  }),
  product('single-rose', 'A Single Rose', {
    background: 'blush',
    paper: 'ivory',
    ribbon: 'red',
    recipe: [{ stem: 'rose', colour: 'red', count: 1 }],
  }),
  product('summer-fete', 'Summer Fete', {
    background: 'sky',
    presentation: 'posy',
    paper: 'sage',
    ribbon: 'coral',
    recipe: [
      { stem: 'zinnia', colour: 'coral', count: 5 },
      { stem: 'cosmos', colour: 'magenta', count: 6 },
      { stem: 'craspedia', count: 5 },
      { stem: 'hypericum', colour: 'peach', count: 4 },
    ],
  }),
  product('garden-wall', 'Garden Wall', {
    background: 'sage',
    paper: 'lilac',
    ribbon: 'purple',
    recipe: [
      { stem: 'lisianthus', colour: 'purple', count: 5 },
      { stem: 'stock', colour: 'lilac', count: 4 },
      { stem: 'scabiosa', colour: 'lavender', count: 5 },
      { stem: 'sweetPea', colour: 'lilac', count: 3 },
      { stem: 'olive', count: 4 },
    ],
  }),
]
