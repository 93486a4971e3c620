import type { ShopSettings, WordedLetter } from '@flora/contract/settings.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export type SettingsRow = Omit<ShopSettings, 'letters' | 'can'>

/** The settings as they stand. */
export async function findSettings(db: Db): Promise<SettingsRow> {
  const row = await firstRow<SettingsRow>(
    db,
    sql`select settings_version as version, name, tagline, phone, email, address, abn, hours, time_zone as "timeZone", currency,
          gst_basis_points as "gstBasisPoints", hold_minutes as "holdMinutes",
          subscriber_discount_basis_points as "subscriberDiscountBasisPoints", trial_discount_basis_points as "trialDiscountBasisPoints"
        from shop`,
  )
  if (!row) throw new Error('invariant broken: there are settings to show and no shop')
  return row
}

/** The same, and nobody else changes them until this transaction ends. */
export async function lockSettings(tx: Tx): Promise<SettingsRow> {
  await rows(tx, sql`select 1 from shop for no key update`)
  return findSettings(tx)
}

/** Writes settings that are locked, under their next version. */
export async function saveSettings(tx: Tx, s: SettingsRow): Promise<void> {
  await rows(
    tx,
    sql`update shop set settings_version = settings_version + 1, name = ${s.name}, tagline = ${s.tagline}, phone = ${s.phone}, email = ${s.email},
          address = ${s.address}, abn = ${s.abn}, hours = ${JSON.stringify(s.hours)}::jsonb, time_zone = ${s.timeZone},
          gst_basis_points = ${s.gstBasisPoints}, hold_minutes = ${s.holdMinutes},
          subscriber_discount_basis_points = ${s.subscriberDiscountBasisPoints}, trial_discount_basis_points = ${s.trialDiscountBasisPoints}`,
  )
  // Carts are priced with some of this: whoever keeps facts under their name reads them anew.
  await rows(tx, sql`update shop set facts_version = gen_random_uuid()`)
}

export interface WordingRow {
  readonly letter: WordedLetter
  readonly opening: string
  readonly closing: string
}

export function listWordings(db: Db): Promise<WordingRow[]> {
  return rows(db, sql`select letter, opening, closing from letter_wordings order by letter limit 100`)
}

/** Keeps the words around a letter; empty ones are none. */
export async function saveWording(tx: Tx, { letter, opening, closing }: WordingRow): Promise<void> {
  await rows(
    tx,
    opening === '' && closing === ''
      ? sql`delete from letter_wordings where letter = ${letter}`
      : sql`insert into letter_wordings (letter, opening, closing) values (${letter}, ${opening}, ${closing})
            on conflict (letter) do update set opening = excluded.opening, closing = excluded.closing`,
  )
  await rows(tx, sql`update shop set settings_version = settings_version + 1`)
}

/** Whether days were promised that are counted in the shop's time zone. */
export async function hasPromisedDays(db: Db): Promise<boolean> {
  const row = await firstRow<{ has: boolean }>(
    db,
    sql`select exists (select 1 from orders where status not in ('DELIVERED', 'CANCELLED', 'REFUNDED'))
          or exists (select 1 from subscriptions where state in ('active', 'paused')) as has`,
  )
  return row!.has
}
