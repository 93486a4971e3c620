import type { CartSubscription } from '@flora/contract/cart.ts'
import { capital, inWords } from './cart-words.ts'

const rhythms = {
  weekly: ['every week', 'week'],
  fortnightly: ['every second week', 'fortnight'],
  monthly: ['every month', 'month'],
  quarterly: ['every quarter', 'quarter'],
  yearly: ['every year', 'year'],
} as const

/** What a subscription in the cart says of itself: how often, what is paid now, and what comes later. */
export function subscriptionWords({ kind, frequency, gift }: Pick<CartSubscription, 'kind' | 'frequency' | 'gift'>): {
  readonly every: string
  readonly now: string
  readonly later: string | undefined
} {
  const [every, noun] = rhythms[frequency]
  if (gift !== undefined)
    return {
      every: capital(every),
      now: `All ${inWords(gift.deliveries)} deliveries, each with its fee.`,
      later: undefined,
    }
  if (kind === 'surprise')
    return {
      every: `A surprise each ${noun}`,
      now: 'Nothing now: it is charged when it comes.',
      later: 'Charged shortly before each one, until you stop.',
    }
  return {
    every: capital(every),
    now: 'The first delivery, with its fee.',
    later: `Charged ${every}, when the last moment to change that delivery has passed, until you stop.`,
  }
}
