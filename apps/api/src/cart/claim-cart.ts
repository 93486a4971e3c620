import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { newId } from '@flora/contract/ids.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import type { Tx } from '../platform/db.ts'
import {
  deleteCart,
  findContact,
  insertAccountCart,
  lockAccountCart,
  lockNobodysCart,
  saveAccountToken,
} from './account-queries.ts'
import { emptyCart } from './cart.ts'
import { type AccountCart, accountCartToken, type CartToken } from './cart-token.ts'
import { type MergedCarts, mergeCarts } from './merge-carts.ts'
import { findShopRules, saveCart } from './queries.ts'

export interface TakingCart extends AccountCart {
  /** Of the cart that the browser had when she signed in, if it had one. */
  readonly anonymousHash: string | undefined
  readonly now: Temporal.Instant
}

/**
 * Makes what a browser put into its cart part of its owner's own, which is begun with her contact when she has none, and gives the
 * token that opens it. The browser's cart is gone with the same commit: doing it again, or twice at once, doubles nothing. A cart
 * of another account is left alone, whoever's browser has its token.
 */
export async function takeCartToAccount(
  tx: Tx,
  { accountId, generation, sealingKey, anonymousHash, now }: TakingCart,
): Promise<CartToken> {
  const token = accountCartToken({ accountId, generation, sealingKey })
  const buyer = await findContact(tx, accountId)
  const begun = { id: newId('crt'), accountId, tokenHash: token.hash, document: { ...emptyCart, buyer }, at: now }
  await insertAccountCart(tx, begun)
  // Always the account's first, then the browser's: two devices that sign in at once take turns.
  const own = await lockAccountCart(tx, accountId)
  if (!own) throw new Error(`invariant broken: the cart of ${accountId} is neither there nor to be made`)
  if (own.tokenHash !== token.hash) await saveAccountToken(tx, accountId, token.hash)

  const other = anonymousHash === undefined ? undefined : await lockNobodysCart(tx, anonymousHash)
  if (!other) return token
  const { document, leftOut } = mergeCarts(own.document, other.document)
  const notice = leftOut.length > 0 ? await leftOutInWords(tx, leftOut, now) : undefined
  await saveCart(tx, own.id, { ...document, ...(notice !== undefined && { notice }) }, now)
  await deleteCart(tx, other.id)
  return token
}

/**
 * Gives an account's cart the token of its present generation. Call it in the transaction that counts the generation up: else the
 * old token, which a stolen device may have, opens the cart until she signs in again.
 */
export async function renewAccountCart(tx: Tx, account: AccountCart): Promise<CartToken> {
  const token = accountCartToken(account)
  await saveAccountToken(tx, account.accountId, token.hash)
  return token
}

async function leftOutInWords(tx: Tx, leftOut: MergedCarts['leftOut'], now: Temporal.Instant): Promise<string> {
  const { timeZone } = await findShopRules(tx)
  const ids = [...new Set(leftOut.map(({ variantId }) => variantId))]
  const variants = await listVariantsForSale(tx, ids, shopDayAt(now, timeZone))
  const pieces = leftOut.map(
    ({ variantId, quantity }) =>
      `${quantity} × ${variants.get(variantId)?.productName ?? 'something we no longer sell'}`,
  )
  return `Your two carts became one, and it was more than a cart holds. Left out: ${pieces.join(', ')}.`
}
