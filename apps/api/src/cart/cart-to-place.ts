import type { Db } from '../platform/db.ts'
import type { SQL } from '../platform/sql.ts'
import type { CartDocument } from './cart.ts'
import { forgetCart, recallCart } from './last-saved.ts'
import { askedBy, type KnownFacts, knownFacts, stillStand } from './known-facts.ts'
import { type PricedCart, priceCart } from './price-cart.ts'
import { type PricedSubscriptions, priceSubscriptions } from './price-subscriptions.ts'
import { type CartRow, emptiedAsRead, findForPlacing, type FoundForPlacing } from './queries.ts'
import { type CodeFacts, readCodes, toFacts } from './read-facts.ts'

/** A cart as it was read for placing, and the facts that price it. Placing asks in its own transaction whether both still stand. */
export interface CartToPlace {
  readonly cart: CartRow
  readonly stock: FoundForPlacing['stock']
  readonly known: KnownFacts
  readonly now: Temporal.Instant
}

/** What a placement is about: the order its key has made, or else the cart, unless there is nothing in it. */
export async function findCartToPlace(
  db: Db,
  { tokenHash, key, now }: { tokenHash: string; key: string; now: Temporal.Instant },
): Promise<{ placed?: NonNullable<FoundForPlacing['placed']>; toPlace?: CartToPlace }> {
  const { cart, placed, stock } = await findForPlacing(db, { tokenHash, key })
  if (placed) return { placed }
  if (!cart || isEmpty(cart.document)) return {}
  return { toPlace: { cart, stock, known: await knownFacts(db, askedBy(cart.document), now), now } }
}

/**
 * The same as this process remembers it: for a first try, which places it if the cart still stands so and its key is new, and which
 * refuses nothing.
 */
export async function recallCartToPlace(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Temporal.Instant },
): Promise<CartToPlace | undefined> {
  const saved = recallCart(tokenHash)
  // One with subscriptions is looked at first: it is priced by more than is remembered.
  if (!saved || saved.cart.document.lines.length === 0 || saved.cart.document.subscriptions) return undefined
  forgetCart(tokenHash)
  return { ...saved, known: await knownFacts(db, askedBy(saved.cart.document), now), now }
}

function isEmpty({ lines, subscriptions }: CartDocument): boolean {
  return lines.length === 0 && subscriptions === undefined
}

/** Prices a cart as it will be placed. Its codes are read now: what they are worth is nobody's to keep. */
export async function priceToPlace(
  db: Db,
  { cart: { document, accountId }, stock, known, now }: CartToPlace,
): Promise<{ priced: PricedCart; codes: CodeFacts; subscriptions: PricedSubscriptions | undefined }> {
  const codes = await readCodes(db, document)
  const subscriptions = document.subscriptions && (await priceSubscriptions(db, document, { accountId, now }))
  return {
    subscriptions,
    priced: priceCart(document, toFacts(document, { known, now, seen: { stock }, codes })),
    codes,
  }
}

/** Whether the facts it was priced by are still the shop's. If not they are forgotten, and the next reading is by others. */
export function isPricedByFacts(db: Db, { known }: CartToPlace): Promise<boolean> {
  return stillStand(db, known)
}

/**
 * Empties the cart if it is still as it was read and its facts still stand: the part of a statement that writes its order, which is
 * written if this found its row. Its buyer stays, for the next time.
 */
export function emptied({ cart, known, now }: CartToPlace, tokenHash: string): SQL {
  const document = { lines: [], deliveries: [], buyer: cart.document.buyer }
  return emptiedAsRead(cart, { tokenHash, document, at: now, factsVersion: known.rules.factsVersion })
}
