import { orders } from '@flora/contract/orders.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { orderReader } from './ask-stripe.ts'
import { preparePaymentAgain } from './prepare-payment.ts'
import { eventReceiver } from './receive-event.ts'

type PaymentShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'config' | 'log'>

/** Orders are shown here and not in orders/, because an order that waits for its money is asked about before it is shown. */
export function paymentRoutes(app: FastifyInstance, shop: PaymentShop): void {
  const readOrder = orderReader(shop)
  serve(app, orders.showOrder, ({ params }) => readOrder(params.link))
  serve(app, orders.preparePayment, ({ params }) => preparePaymentAgain(shop, params.link))
}

// Stripe's largest events are well below this.
const webhookBytes = 512 * 1024

/** The webhook takes bytes, not JSON: the signature is over the bytes as they came. Registered in a scope of its own. */
export function webhookRoutes(app: FastifyInstance, shop: PaymentShop): void {
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: webhookBytes }, (_, body, done) =>
    done(null, body),
  )
  const receive = eventReceiver(shop)
  app.post(
    '/api/stripe/webhook',
    { bodyLimit: webhookBytes, config: { limit: 'webhooks' } },
    async (request, reply) => {
      const signature = request.headers['stripe-signature']
      const outcome = await receive({
        body: request.body as Buffer,
        signature: typeof signature === 'string' ? signature : undefined,
      })
      return reply.send({ received: true, outcome })
    },
  )
}
