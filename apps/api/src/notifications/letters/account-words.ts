import { clockTimeAt } from '@flora/calendar/clock-time.ts'
import { dayInWords, timeInWords } from '@flora/calendar/in-words.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Letterhead } from './sheet.ts'

/** The pages that a letter's link leads to. Each asks its reader to press a button: mail programs follow links by themselves. */
export type LinkedPage = 'verify' | 'reset-password' | 'confirm-email' | 'link-sign-in' | 'accept-invitation'

/** The token stands behind the #: no server, log or referrer sees it. */
export function linkAddress(page: LinkedPage, token: string, { publicUrl }: Pick<Letterhead, 'publicUrl'>): string {
  return `${publicUrl}/${page}#${token}`
}

export function accountAddress({ publicUrl }: Pick<Letterhead, 'publicUrl'>): string {
  return `${publicUrl}/account`
}

export function forgottenAddress({ publicUrl }: Pick<Letterhead, 'publicUrl'>): string {
  return `${publicUrl}/forgotten`
}

/** 'Saturday 21 November at 2 pm' */
export function whenInWords(at: Temporal.Instant, { zone }: Pick<Letterhead, 'zone'>): string {
  return `${dayInWords(shopDayAt(at, zone))} at ${timeInWords(clockTimeAt(at, zone))}`
}

/** Under letters that hold a link which signs somebody in. */
export const keepTheLink = 'Keep the link to yourself: whoever has it is taken for you.'

/** Under letters that tell of a change: nobody can leave them off. */
export const becauseAccount =
  'You get this letter because there is an account with this address. We write whenever who can enter it changes.'
