import type { CartId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { sql } from '../platform/sql.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import type { CartDocument } from './cart.ts'

export interface CartRow {
  readonly id: CartId
  readonly document: CartDocument
  readonly version: number
}

/** What pricing needs to know of the shop itself. */
export interface ShopRules {
  readonly timeZone: string
  readonly currency: Currency
  readonly gstBasisPoints: number
  readonly holdMinutes: number
}

export async function findShopRules(db: Db): Promise<ShopRules> {
  const row = await firstRow<ShopRules>(
    db,
    sql`select time_zone as "timeZone", currency, gst_basis_points as "gstBasisPoints", hold_minutes as "holdMinutes" from shop`,
  )
  if (!row) throw new Error('The database holds no shop yet: fill it with `npm start` or the demo loader.')
  return row
}

export function findCart(db: Db, tokenHash: string): Promise<CartRow | undefined> {
  return firstRow<CartRow>(db, sql`select id, document, version from carts where token_hash = ${tokenHash}`)
}

/** Locks the cart until the transaction ends, so that two tabs take turns. */
export function lockCart(tx: Tx, tokenHash: string): Promise<CartRow | undefined> {
  return firstRow<CartRow>(tx, sql`select id, document, version from carts where token_hash = ${tokenHash} for update`)
}

/** Begins a cart; false when another tab has begun it meanwhile. */
export async function insertCart(
  tx: Tx,
  { id, tokenHash, document, at }: { id: CartId; tokenHash: string; document: CartDocument; at: Temporal.Instant },
): Promise<boolean> {
  const begun = await rows(
    tx,
    sql`insert into carts (id, token_hash, document, version, updated_at)
        values (${id}, ${tokenHash}, ${JSON.stringify(document)}::jsonb, 1, ${at.toString()}::timestamptz)
        on conflict (token_hash) do nothing returning id`,
  )
  return begun.length === 1
}

export async function saveCart(tx: Tx, id: CartId, document: CartDocument, at: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update carts set document = ${JSON.stringify(document)}::jsonb, version = version + 1, updated_at = ${at.toString()}::timestamptz where id = ${id}`,
  )
}

/** Whether this address has an order that counts; decides first-order promotions. */
export async function hasOrdered(db: Db, email: string): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`select 1 from orders where lower(buyer_email) = lower(${email}) and places in ('held', 'kept') limit 1`,
  )
  return row !== undefined
}

/** Throws away carts untouched since an instant; says how many. */
export async function deleteCartsBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(tx, sql`delete from carts where updated_at < ${at.toString()}::timestamptz returning id`)
  return gone.length
}
