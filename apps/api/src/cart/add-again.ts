import { cartLimits } from '@flora/contract/cart.ts'
import { type LineId, newId, type VariantId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'
import type { CartDeliveryDraft, CartDocument, CartLineDraft } from './cart.ts'

/** A delivery that was made before and is wanted once more: everything but its day and what its card said. */
export interface DeliveryAgain extends Pick<
  CartDeliveryDraft,
  'postcode' | 'suburb' | 'recipient' | 'instructions' | 'anonymous' | 'substitution'
> {
  readonly lines: readonly LineAgain[]
}

export interface LineAgain {
  /** The line of the order; in the cart it has another. */
  readonly id: LineId
  readonly goesWith?: LineId
  readonly variantId: VariantId
  readonly quantity: number
  readonly seen: Money
}

export interface AddedAgain {
  readonly document: CartDocument
  /** Lines of the order for which the cart had no room. */
  readonly full: readonly LineId[]
}

/**
 * Puts deliveries that were made before into a cart, as deliveries of their own. One that is there already as it would be put in is
 * not put in twice: a button pressed twice is one wish.
 */
export function addAgain(cart: CartDocument, deliveries: readonly DeliveryAgain[]): AddedAgain {
  const full: LineId[] = []
  let document = cart
  for (const delivery of deliveries) {
    if (delivery.lines.length === 0 || isThere(document, delivery)) continue
    if (document.deliveries.length >= cartLimits.deliveries) full.push(...delivery.lines.map(({ id }) => id))
    else document = withDelivery(document, delivery, full)
  }
  return { document, full }
}

function withDelivery(cart: CartDocument, { lines, ...said }: DeliveryAgain, full: LineId[]): CartDocument {
  const draft: CartDeliveryDraft = { ...said, id: newId('dlv'), cardMessage: '' }
  const added: CartLineDraft[] = []
  const ids = new Map<LineId, LineId>()
  // As in every cart, a line stands before those that go with it.
  for (const { id, goesWith, ...line } of lines) {
    const main = goesWith && ids.get(goesWith)
    if (cart.lines.length + added.length >= cartLimits.lines || (goesWith && !main)) {
      full.push(id)
      continue
    }
    const own = newId('lin')
    ids.set(id, own)
    added.push({ ...line, id: own, deliveryId: draft.id, ...(main && { goesWith: main }), purchase: 'once' })
  }
  return added.length === 0
    ? cart
    : { ...cart, lines: [...cart.lines, ...added], deliveries: [...cart.deliveries, draft] }
}

function isThere(cart: CartDocument, delivery: DeliveryAgain): boolean {
  const wanted = inWords(delivery, delivery.lines)
  return cart.deliveries.some(
    (draft) =>
      !draft.day &&
      !draft.windowId &&
      draft.cardMessage === '' &&
      inWords(
        draft,
        cart.lines.filter(({ deliveryId }) => deliveryId === draft.id),
      ) === wanted,
  )
}

type InWords = Pick<CartLineDraft, 'id' | 'variantId' | 'quantity'> & { readonly goesWith?: LineId }

/** What a delivery says and holds, as one text: the same for two that differ in nothing but their ids. */
function inWords(
  { postcode, suburb, recipient, instructions, anonymous, substitution }: Omit<DeliveryAgain, 'lines'>,
  lines: readonly InWords[],
): string {
  const { name, phone, line1, line2 } = recipient
  const said = [postcode, suburb, name, phone, line1, line2, instructions, anonymous, substitution]
  const held = lines.map(({ variantId, quantity, goesWith }) => [
    variantId,
    quantity,
    lines.find(({ id }) => id === goesWith)?.variantId ?? null,
  ])
  return JSON.stringify([said.map((value) => value ?? null), held.map((line) => JSON.stringify(line)).toSorted()])
}
