import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import type { AuditEntry } from '@flora/contract/staff.ts'
import { type Db, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

export interface AuditSearch {
  /** Entries older than this one. */
  readonly before: number | undefined
  readonly accountId: AccountId | undefined
  readonly action: string | undefined
  readonly limit: number
}

/** What was written down, newest first. */
export async function listAuditEntries(
  db: Db,
  { before, accountId, action, limit }: AuditSearch,
): Promise<AuditEntry[]> {
  const conditions: SQL[] = [
    ...(before === undefined ? [] : [sql`id < ${before}::bigint`]),
    ...(accountId === undefined ? [] : [sql`account_id = ${accountId}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
  ]
  const found = await rows<AuditEntry>(
    db,
    sql`select id, at, account_id as "accountId", who, action, subject, outcome, detail from audit_log
        where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`} order by id desc limit ${limit}::bigint`,
  )
  return found.map((entry) => ({ ...entry, at: instantFromStored(entry.at).toString() }))
}

/** Says how a staff action ended: the status of its answer. */
export async function markOutcome(tx: Tx, id: number, outcome: number): Promise<void> {
  await rows(tx, sql`update audit_log set outcome = ${outcome} where id = ${id}::bigint`)
}

/** Says what a staff action did, as far as its address doesn't. */
export async function markDetail(tx: Tx, id: number, detail: AuditEntry['detail']): Promise<void> {
  await rows(tx, sql`update audit_log set detail = ${JSON.stringify(detail)}::jsonb where id = ${id}::bigint`)
}
