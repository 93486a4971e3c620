import { checkout } from '@flora/contract/checkout.ts'
import type { FastifyInstance } from 'fastify'
import { readCartToken } from '../cart/index.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { cartEmpty } from './errors.ts'
import { placeOrder } from './place-order.ts'

export function checkoutRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>,
): void {
  serve(app, checkout.placeOrder, async ({ headers, body }, request) => {
    const token = readCartToken(request)
    if (!token) throw cartEmpty()
    return placeOrder(shop, { token, key: headers['idempotency-key'], toPay: body.toPay, mayCharge: body.mayCharge })
  })
}
