import type { ClockTime } from '@flora/calendar/clock-time.ts'
import { dayInWords, hoursInWords } from '@flora/calendar/in-words.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Letterhead } from './sheet.ts'
import { calledName, countInWords } from './typed-words.ts'

type Delivery = OrderView['deliveries'][number]
type Line = OrderView['lines'][number]

/** The secret page of an order. */
export function orderAddress({ link }: Pick<OrderView, 'link'>, { publicUrl }: Pick<Letterhead, 'publicUrl'>): string {
  return `${publicUrl}/order/${link}`
}

export function orderFootnote({ number }: Pick<OrderView, 'number'>): string {
  return `You get this letter because this address stands on order ${number}. The order’s link is private to you: whoever has it sees the price and may cancel.`
}

/** 'Saturday 21 November, 8 am to 12 noon' */
export function whenOf({ day, window }: Delivery): string {
  return `${dayInWords(day)}, ${hoursInWords(window.starts as ClockTime, window.ends as ClockTime)}`
}

/** 'June’s flowers come Saturday 21 November', 'two deliveries, the first on Saturday 21 November' */
export function whatComes(order: OrderView): string {
  const first = firstDelivery(order)
  const day = dayInWords(first.day)
  if (order.deliveries.length > 1) return `${countInWords(order.deliveries.length)} deliveries, the first on ${day}`
  const what = order.sum.some(({ kind }) => kind === 'goods') ? 'flowers' : 'parcel'
  const whose = isForBuyer(order, first) ? undefined : calledName(first.recipient.name)
  if (first.method === 'pick-up') return `your ${what} ${what === 'flowers' ? 'are' : 'is'} ready ${day}`
  return `${whose ? `${whose}’s` : 'your'} ${what} ${what === 'flowers' ? 'come' : 'comes'} ${day}`
}

/** 'June’s flowers are', 'your parcel is': how a sentence about one delivery begins, in capitals. */
export function whoseFlowers(order: OrderView, delivery: Delivery): string {
  const what = order.sum.some(({ kind }) => kind === 'goods') ? 'flowers are' : 'parcel is'
  const whose = isForBuyer(order, delivery) ? undefined : calledName(delivery.recipient.name)
  return whose ? `${whose}’s ${what}` : `Your ${what}`
}

/** 'on Saturday 21 November', and for several 'from Saturday 21 November' */
export function onDay(order: OrderView): string {
  return `${order.deliveries.length > 1 ? 'from' : 'on'} ${dayInWords(firstDelivery(order).day)}`
}

/** 'June Okafor', '4/88 Hyde Street', 'Footscray 3011', row by row */
export function whereTo({ method, recipient }: Delivery, shop: Letterhead): string[] {
  if (method === 'pick-up') return [`${recipient.name} picks up`, `${shop.name}, ${shop.address}`]
  return [recipient.name, recipient.line1, recipient.line2, `${recipient.suburb} ${recipient.postcode}`.trim()].filter(
    (row) => row !== '',
  )
}

/** '2 × Peace lily, 13 cm pot' */
export function lineInWords({ name, variantName, quantity }: Line): string {
  // A product of one size says nothing by its size.
  const what = variantName === '' || variantName.toLowerCase() === 'one size' ? name : `${name}, ${variantName}`
  return quantity === 1 ? what : `${quantity} × ${what}`
}

/** 'Visa ending 4242', or 'your card' while Stripe has not said. */
export function paidWith({ payment }: OrderView): string {
  return payment.method ?? 'your card'
}

export const banksTakeDays = 'Banks take five to ten days to show it.'

function firstDelivery({ deliveries }: OrderView): Delivery {
  return deliveries.reduce((first, next) =>
    `${next.day} ${next.window.starts}` < `${first.day} ${first.window.starts}` ? next : first,
  )
}

function isForBuyer({ buyer }: OrderView, { recipient }: Delivery): boolean {
  return recipient.name.trim().toLowerCase() === buyer.name.trim().toLowerCase()
}
