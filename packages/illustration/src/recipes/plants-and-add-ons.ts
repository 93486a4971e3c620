import { product, type SampleProduct } from './sample-product.ts'

/** Pots, and the things that go beside flowers. */
export const plantsAndAddOns: readonly SampleProduct[] = [
  product('monstera', 'Monstera', { background: 'ivory', pot: 'terracotta', recipe: [{ stem: 'monstera', count: 1 }] }),
  product('peace-lily', 'Peace Lily', { background: 'blush', pot: 'sage', recipe: [{ stem: 'peaceLily', count: 1 }] }),
  product('succulent-bowl', 'Succulent Bowl', {
    background: 'sky',
    pot: 'ivory',
    recipe: [{ stem: 'echeveria', count: 1 }],
  }),
  product('soy-candle', 'Soy Candle', { background: 'lilac', recipe: [{ stem: 'candle', colour: 'blush', count: 1 }] }),
  product('chocolates', 'Box of Chocolates', {
    background: 'sage',
    recipe: [{ stem: 'chocolates', colour: 'burgundy', count: 1 }],
  }),
  product('orchid-pot', 'White Phalaenopsis', {
    background: 'sage',
    pot: 'ivory',
    recipe: [{ stem: 'orchidPot', colour: 'white', count: 1 }],
  }),
  product('anthurium', 'Anthurium', {
    background: 'sky',
    pot: 'charcoal',
    recipe: [{ stem: 'anthurium', colour: 'red', count: 1 }],
  }),
  product('cyclamen', 'Cyclamen', {
    background: 'sage',
    pot: 'terracotta',
    recipe: [{ stem: 'cyclamen', colour: 'pink', count: 1 }],
  }),
  product('gift-hamper', 'With a Bow On', {
    background: 'sage',
    recipe: [
      { stem: 'sparkling', count: 1 },
      { stem: 'chocolates', colour: 'blush', count: 1 },
      { stem: 'honey', count: 1 },
      { stem: 'soap', colour: 'lavender', count: 1 },
    ],
  }),
  product('gardener', 'For the Gardener', {
    background: 'ivory',
    recipe: [
      { stem: 'mister', colour: 'blue', count: 1 },
      { stem: 'secateurs', colour: 'red', count: 1 },
      { stem: 'seeds', colour: 'yellow', count: 1 },
    ],
  }),
]
