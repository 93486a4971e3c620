import { product, type SampleProduct } from './sample-product.ts'

/** Flowers that come in their vase. */
export const vases: readonly SampleProduct[] = [
  product('blue-hour', 'Blue Hour', {
    background: 'sand',
    presentation: 'vase',
    vase: 'blue',
    recipe: [
      { stem: 'hydrangea', colour: 'blue', count: 3 },
      { stem: 'delphinium', colour: 'blue', count: 4 },
      { stem: 'rose', colour: 'white', count: 5 },
      { stem: 'lavender', count: 2 },
      { stem: 'olive', count: 4 },
    ],
  }),
  product('golden-mile', 'Golden Mile', {
    background: 'sky',
    presentation: 'vase',
    vase: 'ivory',
    recipe: [
      { stem: 'sunflower', count: 5 },
      { stem: 'gerbera', colour: 'orange', count: 4 },
      { stem: 'wattle', count: 3 },
      { stem: 'ruscus', count: 4 },
    ],
  }),
  product('first-light', 'First Light', {
    background: 'lilac',
    presentation: 'vase',
    vase: 'jar',
    recipe: [
      { stem: 'lily', colour: 'white', count: 4 },
      { stem: 'rose', colour: 'cream', count: 5 },
      { stem: 'snapdragon', colour: 'white', count: 3 },
      { stem: 'gunnii', count: 5 },
    ],
  }),
  product('paddock', 'Paddock', {
    background: 'blush',
    presentation: 'vase',
    vase: 'mustard',
    recipe: [
      { stem: 'daffodil', colour: 'yellow', count: 7 },
      { stem: 'daffodil', colour: 'white', count: 5 },
      { stem: 'wattle', count: 3 },
      { stem: 'fern', count: 2 },
    ],
  }),
  product('moth-orchid', 'Moth Orchid', {
    background: 'sage',
    presentation: 'vase',
    vase: 'blush',
    recipe: [
      { stem: 'orchid', colour: 'white', count: 3 },
      { stem: 'fern', count: 2 },
    ],
  }),
  product('winter-bench', 'Winter Bench', {
    background: 'lilac',
    presentation: 'vase',
    vase: 'glass',
    recipe: [
      { stem: 'hellebore', colour: 'mauve', count: 7 },
      { stem: 'hellebore', colour: 'white', count: 4 },
      { stem: 'thryptomene', count: 4 },
      { stem: 'fern', count: 3 },
    ],
  }),
  product('sweet-pea-jar', 'Sweet Peas in a Jar', {
    background: 'ivory',
    presentation: 'vase',
    vase: 'jar',
    recipe: [
      { stem: 'sweetPea', colour: 'pink', count: 4 },
      { stem: 'sweetPea', colour: 'lilac', count: 4 },
      { stem: 'freesia', colour: 'yellow', count: 2 },
    ],
  }),
  product('two-tulips', 'Two Tulips', {
    background: 'sky',
    presentation: 'vase',
    vase: 'glass',
    recipe: [{ stem: 'tulip', colour: 'apricot', count: 2 }],
  }),
]
