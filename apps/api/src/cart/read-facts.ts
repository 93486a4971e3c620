import { askedOfCalendar, placesLeft, promiseFor } from '../delivery/index.ts'
import { stockLeftOf, withStock } from '../catalog/index.ts'
import type { Db } from '../platform/db.ts'
import type { SQL } from '../platform/sql.ts'
import { findGiftCardById, findPromotionByCode } from '../promotions/index.ts'
import type { CartDocument } from './cart.ts'
import { askedBy, doorKey, type KnownFacts, knownFacts, standUnder } from './known-facts.ts'
import type { Facts } from './price-cart.ts'
import { hasOrdered, look, type Look, lookAt } from './queries.ts'

/** What a cart's codes are worth at this moment: nothing of it is kept. */
export type CodeFacts = Pick<Facts, 'promotion' | 'giftCard' | 'hasOrderedBefore'>

/** Everything that prices a cart now, for showing it. */
export async function readFacts(
  db: Db,
  { document, now }: { document: CartDocument; now: Temporal.Instant },
): Promise<Facts> {
  for (;;) {
    const known = await knownFacts(db, askedBy(document), now)
    const [seen, codes] = await Promise.all([look(db, lookFor(known, document)), readCodes(db, document)])
    if (standUnder(seen.factsVersion, known)) return toFacts(document, { known, now, seen, codes })
  }
}

/** What the counters say about a cart, as columns of whatever statement is sent anyway. */
export function lookFor(known: KnownFacts, document: CartDocument): SQL {
  const { variantIds, doors } = askedBy(document)
  return lookAt({
    stock: stockLeftOf(variantIds.flatMap((id) => known.variants.get(id) ?? [])),
    places: placesLeft(doors),
  })
}

/** A cart's codes as they are now: a promotion may be used up and a gift card spent by somebody else. */
export async function readCodes(db: Db, { promotionCode, giftCardId, buyer }: CartDocument): Promise<CodeFacts> {
  const [promotion, giftCard, hasOrderedBefore] = await Promise.all([
    promotionCode ? findPromotionByCode(db, promotionCode) : undefined,
    giftCardId ? findGiftCardById(db, giftCardId) : undefined,
    promotionCode && buyer.email ? hasOrdered(db, buyer.email) : undefined,
  ])
  return { promotion, giftCard, hasOrderedBefore }
}

interface Gathered {
  readonly known: KnownFacts
  readonly now: Temporal.Instant
  /** Without places nobody looked whether there is room: placing takes it instead. */
  readonly seen: Pick<Look, 'stock'> & Partial<Pick<Look, 'places'>>
  readonly codes: CodeFacts
}

/** Puts together what is known, what was seen and what was asked. */
export function toFacts(document: CartDocument, { known, now, seen, codes }: Gathered): Facts {
  const { variantIds } = askedBy(document)
  const variants = new Map(
    variantIds.flatMap((id) => {
      const variant = known.variants.get(id)
      return variant ? [[id, withStock(variant, seen.stock)] as const] : []
    }),
  )
  const doors = document.deliveries.flatMap(({ id, windowId, day, postcode = '' }) =>
    windowId && day ? [{ id, windowId, day, postcode }] : [],
  )
  const promises = doors.map(({ id, ...door }, index) => {
    const goods = document.lines
      .filter(({ deliveryId }) => deliveryId === id)
      .flatMap(({ variantId }) => variants.get(variantId) ?? [])
    const want = { ...door, ...askedOfCalendar(goods) }
    return [id, promiseFor(want, known.doors.get(doorKey(door))!, now, seen.places?.[index])] as const
  })
  return {
    today: known.today,
    currency: known.rules.currency,
    gstBasisPoints: known.rules.gstBasisPoints,
    variants,
    promises: new Map(promises),
    suburbs: known.suburbs,
    ...codes,
  }
}
