import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { Occurrence, Subscription } from '@flora/contract/subscriptions.ts'
import { aud } from './fixture-order.ts'

const ok = { ok: true } as const
const no = (because: string) => ({ ok: false, because }) as const

/** What can be subscribed to: a florist's choice by its budgets, and a bouquet that grows all year. */
export const offers: SubscriptionOffers = {
  products: [
    {
      slug: 'florists-choice',
      name: 'Florist’s choice',
      kind: 'bouquet',
      tint: 'butter',
      picture: { id: 'kitchen', alt: 'Orange poppies, pink peonies and yellow ranunculus in a blue and white vase' },
      isFloristsChoice: true,
      variants: [
        { variantId: 'var_small', name: 'Small', price: aud(6_900), subscriberPrice: aud(6_210) },
        { variantId: 'var_medium', name: 'Medium', price: aud(9_200), subscriberPrice: aud(8_280) },
        { variantId: 'var_large', name: 'Large', price: aud(13_800), subscriberPrice: aud(12_420) },
      ],
    },
    {
      slug: 'fitzroy-blush',
      name: 'Fitzroy Blush',
      kind: 'bouquet',
      tint: 'blush',
      picture: { id: 'rose', alt: 'Garden roses, loosely tied' },
      isFloristsChoice: false,
      variants: [
        { variantId: 'var_fitzroy-blush-medium', name: 'Medium', price: aud(9_800), subscriberPrice: aud(8_820) },
      ],
    },
  ],
  rhythms: [
    { frequency: 'weekly', kinds: ['recurring', 'surprise'] },
    { frequency: 'fortnightly', kinds: ['recurring', 'surprise'] },
    { frequency: 'monthly', kinds: ['recurring', 'surprise'] },
    { frequency: 'quarterly', kinds: ['recurring'] },
    { frequency: 'yearly', kinds: ['recurring'] },
  ],
  discountBasisPoints: 1_000,
  gift: { least: 2, most: 26 },
  lastChange: { time: '16:00', daysBefore: 2 },
  horizonDays: 56,
  noticeDays: 14,
}

const window = { id: 'win_morning', name: '8 am to 12 noon', starts: '08:00', ends: '12:00' } as const
const free = { skip: ok, unskip: no('It is coming.'), move: ok }
const paidNo = no('It is paid, and its flowers are ordered.')

function coming(id: Occurrence['id'], day: Occurrence['day'], charged: string): Occurrence {
  return {
    id,
    state: 'planned',
    ...(day !== undefined && { day }),
    window,
    price: aud(9_480),
    lastChangeAt: charged,
    chargeAt: charged,
    can: free,
  }
}

/** Fortnightly on Thursdays: one came, one was refused by the bank, two are to come, one is skipped. */
export const kitchenTable: Subscription = {
  id: 'sub_kitchen',
  version: 3,
  kind: 'recurring',
  frequency: 'fortnightly',
  state: 'active',
  product: {
    variantId: 'var_medium',
    slug: 'florists-choice',
    name: 'Kitchen Table',
    variantName: 'Medium',
    tint: 'butter',
    picture: { id: 'kitchen', alt: 'Orange poppies in a blue and white vase' },
  },
  quantity: 1,
  window,
  plan: {
    recipient: {
      name: 'June Halloran',
      phone: '',
      line1: '12 Nicholson Street',
      line2: '',
      suburb: 'Abbotsford',
      postcode: '3067',
    },
    instructions: 'The blue door.',
    cardMessage: 'For your table.\nMercy',
    anonymous: false,
    substitution: 'nearest-match',
    excludedWeekdays: [],
    excludedDays: [],
  },
  cardId: 'pm_one',
  perDelivery: aud(9_480),
  occurrences: [
    {
      id: 'occ_came',
      state: 'paid',
      day: '2026-11-12',
      window,
      price: aud(9_480),
      orderLink: 'b'.repeat(32),
      can: { skip: paidNo, unskip: paidNo, move: paidNo },
    },
    coming('occ_next', '2026-11-26', '2026-11-23T05:00:00Z'),
    coming('occ_then', '2026-12-10', '2026-12-07T05:00:00Z'),
    {
      id: 'occ_skipped',
      state: 'skipped',
      because: 'You skipped it.',
      day: '2026-12-24',
      window,
      can: { skip: no('It is skipped.'), unskip: ok, move: no('It is skipped. Take it back in first.') },
    },
  ],
  later: [{ day: '2027-01-21' }],
  events: [
    { at: '2026-11-01T00:00:00Z', kind: 'started', who: 'customer' },
    { at: '2026-11-02T00:00:00Z', kind: 'skipped', who: 'customer', occurrenceId: 'occ_skipped' },
  ],
  can: { change: ok, pause: ok, resume: no('It isn’t paused.'), cancel: ok },
}

/** A surprise whose first one waits for its money. */
export const surprise: Subscription = {
  ...kitchenTable,
  id: 'sub_surprise',
  kind: 'surprise',
  frequency: 'monthly',
  product: { ...kitchenTable.product, name: 'Florist’s choice', variantName: 'Small' },
  plan: { ...kitchenTable.plan, excludedWeekdays: [7], excludedDays: ['2026-12-25'] },
  occurrences: [
    {
      id: 'occ_hidden',
      state: 'planned',
      between: { from: '2026-12-15', until: '2026-12-28' },
      price: aud(7_410),
      can: {
        skip: ok,
        unskip: no('It is coming.'),
        move: no('Its day is the surprise. You can skip it, or exclude days.'),
      },
    },
  ],
  later: [],
  events: [{ at: '2026-11-03T00:00:00Z', kind: 'started', who: 'customer' }],
}

/** The same table, with a delivery that no card has paid yet. */
export const unpaid: Subscription = {
  ...kitchenTable,
  occurrences: kitchenTable.occurrences.map((one) =>
    one.id === 'occ_next'
      ? {
          ...one,
          state: 'charging',
          payUntil: '2026-11-25T06:00:00Z',
          orderLink: 'c'.repeat(32),
          can: {
            skip: no('It is being paid. Please ring us.'),
            unskip: no('It is coming.'),
            move: no('It is being paid.'),
          },
        }
      : one,
  ),
}
