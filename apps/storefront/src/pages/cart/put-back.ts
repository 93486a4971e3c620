import type { Client } from '@flora/client/client.ts'
import type { Cart, CartLine } from '@flora/contract/cart.ts'

/** Puts a removed line back where it was; a delivery that went with it is made again as it was typed. */
export async function putBack(client: Client, line: CartLine, before: Cart): Promise<Cart> {
  const delivery = before.deliveries.find(({ id }) => id === line.deliveryId)
  const now = await client.call('GET /cart', {})
  const stillThere = now.deliveries.some(({ id }) => id === line.deliveryId)
  const addOns = before.lines
    .filter(({ goesWith }) => goesWith === line.id)
    .map(({ variantId, quantity }) => ({ variantId, quantity }))
  const back = await client.call('POST /cart/lines', {
    body: {
      variantId: line.variantId,
      quantity: line.quantity,
      ...(addOns.length > 0 && { addOns }),
      ...(stillThere && { deliveryId: line.deliveryId }),
      ...(!stillThere && delivery?.postcode !== undefined && { postcode: delivery.postcode }),
      ...(!stillThere && delivery?.suburb !== undefined && { suburb: delivery.suburb }),
      ...(!stillThere && delivery?.day !== undefined && { day: delivery.day }),
      ...(!stillThere && delivery?.window !== undefined && { windowId: delivery.window.id }),
    },
  })
  const known = new Set(now.deliveries.map(({ id }) => id))
  const made = back.deliveries.find(({ id }) => !known.has(id))
  if (stillThere || delivery === undefined || made === undefined) return back
  const { instructions, cardMessage, anonymous, substitution } = delivery
  const { name, phone, line1, line2 } = delivery.recipient
  return client.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: made.id },
    body: { recipient: { name, phone, line1, line2 }, instructions, cardMessage, anonymous, substitution },
  })
}
