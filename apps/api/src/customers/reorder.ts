import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Reordered } from '@flora/contract/customers.ts'
import type { AccountId, LineId } from '@flora/contract/ids.ts'
import { addAgain, type CartToken, changeCart, findShopRules, takeCartToAccount } from '../cart/index.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import type { Shop } from '../shop.ts'
import { notHerOrder } from './errors.ts'
import { findRepeatableOrder } from './order-queries.ts'
import { lockGeneration } from './queries.ts'
import { repeatOrder, withoutRoom } from './repetition.ts'

type Reordering = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'config'>

export interface Reorder {
  readonly accountId: AccountId
  readonly link: string
  /** Of the cart that the browser has, which becomes part of her own if it was not. */
  readonly cartHash: string | undefined
}

/** Puts what is still for sale of an order into its owner's cart, and says what could not be and why; with it the cart's token. */
export async function reorder(
  shop: Reordering,
  { accountId, link, cartHash }: Reorder,
): Promise<{ token: CartToken; reordered: Reordered }> {
  const order = await findRepeatableOrder(shop.db, accountId, link)
  if (!order) throw notHerOrder()
  const now = shop.clock.now()
  const { timeZone } = await findShopRules(shop.db)
  const variants = await listVariantsForSale(
    shop.db,
    [...new Set(order.lines.map(({ variantId }) => variantId))],
    shopDayAt(now, timeZone),
  )
  const repetition = repeatOrder(order, variants)

  const { sealingKey } = shop.config
  const token = await shop.inTransaction(async (tx) => {
    const generation = await lockGeneration(tx, accountId)
    return takeCartToAccount(tx, { accountId, generation, sealingKey, anonymousHash: cartHash, now })
  })
  let full: readonly LineId[] = []
  const cart = await changeCart(shop, token, (document) => {
    const added = addAgain(document, repetition.deliveries)
    full = added.full
    return { kind: 'changed', document: added.document }
  })
  return { token, reordered: { cart, leftOut: [...repetition.leftOut, ...withoutRoom(order, full)] } }
}
