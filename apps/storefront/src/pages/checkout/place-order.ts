import type { Client } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Money } from '@flora/money/money.ts'
import { problemOf } from '../cart/problem-of.ts'
import { dropKeptCart, keepCart, keptCart, restoreCart } from './kept-cart.ts'
import {
  forgetPlacement,
  type Memory,
  newPlacementKey,
  type Placement,
  placementFor,
  placementIn,
  rememberOrder,
} from './placement.ts'

/**
 * Places what was agreed to: the sum on the button when it was pressed, whatever saving the form has changed since. The shop
 * refuses a key that it has seen with another cart; then, and only then, a new one is due. Throws ApiProblem for every no.
 */
export async function placeOrder(
  client: Client,
  memory: Memory,
  { cart, agreed, mayCharge = false }: { cart: Cart; agreed: Money; mayCharge?: boolean },
): Promise<Placed> {
  for (let attempt = 1; ; attempt += 1) {
    const wanted = {
      cartVersion: cart.version,
      toPayMinor: agreed.minor,
      ...(cart.keepsCard && mayCharge && { mayCharge }),
    }
    const placement = placementFor(memory, wanted, newPlacementKey)
    // Placing empties the cart, and its answer may be lost on the way.
    keepCart(memory, placement.key, cart)
    try {
      return await placeWith(client, memory, placement)
    } catch (error) {
      if (problemOf(error).code !== 'placement-key-used' || attempt === 2) throw error
      forgetPlacement(memory)
    }
  }
}

/** The order this tab placed or was placing: by its link, or by its key when the answer was lost on the way. */
export async function unfinishedOrder(
  client: Client,
  memory: Memory,
  cartIsEmpty: boolean,
): Promise<OrderView | undefined> {
  const placement = placementIn(memory)
  if (placement === undefined) return undefined
  if (placement.link !== undefined) return client.call('GET /orders/:link', { params: { link: placement.link } })
  return cartIsEmpty ? (await placeWith(client, memory, placement)).order : undefined
}

/** Cancels an order that is not paid and puts what was in the cart back into it, if this tab still knows. */
export async function giveUpOrder(client: Client, memory: Memory, { link }: Pick<OrderView, 'link'>): Promise<Cart> {
  const kept = keptCart(memory, link)
  await client.call('POST /orders/:link/cancellation', { params: { link }, body: { reason: 'Changed at checkout' } })
  forgetPlacement(memory)
  const cart = kept === undefined ? await client.call('GET /cart', {}) : await restoreCart(client, kept)
  dropKeptCart(memory)
  return cart
}

async function placeWith(client: Client, memory: Memory, placement: Placement): Promise<Placed> {
  const toPay = { minor: placement.toPayMinor, currency: 'AUD' as const }
  const placed = await client.call('POST /checkout/orders', {
    headers: { 'idempotency-key': placement.key },
    body: { toPay, ...(placement.mayCharge && { mayCharge: true }) },
  })
  rememberOrder(memory, placement, placed.order.link)
  const kept = keptCart(memory, placement.key)
  if (kept !== undefined) keepCart(memory, placed.order.link, kept)
  return placed
}
