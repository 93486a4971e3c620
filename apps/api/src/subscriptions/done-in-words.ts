import { dayInShort } from '@flora/calendar/in-words.ts'
import { type ShopDay, shopDayAt, type Zone } from '@flora/calendar/shop-day.ts'
import { inSum } from '@flora/money/in-words.ts'
import { money } from '@flora/money/money.ts'
import { becauseInWords, pausedInWords } from './in-words.ts'
import type { EventRow } from './subscription-queries.ts'

export interface Said {
  readonly label: string
  readonly detail?: string
}

/** What was done to a subscription, as its history says it. Of a surprise no day is told. */
export function doneInWords(
  { kind, detail }: Pick<EventRow, 'kind' | 'detail'>,
  { isSurprise, zone }: { isSurprise: boolean; zone: Zone },
): Said | undefined {
  const day = (key: string) => (isSurprise ? undefined : dayOf(detail[key]))
  switch (kind) {
    case 'moved':
      if (!day('from') || !day('to')) return { label: 'Moved' }
      return { label: `Moved from ${day('from')} to ${day('to')}` }
    case 'could-not':
      return withDetail('Could not be kept', becauseInWords(textOf(detail['because']) ?? null))
    case 'changed':
      return { label: `Changed: ${changesInWords(detail['changed'])}` }
    case 'paused':
      return pausedSaid(detail)
    case 'price-announced':
      return priceSaid(detail, zone)
    case 'cancelled':
      return withDetail('Ended', endings[textOf(detail['reason']) ?? ''])
    default:
      return plainly[kind] === undefined ? undefined : { label: plainly[kind] }
  }
}

const plainly: Record<string, string> = {
  started: 'Began',
  skipped: 'Left out',
  unskipped: 'Taken back in',
  paid: 'Paid',
  unpaid: 'Not paid in time',
  'card-declined': 'The card was declined',
  'nearest-match': 'Stems were short: the nearest match goes in',
  'order-cancelled': 'Its order was cancelled',
  resumed: 'Goes on',
  completed: 'All of it has come',
}

const endings: Record<string, string> = {
  'order-cancelled': 'The order it began with was cancelled.',
  'not-for-sale': 'What it brought has left our shelf.',
}

const changeable: Record<string, string> = {
  variantId: 'flowers',
  quantity: 'quantity',
  windowId: 'window',
  frequency: 'rhythm',
  cardId: 'card',
  plan: 'where it goes and what comes with it',
}

function changesInWords(changed: unknown): string {
  const keys = Array.isArray(changed) ? changed.map(String) : []
  return keys.flatMap((key) => changeable[key] ?? []).join(', ') || 'nothing'
}

function pausedSaid(detail: EventRow['detail']): Said {
  const until = dayOf(detail['until'])
  if (until !== undefined) return { label: `Paused until ${until}` }
  const because = textOf(detail['because'])
  const isByRule = because === 'payment' || because === 'not-for-sale'
  return withDetail('Paused', isByRule ? pausedInWords(because) : undefined)
}

function priceSaid({ was, is, from }: EventRow['detail'], zone: Zone): Said {
  const cents = (minor: unknown) => (typeof minor === 'number' ? inSum(money(minor, 'AUD')) : 'the old price')
  const since = typeof from === 'string' ? dayInShort(shopDayAt(Temporal.Instant.from(from), zone)) : undefined
  const label = `Another price was announced: ${cents(is)} instead of ${cents(was)}`
  return withDetail(label, since === undefined ? undefined : `It counts for what is charged from ${since}.`)
}

function withDetail(label: string, detail: string | undefined): Said {
  return detail === undefined ? { label } : { label, detail }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayInShort(value as ShopDay) : undefined
}
