import type { AccountId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { type Db, firstRow, rows, type Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { ProviderIdentity } from './arrival.ts'

export interface LinkedAccount {
  readonly accountId: AccountId
  readonly email: string
  readonly name: string
  readonly role: Role | null
  readonly hasTwoFactor: boolean
}

/** The account that a provider's identity opens. */
export function findLinkedAccount(db: Db, { issuer, subject }: ProviderIdentity): Promise<LinkedAccount | undefined> {
  return firstRow<LinkedAccount>(
    db,
    sql`select a.id as "accountId", a.email, a.name, a.role,
               exists (select 1 from two_factors t where t.account_id = a.id and t.confirmed_at is not null) as "hasTwoFactor"
        from identities i join accounts a on a.id = i.account_id
        where i.issuer = ${issuer} and i.subject = ${subject} and a.erased_at is null`,
  )
}

/** All that is done about one identity takes turns: two tabs that come back at once make one account. */
export async function lockIdentity(tx: Tx, { issuer, subject }: ProviderIdentity): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(7316003, hashtext(${`${issuer} ${subject}`}))`)
}

/**
 * Links an identity to an account and says which account it is linked to now: another one, when that was sooner. One whose owner
 * was erased may begin anew.
 */
export async function insertIdentity(
  tx: Tx,
  { issuer, subject }: ProviderIdentity,
  { accountId, at }: { accountId: AccountId; at: Temporal.Instant },
): Promise<AccountId | undefined> {
  const made = await firstRow<{ accountId: AccountId }>(
    tx,
    sql`insert into identities (issuer, subject, account_id, created_at)
        values (${issuer}, ${subject}, ${accountId}, ${at.toString()}::timestamptz)
        on conflict (issuer, subject) do update set account_id = excluded.account_id, created_at = excluded.created_at
          where identities.account_id = excluded.account_id
             or exists (select 1 from accounts a where a.id = identities.account_id and a.erased_at is not null)
        returning account_id as "accountId"`,
  )
  return made?.accountId
}

/** Whether the owner was asked about this identity a moment ago and can still answer: one letter is enough. */
export async function hasOpenQuestion(
  db: Db,
  { issuer, subject }: ProviderIdentity,
  { accountId, since, now }: { accountId: AccountId; since: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  const found = await rows(
    db,
    sql`select 1 from account_tokens
        where account_id = ${accountId} and kind = 'link-identity' and used_at is null
          and created_at > ${since.toString()}::timestamptz and expires_at > ${now.toString()}::timestamptz
          and payload ->> 'issuer' = ${issuer} and payload ->> 'subject' = ${subject} limit 1`,
  )
  return found.length > 0
}
