import type { Cart } from '@flora/contract/cart.ts'
import type { PaymentSheet, Placed } from '@flora/contract/checkout.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Wish } from '../../bench/load/shopper.ts'
import { bodyOf, codeOf, GaveUp, type Line } from './browser.ts'

/** The shop's no. */
export class TurnedAway extends Error {
  override readonly name = 'TurnedAway'
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export interface Wanted {
  readonly wishes: readonly Wish[]
  readonly email: string
  /** A promotion's or a gift card's. */
  readonly code?: string | undefined
}

const mostCarts = 25

/** Fills a cart with everything that placing asks for. Where an answer was lost she begins again with an empty cart. */
export async function fillCart(shop: Line, wanted: Wanted): Promise<Cart> {
  for (let tries = 1; ; tries += 1) {
    shop.forgetCookie()
    try {
      return await fillOnce(shop, wanted)
    } catch (error) {
      if (error instanceof TurnedAway || tries === mostCarts) throw error
      await new Promise((next) => setTimeout(next, Math.min(200 * tries, 3_000)))
    }
  }
}

async function fillOnce(shop: Line, { wishes, email, code }: Wanted): Promise<Cart> {
  for (const { variantId, postcode, day, windowId } of wishes)
    taken(
      await shop.ask({
        method: 'POST',
        path: '/api/cart/lines',
        body: { variantId, quantity: 1, postcode, day, windowId },
      }),
    )
  const cart = taken<Cart>(
    await shop.ask({ method: 'PUT', path: '/api/cart/buyer', body: { name: 'Mercy Okafor', email, phone: '' } }),
  )
  let last = cart
  for (const { id, postcode, day } of cart.deliveries) {
    const { suburb } = wishes.find((wish) => wish.postcode === postcode && wish.day === day) ?? wishes[0]!
    last = taken<Cart>(
      await shop.ask({
        method: 'PATCH',
        path: `/api/cart/deliveries/${id}`,
        body: {
          suburb,
          recipient: { name: 'June Okafor', phone: '0491 570 156', line1: '12 Nicholson Street', suburb },
          cardMessage: 'Happy birthday, dear June!',
        },
      }),
    )
  }
  if (!code) return last
  const applied = await shop.ask({ method: 'PUT', path: '/api/cart/code', body: { code } })
  // A code that is used up is no reason to go without flowers.
  return applied.status >= 500 || applied.status < 300 ? taken<Cart>(applied) : last
}

/** Places under one key, pressed again and again with the same one, as the storefront does; `twice` presses twice at once. */
export async function place(
  shop: Line,
  { toPay, key, twice }: { toPay: Cart['toPay']; key: string; twice: boolean },
): Promise<Placed> {
  const asked = { method: 'POST', path: '/api/checkout/orders', body: { toPay }, headers: { 'idempotency-key': key } }
  if (!twice) return taken<Placed>(await shop.insist(asked))
  const tab = shop.tab()
  const [answer] = await Promise.all([shop.insist(asked), tab.insist(asked).catch(() => undefined)])
  tab.leave()
  return taken<Placed>(answer)
}

/** What is needed to pay, asked for again where the payment service was silent; nothing when she may not pay any more. */
export async function paymentSheet(shop: Line, { order, payment }: Placed): Promise<PaymentSheet | undefined> {
  if (payment) return payment
  if (order.toPay.minor === 0) return undefined
  const answer = await shop.insist({ method: 'POST', path: `/api/orders/${order.link}/payment`, body: {} })
  return answer.status < 300 ? bodyOf<PaymentSheet>(answer) : undefined
}

export async function readOrder(shop: Line, link: string): Promise<OrderView> {
  return taken<OrderView>(await shop.insist({ method: 'GET', path: `/api/orders/${link}` }))
}

/** Whether it is cancelled now: an answer that was lost is found out by asking again. */
export async function cancelOrder(shop: Line, link: string): Promise<boolean> {
  const answer = await shop.insist({
    method: 'POST',
    path: `/api/orders/${link}/cancellation`,
    body: { reason: 'Changed my mind' },
  })
  if (answer.status < 300) return true
  const { status } = await readOrder(shop, link)
  return status === 'CANCELLED' || status === 'REFUNDED'
}

function taken<T>(answer: { status: number; body: string; cookies: readonly string[] }): T {
  if (answer.status >= 500 || answer.status === 429) throw new GaveUp(String(answer.status))
  if (answer.status >= 400) throw new TurnedAway(codeOf(answer))
  return bodyOf<T>(answer)
}
