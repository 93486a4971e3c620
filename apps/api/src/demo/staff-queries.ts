import type { Role } from '@flora/contract/permissions.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface StaffRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly password_hash: string
  readonly at: string
}

/** Whether anybody works here. */
export async function hasStaff(db: Db): Promise<boolean> {
  return (await firstRow(db, sql`select 1 from accounts where role is not null limit 1`)) !== undefined
}

/** Gives back what dismissing took, and leaves alone whoever another process planted meanwhile. */
export async function insertDemoStaff(tx: Tx, staff: readonly StaffRow[]): Promise<void> {
  await rows(
    tx,
    sql`insert into accounts (id, email, name, role, role_since, password_hash, created_at)
        select id, email, name, role, at, password_hash, at
        from jsonb_to_recordset(${recordset(staff)}) as r (id text, email text, name text, role text, password_hash text, at timestamptz)
        on conflict (lower(email)) where erased_at is null do update
          set role = excluded.role, role_since = excluded.role_since, password_hash = excluded.password_hash
          where accounts.role is null and accounts.password_hash is null`,
  )
}

/** Takes everything by which these addresses could be entered. Says how many could. */
export async function takeDemoStaffOut(tx: Tx, emails: readonly string[], at: Temporal.Instant): Promise<number> {
  const shut = await rows<{ id: string }>(
    tx,
    sql`update accounts set role = null, role_since = null, password_hash = null, generation = generation + 1
        where lower(email) = any(${list(emails, 'text')}) and (role is not null or password_hash is not null) returning id`,
  )
  await rows(
    tx,
    sql`update sessions set ended_at = ${at.toString()}::timestamptz, ended_because = 'role'
        where ended_at is null and account_id = any(${list(
          shut.map(({ id }) => id),
          'text',
        )})`,
  )
  return shut.length
}
