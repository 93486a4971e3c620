import type { Preferences } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ToldOfHerself } from './profile.ts'

const nothingYet: ToldOfHerself = { phone: '', preferences: {} }

export async function findToldOfHerself(db: Db, accountId: AccountId): Promise<ToldOfHerself> {
  const told = await firstRow<ToldOfHerself>(
    db,
    sql`select phone, preferences from customers where account_id = ${accountId}`,
  )
  return told ?? nothingYet
}

/** Makes an account's row if it has none and locks it until the transaction ends: whoever changes what is hers takes turns by it. */
export async function lockCustomer(tx: Tx, accountId: AccountId): Promise<ToldOfHerself> {
  await lockLiving(tx, accountId)
  const locked = await firstRow<ToldOfHerself>(
    tx,
    sql`insert into customers (account_id) values (${accountId})
        on conflict (account_id) do update set account_id = excluded.account_id returning phone, preferences`,
  )
  return locked!
}

export async function saveToldOfHerself(
  tx: Tx,
  accountId: AccountId,
  { phone, preferences }: { phone: string; preferences: Partial<Preferences> },
): Promise<void> {
  await rows(
    tx,
    sql`update customers set phone = ${phone}, preferences = ${JSON.stringify(preferences)}::jsonb where account_id = ${accountId}`,
  )
}

export async function saveName(tx: Tx, accountId: AccountId, name: string): Promise<void> {
  await rows(tx, sql`update accounts set name = ${name} where id = ${accountId}`)
}

/**
 * The generation from which her cart's token is derived, and it stays for this transaction: else somebody who signs every device out
 * at the same moment would find the old token at work again.
 */
export async function lockGeneration(tx: Tx, accountId: AccountId): Promise<number> {
  const account = await firstRow<{ generation: number }>(
    tx,
    sql`select generation from accounts where id = ${accountId} for share`,
  )
  if (!account) throw new Error(`invariant broken: ${accountId} is signed in and is gone`)
  return account.generation
}

/** Locks an account before anything of hers is written: one that was erased a moment ago is signed in nowhere. */
export async function lockLiving(tx: Tx, accountId: AccountId): Promise<void> {
  const living = await rows(
    tx,
    sql`select 1 from accounts where id = ${accountId} and erased_at is null for no key update`,
  )
  if (living.length === 0) throw new Refusal(401, 'sign-in-needed', 'Please sign in first.')
}

/** Where Stripe keeps her cards, once it does. */
export async function findStripeCustomer(db: Db, accountId: AccountId): Promise<string | undefined> {
  const row = await firstRow<{ id: string | null }>(
    db,
    sql`select stripe_customer_id as id from customers where account_id = ${accountId}`,
  )
  return row?.id ?? undefined
}

/** The same of many accounts; those without a customer are missing. */
export async function listStripeCustomers(db: Db, accountIds: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const found = await rows<{ accountId: AccountId; id: string }>(
    db,
    sql`select account_id as "accountId", stripe_customer_id as id from customers
        where account_id = any(${list(accountIds, 'text')}) and stripe_customer_id is not null`,
  )
  return new Map(found.map(({ accountId, id }) => [accountId, id]))
}

/** Writes down where Stripe keeps her cards; when another request did so meanwhile, that stays. Says which it is. */
export async function saveStripeCustomer(
  tx: Tx,
  accountId: AccountId,
  { id, insteadOf }: { id: string; insteadOf: string | undefined },
): Promise<string> {
  await lockLiving(tx, accountId)
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into customers (account_id, stripe_customer_id) values (${accountId}, ${id})
        on conflict (account_id) do update set stripe_customer_id = case
          when customers.stripe_customer_id is null or customers.stripe_customer_id = ${insteadOf ?? null}::text then excluded.stripe_customer_id
          else customers.stripe_customer_id end
        returning stripe_customer_id as id`,
  )
  return row!.id
}
