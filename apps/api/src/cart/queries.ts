import type { AccountId, CartId, OrderId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { stockLeftOfIds } from '../catalog/index.ts'
import { relaxedCommit } from '../platform/relaxed-commit.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import type { CartDocument } from './cart.ts'

export interface CartRow {
  readonly id: CartId
  readonly document: CartDocument
  readonly version: number
  /** Whose it is; nobody's while nobody has signed in. */
  readonly accountId: AccountId | null
}

/** What pricing needs to know of the shop itself. */
export interface ShopRules {
  readonly timeZone: string
  readonly currency: Currency
  readonly gstBasisPoints: number
  readonly holdMinutes: number
}

/** The shop's rules, and the name of the facts they are a part of: whatever changes one of the facts changes the name. */
export type NamedRules = ShopRules & { readonly factsVersion: string }

export async function findShopRules(db: Db): Promise<NamedRules> {
  const row = await firstRow<NamedRules>(
    db,
    sql`select time_zone as "timeZone", currency, gst_basis_points as "gstBasisPoints", hold_minutes as "holdMinutes",
          facts_version as "factsVersion" from shop`,
  )
  if (!row) throw new Error('The database holds no shop yet: fill it with `npm start` or the demo loader.')
  return row
}

const cartColumns: SQL = sql`id, document, version, account_id as "accountId"`

export function findCart(db: Db, tokenHash: string): Promise<CartRow | undefined> {
  return firstRow<CartRow>(db, sql`select ${cartColumns} from carts where token_hash = ${tokenHash}`)
}

/** Locks the cart until the transaction ends, so that two tabs take turns. */
export function lockCart(tx: Tx, tokenHash: string): Promise<CartRow | undefined> {
  return firstRow<CartRow>(tx, sql`select ${cartColumns} from carts where token_hash = ${tokenHash} for update`)
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

/** What is counted, as it was seen with a statement that had something else to do; and by which facts it is to be understood. */
export interface Look {
  readonly factsVersion: string
  /** Pieces or stems left, by item. */
  readonly stock: Readonly<Record<string, number>>
  /** Places left for each delivery that was asked about; null where nobody has counted yet. */
  readonly places: readonly (number | null)[]
}

/** The columns of a look. */
export function lookAt({ stock, places }: { stock: SQL; places: SQL }): SQL {
  return sql`(select facts_version from shop) as "factsVersion", ${stock} as stock, ${places} as places`
}

export async function look(db: Db, columns: SQL): Promise<Look> {
  return (await firstRow<Look>(db, sql`select ${columns}`))!
}

/** What was saved, if it was, and what was seen on the way. */
export interface Saved extends Look {
  readonly version: number | null
}

interface Saving {
  /** Of the token that opens the cart: it is another when every device was signed out meanwhile. */
  readonly tokenHash: string
  readonly document: CartDocument
  readonly at: Temporal.Instant
  /** The facts it was changed by. */
  readonly factsVersion: string
  readonly look: SQL
}

/** Begins a cart by facts that still stand; without a version when they don't, or when another tab has begun it meanwhile. */
export async function beginCart(
  tx: Tx,
  id: CartId,
  { tokenHash, document, at, factsVersion, look: columns }: Saving,
): Promise<Saved> {
  return (await firstRow<Saved>(
    tx,
    sql`with saved as (
          insert into carts (id, token_hash, document, version, updated_at)
          select ${id}, ${tokenHash}, ${JSON.stringify(document)}::jsonb, 1, ${at.toString()}::timestamptz from shop where facts_version = ${factsVersion}::uuid
          on conflict (token_hash) do nothing returning version
        )
        select (select version from saved) as version, ${columns}, ${relaxedCommit}`,
  ))!
}

/** Saves a cart that is still as it was read, by facts that still stand; else without a version. */
export async function saveAsRead(tx: Tx, cart: CartAsRead, { look: columns, ...saving }: Saving): Promise<Saved> {
  return (await firstRow<Saved>(
    tx,
    sql`with saved as (${savedAsRead(cart, saving)} returning version)
        select (select version from saved) as version, ${columns}, ${relaxedCommit}`,
  ))!
}

type CartAsRead = Pick<CartRow, 'id' | 'version'>

function savedAsRead(
  { id, version }: CartAsRead,
  { tokenHash, document, at, factsVersion }: Omit<Saving, 'look'>,
): SQL {
  return sql`update carts set document = ${JSON.stringify(document)}::jsonb, version = version + 1, updated_at = ${at.toString()}::timestamptz
      where id = ${id} and version = ${version} and token_hash = ${tokenHash}
        and exists (select from shop where facts_version = ${factsVersion}::uuid)`
}

/** A cart about to be placed, and what was placed with its key before. */
export interface FoundForPlacing {
  readonly cart: CartRow | undefined
  /** What is left now of all that its lines take. */
  readonly stock: Readonly<Record<string, number>>
  readonly placed: { readonly id: OrderId; readonly fingerprint: string } | undefined
}

/** One statement for all that placing needs to know beside the facts. */
export async function findForPlacing(
  db: Db,
  { tokenHash, key }: { tokenHash: string; key: string },
): Promise<FoundForPlacing> {
  const row = await firstRow<{ [Part in keyof FoundForPlacing]: FoundForPlacing[Part] | null }>(
    db,
    sql`with cart as (select ${cartColumns} from carts where token_hash = ${tokenHash})
        select (select row_to_json(cart) from cart) as cart,
          (select json_build_object('id', id, 'fingerprint', placement_fingerprint) from orders where placement_key = ${key}) as placed,
          ${stockLeftOfIds(sql`array(select line ->> 'variantId' from cart, jsonb_array_elements(cart.document -> 'lines') line)`)} as stock`,
  )
  return { cart: row?.cart ?? undefined, placed: row?.placed ?? undefined, stock: row?.stock ?? {} }
}

/** The part of a statement that empties a cart which is still as it was read, by facts that still stand. */
export function emptiedAsRead(cart: CartAsRead, saving: Omit<Saving, 'look'>): SQL {
  return sql`${savedAsRead(cart, saving)} returning id`
}

/** Whether this address has an order that counts; decides first-order promotions. */
export async function hasOrdered(db: Db, email: string): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`select 1 from orders where lower(buyer_email) = lower(${email}) and places in ('held', 'kept') limit 1`,
  )
  return row !== undefined
}

/** Throws away carts untouched since an instant; says how many. An account's cart waits for its owner. */
export async function deleteCartsBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from carts where updated_at < ${at.toString()}::timestamptz and account_id is null returning id`,
  )
  return gone.length
}
