import type { Cart } from '@flora/contract/cart.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { Permission } from '@flora/contract/text.ts'
import { add } from '@flora/money/money.ts'
import type { Db } from '../platform/db.ts'
import { type CartDocument, emptyCart } from './cart.ts'
import type { KnownFacts } from './known-facts.ts'
import { type Facts, type PricedCart, priceCart } from './price-cart.ts'
import { type PricedSubscriptions, priceSubscriptions, toCartSubscription } from './price-subscriptions.ts'
import { type CartRow, findCart, type Look } from './queries.ts'
import { readCodes, readFacts, toFacts } from './read-facts.ts'

/** The cart behind a token, priced now; an unknown or absent token shows an empty one. */
export async function showCart(db: Db, tokenHash: string | undefined, now: Temporal.Instant): Promise<Cart> {
  const cart = tokenHash ? await findCart(db, tokenHash) : undefined
  return toCartNow(db, cart ?? { document: emptyCart, version: 0, accountId: null }, now)
}

/** A cart as its contract shows it, priced now. */
export async function toCartNow(
  db: Db,
  { document, version, accountId }: Pick<CartRow, 'document' | 'version' | 'accountId'>,
  now: Temporal.Instant,
): Promise<Cart> {
  const subscriptions = document.subscriptions && (await priceSubscriptions(db, document, { accountId, now }))
  return cartView({ document, version, subscriptions }, await readFacts(db, { document, now }))
}

export interface SavedCart {
  readonly document: CartDocument
  readonly version: number
  readonly accountId: AccountId | null
  readonly known: KnownFacts
  readonly seen: Look
  readonly now: Temporal.Instant
}

/** A cart that was just saved as its contract shows it, priced by what was seen in saving it. */
export async function toCart(db: Db, { document, version, accountId, known, seen, now }: SavedCart): Promise<Cart> {
  const codes = await readCodes(db, document)
  const subscriptions = document.subscriptions && (await priceSubscriptions(db, document, { accountId, now }))
  return cartView({ document, version, subscriptions }, toFacts(document, { known, now, seen, codes }))
}

interface Viewed extends Pick<CartRow, 'document' | 'version'> {
  readonly subscriptions: PricedSubscriptions | undefined
}

function cartView({ document, version, subscriptions }: Viewed, facts: Facts): Cart {
  const priced = priceCart(document, facts)
  const due = subscriptions?.dueNow
  return {
    version,
    lines: priced.lines.map(({ benchMinutes: _, items: __, ...line }) => line),
    deliveries: priced.deliveries.map(({ draft: _, promise: __, ...delivery }) => delivery),
    ...(subscriptions && { subscriptions: subscriptions.all.map(toCartSubscription) }),
    ...(subscriptions?.keepsCard && { keepsCard: true as const }),
    buyer: document.buyer,
    sum: [...priced.sum, ...(subscriptions?.sum ?? [])],
    total: due ? add(priced.total, due) : priced.total,
    toPay: due ? add(priced.toPay, due) : priced.toPay,
    gst: subscriptions ? add(priced.gst, subscriptions.gst) : priced.gst,
    ...(priced.promotion && { promotion: priced.promotion }),
    ...(priced.giftCard && { giftCard: priced.giftCard }),
    count: [...document.lines, ...(document.subscriptions ?? [])].reduce((count, { quantity }) => count + quantity, 0),
    ...(document.notice !== undefined && { notice: document.notice }),
    can: { checkOut: mayCheckOut(priced, subscriptions), place: mayPlace(document, priced, subscriptions) },
  }
}

function mayCheckOut({ lines }: PricedCart, subscriptions: PricedSubscriptions | undefined): Permission {
  if (lines.length === 0 && !subscriptions) return { ok: false, because: 'Your cart is empty.' }
  const stuck = lines.find(({ problem }) => problem)
  if (stuck) return { ok: false, because: stuck.problem!.message }
  const problem = subscriptions?.all.find((one) => one.problem)?.problem
  return problem ? { ok: false, because: problem.message } : { ok: true }
}

/** What placing would refuse at once; it looks again by itself. */
export function mayPlace(document: CartDocument, priced: PricedCart, subscriptions?: PricedSubscriptions): Permission {
  const basics = mayCheckOut(priced, subscriptions)
  if (!basics.ok) return basics
  if (subscriptions && !subscriptions.may.ok) return subscriptions.may
  const problem = priced.deliveries.find((delivery) => delivery.problem)?.problem
  if (problem) return { ok: false, because: problem.message }
  const { email, name } = document.buyer
  if (!name || !email || priced.deliveries.some(({ missing }) => missing.length > 0))
    return { ok: false, because: 'A few things are still to be filled in.' }
  return { ok: true }
}
