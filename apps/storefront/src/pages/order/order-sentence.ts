import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { dayNumber, longDay, weekdayName } from '@flora/calendar/wall-day.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'
import { cents } from '../../words/money.ts'

type Delivery = OrderView['deliveries'][number]

/** What the headline needs to know of the moment. */
export interface Moment {
  readonly today: ShopDay
  /** Just back from the bank's page, so that silence means waiting and not idleness. */
  readonly backFromBank: boolean
  /** The bank has said yes to this browser, and the shop may not have heard of it: an earlier card's no is old news. */
  readonly saidYes?: boolean
}

/** The order page's first sentence, in the lines it should keep: where it is now. */
export function orderSentence(order: OrderView, moment: Moment): readonly string[] {
  switch (order.status) {
    case 'PENDING':
      return pendingSentence(order, moment)
    case 'CONFIRMED':
      return ['It’s in the book.', comes(order.deliveries, moment)]
    case 'PREPARING':
      return ['On the bench.', comes(order.deliveries, moment)]
    case 'READY':
      return ['It’s tied.', isAllPickUp(order) ? 'Come and get it.' : comes(order.deliveries, moment)]
    case 'OUT_FOR_DELIVERY':
      return vanSentence(order)
    case 'DELIVERED':
      return deliveredSentence(order)
    case 'NOT_DELIVERED':
      return ['It’s back with us.', 'We couldn’t hand it over, and will ring you.']
    case 'CANCELLED':
      return cancelledSentence(order)
    case 'REFUNDED':
      return ['Refunded.', `${cents(order.payment.refunded)} is on its way back.`]
  }
}

function isAllPickUp({ deliveries }: OrderView): boolean {
  return deliveries.every(({ method }) => method === 'pick-up')
}

/** Whether the page should go on asking by itself. */
export function isUnsettled(order: OrderView, moment: Pick<Moment, 'backFromBank' | 'saidYes'>): boolean {
  if (order.status !== 'PENDING') return false
  const { state } = order.payment
  if (state === 'processing') return true
  if (state === 'failed') return moment.saidYes === true
  return moment.backFromBank && (state === 'waiting' || state === 'needs-action')
}

/** 'June’s', 'James’', 'Yours': whose it is, by first name. */
export function whose(name: string): string {
  const [first = ''] = name.trim().split(/\s+/)
  if (first === '') return 'Yours'
  return `${first}’s`
}

/** 'this morning', 'tomorrow afternoon', 'Saturday morning', 'Thursday 26 November'. */
export function dayPart(day: ShopDay, starts: string, today: ShopDay): string {
  const part = starts < '12:00' ? 'morning' : starts < '17:00' ? 'afternoon' : 'evening'
  const ahead = dayNumber(day) - dayNumber(today)
  if (ahead === 0) return `this ${part}`
  if (ahead === 1) return `tomorrow ${part}`
  return ahead > 1 && ahead < 7 ? `${weekdayName(day)} ${part}` : longDay(day)
}

function pendingSentence({ payment, can, holdUntil }: OrderView, { backFromBank, saidYes }: Moment): readonly string[] {
  switch (payment.state) {
    case 'failed':
      if (saidYes) return ['We’re waiting for your bank.']
      return ['Your bank said no.', 'You haven’t been charged.']
    case 'expired':
      return ['The hold is over.', 'Nothing was charged.']
    case 'processing':
      return ['We’re waiting for your bank.']
    case 'waiting':
    case 'needs-action':
      if (!can.pay.ok) return ['The hold is over.', 'Nothing was charged.']
      if (backFromBank) return ['We’re waiting for your bank.']
      return payment.state === 'needs-action'
        ? ['Your bank wants a word.', 'Then it’s yours.']
        : ['Not paid yet.', holdUntil === undefined ? 'It can still be yours.' : 'Your places are held.']
    case 'none-needed':
    case 'paid':
    case 'partly-refunded':
    case 'refunded':
      return ['It’s nearly in the book.']
  }
}

function comes(deliveries: readonly Delivery[], { today }: Moment): string {
  const [first, second, ...more] = deliveries.toSorted((a, b) =>
    `${a.day}${a.window.starts}`.localeCompare(`${b.day}${b.window.starts}`),
  )
  if (first === undefined) return ''
  if (second === undefined) return arrival(first, today)
  if (more.length > 0)
    return `The first of ${deliveries.length} comes ${dayPart(first.day, first.window.starts, today)}.`
  if (first.day === second.day)
    return `Both come ${first.window.starts === second.window.starts ? dayPart(first.day, first.window.starts, today) : dayAlone(first.day, today)}.`
  const [one, other] = namesOf(first, second)
  return `${one} comes ${dayAlone(first.day, today)}, ${other} ${dayAlone(second.day, today)}.`
}

function arrival({ method, recipient, day, window }: Delivery, today: ShopDay): string {
  const when = dayPart(day, window.starts, today)
  if (method === 'pick-up') return `It’s ready ${when}, from ${clockWords(window.starts)}.`
  return `${whose(recipient.name)} comes ${when}.`
}

// Two for the same person are told apart by their turn.
function namesOf(first: Delivery, second: Delivery): [string, string] {
  const names = [first, second].map((delivery) =>
    delivery.method === 'pick-up' ? 'Yours' : whose(delivery.recipient.name),
  )
  return names[0] === names[1] || names.includes('Yours') ? ['The first', 'the second'] : [names[0]!, names[1]!]
}

function dayAlone(day: ShopDay, today: ShopDay): string {
  const ahead = dayNumber(day) - dayNumber(today)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  return ahead > 1 && ahead < 7 ? weekdayName(day) : longDay(day)
}

function vanSentence({ deliveries }: OrderView): readonly string[] {
  const out = deliveries.find((delivery) => delivery.status === 'OUT_FOR_DELIVERY') ?? deliveries[0]
  if (out === undefined) return ['In the van.']
  if (out.method === 'pick-up') return ['It’s tied.', 'Come and get it.']
  return ['In the van.', `The knock is due by ${clockWords(out.window.ends)}.`]
}

function deliveredSentence({ deliveries }: OrderView): readonly string[] {
  const [only, ...more] = deliveries
  if (only === undefined) return ['Delivered.']
  if (more.length > 0) return ['All delivered.', 'Every door has been knocked on.']
  if (only.method === 'pick-up') return ['Picked up.', 'We hope they last.']
  const [first = ''] = only.recipient.name.trim().split(/\s+/)
  return ['Delivered.', first === '' ? 'It’s at the door.' : `It’s with ${first}.`]
}

function cancelledSentence({ payment }: OrderView): readonly string[] {
  if (payment.state === 'expired') return ['The hold is over.', 'Nothing was charged.']
  if (payment.paid.minor === 0) return ['Cancelled.', 'Nothing was charged.']
  return [
    'Cancelled.',
    `${cents(payment.paid)} ${payment.refunded.minor >= payment.paid.minor ? 'is on its way back.' : 'goes back to you.'}`,
  ]
}
