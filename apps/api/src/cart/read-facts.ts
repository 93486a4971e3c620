import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { askedOfCalendar, listSuburbs, promiseFor, promiseWithRoom } from '../delivery/index.ts'
import type { Db } from '../platform/db.ts'
import { findGiftCardById, findPromotionByCode } from '../promotions/index.ts'
import type { CartDocument } from './cart.ts'
import type { Facts } from './price-cart.ts'
import { findShopRules, hasOrdered, type ShopRules } from './queries.ts'

/** `room` also asks how many places are left: for showing, since placing takes them instead. */
export interface FactsWanted {
  readonly document: CartDocument
  readonly now: Temporal.Instant
  readonly room: boolean
  /** When they are known already. */
  readonly rules?: ShopRules
}

/** Asks the shop for everything that prices a cart now. Each question is one statement, whatever the size of the cart. */
export async function readFacts(
  db: Db,
  { document, now, room, rules: known }: FactsWanted,
): Promise<Facts & { readonly rules: ShopRules }> {
  const variantIds = [...new Set(document.lines.map(({ variantId }) => variantId))]
  const postcodes = [...new Set(document.deliveries.flatMap(({ postcode }) => postcode ?? []))]
  const rules = known ?? (await findShopRules(db))
  const today = shopDayAt(now, rules.timeZone)
  const [variants, suburbs, promotion, giftCard, hasOrderedBefore] = await Promise.all([
    listVariantsForSale(db, variantIds, today),
    postcodes.length > 0 ? listSuburbs(db, postcodes) : new Map<string, readonly string[]>(),
    document.promotionCode ? findPromotionByCode(db, document.promotionCode) : undefined,
    document.giftCardId ? findGiftCardById(db, document.giftCardId) : undefined,
    document.promotionCode && document.buyer.email ? hasOrdered(db, document.buyer.email) : undefined,
  ])

  const wants = document.deliveries.flatMap(({ id, windowId, day, postcode }) => {
    if (!windowId || !day) return []
    const goods = document.lines
      .filter(({ deliveryId }) => deliveryId === id)
      .flatMap(({ variantId }) => variants.get(variantId) ?? [])
    return [{ id, windowId, day, postcode: postcode ?? '', ...askedOfCalendar(goods) }]
  })
  const answers = await (room ? promiseWithRoom : promiseFor)(db, { wants, now })
  return {
    rules,
    today,
    currency: rules.currency,
    gstBasisPoints: rules.gstBasisPoints,
    variants,
    promises: new Map(answers.map((answer, index) => [wants[index]!.id, answer])),
    suburbs,
    promotion,
    giftCard,
    hasOrderedBefore,
  }
}
