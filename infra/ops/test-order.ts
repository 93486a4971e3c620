import type { Placed } from '@flora/contract/checkout.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Visitor } from './visitor.ts'

/** An order that was placed to see that orders can be placed. */
export interface TestOrder {
  readonly link: OrderView['link']
  readonly number: string
  readonly payment: Placed['payment']
}

// Days ahead, so that no van is loaded before it is cancelled.
const daysAhead = 7

/** Places an order for the first thing on the shelf that a van can bring. */
export async function placeOrder(visitor: Visitor, email: string): Promise<TestOrder> {
  const wish = await somethingOnAVan(visitor)
  const { suburb, ...line } = wish
  const cart = await visitor.call('POST /cart/lines', { body: { ...line, quantity: 1 } })
  await visitor.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: cart.deliveries[0]!.id as DeliveryId },
    body: {
      cardMessage: 'A test. Please bring nothing.',
      recipient: { name: 'Test Order', phone: '0491 570 156', line1: '1 Test Street', suburb },
    },
  })
  const filled = await visitor.call('PUT /cart/buyer', { body: { name: 'Test Order', email, phone: '' } })
  const placed = await visitor.call('POST /checkout/orders', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { toPay: filled.toPay },
  })
  return { link: placed.order.link, number: placed.order.number, payment: placed.payment }
}

async function somethingOnAVan(visitor: Visitor) {
  const { zones } = await visitor.call('GET /shop', {})
  const { items } = await visitor.call('GET /products', { query: {} })
  for (const postcode of zones.flatMap((zone) => zone.postcodes.slice(0, 1))) {
    for (const { slug } of items.slice(0, 5)) {
      const { variants } = await visitor.call('GET /products/:slug', { params: { slug } })
      const variant = variants.find(({ soldOut }) => !soldOut)
      if (!variant) continue
      const calendar = await visitor.call('GET /delivery/calendar', { query: { postcode, lines: `${variant.id}:1` } })
      for (const { day, windows } of calendar.days.slice(daysAhead)) {
        const window = windows.find(({ open, method }) => open && method === 'standard')
        if (window)
          return { variantId: variant.id, postcode, day, windowId: window.id, suburb: calendar.suburbs[0] ?? '' }
      }
    }
  }
  throw new Error('nothing on the first page of the shelf can be brought anywhere in the next months')
}

/** Pays as a browser would: with the client's secret and a test card, straight at the payment service. */
export async function payByTestCard(visitor: Visitor, { payment }: TestOrder): Promise<string> {
  if (!payment) throw new Error('the payment service did not answer the shop')
  const { payments } = await visitor.call('GET /shop', {})
  const [intent] = payment.clientSecret.split('_secret_')
  const reply = await fetch(`${payments.apiBase ?? 'https://api.stripe.com'}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${payments.publishableKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      client_secret: payment.clientSecret,
      payment_method: 'pm_card_visa',
      return_url: 'https://shop.example/order',
    }),
  })
  const { status, error } = (await reply.json()) as { status?: string; error?: { message?: string } }
  if (status !== 'succeeded') throw new Error(error?.message ?? `the payment service says ${status}`)
  return status
}

/** Gives its places and its money back. */
export async function cancelOrder(visitor: Visitor, { link }: TestOrder): Promise<string> {
  const { status } = await visitor.call('POST /orders/:link/cancellation', {
    params: { link },
    body: { reason: 'A test' },
  })
  return status
}

/** Looks at something for a while, until it is there. */
export async function isThere<T>(
  pause: () => Promise<void>,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let looks = 0; looks < 20; looks += 1) {
    const seen = await look()
    if (seen !== undefined) return seen
    await pause()
  }
  return undefined
}
