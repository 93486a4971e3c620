import { aVisitor, type PayingShop } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'

const stem = 'stm_silver-dollar'

/** One good call of each line of the stock desk's contract. */
export async function stockWalk(open: PayingShop) {
  const { cookies } = await aSignedIn(open.shop, { role: 'owner', name: 'Ada Marsh' })
  const by = aVisitor(open.app)
  for (const [name, value] of cookies) by.cookies.set(name, value)
  const item = `/stock/items/${stem}`
  return {
    'stockDesk.listStock': async () => ({ by, path: '/stock/items' }),
    'stockDesk.showStockItem': async () => ({ by, path: item }),
    'stockDesk.receiveLot': async () => ({
      by,
      path: `${item}/lots`,
      body: { key: crypto.randomUUID(), quantity: 20 },
    }),
    'stockDesk.adjustStock': async () => ({
      by,
      path: `${item}/adjustments`,
      body: { key: crypto.randomUUID(), change: -1, reason: 'wilted' },
    }),
    'stockDesk.changeStockItem': async () => ({ by, path: item, body: { lowAt: 5, bunch: 10 } }),
    'stockDesk.listCountedProducts': async () => ({ by, path: '/stock/products' }),
    'stockDesk.countProduct': async () => ({
      by,
      path: '/stock/products/prd_coral-charm/counting',
      body: { by: 'stems' },
    }),
  }
}
