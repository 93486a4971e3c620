import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

/** An account as signing in and its owner's page need it. */
export interface AccountRow {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly role: Role | null
  readonly passwordHash: string | null
  readonly generation: number
  readonly hasTwoFactor: boolean
  /** Issuers of the providers it can be entered by. */
  readonly issuers: readonly string[]
  readonly createdAt: Temporal.Instant
}

const columns = sql`a.id, a.email, a.name, a.role, a.password_hash as "passwordHash", a.generation, a.created_at as "createdAt",
  exists (select 1 from two_factors t where t.account_id = a.id and t.confirmed_at is not null) as "hasTwoFactor",
  array(select distinct i.issuer from identities i where i.account_id = a.id order by i.issuer) as issuers`

export function findAccount(db: Db, id: AccountId): Promise<AccountRow | undefined> {
  return one(db, sql`select ${columns} from accounts a where a.id = ${id} and a.erased_at is null`)
}

export function findAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  return one(db, sql`select ${columns} from accounts a where lower(a.email) = lower(${email}) and a.erased_at is null`)
}

/** Locks an account, so that two sign-ins, or a sign-in and a change of password, take turns. */
export async function lockAccount(tx: Tx, id: AccountId): Promise<AccountRow | undefined> {
  const locked = await rows(tx, sql`select 1 from accounts where id = ${id} and erased_at is null for no key update`)
  // Read after the lock: a statement that waited for it would still see what was before.
  return locked.length === 0 ? undefined : findAccount(tx, id)
}

export interface NewAccount {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  /** Absent for one who comes by a provider. */
  readonly passwordHash: string | null
  readonly at: Temporal.Instant
}

/** Makes an account without a role; false when the address has one already. */
export async function insertAccount(tx: Tx, { id, email, name, passwordHash, at }: NewAccount): Promise<boolean> {
  const made = await rows(
    tx,
    sql`insert into accounts (id, email, name, password_hash, created_at)
        values (${id}, ${email}, ${name}, ${passwordHash}, ${at.toString()}::timestamptz)
        on conflict (lower(email)) where erased_at is null do nothing returning id`,
  )
  return made.length > 0
}

export async function savePasswordHash(tx: Tx, id: AccountId, passwordHash: string): Promise<void> {
  await rows(tx, sql`update accounts set password_hash = ${passwordHash} where id = ${id}`)
}

/** Moves an account to another address; false when that has an account. */
export async function saveEmail(tx: Tx, id: AccountId, email: string): Promise<boolean> {
  // Two accounts that move to one address at the same moment take turns: the second finds it taken.
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended('account of ' || lower(${email}), 0))`)
  const moved = await rows(
    tx,
    sql`update accounts set email = ${email} where id = ${id} and not exists
          (select 1 from accounts b where lower(b.email) = lower(${email}) and b.erased_at is null and b.id <> ${id})
        returning id`,
  )
  return moved.length > 0
}

/** Remembers an address that an account leaves. */
export async function insertFormerEmail(
  tx: Tx,
  { accountId, email, until }: { accountId: AccountId; email: string; until: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into former_emails (account_id, email, until) values (${accountId}, lower(${email}), ${until.toString()}::timestamptz)
        on conflict (account_id, email) do update set until = excluded.until`,
  )
}

/** Counts an account's generation up, and gives it: what was derived for the one before opens nothing any more. */
export async function bumpGeneration(tx: Tx, id: AccountId): Promise<number> {
  const row = await firstRow<{ generation: number }>(
    tx,
    sql`update accounts set generation = generation + 1 where id = ${id} returning generation`,
  )
  return row!.generation
}

/** What the shop is called: it stands in no good password. */
export async function findShopName(db: Db): Promise<string> {
  return (await firstRow<{ name: string }>(db, sql`select name from shop`))?.name ?? ''
}

async function one(db: Db, statement: SQL): Promise<AccountRow | undefined> {
  const row = await firstRow<Omit<AccountRow, 'createdAt'> & { createdAt: string }>(db, statement)
  return row && { ...row, createdAt: instantFromStored(row.createdAt) }
}
