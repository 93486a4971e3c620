import { customerLimits, type NewAddress } from '@flora/contract/customers.ts'
import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import type { KeptAddress } from './address.ts'

const columns: SQL = sql`id, label, name, phone, line1, line2, suburb, postcode, is_default as "isDefault"`

/** The default first, then by label; those without one by name. */
export function listAddresses(db: Db, accountId: AccountId): Promise<KeptAddress[]> {
  return rows(
    db,
    sql`select ${columns} from addresses where account_id = ${accountId}
        order by is_default desc, lower(coalesce(nullif(label, ''), name)), created_at, id limit ${customerLimits.addresses}`,
  )
}

/** An address of this account; somebody else's is not found. */
export function findAddress(db: Db, accountId: AccountId, id: AddressId): Promise<KeptAddress | undefined> {
  return firstRow(db, sql`select ${columns} from addresses where account_id = ${accountId} and id = ${id}`)
}

export async function countAddresses(db: Db, accountId: AccountId): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*)::int as count from addresses where account_id = ${accountId}`,
  )
  return row!.count
}

export async function insertAddress(
  tx: Tx,
  accountId: AccountId,
  { address, at }: { address: KeptAddress; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into addresses (id, account_id, label, name, phone, line1, line2, suburb, postcode, is_default, created_at)
        values (${address.id}, ${accountId}, ${address.label}, ${address.name}, ${address.phone}, ${address.line1}, ${address.line2},
          ${address.suburb}, ${address.postcode}, ${address.isDefault}, ${at.toString()}::timestamptz)`,
  )
}

export async function saveAddress(
  tx: Tx,
  accountId: AccountId,
  { id, address }: { id: AddressId; address: NewAddress },
): Promise<void> {
  await rows(
    tx,
    sql`update addresses set label = ${address.label}, name = ${address.name}, phone = ${address.phone}, line1 = ${address.line1},
          line2 = ${address.line2}, suburb = ${address.suburb}, postcode = ${address.postcode}
        where account_id = ${accountId} and id = ${id}`,
  )
}

export async function deleteAddress(tx: Tx, accountId: AccountId, id: AddressId): Promise<void> {
  await rows(tx, sql`delete from addresses where account_id = ${accountId} and id = ${id}`)
}

/** Takes the word "default" from whichever address has it. */
export async function saveNoDefault(tx: Tx, accountId: AccountId): Promise<void> {
  await rows(tx, sql`update addresses set is_default = false where account_id = ${accountId} and is_default`)
}

export async function saveDefault(tx: Tx, accountId: AccountId, id: AddressId): Promise<void> {
  await rows(tx, sql`update addresses set is_default = true where account_id = ${accountId} and id = ${id}`)
}

/** Makes the address that was added last the default, if there is one. */
export async function saveLatestAsDefault(tx: Tx, accountId: AccountId): Promise<void> {
  await rows(
    tx,
    sql`update addresses set is_default = true
        where id = (select id from addresses where account_id = ${accountId} order by created_at desc, id desc limit 1)`,
  )
}
