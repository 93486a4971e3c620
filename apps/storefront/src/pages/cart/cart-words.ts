import type { Cart, CartDelivery, CartLine } from '@flora/contract/cart.ts'
import { longDay } from '@flora/calendar/wall-day.ts'
import { windowTitle } from '../../components/calendar/window-words.ts'
import { price } from '../../words/money.ts'

/** Whether there is nothing in it, neither once nor by subscription. */
export function isEmptyCart({ lines, subscriptions = [] }: Pick<Cart, 'lines' | 'subscriptions'>): boolean {
  return lines.length === 0 && subscriptions.length === 0
}

/** The cart page's first sentence: how many deliveries, to how many doors. */
export function cartSentence({ deliveries, subscriptions = [] }: Pick<Cart, 'deliveries' | 'subscriptions'>): string {
  if (subscriptions.length > 0) return withSubscriptions(deliveries.length, subscriptions)
  const pickUps = deliveries.filter((delivery) => delivery.method === 'pick-up').length
  const trips = deliveries.length - pickUps
  if (trips === 0) return pickUps === 1 ? 'One to pick up.' : `${capital(inWords(pickUps))} to pick up.`
  if (pickUps > 0) return `${capital(counted(trips, 'delivery', 'deliveries'))}, and ${inWords(pickUps)} to pick up.`
  const doors = new Set(deliveries.map(doorOf)).size
  const [only] = deliveries
  const suburb = only?.suburb ?? (only?.suburbs.length === 1 ? only.suburbs[0] : undefined)
  if (trips === 1) return suburb === undefined ? 'One delivery, to one door.' : `One delivery, to ${suburb}.`
  return `${capital(inWords(trips))} deliveries, to ${counted(doors, 'door', 'doors')}.`
}

function withSubscriptions(once: number, subscriptions: NonNullable<Cart['subscriptions']>): string {
  const gifts = subscriptions.filter(({ gift }) => gift !== undefined).length
  const parts = [
    ...(once > 0 ? [counted(once, 'delivery', 'deliveries')] : []),
    ...(subscriptions.length > gifts ? [counted(subscriptions.length - gifts, 'subscription', 'subscriptions')] : []),
    ...(gifts > 0 ? [counted(gifts, 'gift', 'gifts')] : []),
  ]
  return `${capital(parts.join(parts.length > 2 ? ', ' : ' and '))}.`
}

/** '8 am to 12 noon, to Abbotsford 3067': when and where, as far as it is known. */
export function tripWords({ window, method, postcode, suburb, suburbs }: CartDelivery): string {
  const where = method === 'pick-up' ? '' : place(suburb ?? (suburbs.length === 1 ? suburbs[0] : undefined), postcode)
  const when = window === undefined ? '' : windowTitle({ method: method ?? 'standard', name: window.name })
  return [when, where === '' ? '' : `to ${where}`].filter((part) => part !== '').join(', ')
}

/** 'Saturday 21 November', or that no day has been chosen. */
export function dayWords({ day }: Pick<CartDelivery, 'day'>): string {
  return day === undefined ? 'No day yet' : longDay(day)
}

/** 'Delivery 1 of 2'; an only one is not counted. */
export function turnWords<T>(all: readonly T[], one: T): string {
  return all.length === 1 ? 'The delivery' : `Delivery ${all.indexOf(one) + 1} of ${all.length}`
}

/** Which prices changed since they were put in, in two parts: the news, and what it means. */
export function priceNews(lines: readonly CartLine[]): { head: string; rest: string } | undefined {
  const changed = lines.flatMap(({ name, unitPrice, priceWas }) =>
    priceWas === undefined ? [] : [{ name, unitPrice, priceWas }],
  )
  if (changed.length === 0) return undefined
  const rest = changed.map(
    ({ name, unitPrice, priceWas }) =>
      `${name} was ${price(priceWas)} when you added it. It’s ${price(unitPrice)} now.`,
  )
  return {
    head: changed.length === 1 ? 'One price has changed.' : `${capital(inWords(changed.length))} prices have changed.`,
    rest: rest.join(' '),
  }
}

/** 'Medium', 'Twelve. Goes with Saturday Peonies'. */
export function lineNote(line: CartLine, lines: readonly CartLine[]): string {
  const main = lines.find((other) => other.id === line.goesWith)
  return [sizeOf(line.variantName), main === undefined ? '' : `Goes with ${main.name}`]
    .filter((part) => part !== '')
    .join('. ')
}

/** A size as it is worth saying: a thing that comes in one size has none. */
export function sizeOf(variantName: string): string {
  return /^one size$/i.test(variantName) ? '' : variantName
}

/** 'Saturday Peonies, chocolates': what is in a delivery, in a few words. */
export function contentsWords(lines: readonly CartLine[]): string {
  const names = lines.map((line) => (line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name))
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
}

export function inWords(count: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return words[count] ?? String(count)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function counted(count: number, one: string, many: string): string {
  return `${inWords(count)} ${count === 1 ? one : many}`
}

// Two deliveries without an address are two doors until somebody says otherwise.
function doorOf({ id, recipient, postcode, suburb }: CartDelivery): string {
  if (recipient.line1 !== '') return `${recipient.line1} ${recipient.line2} ${postcode ?? ''}`.toLowerCase()
  return suburb === undefined && postcode === undefined ? id : `${postcode ?? ''} ${suburb ?? ''}`.toLowerCase()
}

function place(suburb: string | undefined, postcode: string | undefined): string {
  return [suburb ?? '', postcode ?? ''].filter((part) => part !== '').join(' ')
}
