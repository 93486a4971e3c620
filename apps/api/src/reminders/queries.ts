import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, ReminderId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { sql } from '../platform/sql.ts'

export interface ReminderRow {
  readonly id: ReminderId
  readonly name: string
  readonly month: number
  readonly date: number
  readonly daysBefore: number
  readonly occasion: string | null
  readonly isMuted: boolean
  readonly nextDay: ShopDay
  readonly letterDay: ShopDay
}

const columns = sql`r.id, r.name, r.month, r.date, r.days_before as "daysBefore", r.occasion, r.muted_at is not null as "isMuted",
  r.next_day::text as "nextDay", r.letter_day::text as "letterDay"`

/** The zone of the shop's days. */
export async function findTimeZone(db: Db): Promise<string> {
  const row = await firstRow<{ time_zone: string }>(db, sql`select time_zone from shop`)
  if (!row) throw new Error('invariant broken: somebody has an account and there is no shop')
  return row.time_zone
}

/** Her reminders, the next day first. There are at most as many as the contract allows. */
export function listReminders(db: Db, accountId: AccountId): Promise<ReminderRow[]> {
  return rows(
    db,
    sql`select ${columns} from reminders r where r.account_id = ${accountId} order by r.next_day, r.name, r.id limit 100`,
  )
}

/** One of hers, locked. */
export function lockReminder(tx: Tx, accountId: AccountId, id: ReminderId): Promise<ReminderRow | undefined> {
  return firstRow(
    tx,
    sql`select ${columns} from reminders r where r.id = ${id} and r.account_id = ${accountId} for update`,
  )
}

/** Locks her account's row, so that two who add at once are counted one after the other. */
export async function countReminders(tx: Tx, accountId: AccountId): Promise<number> {
  const living = await rows(
    tx,
    sql`select 1 from accounts where id = ${accountId} and erased_at is null for no key update`,
  )
  if (living.length === 0) throw new Refusal(401, 'sign-in-needed', 'Please sign in first.')
  const row = await firstRow<{ count: number }>(
    tx,
    sql`select count(*)::int as count from reminders where account_id = ${accountId}`,
  )
  return row!.count
}

/** Writes a reminder as it now is, new or not. */
export async function saveReminder(
  tx: Tx,
  accountId: AccountId,
  { reminder: r, at }: { reminder: ReminderRow; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into reminders (id, account_id, name, month, date, days_before, occasion, muted_at, next_day, letter_day, created_at)
        values (${r.id}, ${accountId}, ${r.name}, ${r.month}, ${r.date}, ${r.daysBefore}, ${r.occasion},
                ${r.isMuted ? at.toString() : null}::timestamptz, ${r.nextDay}::date, ${r.letterDay}::date, ${at.toString()}::timestamptz)
        on conflict (id) do update set name = excluded.name, month = excluded.month, date = excluded.date, days_before = excluded.days_before,
          occasion = excluded.occasion, muted_at = case when excluded.muted_at is null then null else coalesce(reminders.muted_at, excluded.muted_at) end,
          next_day = excluded.next_day, letter_day = excluded.letter_day`,
  )
}

/** Forgets one of hers; says whether it was there. */
export async function deleteReminder(tx: Tx, accountId: AccountId, id: ReminderId): Promise<boolean> {
  const gone = await rows(tx, sql`delete from reminders where id = ${id} and account_id = ${accountId} returning id`)
  return gone.length > 0
}

/** Mutes a reminder whoever asks: the caller has looked at the link. Says whether it is there. */
export async function muteReminder(tx: Tx, id: ReminderId, at: Temporal.Instant): Promise<boolean> {
  const muted = await rows(
    tx,
    sql`update reminders set muted_at = coalesce(muted_at, ${at.toString()}::timestamptz) where id = ${id} returning id`,
  )
  return muted.length > 0
}

export interface DueReminder extends ReminderRow {
  readonly email: string
  readonly ownerName: string
}

/** Locks reminders whose letter is due, passing over those another worker has. Muted ones are moved on too, so that none is late when it speaks again. */
export function lockDueReminders(tx: Tx, today: ShopDay, limit: number): Promise<DueReminder[]> {
  return rows(
    tx,
    sql`select ${columns}, a.email, a.name as "ownerName" from reminders r join accounts a on a.id = r.account_id
        where a.erased_at is null and ((r.letter_day <= ${today}::date and r.muted_at is null) or r.next_day <= ${today}::date)
        order by r.letter_day, r.id limit ${limit} for update of r skip locked`,
  )
}

export async function markReminded(
  tx: Tx,
  id: ReminderId,
  { nextDay, letterDay }: { nextDay: ShopDay; letterDay: ShopDay },
): Promise<void> {
  await rows(
    tx,
    sql`update reminders set next_day = ${nextDay}::date, letter_day = ${letterDay}::date where id = ${id}`,
  )
}
