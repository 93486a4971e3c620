import type { Client } from '@flora/client/client.ts'
import type { Cart, CartDelivery, CartLine, CartSubscription } from '@flora/contract/cart.ts'
import type { CartSubscriptionWish } from '@flora/contract/subscription-plan.ts'
import type { Memory } from './placement.ts'

const place = 'flora.placed-cart'

/** Placing empties the cart. This tab keeps a copy until the order is paid, so that an order given up loses nothing. `of` is the placement's key, then the order's link. */
export function keepCart(memory: Memory, of: string, cart: Cart): void {
  try {
    memory.setItem(place, JSON.stringify({ of, cart }))
  } catch {
    // Without memory an order that is given up means choosing again; paying is not touched by it.
  }
}

export function keptCart(memory: Memory, of: string): Cart | undefined {
  try {
    const kept = JSON.parse(memory.getItem(place) ?? 'null') as { of: string; cart: Cart } | null
    return kept?.of === of && Array.isArray(kept.cart?.lines) ? kept.cart : undefined
  } catch {
    return undefined
  }
}

export function dropKeptCart(memory: Memory): void {
  try {
    memory.removeItem(place)
  } catch {
    // Nothing was kept then.
  }
}

/** Puts everything back: products, days, people, words and the promotion code. Gives the cart as it is then. */
export async function restoreCart(client: Client, kept: Cart): Promise<Cart> {
  let now = await client.call('GET /cart', {})
  for (const delivery of kept.deliveries) {
    const lines = kept.lines.filter((line) => line.deliveryId === delivery.id && line.goesWith === undefined)
    const orphans = kept.lines.filter(
      (line) =>
        line.deliveryId === delivery.id &&
        line.goesWith !== undefined &&
        !kept.lines.some(({ id }) => id === line.goesWith),
    )
    let target: CartDelivery['id'] | undefined
    for (const line of [...lines, ...orphans]) {
      const before = now
      now = await client.call('POST /cart/lines', { body: lineAgain(line, kept, delivery, target) })
      if (target !== undefined) continue
      ;({ cart: now, target } = await ownDelivery(client, before, now, line))
    }
    if (target !== undefined)
      now = await client.call('PATCH /cart/deliveries/:deliveryId', {
        params: { deliveryId: target },
        body: typedAgain(delivery),
      })
  }
  for (const subscription of kept.subscriptions ?? []) {
    const body = wishAgain(subscription)
    if (body !== undefined) now = await client.call('POST /cart/subscriptions', { body })
  }
  const code = kept.promotion?.code
  // A code that has run out meanwhile is the shop's to explain when it is typed again.
  return code === undefined ? now : client.call('PUT /cart/code', { body: { code } }).catch(() => now)
}

function wishAgain({ window, ...one }: CartSubscription): CartSubscriptionWish | undefined {
  const { kind, frequency, variantId, quantity, firstDay, plan, gift } = one
  if (window === undefined) return undefined
  return {
    kind,
    frequency,
    variantId,
    quantity,
    firstDay,
    plan,
    windowId: window.id,
    ...(gift !== undefined && { gift }),
  }
}

function lineAgain(
  line: CartLine,
  kept: Cart,
  { postcode, suburb, day, window }: CartDelivery,
  target: CartDelivery['id'] | undefined,
) {
  const addOns = kept.lines
    .filter(({ goesWith }) => goesWith === line.id)
    .map(({ variantId, quantity }) => ({ variantId, quantity }))
  return {
    variantId: line.variantId,
    quantity: line.quantity,
    ...(addOns.length > 0 && { addOns }),
    ...(target !== undefined && { deliveryId: target }),
    ...(target === undefined && postcode !== undefined && { postcode }),
    ...(target === undefined && suburb !== undefined && { suburb }),
    ...(target === undefined && day !== undefined && { day }),
    ...(target === undefined && window !== undefined && { windowId: window.id }),
  }
}

// The shop lays together what goes to one place at one time; two people at one address are two deliveries all the same.
async function ownDelivery(
  client: Client,
  before: Cart,
  after: Cart,
  line: CartLine,
): Promise<{ cart: Cart; target: CartDelivery['id'] | undefined }> {
  const known = new Set(before.deliveries.map(({ id }) => id))
  const made = after.deliveries.find(({ id }) => !known.has(id))
  if (made !== undefined) return { cart: after, target: made.id }
  const added = after.lines.findLast(
    ({ variantId, goesWith }) => variantId === line.variantId && goesWith === undefined,
  )
  if (added === undefined) return { cart: after, target: undefined }
  const cart = await client.call('PATCH /cart/lines/:lineId', {
    params: { lineId: added.id },
    body: { deliveryId: 'new' },
  })
  return { cart, target: cart.deliveries.find(({ id }) => !known.has(id))?.id }
}

function typedAgain({ recipient, instructions, cardMessage, anonymous, substitution }: CartDelivery) {
  const { name, phone, line1, line2 } = recipient
  return { recipient: { name, phone, line1, line2 }, instructions, cardMessage, anonymous, substitution }
}
