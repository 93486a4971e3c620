import { createHash, randomBytes } from 'node:crypto'
import type { Cart } from '@flora/contract/cart.ts'
import { newId } from '@flora/contract/ids.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { type CartChange, type CartDocument, emptyCart } from './cart.ts'
import { cannotChange } from './errors.ts'
import { findShopRules, insertCart, lockCart, saveCart, type ShopRules } from './queries.ts'
import { toCart } from './show-cart.ts'

/** A cart's secret, as its cookie holds it, and what the database holds of it. */
export interface CartToken {
  readonly token: string
  readonly hash: string
}

export function newCartToken(): CartToken {
  return knownCartToken(randomBytes(24).toString('base64url'))
}

export function knownCartToken(token: string): CartToken {
  return { token, hash: createHash('sha256').update(token).digest('base64url') }
}

/** Makes one change to a cart, the first of which makes the cart, and shows the whole. */
export async function changeCart(
  { db, inTransaction, clock }: Pick<Shop, 'db' | 'inTransaction' | 'clock'>,
  { hash }: CartToken,
  change: Change,
): Promise<Cart> {
  const now = clock.now()
  const changed = await inTransaction((tx) => changeInside(tx, hash, change, now))
  return toCart(db, changed, now, changed.rules)
}

type Change = (document: CartDocument) => CartChange

interface Changed {
  readonly document: CartDocument
  readonly version: number
  readonly rules: ShopRules
}

async function changeInside(tx: Tx, hash: string, change: Change, now: Temporal.Instant): Promise<Changed> {
  const [cart, rules] = await Promise.all([lockCart(tx, hash), findShopRules(tx)])
  const result = change(cart?.document ?? emptyCart)
  if (result.kind === 'refused') throw cannotChange(result.because)
  const { document } = result
  if (cart) {
    await saveCart(tx, cart.id, document, now)
    return { document, version: cart.version + 1, rules }
  }
  if (await insertCart(tx, { id: newId('crt'), tokenHash: hash, document, at: now }))
    return { document, version: 1, rules }
  // Now there is one to be locked, and the change is made to what is in it.
  return changeInside(tx, hash, change, now)
}
