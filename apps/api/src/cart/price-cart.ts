import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import type { CartDelivery, CartLine, SumLine } from '@flora/contract/cart.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import {
  add,
  type Currency,
  gstContained,
  isSame,
  money,
  type Money,
  subtract,
  times,
  total,
} from '@flora/money/money.ts'
import { takenByOne, type VariantForSale } from '../catalog/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import {
  decideGiftCard,
  decidePromotion,
  type GiftCard,
  type Promotion,
  type PromotionEffect,
} from '../promotions/index.ts'
import type { CartDeliveryDraft, CartDocument, CartLineDraft } from './cart.ts'
import { deliveryProblem, lineProblem, missingFields } from './cart-problems.ts'
import { explainSum } from './explain-sum.ts'

/** All that the shop knows at this moment and the shopper does not decide. */
export interface Facts {
  readonly today: ShopDay
  readonly currency: Currency
  readonly gstBasisPoints: number
  readonly variants: ReadonlyMap<string, VariantForSale>
  readonly promises: ReadonlyMap<DeliveryId, PromiseWithRoom>
  readonly suburbs: ReadonlyMap<string, readonly string[]>
  readonly promotion: Promotion | undefined
  readonly giftCard: GiftCard | undefined
  readonly hasOrderedBefore: boolean | undefined
}

export type PricedLine = CartLine & {
  readonly benchMinutes: number
  readonly items: readonly { itemId: string; quantity: number }[]
}
export type PricedDelivery = CartDelivery & {
  readonly draft: CartDeliveryDraft
  readonly promise: PromiseWithRoom | undefined
}

/** A cart with every cent explained. Totals are sums of its lines, by construction. */
export interface PricedCart {
  readonly lines: readonly PricedLine[]
  readonly deliveries: readonly PricedDelivery[]
  readonly sum: readonly SumLine[]
  readonly goods: Money
  readonly fees: Money
  readonly discount: Money
  readonly total: Money
  readonly giftCardUse: Money
  readonly toPay: Money
  readonly gst: Money
  readonly promotion: { code: string; label: string; because?: string } | undefined
  readonly giftCard: { ending: string; balance: Money; used: Money; because?: string } | undefined
}

/** Prices a cart from the facts alone. The same function prices what is shown and what is placed. */
export function priceCart(document: CartDocument, facts: Facts): PricedCart {
  const none = money(0, facts.currency)
  const drafts = document.lines.filter((line) => facts.variants.has(line.variantId))
  const effect = promotionEffect(document, drafts, facts)

  let touched = 0
  const lines = drafts.map((draft) => {
    const variant = facts.variants.get(draft.variantId)!
    const off = effect?.kind === 'applies' && isGoods(variant) ? effect.offGoods[touched++]! : none
    return priceLine(draft, variant, off, facts)
  })
  const deliveries = document.deliveries.map((draft, index) =>
    priceDelivery(draft, effect?.kind === 'applies' ? effect.offFees[index]! : none, facts),
  )

  const goods = total(
    lines.map((line) => line.total),
    facts.currency,
  )
  const fees = total(
    deliveries.map(({ fee, surge }) => add(fee, surge)),
    facts.currency,
  )
  const discount = total(
    [...lines, ...deliveries].map((part) => part.discount),
    facts.currency,
  )
  const due = subtract(add(goods, fees), discount)
  const card = facts.giftCard && decideGiftCard(facts.giftCard, { today: facts.today, due })
  const used = card?.kind === 'pays' ? card.amount : none
  return {
    lines,
    deliveries,
    sum: explainSum({ lines, deliveries, discount, effect, used, facts }),
    goods,
    fees,
    discount,
    total: due,
    giftCardUse: used,
    toPay: subtract(due, used),
    gst: total(
      [...lines, ...deliveries].map((part) => part.gst),
      facts.currency,
    ),
    promotion: facts.promotion && {
      code: facts.promotion.code,
      label: facts.promotion.label,
      ...(effect?.kind === 'no' && { because: effect.because }),
    },
    giftCard: facts.giftCard && {
      ending: facts.giftCard.ending,
      balance: facts.giftCard.balance,
      used,
      ...(card?.kind === 'no' && { because: card.because }),
    },
  }
}

