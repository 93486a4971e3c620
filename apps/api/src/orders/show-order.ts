import type { OrderView } from '@flora/contract/orders.ts'
import type { Shop } from '../shop.ts'
import { orderNotFound } from './errors.ts'
import type { OrderRecord } from './order-record.ts'
import { toOrderView } from './order-view.ts'
import { findOrderByLink } from './queries.ts'

/** The order behind a secret link. */
export async function knownOrder({ db }: Pick<Shop, 'db'>, link: string): Promise<OrderRecord> {
  const order = await findOrderByLink(db, link)
  if (!order) throw orderNotFound()
  return order
}

export async function showOrder(shop: Pick<Shop, 'db' | 'clock'>, link: string): Promise<OrderView> {
  return toOrderView(await knownOrder(shop, link), shop.clock.now())
}
