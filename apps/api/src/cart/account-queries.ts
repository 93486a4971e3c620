import type { Buyer } from '@flora/contract/cart.ts'
import type { AccountId, CartId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { CartDocument } from './cart.ts'
import type { CartRow } from './queries.ts'

/** How an account's owner is reached, as her profile has it. */
export async function findContact(db: Db, accountId: AccountId): Promise<Buyer> {
  const contact = await firstRow<Buyer>(
    db,
    sql`select a.name, a.email, coalesce(c.phone, '') as phone
        from accounts a left join customers c on c.account_id = a.id where a.id = ${accountId}`,
  )
  if (!contact) throw new Error(`invariant broken: ${accountId} signed in and is gone`)
  return contact
}

/**
 * Begins an account's cart, unless it has one. Waits for whoever begins it at the same moment: of account and token alike, since
 * PostgreSQL may notice the token first.
 */
export async function insertAccountCart(
  tx: Tx,
  cart: { id: CartId; accountId: AccountId; tokenHash: string; document: CartDocument; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into carts (id, account_id, token_hash, document, version, updated_at)
        values (${cart.id}, ${cart.accountId}, ${cart.tokenHash}, ${JSON.stringify(cart.document)}::jsonb, 1, ${cart.at.toString()}::timestamptz)
        on conflict do nothing`,
  )
}

export function lockAccountCart(
  tx: Tx,
  accountId: AccountId,
): Promise<(CartRow & { readonly tokenHash: string }) | undefined> {
  return firstRow(
    tx,
    sql`select id, document, version, account_id as "accountId", token_hash as "tokenHash" from carts
        where account_id = ${accountId} for update`,
  )
}

/** A browser's cart that nobody has signed in with yet; one that is an account's is not found. */
export function lockNobodysCart(tx: Tx, tokenHash: string): Promise<CartRow | undefined> {
  return firstRow(
    tx,
    sql`select id, document, version, account_id as "accountId" from carts
        where token_hash = ${tokenHash} and account_id is null for update`,
  )
}

/** From now on this token opens the account's cart, and no other does. */
export async function saveAccountToken(tx: Tx, accountId: AccountId, tokenHash: string): Promise<void> {
  await rows(tx, sql`update carts set token_hash = ${tokenHash} where account_id = ${accountId}`)
}

export async function deleteCart(tx: Tx, id: CartId): Promise<void> {
  await rows(tx, sql`delete from carts where id = ${id}`)
}
