import type { BrokenOrder, DeliveryChange } from '@flora/contract/delivery-desk.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Carries what others did to the same thing since. */
export const changedMeanwhile = (changes: readonly DeliveryChange[], version: number): Refusal =>
  new Refusal(
    409,
    'changed-meanwhile',
    `${changes[0]?.who ?? 'Somebody'} changed this while you were at it. Look at it as it is now, and change it again if you still want to.`,
    { changes, version },
  )

/** Carries the orders and what happens to them if it is done even so. */
export const ordersWouldBreak = (broken: {
  consequence: string
  orders: readonly BrokenOrder[]
  total: number
}): Refusal =>
  new Refusal(
    409,
    'orders-would-break',
    `${broken.total === 1 ? 'One order is' : `${broken.total} orders are`} promised already. Nothing has been changed.`,
    broken,
  )

export const dayIsPast = (): Refusal =>
  new Refusal(409, 'day-is-past', 'That day is over. Only today and days to come can be arranged.')

export const windowNotFound = (): Refusal => new Refusal(404, 'window-not-found', 'There is no such window.')

export const zoneNotFound = (): Refusal => new Refusal(404, 'zone-not-found', 'There is no such zone.')

export const surgeNotFound = (): Refusal =>
  new Refusal(404, 'surge-not-found', 'That surge isn’t there any more. Somebody may have taken it away.')

export const nothingToClose = (): Refusal =>
  new Refusal(409, 'nothing-to-close', 'No window begins at that time or later on those days.')

export const hoursNotValid = (): Refusal => new Refusal(422, 'hours-not-valid', 'A window ends after it begins.')

export const daysNotValid = (): Refusal => new Refusal(422, 'days-not-valid', 'A surge ends on its first day or later.')

export const postcodeTaken = (postcode: string, zoneName: string): Refusal =>
  new Refusal(
    409,
    'postcode-taken',
    `${postcode} is in zone ${zoneName}. Take it out there first: a postcode is in one zone.`,
    { postcode },
  )
