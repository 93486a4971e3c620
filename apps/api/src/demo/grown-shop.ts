import type { DemoProduct, DemoShop } from '@flora/demo-shop/shape.ts'
import { add, money } from '@flora/money/money.ts'

const demoCurrency = 'AUD'

const gardens = [
  'Abbotsford',
  'Brunswick',
  'Carlton',
  'Daylesford',
  'Echuca',
  'Fairfield',
  'Geelong',
  'Healesville',
  'Ivanhoe',
  'Jamieson',
  'Kyneton',
  'Lorne',
  'Mansfield',
  'Northcote',
  'Olinda',
  'Parkville',
  'Queenscliff',
  'Richmond',
  'Sorrento',
  'Trentham',
  'Upwey',
  'Violet Town',
  'Woodend',
  'Yarra Glen',
  'Zeerust',
]

/** The demo shop with as many products as asked, by putting its own on the shelf again under other names: for measuring speed. */
export function grownShop(
  demo: DemoShop,
  products: number,
  { onHandTimes = 1 }: { onHandTimes?: number } = {},
): DemoShop {
  const flowers = demo.products.filter(({ kind }) => kind !== 'add-on')
  const more = Array.from({ length: Math.max(0, products - demo.products.length) }, (_, place) =>
    again(flowers[place % flowers.length]!, Math.floor(place / flowers.length)),
  )
  const grown = [...demo.products, ...more]
  return {
    ...demo,
    stems: demo.stems.map((stem) => ({ ...stem, onHand: stem.onHand * onHandTimes })),
    products: grown.map((product) => ({
      ...product,
      variants: product.variants.map((variant) =>
        variant.onHand === undefined ? variant : { ...variant, onHand: variant.onHand * onHandTimes },
      ),
    })),
  }
}

function again(product: DemoProduct, round: number): DemoProduct {
  const garden = gardens[round % gardens.length]!
  const row = Math.floor(round / gardens.length) + 1
  return {
    ...product,
    slug: `${product.slug}-${garden.toLowerCase().replaceAll(' ', '-')}-${row}`,
    name: `${product.name} from ${garden} No. ${row}`,
    variants: product.variants.map((variant, size) => ({
      ...variant,
      priceMinor: add(money(variant.priceMinor, demoCurrency), money(((round * 7 + size * 3) % 40) * 50, demoCurrency))
        .minor,
    })),
  }
}
