import type { Zone } from '@flora/calendar/shop-day.ts'
import { instantText } from '@flora/calendar/instant.ts'
import { instantFromStored } from '@flora/calendar/stored-time.ts'
import type { DeliveryChange } from '@flora/contract/delivery-desk.ts'
import { type Db, firstRow, list, rows, type Tx } from '../../platform/db.ts'
import { invariant } from '../../platform/refusal.ts'
import { type SQL, sql } from '../../platform/sql.ts'
import type { Manager } from './arrange.ts'

/** Whoever arranges deliveries takes turns here, before any counter is locked; shoppers do not wait. */
export async function lockDesk(tx: Tx): Promise<{ timeZone: Zone }> {
  const shop = await firstRow<{ timeZone: Zone }>(tx, sql`select time_zone as "timeZone" from shop for no key update`)
  invariant(shop, 'the shop has its row')
  return shop
}

/** What was changed after a version, of one of these subjects or of any; latest first. */
export async function listChangesSince(
  db: Db,
  { version, subjects }: { version: number; subjects: readonly string[] },
): Promise<DeliveryChange[]> {
  return listed(db, sql`version > ${version} and subjects && ${list(subjects, 'text')}`, 20)
}

export function listChangesOf(db: Db, subject: string): Promise<DeliveryChange[]> {
  return listed(db, sql`subjects @> ${list([subject], 'text')}`, 10)
}

export function listChangesBefore(db: Db, before: number | undefined, limit: number): Promise<DeliveryChange[]> {
  return listed(db, before === undefined ? sql`true` : sql`version < ${before}`, limit)
}

async function listed(db: Db, which: SQL, limit: number): Promise<DeliveryChange[]> {
  const found = await rows<DeliveryChange>(
    db,
    sql`select version, at, who, what from delivery_changes where ${which} order by version desc limit ${limit}`,
  )
  return found.map((change) => ({ ...change, at: instantText(instantFromStored(change.at)) }))
}

/** The number of the last change of all. */
export const lastVersion: SQL = sql`(select coalesce(max(version), 0) from delivery_changes)`

export async function findVersion(db: Db): Promise<number> {
  return (await firstRow<{ version: number }>(db, sql`select ${lastVersion} as version`))?.version ?? 0
}

export async function insertChange(
  tx: Tx,
  { subjects, what, by, at }: { subjects: readonly string[]; what: string; by: Manager; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into delivery_changes (at, account_id, who, subjects, what)
        values (${at.toString()}::timestamptz, ${by.accountId}, ${by.name}, ${list(subjects, 'text')}, ${what})`,
  )
}
