import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { dayInShort } from '@flora/calendar/in-words.ts'
import { inProse } from '@flora/money/in-words.ts'
import type { DeskEvent } from '@flora/contract/desk-order.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type Currency, money } from '@flora/money/money.ts'
import type { OrderRecord } from '../orders/index.ts'

type EventRecord = OrderRecord['events'][number]

export interface People {
  readonly names: Readonly<Record<string, string>>
  readonly currency: Currency
}

/** Everything that happened to an order, as staff read it. */
export function toTimeline(events: readonly EventRecord[], people: People): DeskEvent[] {
  return events.map((event) => {
    const detail = detailOf(event, people.currency)
    return {
      at: instantFromStored(event.at).toString(),
      kind: event.kind,
      label: labels[event.kind] ?? inWords(event.kind),
      ...(detail !== undefined && { detail }),
      who: nameOf(event.who, people.names),
      ...(event.deliveryId && { deliveryId: event.deliveryId }),
    }
  })
}

/** Who did something, by name where it was a person of the shop. */
export function nameOf(who: string, names: Readonly<Record<string, string>>): string {
  return names[who] ?? parties[who] ?? (who.startsWith('acc_') ? 'Somebody who works here no more' : who)
}

const parties: Record<string, string> = { customer: 'The buyer', shop: 'The shop', stripe: 'Stripe' }

const labels: Record<string, string> = {
  placed: 'Placed',
  confirmed: 'Confirmed',
  'payment-failed': 'Payment failed',
  'hold-expired': 'Hold over',
  'paid-in-vain': 'Paid too late',
  cancelled: 'Cancelled',
  'let-go': 'Let go',
  'refund-wanted': 'Refund begun',
  refunded: 'Refunded to the card',
  'refunded-in-shop': 'Refunded in the shop',
  'refunded-to-gift-card': 'Back on the gift card',
  'refund-failed': 'Refund came back',
  'paid-in-shop': 'Paid in the shop',
  changed: 'Changed',
  'buyer-changed': 'Buyer corrected',
  'not-begun': 'Back to confirmed',
  preparing: 'Preparing',
  ready: 'Ready',
  'out-for-delivery': 'Out for delivery',
  delivered: 'Delivered',
  'not-delivered': 'Not delivered',
  'left-with-neighbour': 'Left with a neighbour',
  'nobody-home': 'Nobody home',
  'letter-again': 'Letter sent again',
  'card-printed': 'Card printed',
}

// What others write into the history is said as they call it.
function inWords(kind: string): string {
  const words = kind.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function detailOf({ kind, detail }: EventRecord, currency: Currency): string | undefined {
  const text = (key: string) => (typeof detail[key] === 'string' && detail[key] !== '' ? detail[key] : undefined)
  const sum = (key: string) => (typeof detail[key] === 'number' ? inProse(money(detail[key], currency)) : undefined)
  switch (kind) {
    case 'refund-wanted':
    case 'refunded':
    case 'refund-failed':
    case 'refunded-in-shop':
    case 'refunded-to-gift-card':
    case 'paid-in-shop':
      return sentence([sum('amount'), text('by'), text('reason')])
    case 'changed':
      return sentence([...changedWords(detail), settledWords(detail, currency), text('reason')])
    case 'cancelled':
    case 'paid-in-vain':
      return text('reason')
    case 'letter-again':
      return text('letter')
    default:
      return sentence([text('note'), text('where')])
  }
}

// What was changed, from what: days and windows in words, the rest by name, since a card's old words are nobody's to read again.
function changedWords(detail: EventRecord['detail']): string[] {
  const { changes, was } = detail as { changes?: string[]; was?: { day?: ShopDay; window?: string } }
  return (changes ?? []).map((what) => {
    if (what === 'day' && was?.day) return `day (was ${dayInShort(was.day)})`
    if (what === 'window' && was?.window) return `window (was ${was.window})`
    return what
  })
}

function settledWords({ difference, settle }: EventRecord['detail'], currency: Currency): string | undefined {
  if (typeof difference !== 'number' || difference === 0) return undefined
  const sum = inProse(money(Math.abs(difference), currency))
  switch (settle) {
    case 'due':
      return `${sum} to be paid`
    case 'refund':
      return `${sum} given back`
    default:
      return `${sum} ${difference > 0 ? 'not asked for' : 'not given back'}`
  }
}

function sentence(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined)
  return said.length > 0 ? said.join(', ') : undefined
}
