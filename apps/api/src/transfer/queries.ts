import type { Zone } from '@flora/calendar/shop-day.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { blanked, leftBehind, type Table } from './table.ts'

/** Every table that moves along, as the database describes itself: a table that is added moves without a word here. */
export async function listTables(db: Db): Promise<Table[]> {
  const found = await rows<Table>(
    db,
    sql`select c.relname as name,
          (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
          (select coalesce(array_agg(a.attname::text order by array_position(i.indkey::smallint[], a.attnum)), '{}') from pg_index i
             join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::smallint[])
           where i.indrelid = c.oid and i.indisprimary) as key,
          (select coalesce(array_agg(a.attname::text), '{}') from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> '') as counters,
          (select coalesce(array_agg(distinct f.confrelid::regclass::text), '{}') from pg_constraint f
           where f.conrelid = c.oid and f.contype = 'f' and not f.condeferrable) as needs
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' order by c.relname`,
  )
  return found.filter(({ name }) => !leftBehind.has(name))
}

/** From here on this transaction sees the shop as it is now, whatever others write. Must be its first statement. */
export async function beginSnapshot(tx: Tx): Promise<void> {
  await rows(tx, sql`set transaction isolation level repeatable read, read only`)
}

// Small enough to be a line that any program can hold, large enough not to ask the database for each row.
const rowsAPage = 500

/** The rows of a table in pages, each row as JSON text. Only inside a transaction, and one table at a time. */
export async function* readPages(tx: Tx, { name, columns, key }: Table): AsyncGenerator<string[]> {
  const blank = blanked[name] ?? []
  const list = columns
    .map((column) => (blank.includes(column) ? `null as ${quoted(column)}` : quoted(column)))
    .join(', ')
  const order = key.length > 0 ? `order by ${key.map(quoted).join(', ')}` : ''
  await rows(
    tx,
    sql`declare pages no scroll cursor for select row_to_json(t)::text as row from (select ${raw(list)} from ${raw(quoted(name))} ${raw(order)}) t`,
  )
  for (;;) {
    const page = await rows<{ row: string }>(tx, sql`fetch ${raw(String(rowsAPage))} from pages`)
    if (page.length === 0) break
    yield page.map(({ row }) => row)
  }
  await rows(tx, sql`close pages`)
}

/** Where the shop's clock stands; a database without a shop has none of its own. */
export async function findZone(db: Db): Promise<Zone> {
  return (await firstRow<{ zone: Zone }>(db, sql`select time_zone as zone from shop`))?.zone ?? 'UTC'
}

/** Whether nobody has begun a shop in this database. */
export async function isEmpty(db: Db): Promise<boolean> {
  const row = await firstRow<{ begun: boolean }>(
    db,
    sql`select exists (select 1 from shop) or exists (select 1 from orders) or exists (select 1 from accounts) as begun`,
  )
  return row?.begun === false
}

/** Writes rows as they were read. The database holds them against all its rules. */
export async function insertRows(tx: Tx, { name, columns }: Table, page: readonly unknown[]): Promise<void> {
  const list = raw(columns.map(quoted).join(', '))
  await rows(
    tx,
    sql`insert into ${raw(quoted(name))} (${list}) overriding system value
        select ${list} from json_populate_recordset(null::${raw(quoted(name))}, ${JSON.stringify(page)}::json)`,
  )
}

/** Lets columns that count by themselves go on after the largest number that was brought. */
export async function windCountersOn(tx: Tx, { name, counters }: Table): Promise<void> {
  for (const column of counters)
    await rows(
      tx,
      sql`select setval(pg_get_serial_sequence(${name}, ${column}), coalesce((select max(${raw(quoted(column))}) from ${raw(quoted(name))}), 0) + 1, false)`,
    )
}

/** Lets a long move take its time. */
export async function liftTimeouts(tx: Tx): Promise<void> {
  await rows(tx, sql`set local statement_timeout = 0`)
  await rows(tx, sql`set local idle_in_transaction_session_timeout = 0`)
}

const raw = (text: string): SQL => sql.raw(text)
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
