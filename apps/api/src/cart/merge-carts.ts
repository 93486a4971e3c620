import { cartLimits } from '@flora/contract/cart.ts'
import { subscriptionLimits } from '@flora/contract/subscription-plan.ts'
import type { DeliveryId, LineId, VariantId } from '@flora/contract/ids.ts'
import type { CartDeliveryDraft, CartDocument, CartLineDraft } from './cart.ts'
import { withSubscriptions } from './cart-subscription.ts'

export interface MergedCarts {
  readonly document: CartDocument
  /** Pieces beyond what a cart holds. Every other piece of both carts is in the document. */
  readonly leftOut: readonly { readonly variantId: VariantId; readonly quantity: number }[]
}

/**
 * One cart of two: an account's, and the one that a browser had before its owner signed in. Deliveries to the same door, day and
 * window become one unless something typed for them differs; the same size in the same delivery becomes one line.
 */
export function mergeCarts(account: CartDocument, browser: CartDocument): MergedCarts {
  const { deliveries, targets } = mergeDeliveries(account, browser)
  const { lines, leftOut } = mergeLines(account, browser, targets)
  const subscriptions = [...(account.subscriptions ?? []), ...(browser.subscriptions ?? [])]
  const noRoom = subscriptions.slice(subscriptionLimits.inCart)
  return {
    document: {
      ...withSubscriptions(account, subscriptions.slice(0, subscriptionLimits.inCart)),
      lines,
      deliveries: deliveries.filter(({ id }) => lines.some(({ deliveryId }) => deliveryId === id)),
      buyer: mergeBuyers(account, browser),
      // The code that was typed in this visit is the one she expects to see.
      ...(browser.promotionCode && { promotionCode: browser.promotionCode }),
      ...(browser.giftCardId && { giftCardId: browser.giftCardId }),
    },
    leftOut: [...leftOut, ...noRoom.map(({ variantId, quantity }) => ({ variantId, quantity }))],
  }
}

// What the account says of its owner wins: on a family's computer, the browser's cart may speak of somebody else, and the
// confirmation would go to her.
function mergeBuyers({ buyer: known }: CartDocument, { buyer: typed }: CartDocument): CartDocument['buyer'] {
  return { name: known.name || typed.name, email: known.email || typed.email, phone: known.phone || typed.phone }
}

interface MergedDeliveries {
  readonly deliveries: readonly CartDeliveryDraft[]
  /** Where the lines of each of the browser's deliveries go; one that found no room is not in it. */
  readonly targets: ReadonlyMap<DeliveryId, DeliveryId>
}

function mergeDeliveries(account: CartDocument, browser: CartDocument): MergedDeliveries {
  const targets = new Map<DeliveryId, DeliveryId>()
  const deliveries = [...account.deliveries]
  // Two deliveries of one cart that look alike are two by her wish, so one of the other cart joins only one of them.
  const joinable = new Set(account.deliveries.map(({ id }) => id))
  for (const draft of browser.deliveries) {
    if (!browser.lines.some(({ deliveryId }) => deliveryId === draft.id)) continue
    const at = deliveries.findIndex((known) => joinable.has(known.id) && isSameDelivery(known, draft))
    const known = deliveries[at]
    if (known) {
      deliveries[at] = joined(known, draft)
      joinable.delete(known.id)
    } else if (deliveries.length < cartLimits.deliveries) deliveries.push(draft)
    else continue
    targets.set(draft.id, known?.id ?? draft.id)
  }
  return { deliveries, targets }
}

/** The same door, day and window, and nothing typed for one that the other contradicts. */
function isSameDelivery(a: CartDeliveryDraft, b: CartDeliveryDraft): boolean {
  const person = ['name', 'phone', 'line1', 'line2'] as const
  return (
    a.postcode === b.postcode &&
    (a.suburb ?? '') === (b.suburb ?? '') &&
    a.day === b.day &&
    a.windowId === b.windowId &&
    person.every((field) => a.recipient[field] === b.recipient[field]) &&
    agree(a.instructions, b.instructions) &&
    agree(a.cardMessage, b.cardMessage) &&
    a.anonymous === b.anonymous &&
    a.substitution === b.substitution
  )
}

function agree(a: string, b: string): boolean {
  return a === '' || b === '' || a === b
}

function joined(known: CartDeliveryDraft, other: CartDeliveryDraft): CartDeliveryDraft {
  return {
    ...known,
    instructions: known.instructions || other.instructions,
    cardMessage: known.cardMessage || other.cardMessage,
  }
}

interface MergedLines {
  readonly lines: readonly CartLineDraft[]
  readonly leftOut: MergedCarts['leftOut']
}

function mergeLines(account: CartDocument, browser: CartDocument, targets: MergedDeliveries['targets']): MergedLines {
  const lines = [...account.lines]
  const leftOut: { variantId: VariantId; quantity: number }[] = []
  // Where each of the browser's lines went, for the add-ons that go with it.
  const places = new Map<LineId, LineId>()
  const known = new Set(account.lines.map(({ id }) => id))
  // In every cart a line stands before those that go with it.
  for (const line of browser.lines) {
    const deliveryId = targets.get(line.deliveryId)
    const goesWith = line.goesWith && places.get(line.goesWith)
    if (!deliveryId || (line.goesWith && !goesWith)) {
      leftOut.push({ variantId: line.variantId, quantity: line.quantity })
      continue
    }
    const at = lines.findIndex(
      (other) =>
        known.has(other.id) &&
        other.variantId === line.variantId &&
        other.deliveryId === deliveryId &&
        other.goesWith === goesWith &&
        other.purchase === line.purchase,
    )
    const same = lines[at]
    if (same) {
      const quantity = Math.min(same.quantity + line.quantity, cartLimits.quantity)
      const beyond = same.quantity + line.quantity - quantity
      lines[at] = { ...same, quantity, seen: line.seen }
      places.set(line.id, same.id)
      if (beyond > 0) leftOut.push({ variantId: line.variantId, quantity: beyond })
    } else if (lines.length < cartLimits.lines) {
      lines.push({ ...line, deliveryId, ...(goesWith && { goesWith }) })
      places.set(line.id, line.id)
    } else leftOut.push({ variantId: line.variantId, quantity: line.quantity })
  }
  return { lines, leftOut }
}
