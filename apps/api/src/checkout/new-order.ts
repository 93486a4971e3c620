import type { AccountId, GiftCardId, OrderId, PromotionId } from '@flora/contract/ids.ts'
import type { CartToPlace, PricedCart } from '../cart/index.ts'
import type { NewOrder, NewOrderDelivery, NewOrderLine } from '../orders/index.ts'

export interface OrderParts {
  readonly id: OrderId
  readonly number: string
  readonly link: string
  readonly key: string
  readonly fingerprint: string
  readonly cartId: string
  /** Whose cart it was. */
  readonly accountId: AccountId | null
  readonly document: CartToPlace['cart']['document']
  readonly priced: PricedCart
  readonly now: Temporal.Instant
  readonly holdMinutes: number
  readonly promotionId: PromotionId | null
  readonly giftCardId: GiftCardId | null
}

/** The order that a priced cart becomes. An order with nothing left to pay is confirmed at once. */
export function toNewOrder({
  id,
  number,
  link,
  key,
  fingerprint,
  cartId,
  accountId,
  document,
  priced,
  now,
  holdMinutes,
  promotionId,
  giftCardId,
}: OrderParts): NewOrder {
  const isPaid = priced.toPay.minor === 0
  return {
    id,
    number,
    link,
    status: isPaid ? 'CONFIRMED' : 'PENDING',
    places: isPaid ? 'kept' : 'held',
    holdUntil: stored(now.add({ minutes: holdMinutes })),
    placementKey: key,
    placementFingerprint: fingerprint,
    accountId,
    cartId,
    buyerName: document.buyer.name,
    buyerEmail: document.buyer.email,
    buyerPhone: document.buyer.phone,
    currency: priced.total.currency,
    goodsMinor: priced.goods.minor,
    deliveryMinor: priced.fees.minor,
    discountMinor: priced.discount.minor,
    totalMinor: priced.total.minor,
    gstMinor: priced.gst.minor,
    giftCardMinor: priced.giftCardUse.minor,
    toPayMinor: priced.toPay.minor,
    sum: priced.sum,
    promotionId,
    giftCardId,
    placedAt: stored(now),
    deliveries: priced.deliveries.map((delivery) => toNewDelivery(delivery, priced)),
    lines: priced.lines.map(toNewLine),
    stock: toStock(priced),
  }
}

// No finer than the database keeps it, so that an order reads the same before and after it was written.
function stored(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' })
}

function toNewDelivery(delivery: PricedCart['deliveries'][number], priced: PricedCart): NewOrderDelivery {
  const { promise, draft } = delivery
  if (!promise?.ok || !draft.day || !draft.windowId)
    throw new Error(`invariant broken: delivery ${draft.id} was to be placed without its promise`)
  return {
    id: delivery.id,
    method: promise.method,
    zoneId: promise.zoneId,
    windowId: draft.windowId,
    day: draft.day,
    windowName: promise.windowName,
    windowStarts: promise.starts,
    windowEnds: promise.ends,
    cutOffAt: promise.cutOffAt.toString(),
    benchMinutes: priced.lines
      .filter(({ deliveryId }) => deliveryId === delivery.id)
      .reduce((minutes, line) => minutes + line.benchMinutes, 0),
    recipientName: delivery.recipient.name,
    recipientPhone: delivery.recipient.phone,
    line1: delivery.recipient.line1,
    line2: delivery.recipient.line2,
    suburb: delivery.recipient.suburb,
    postcode: delivery.recipient.postcode,
    instructions: delivery.instructions,
    cardMessage: delivery.cardMessage,
    anonymous: delivery.anonymous,
    substitution: delivery.substitution,
    feeMinor: delivery.fee.minor,
    surgeMinor: delivery.surge.minor,
    discountMinor: delivery.discount.minor,
    gstMinor: delivery.gst.minor,
  }
}

function toNewLine(line: PricedCart['lines'][number]): NewOrderLine {
  return {
    id: line.id,
    deliveryId: line.deliveryId,
    goesWith: line.goesWith ?? null,
    variantId: line.variantId,
    slug: line.slug,
    name: line.name,
    variantName: line.variantName,
    kind: line.kind,
    tint: line.tint,
    picture: line.picture,
    purchase: 'once',
    quantity: line.quantity,
    unitPriceMinor: line.unitPrice.minor,
    totalMinor: line.total.minor,
    discountMinor: line.discount.minor,
    gstMinor: line.gst.minor,
  }
}

// The same stem in two bouquets is one row of what the order takes.
function toStock({ lines }: PricedCart): NewOrder['stock'] {
  const quantities = new Map<string, number>()
  for (const { itemId, quantity } of lines.flatMap(({ items }) => items))
    quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity)
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }))
}
