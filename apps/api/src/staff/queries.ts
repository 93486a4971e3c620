import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { Role } from '@flora/contract/permissions.ts'
import { type Db, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { Member } from './member.ts'

// Ten times the largest florist's.
const mostStaff = 500

export interface MemberRow extends Member {
  readonly name: string
  readonly email: string
  readonly since: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant | undefined
  readonly hasTwoFactor: boolean
}

/** Who works here: owners first, then by name. */
export async function listMembers(db: Db): Promise<MemberRow[]> {
  const found = await rows<Omit<MemberRow, 'since' | 'lastSeenAt'> & { since: string; lastSeenAt: string | null }>(
    db,
    sql`select a.id as "accountId", a.role, a.name, a.email, coalesce(a.role_since, a.created_at) as since,
               (select max(s.last_seen_at) from sessions s where s.account_id = a.id) as "lastSeenAt",
               exists (select 1 from two_factors t where t.account_id = a.id and t.confirmed_at is not null) as "hasTwoFactor"
        from accounts a where a.role is not null and a.erased_at is null
        order by array_position(array['owner', 'manager', 'florist', 'driver'], a.role), lower(a.name), a.id limit ${mostStaff}`,
  )
  return found.map((row) => ({
    ...row,
    since: instantFromStored(row.since),
    lastSeenAt: row.lastSeenAt === null ? undefined : instantFromStored(row.lastSeenAt),
  }))
}

/** Locks all who work here, in one order for everybody, and says what they are by then. */
export function lockMembers(tx: Tx): Promise<Member[]> {
  return rows<Member>(
    tx,
    sql`select id as "accountId", role from accounts where role is not null and erased_at is null order by id for no key update`,
  )
}

export async function saveRole(
  tx: Tx,
  { accountId, role, at }: { accountId: AccountId; role: Role | null; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`update accounts set role = ${role}, role_since = ${role && at.toString()}::timestamptz where id = ${accountId} and erased_at is null`,
  )
}

export interface InvitationRow {
  readonly email: string
  readonly role: Role
  readonly invitedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Invitations that can still be accepted, newest first. */
export async function listInvitations(db: Db, now: Temporal.Instant): Promise<InvitationRow[]> {
  const found = await rows<Omit<InvitationRow, 'invitedAt' | 'expiresAt'> & { invitedAt: string; expiresAt: string }>(
    db,
    sql`select email, payload->>'role' as role, created_at as "invitedAt", expires_at as "expiresAt"
        from account_tokens where kind = 'invite-staff' and used_at is null and expires_at > ${now.toString()}::timestamptz
        order by created_at desc, hash limit ${mostStaff}`,
  )
  return found.map((row) => ({
    ...row,
    invitedAt: instantFromStored(row.invitedAt),
    expiresAt: instantFromStored(row.expiresAt),
  }))
}
