import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface CountedKey {
  readonly key: string
  /** So many may be wrong before one has to wait. */
  readonly free: number
}

/**
 * Counts an attempt as if it had failed, and sets how long the next one has to wait: 1 second, 2, 4 … Counts nothing, and says so,
 * while a wait is on. One statement on one row, so however many come at once, each sees those before it.
 */
export async function takeAttempt(
  tx: Tx,
  { key, free }: CountedKey,
  {
    now,
    forgottenBefore,
    longestSeconds,
  }: { now: Temporal.Instant; forgottenBefore: Temporal.Instant; longestSeconds: number },
): Promise<boolean> {
  const at = sql`${now.toString()}::timestamptz`
  const failures = sql`case when f.last_at < ${forgottenBefore.toString()}::timestamptz then 1 else f.failures + 1 end`
  const counted = await rows(
    tx,
    // Nobody is made to wait after the first, whatever `free` says.
    sql`insert into sign_in_failures as f (key, failures, last_at, wait_until) values (${key}, 1, ${at}, ${at})
        on conflict (key) do update set failures = ${failures}, last_at = ${at},
          wait_until = ${at} + case when ${failures} < ${free}::int then interval '0'
            else least(power(2, least(${failures} - ${free}::int, 30)), ${longestSeconds}::int) * interval '1 second' end
          where f.wait_until <= ${at}
        returning 1`,
  )
  return counted.length > 0
}

/** When the last of these waits is over. */
export async function findWait(db: Db, keys: readonly string[]): Promise<Temporal.Instant | undefined> {
  const row = await firstRow<{ until: string | null }>(
    db,
    sql`select max(wait_until) as until from sign_in_failures where key = any(${list(keys, 'text')})`,
  )
  return row?.until ? instantFromStored(row.until) : undefined
}

export async function deleteAttempts(tx: Tx, key: string): Promise<void> {
  await rows(tx, sql`delete from sign_in_failures where key = ${key}`)
}

/** Takes one attempt back, and the wait that it brought. */
export async function giveBackAttempt(tx: Tx, key: string, now: Temporal.Instant): Promise<void> {
  await rows(
    tx,
    sql`update sign_in_failures set failures = greatest(failures - 1, 0), wait_until = least(wait_until, ${now.toString()}::timestamptz)
        where key = ${key}`,
  )
}

/** Throws away counts that are forgotten; says how many. */
export async function deleteAttemptsBefore(tx: Tx, at: Temporal.Instant): Promise<number> {
  const gone = await rows(
    tx,
    sql`delete from sign_in_failures where last_at < ${at.toString()}::timestamptz returning key`,
  )
  return gone.length
}
