import { type Role, roleMay } from '@flora/contract/permissions.ts'
import { type ShopSettings, WordedLetter } from '@flora/contract/settings.ts'
import type { Permission } from '@flora/contract/text.ts'
import type { Db } from '../platform/db.ts'
import { findSettings, hasPromisedDays, listWordings } from './queries.ts'

/** The settings with the words around every letter, and what this role may change. */
export async function showSettings(db: Db, role: Role | null): Promise<ShopSettings> {
  const [settings, wordings, isPromised] = await Promise.all([findSettings(db), listWordings(db), hasPromisedDays(db)])
  const change: Permission = roleMay(role, 'settings/write')
    ? { ok: true }
    : { ok: false, because: 'Only an owner changes the shop’s settings.' }
  return {
    ...settings,
    letters: WordedLetter.options.map((letter) => {
      const { opening = '', closing = '' } = wordings.find((wording) => wording.letter === letter) ?? {}
      return { letter, name: letterNames[letter], opening, closing }
    }),
    can: {
      change,
      changeTimeZone: change.ok && isPromised ? { ok: false, because: zoneInUse } : change,
    },
  }
}

export const zoneInUse =
  'Days and windows are promised in this time zone. It can be changed when no order and no subscription is under way.'

const letterNames: Record<WordedLetter, string> = {
  confirmed: 'The order is confirmed',
  'payment-failed': 'The payment did not go through',
  'hold-expired': 'The payment came too late',
  cancelled: 'The order is cancelled',
  refunded: 'Money went back',
  ready: 'Ready to pick up',
  'on-its-way': 'On its way',
  delivered: 'Delivered',
  'nobody-home': 'Nobody was home',
  changed: 'The order was changed',
  welcome: 'Welcome, with a new account',
  reminder: 'A day to remember is coming',
  subscription: 'News of a subscription',
}
