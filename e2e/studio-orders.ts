import assert from 'node:assert/strict'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'
import { aNeighbour } from './neighbour.ts'
import type { Town } from './open-town.ts'

export interface PaidOrder {
  readonly number: string
  readonly day: string
  /** Of the order's own page. */
  readonly link: string
}

interface Wish {
  /** Which of the open days, counted from the next one; some days ahead unless said, so that no cut-off passes meanwhile. */
  readonly openDay?: number
  readonly street?: string
}

/** An order that somebody placed on the web for a day with room and paid in the shop, so that no card form stands in between. */
export async function anOrderThatIsPaid(
  town: Town,
  { openDay = 2, street = '12 Gipps Street' }: Wish = {},
): Promise<PaidOrder> {
  const buyer = aNeighbour(town)
  const { variants } = await buyer.call('GET /products/:slug', { params: { slug: 'rose-street-bunch' } })
  const variantId = variants[0]!.id
  const { days } = await buyer.call('GET /delivery/calendar', {
    query: { postcode: '3067', lines: `${variantId}:1` as never },
  })
  const { day, windows } = days.filter(({ open }) => open).at(openDay)!
  const window = windows.find(({ open, method }) => open && method === 'standard')
  assert.ok(window, 'a van goes there that day')
  const { deliveries } = await buyer.call('POST /cart/lines', {
    body: { variantId, quantity: 1, postcode: '3067', day, windowId: window.id },
  })
  await buyer.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: deliveries[0]!.id },
    body: {
      suburb: deliveries[0]!.suburbs[0]!,
      recipient: { name: 'Anjali Nair', phone: '0491 570 156', line1: street },
      instructions: 'Side lane, not the front.',
      cardMessage: 'Anj, you did it.\n\nP x',
    },
  })
  const { toPay } = await buyer.call('PUT /cart/buyer', {
    body: { name: 'Priya Nair', email: 'priya@example.com', phone: '' },
  })
  const { order } = await buyer.call('POST /checkout/orders', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { toPay },
  })
  const owner = aNeighbour(town)
  await owner.call('POST /auth/login', { body: { email: 'owner@flora.example', password: demoPassword } })
  await owner.call('POST /desk/orders/:orderId/money', {
    params: { orderId: order.id },
    body: { amount: order.toPay, by: 'terminal' },
  })
  return { number: order.number, day, link: order.link }
}
