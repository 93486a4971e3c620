import type { DeskOccurrence, DeskSubscription, DeskSubscriptionLine } from '@flora/contract/subscription-desk.ts'

export type SubscriptionState = DeskSubscriptionLine['state']

export const subscriptionStates: Readonly<Record<SubscriptionState, { readonly mark: string; readonly word: string }>> =
  {
    active: { mark: 'delivered', word: 'Running' },
    paused: { mark: 'pending', word: 'Paused' },
    cancelled: { mark: 'refunded', word: 'Ended' },
  }

export const frequencies: Readonly<Record<DeskSubscriptionLine['frequency'], string>> = {
  weekly: 'Every week',
  fortnightly: 'Every fortnight',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  yearly: 'Every year',
}

const surprises: Readonly<Record<DeskSubscriptionLine['frequency'], string>> = {
  weekly: 'A surprise each week',
  fortnightly: 'A surprise each fortnight',
  monthly: 'A surprise each month',
  quarterly: 'A surprise each quarter',
  yearly: 'A surprise each year',
}

/** 'Every week', 'A surprise each month', 'Every week, 6 as a gift' */
export function rhythmWords({
  kind,
  frequency,
  giftDeliveries,
}: Pick<DeskSubscriptionLine, 'kind' | 'frequency' | 'giftDeliveries'>): string {
  if (kind === 'surprise') return surprises[frequency]
  return giftDeliveries === undefined
    ? frequencies[frequency]
    : `${frequencies[frequency]}, ${giftDeliveries} as a gift`
}

/** What is looked for among what goes wrong. */
export const troubleFilters = {
  any: 'Anything',
  'card-declined': 'Card declined',
  unpaid: 'Paused, unpaid',
  'not-paid': 'A delivery unpaid',
  'off-shelf': 'Left the shelf',
  'could-not': 'No place for it',
} as const

export const nextFilters = { week: 'In seven days', month: 'In four weeks', none: 'None planned' } as const

export const rhythmFilters = { ...frequencies, surprise: 'Surprises', gift: 'Gifts' } as const

/** Where a delivery of the ledger is. */
export function occurrenceWords({ state, failure }: Pick<DeskOccurrence, 'state' | 'failure'>): {
  readonly mark: string
  readonly word: string
} {
  if (state === 'charging' && failure !== undefined) return { mark: 'risk', word: 'Card declined' }
  return occurrenceStates[state]
}

const occurrenceStates: Readonly<Record<DeskOccurrence['state'], { readonly mark: string; readonly word: string }>> = {
  planned: { mark: 'pending', word: 'Planned' },
  charging: { mark: 'preparing', word: 'Being charged' },
  paid: { mark: 'delivered', word: 'Paid' },
  skipped: { mark: 'refunded', word: 'Left out' },
  failed: { mark: 'wrong', word: 'Not paid' },
  cancelled: { mark: 'cancelled', word: 'Cancelled' },
  'could-not': { mark: 'wrong', word: 'Could not be kept' },
}

/** The delivery that comes next, if one does. */
export function nextOf({ coming }: DeskSubscription): DeskOccurrence | undefined {
  return coming.find(({ state }) => state === 'planned' || state === 'charging' || state === 'paid')
}
