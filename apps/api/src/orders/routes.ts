import { orders } from '@flora/contract/orders.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { cancelOrder } from './cancel-order.ts'
import { knownOrder, showOrder } from './show-order.ts'

export function orderRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs'>): void {
  serve(app, orders.cancelOrder, async ({ params, body }) => {
    const order = await knownOrder(shop, params.link)
    await cancelOrder(shop, { orderId: order.id, reason: body.reason ?? '', who: 'customer' })
    return showOrder(shop, params.link)
  })

  serve(app, orders.findOrder, async ({ body }) => {
    // Always promised, whether or not there is an order: the answer must not tell who is a customer.
    await shop.inTransaction((tx) =>
      shop.jobs.enqueue(tx, 'notifications/order-links', { email: body.email, wantedAt: shop.clock.now().toString() }),
    )
    return { message: 'If there are orders with this address, their links are on the way to it.' }
  })
}
