import type { Account, Session } from '@flora/contract/identity.ts'
import type { Address, OrderHistory, Profile, SavedCard } from '@flora/contract/customers.ts'
import type { ErasureOutlook } from '@flora/contract/privacy.ts'
import type { Reminder } from '@flora/contract/reminders.ts'
import { listFor } from './fixture-catalog.ts'
import { aud } from './fixture-order.ts'
import { surprise, unpaid } from './fixture-subscriptions.ts'

/** Somebody who has just made an account, or one who has been here a while. */
export type AccountCase = 'new' | 'regular'

export const providers = [{ name: 'Auth0', startUrl: '/api/auth/oidc/start' }]

/** What the API says of an account; nothing for an address it does not know. */
export function accountAnswer(path: string, who: AccountCase): unknown {
  const isNew = who === 'new'
  switch (path) {
    case '/api/auth/me':
      return account
    case '/api/auth/sessions':
      return isNew ? sessions.slice(0, 1) : sessions
    case '/api/account/profile':
      return profile
    case '/api/account/newsletter':
      return { isWanted: !isNew }
    case '/api/account/orders':
      return isNew ? { items: [] } : history
    case '/api/account/suggestions':
      return { isPersonal: !isNew, items: listFor(new URLSearchParams()).items }
    case '/api/account/addresses':
      return isNew ? [] : [address]
    case '/api/account/cards':
      return isNew ? [] : [card]
    case '/api/account/subscriptions':
      return isNew ? [] : [unpaid, surprise]
    case '/api/account/subscriptions/sub_kitchen':
      return isNew ? undefined : unpaid
    case '/api/account/reminders':
      return isNew ? [] : [reminder]
    case '/api/account/erasure':
      return isNew ? freely : notYet
    default:
      return undefined
  }
}

const account: Account = {
  id: 'acc_mercy',
  email: 'mercy@example.com',
  name: 'Mercy Okafor',
  role: null,
  hasPassword: true,
  hasTwoFactor: false,
  providers: [],
  createdAt: '2026-10-01T00:00:00Z',
}

const sessions: Session[] = [
  {
    id: 'ses_one',
    device: 'Firefox on Linux',
    createdAt: '2026-11-01T00:00:00Z',
    lastSeenAt: '2026-11-20T00:00:00Z',
    isThisOne: true,
  },
  {
    id: 'ses_two',
    device: 'Safari on iPhone',
    createdAt: '2026-11-02T00:00:00Z',
    lastSeenAt: '2026-11-19T00:00:00Z',
    isThisOne: false,
  },
]

const profile: Profile = {
  name: 'Mercy Okafor',
  email: 'mercy@example.com',
  phone: '',
  preferences: [
    { name: 'occasion', label: 'Occasion', values: [{ value: 'birthday', label: 'Birthday', chosen: true }] },
    { name: 'colour', label: 'Colour', values: [{ value: 'pink', label: 'Pink', chosen: false }] },
  ],
}

const history: OrderHistory = {
  items: [
    {
      id: 'ord_seven',
      number: 'FL-7QK2MZ',
      link: 'a'.repeat(32),
      status: 'CONFIRMED',
      placedAt: '2026-11-19T00:00:00Z',
      total: aud(14_000),
      count: 1,
      pictures: [{ picture: { id: 'peonies', alt: 'Peonies' }, tint: 'blush', name: 'Saturday Peonies' }],
      deliveries: [
        {
          id: 'dlv_june',
          status: 'CONFIRMED',
          method: 'standard',
          day: '2026-11-21',
          recipient: 'June Halloran',
          suburb: 'Abbotsford',
        },
      ],
    },
  ],
}

const address: Address = {
  id: 'adr_mum',
  label: 'Mum',
  name: 'June Halloran',
  phone: '',
  line1: '12 Nicholson Street',
  line2: '',
  suburb: 'Abbotsford',
  postcode: '3067',
  isDefault: true,
}

const card: SavedCard = {
  id: 'pm_one',
  brand: 'Visa',
  last4: '4242',
  expiry: { month: 12, year: 2044 },
  isExpired: false,
  isDefault: true,
}

const reminder: Reminder = {
  id: 'rem_mum',
  name: 'Mum’s birthday',
  yearDay: { month: 3, date: 9 },
  daysBefore: 7,
  occasion: 'birthday',
  isMuted: false,
  nextDay: '2027-03-09',
  letterDay: '2027-03-02',
}

const freely: ErasureOutlook = { can: { ok: true }, hasPassword: true, invoicesKept: 0 }
const notYet: ErasureOutlook = {
  can: { ok: false, because: 'Flowers of yours are still to be delivered.' },
  after: '2026-11-22',
  hasPassword: true,
  invoicesKept: 1,
}
