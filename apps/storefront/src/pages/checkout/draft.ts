import type { Buyer, Cart, CartDelivery, DeliveryChange, Substitution } from '@flora/contract/cart.ts'
import { buyerFaults, deliveryFaults } from './faults.ts'

/** What stands in the fields of one delivery, as typed. */
export interface DeliveryDraft {
  readonly name: string
  readonly phone: string
  readonly line1: string
  readonly line2: string
  readonly suburb: string
  readonly postcode: string
  readonly instructions: string
  readonly cardMessage: string
  readonly anonymous: boolean
  readonly substitution: Substitution
}

export interface Draft {
  readonly buyer: Buyer
  readonly deliveries: Readonly<Record<string, DeliveryDraft>>
}

/** What was typed and has not reached the shop, for the browser's own memory. */
export interface Unsaved {
  readonly buyer?: Partial<Buyer>
  readonly deliveries?: Readonly<Record<string, Partial<DeliveryDraft>>>
}

export function draftOf(cart: Cart): Draft {
  return {
    buyer: cart.buyer,
    deliveries: Object.fromEntries(cart.deliveries.map((delivery) => [delivery.id, deliveryDraftOf(delivery)])),
  }
}

export function deliveryDraftOf(delivery: CartDelivery): DeliveryDraft {
  const { recipient } = delivery
  return {
    name: recipient.name,
    phone: recipient.phone,
    line1: recipient.line1,
    line2: recipient.line2,
    // A postcode with one suburb needs no asking.
    suburb: recipient.suburb || delivery.suburb || (delivery.suburbs.length === 1 ? delivery.suburbs[0]! : ''),
    postcode: recipient.postcode || delivery.postcode || '',
    instructions: delivery.instructions,
    cardMessage: delivery.cardMessage,
    anonymous: delivery.anonymous,
    substitution: delivery.substitution,
  }
}

/** The fields that differ from what the shop has. */
export function unsavedOf(draft: Draft, cart: Cart): Unsaved {
  const buyer = differing(draft.buyer, cart.buyer)
  const deliveries = Object.fromEntries(
    cart.deliveries.flatMap((delivery) => {
      const typed = draft.deliveries[delivery.id]
      const changed = typed === undefined ? {} : differing(typed, savedDraftOf(delivery))
      return Object.keys(changed).length === 0 ? [] : [[delivery.id, changed]]
    }),
  )
  return { ...(Object.keys(buyer).length > 0 && { buyer }), ...(Object.keys(deliveries).length > 0 && { deliveries }) }
}

/** Puts back what this browser remembers on top of what the shop has. */
export function withUnsaved(draft: Draft, { buyer = {}, deliveries = {} }: Unsaved): Draft {
  return {
    buyer: { ...draft.buyer, ...buyer },
    deliveries: Object.fromEntries(
      Object.entries(draft.deliveries).map(([id, typed]) => [id, { ...typed, ...deliveries[id] }]),
    ),
  }
}

/** What can be saved now of one delivery: changed fields that are whole. A half-typed number waits in the browser. */
export function deliveryChange(typed: DeliveryDraft, delivery: CartDelivery): DeliveryChange | undefined {
  const wrong = deliveryFaults(typed, { ...delivery, suburbs: [] })
  const { name, phone, line1, line2, suburb, postcode, ...rest } = without(
    differing(typed, savedDraftOf(delivery)),
    Object.keys(wrong),
  )
  const recipient = defined({ name, phone, line1, line2 })
  const change = {
    ...defined({ suburb, postcode: postcode === '' ? undefined : postcode, ...rest }),
    ...(Object.keys(recipient).length > 0 && { recipient }),
  }
  return Object.keys(change).length === 0 ? undefined : change
}

/** The same for the buyer, who is saved as a whole: a field that is wrong keeps its last good value. */
export function buyerChange(typed: Buyer, saved: Buyer): Buyer | undefined {
  const whole = { ...saved, ...without(trimmed(typed), Object.keys(buyerFaults(typed))) }
  return Object.keys(differing(whole, saved)).length === 0 ? undefined : whole
}

/** Recipient and address of another delivery, to start from. */
export function recipientOf({
  name,
  phone,
  line1,
  line2,
  suburb,
  postcode,
  instructions,
}: DeliveryDraft): Partial<DeliveryDraft> {
  return { name, phone, line1, line2, suburb, postcode, instructions }
}

// The suburb that was filled in for a postcode counts as unsaved, so that it is sent.
function savedDraftOf(delivery: CartDelivery): DeliveryDraft {
  return { ...deliveryDraftOf(delivery), suburb: delivery.suburb ?? '' }
}

function differing<T extends object>(typed: T, saved: T): Partial<T> {
  const clean = trimmed(typed)
  return Object.fromEntries(
    Object.entries(clean).filter(([key, value]) => value !== saved[key as keyof T]),
  ) as Partial<T>
}

function trimmed<T extends object>(typed: T): T {
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n').trim() : value,
    ]),
  ) as T
}

function without<T extends object>(fields: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !names.includes(key))) as Partial<T>
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
