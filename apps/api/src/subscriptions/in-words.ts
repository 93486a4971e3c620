import type { Frequency, SubscriptionKind } from '@flora/contract/subscriptions.ts'
import type { PausedBecause } from './subscription.ts'

/** 'every week', 'once a month, on a day that we don’t say' */
export function everyInWords(kind: SubscriptionKind, frequency: Frequency): string {
  if (kind === 'surprise') return `once a ${nouns[frequency]}, on a day that we don’t say`
  return frequency === 'fortnightly' ? 'every second week' : `every ${nouns[frequency]}`
}

const nouns: Record<Frequency, string> = {
  weekly: 'week',
  fortnightly: 'fortnight',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
}

/** Why a delivery does not come, for its line in the calendar. */
export function becauseInWords(because: string | null): string | undefined {
  if (because === null) return undefined
  return sentences[because] ?? 'We could not find a day and a window for it.'
}

const sentences: Record<string, string> = {
  skipped: 'You skipped it.',
  paused: 'It falls into the pause.',
  ended: 'The subscription ended before it.',
  'new-rhythm': 'The subscription has another rhythm now.',
  unpaid: 'It was not paid in time.',
  'too-late': 'We could not charge the card in time. Nothing was charged.',
  'sold-out': 'There was not enough left to make it. Nothing was charged.',
  'order-cancelled': 'Its order was cancelled.',
  'order-over': 'Its order was cancelled.',
}

export function pausedInWords(because: PausedBecause | null): string | undefined {
  switch (because) {
    case null:
    case 'customer':
      return undefined
    case 'payment':
      return 'Two deliveries in a row were not paid. Choose another card and let it go on.'
    case 'not-for-sale':
      return 'What you subscribed to has left our shelf. Choose other flowers and let it go on.'
  }
}
