import type { AccountId } from '@flora/contract/ids.ts'
import { firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

/** Something that somebody did, or tried to do. */
export interface Deed {
  readonly at: Temporal.Instant
  readonly accountId: AccountId | null
  /** Name and role then: 'Mercy Okafor (owner)'. */
  readonly who: string
  /** 'sign-in', or a route: 'PATCH /staff/:accountId'. */
  readonly action: string
  readonly subject?: string
  /** HTTP status; absent while it is under way. */
  readonly outcome?: number
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes a deed into the audit log and gives its number there. */
export async function writeAudit(tx: Tx, deed: Deed): Promise<number> {
  const written = await firstRow<{ id: number }>(
    tx,
    sql`insert into audit_log (at, account_id, who, action, subject, outcome, detail)
        values (${deed.at.toString()}::timestamptz, ${deed.accountId}, ${deed.who}, ${deed.action}, ${deed.subject ?? ''},
                ${deed.outcome ?? null}, ${JSON.stringify(deed.detail ?? {})}::jsonb)
        returning id`,
  )
  return written!.id
}

/** Forgets sign-ins from before an instant: they say where and when somebody was, and are evidence for a while only. */
export async function deleteSignInsBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from audit_log where action = 'sign-in' and at < ${at.toString()}::timestamptz returning id`,
  )
  return gone.length
}
