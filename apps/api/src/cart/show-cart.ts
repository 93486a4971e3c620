import type { Cart } from '@flora/contract/cart.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { Db } from '../platform/db.ts'
import { type CartDocument, emptyCart } from './cart.ts'
import type { KnownFacts } from './known-facts.ts'
import { type Facts, type PricedCart, priceCart } from './price-cart.ts'
import { type CartRow, findCart, type Look } from './queries.ts'
import { readCodes, readFacts, toFacts } from './read-facts.ts'

/** The cart behind a token, priced now; an unknown or absent token shows an empty one. */
export async function showCart(db: Db, tokenHash: string | undefined, now: Temporal.Instant): Promise<Cart> {
  const cart = tokenHash ? await findCart(db, tokenHash) : undefined
  return toCartNow(db, cart ?? { document: emptyCart, version: 0 }, now)
}

/** A cart as its contract shows it, priced now. */
export async function toCartNow(
  db: Db,
  { document, version }: Pick<CartRow, 'document' | 'version'>,
  now: Temporal.Instant,
): Promise<Cart> {
  return cartView(document, version, await readFacts(db, { document, now }))
}

export interface SavedCart {
  readonly document: CartDocument
  readonly version: number
  readonly known: KnownFacts
  readonly seen: Look
  readonly now: Temporal.Instant
}

/** A cart that was just saved as its contract shows it, priced by what was seen in saving it. */
export async function toCart(db: Db, { document, version, known, seen, now }: SavedCart): Promise<Cart> {
  const codes = await readCodes(db, document)
  return cartView(document, version, toFacts(document, { known, now, seen, codes }))
}

function cartView(document: CartDocument, version: number, facts: Facts): Cart {
  const priced = priceCart(document, facts)
  return {
    version,
    lines: priced.lines.map(({ benchMinutes: _, items: __, ...line }) => line),
    deliveries: priced.deliveries.map(({ draft: _, promise: __, ...delivery }) => delivery),
    buyer: document.buyer,
    sum: [...priced.sum],
    total: priced.total,
    toPay: priced.toPay,
    gst: priced.gst,
    ...(priced.promotion && { promotion: priced.promotion }),
    ...(priced.giftCard && { giftCard: priced.giftCard }),
    count: document.lines.reduce((count, line) => count + line.quantity, 0),
    ...(document.notice !== undefined && { notice: document.notice }),
    can: { checkOut: mayCheckOut(priced), place: mayPlace(document, priced) },
  }
}

function mayCheckOut({ lines }: PricedCart): Permission {
  if (lines.length === 0) return { ok: false, because: 'Your cart is empty.' }
  const stuck = lines.find(({ problem }) => problem)
  return stuck ? { ok: false, because: stuck.problem!.message } : { ok: true }
}

/** What placing would refuse at once; it looks again by itself. */
export function mayPlace(document: CartDocument, priced: PricedCart): Permission {
  const basics = mayCheckOut(priced)
  if (!basics.ok) return basics
  const problem = priced.deliveries.find((delivery) => delivery.problem)?.problem
  if (problem) return { ok: false, because: problem.message }
  const { email, name } = document.buyer
  if (!name || !email || priced.deliveries.some(({ missing }) => missing.length > 0))
    return { ok: false, because: 'A few things are still to be filled in.' }
  return { ok: true }
}
