import { recordset, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import type { NewEvent } from './subscription-queries.ts'

/** Writes the history of many subscriptions, in the order given. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const records = events.map(({ at, detail = {}, ...event }, n) => ({ ...event, detail, at: at.toString(), n }))
  await rows(
    tx,
    sql`insert into subscription_events (subscription_id, occurrence_id, at, kind, who, detail)
        select "subscriptionId", "occurrenceId", at, kind, who, detail
        from jsonb_to_recordset(${recordset(records)}) as event ("subscriptionId" text, "occurrenceId" text, at timestamptz, kind text, who text, detail jsonb, n int)
        order by n`,
  )
}
