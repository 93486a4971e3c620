import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { inWords } from '../cart/cart-words.ts'

/** '10%' of a share in basis points, '12.5%'. Written from the digits: nothing is divided, so nothing is rounded. */
export function percentWords(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0')
  const part = digits.slice(-2).replace(/0+$/, '')
  return `${digits.slice(0, -2)}${part === '' ? '' : `.${part}`}%`
}

/** 'at 4 pm, two days before the day on which its orders close' */
export function chargeWords({ lastChange }: Pick<SubscriptionOffers, 'lastChange'>): string {
  const { time, daysBefore } = lastChange
  return `at ${clockWords(time)}, ${daysBefore === 1 ? 'the day' : `${inWords(daysBefore)} days`} before the day on which its orders close`
}