function promotionEffect(
  document: CartDocument,
  drafts: readonly CartLineDraft[],
  facts: Facts,
): PromotionEffect | undefined {
  if (!facts.promotion) return undefined
  const goods = drafts.flatMap((draft) => {
    const variant = facts.variants.get(draft.variantId)!
    return isGoods(variant) ? [times(variant.price, draft.quantity)] : []
  })
  const fees = document.deliveries.map((draft) => feeOf(facts.promises.get(draft.id), facts.currency).fee)
  return decidePromotion(facts.promotion, { today: facts.today, goods, fees, hasOrderedBefore: facts.hasOrderedBefore })
}

function isGoods(variant: VariantForSale): boolean {
  return variant.kind !== 'add-on'
}

function priceLine(
  draft: CartLineDraft,
  variant: VariantForSale,
  discount: Money,
  { gstBasisPoints }: Facts,
): PricedLine {
  const sum = times(variant.price, draft.quantity)
  const problem = lineProblem(variant)
  return {
    id: draft.id,
    deliveryId: draft.deliveryId,
    variantId: draft.variantId,
    ...(draft.goesWith && { goesWith: draft.goesWith }),
    slug: variant.slug,
    name: variant.productName,
    variantName: variant.variantName,
    kind: variant.kind,
    tint: variant.tint,
    picture: variant.picture,
    quantity: draft.quantity,
    purchase: draft.purchase,
    unitPrice: variant.price,
    total: sum,
    discount,
    gst: gstContained(subtract(sum, discount), gstBasisPoints),
    ...(!isSame(draft.seen, variant.price) && { priceWas: draft.seen }),
    ...(problem && { problem }),
    benchMinutes: variant.benchMinutes * draft.quantity,
    items: takenByOne(variant).map(({ itemId, quantity }) => ({ itemId, quantity: quantity * draft.quantity })),
  }
}

function feeOf(promise: PromiseWithRoom | undefined, currency: Currency): { fee: Money; surge: Money } {
  return { fee: promise?.fee ?? money(0, currency), surge: promise?.surge ?? money(0, currency) }
}

function priceDelivery(draft: CartDeliveryDraft, discount: Money, facts: Facts): PricedDelivery {
  const promise = facts.promises.get(draft.id)
  const { fee, surge } = feeOf(promise, facts.currency)
  const isPickUp = promise?.method === 'pick-up'
  const suburbs = [...(facts.suburbs.get(draft.postcode ?? '') ?? [])]
  const fit = fitCard(draft.cardMessage)
  const problem = deliveryProblem(draft, promise, suburbs)
  return {
    id: draft.id,
    ...(promise?.method && { method: promise.method }),
    ...(draft.postcode !== undefined && { postcode: draft.postcode }),
    ...(draft.suburb !== undefined && { suburb: draft.suburb }),
    suburbs,
    ...(promise?.zoneName && { zone: promise.zoneName }),
    ...(draft.day !== undefined && { day: draft.day }),
    ...(draft.windowId &&
      promise?.windowName && {
        window: { id: draft.windowId, name: promise.windowName, starts: promise.starts!, ends: promise.ends! },
      }),
    fee,
    surge,
    ...(promise?.surgeName && { surgeName: promise.surgeName }),
    discount,
    gst: gstContained(subtract(add(fee, surge), discount), facts.gstBasisPoints),
    recipient: { ...draft.recipient, suburb: draft.suburb ?? '', postcode: draft.postcode ?? '' },
    instructions: draft.instructions,
    cardMessage: draft.cardMessage,
    cardFit: { ...fit, lines: [...fit.lines], unprintable: [...fit.unprintable] },
    anonymous: draft.anonymous,
    substitution: draft.substitution,
    missing: missingFields(draft, isPickUp),
    ...(problem && { problem }),
    draft,
    promise,
  }
}
