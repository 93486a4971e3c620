import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type Buyer, cartLimits, type DeliveryChange, type Recipient, type Substitution } from '@flora/contract/cart.ts'
import {
  type DeliveryId,
  type GiftCardId,
  type LineId,
  newId,
  type SubscriptionId,
  type VariantId,
  type WindowId,
} from '@flora/contract/ids.ts'
import type { CartSubscriptionWish } from '@flora/contract/subscription-plan.ts'
import type { Money } from '@flora/money/money.ts'

/** What a shopper has said so far. It promises nothing and holds no price but the one she saw. */
export interface CartDocument {
  readonly lines: readonly CartLineDraft[]
  readonly deliveries: readonly CartDeliveryDraft[]
  /** Absent when there are none. */
  readonly subscriptions?: readonly CartSubscriptionDraft[]
  readonly buyer: Buyer
  readonly promotionCode?: string
  readonly giftCardId?: GiftCardId
  /** Told until the next change: what happened to it without her doing. */
  readonly notice?: string
}

/** A subscription that begins when the order is paid; its id is the one it will have. */
export type CartSubscriptionDraft = CartSubscriptionWish & { readonly id: SubscriptionId }

export interface CartLineDraft {
  readonly id: LineId
  readonly deliveryId: DeliveryId
  readonly variantId: VariantId
  readonly goesWith?: LineId
  readonly quantity: number
  readonly purchase: 'once'
  /** The price when it was put in. */
  readonly seen: Money
}

export interface CartDeliveryDraft {
  readonly id: DeliveryId
  readonly postcode?: string
  readonly suburb?: string
  readonly day?: ShopDay
  readonly windowId?: WindowId
  /** Its suburb and postcode are the delivery's own. */
  readonly recipient: Omit<Recipient, 'suburb' | 'postcode'>
  readonly instructions: string
  readonly cardMessage: string
  readonly anonymous: boolean
  readonly substitution: Substitution
}

/** A change that was made, or the reason why not. */
export type CartChange =
  | { kind: 'changed'; document: CartDocument }
  | { kind: 'refused'; because: 'line-not-found' | 'delivery-not-found' | 'variant-not-found' | 'cart-full' }

export const emptyCart: CartDocument = { lines: [], deliveries: [], buyer: { name: '', email: '', phone: '' } }

export interface NewLine {
  readonly variantId: VariantId
  readonly quantity: number
  readonly seen: Money
  readonly addOns: readonly { variantId: VariantId; quantity: number; seen: Money }[]
  readonly deliveryId?: DeliveryId | undefined
  readonly postcode?: string | undefined
  readonly suburb?: string | undefined
  readonly day?: ShopDay | undefined
  readonly windowId?: WindowId | undefined
}

/** Puts a product in, beside what goes to the same door on the same day, or into a delivery of its own. */
export function addLine(cart: CartDocument, line: NewLine): CartChange {
  if (line.deliveryId && !cart.deliveries.some(({ id }) => id === line.deliveryId)) return refused('delivery-not-found')
  const delivery = cart.deliveries.find((known) =>
    line.deliveryId ? known.id === line.deliveryId : isSameTrip(known, line),
  )
  const deliveries = delivery
    ? cart.deliveries.map((known) => (known === delivery ? withTrip(known, line) : known))
    : [...cart.deliveries, withTrip(newDelivery(), line)]
  const deliveryId = (delivery ?? deliveries.at(-1)!).id

  const same = cart.lines.find(
    (known) => known.variantId === line.variantId && known.deliveryId === deliveryId && !known.goesWith,
  )
  const main: CartLineDraft = same
    ? { ...same, quantity: Math.min(same.quantity + line.quantity, cartLimits.quantity), seen: line.seen }
    : {
        id: newId('lin'),
        deliveryId,
        variantId: line.variantId,
        quantity: line.quantity,
        purchase: 'once',
        seen: line.seen,
      }
  let lines = same ? cart.lines.map((known) => (known === same ? main : known)) : [...cart.lines, main]
  for (const addOn of line.addOns) lines = withAddOn(lines, main, addOn)
  return within({ ...cart, lines, deliveries })
}

/** Another quantity, or another delivery; add-ons go along with what they belong to. */
export function changeLine(
  cart: CartDocument,
  lineId: LineId,
  { quantity, deliveryId }: { quantity?: number | undefined; deliveryId?: DeliveryId | 'new' | undefined },
): CartChange {
  const line = cart.lines.find(({ id }) => id === lineId)
  if (!line) return refused('line-not-found')
  if (deliveryId && deliveryId !== 'new' && !cart.deliveries.some(({ id }) => id === deliveryId))
    return refused('delivery-not-found')

  const old = cart.deliveries.find(({ id }) => id === line.deliveryId)
  // Another person at the same place and time to begin with: the shopper changes what differs.
  const made = deliveryId === 'new' ? { ...newDelivery(), ...trip(old) } : undefined
  const target = made?.id ?? (deliveryId as DeliveryId | undefined) ?? line.deliveryId
  const lines = cart.lines.map((known) => {
    if (known.id === lineId) return { ...known, quantity: quantity ?? known.quantity, deliveryId: target }
    return known.goesWith === lineId ? { ...known, deliveryId: target } : known
  })
  return within({ ...cart, lines, deliveries: made ? [...cart.deliveries, made] : cart.deliveries })
}

/** Takes a line out, with its add-ons. Taking out what is gone already is no mistake. */
export function removeLine(cart: CartDocument, lineId: LineId): CartChange {
  return within({ ...cart, lines: cart.lines.filter(({ id, goesWith }) => id !== lineId && goesWith !== lineId) })
}

/** Remembers what was typed for a delivery. */
export function changeDelivery(cart: CartDocument, deliveryId: DeliveryId, change: DeliveryChange): CartChange {
  if (!cart.deliveries.some(({ id }) => id === deliveryId)) return refused('delivery-not-found')
  const deliveries = cart.deliveries.map((known) => (known.id === deliveryId ? changedDelivery(known, change) : known))
  return { kind: 'changed', document: { ...cart, deliveries } }
}

function changedDelivery(
  known: CartDeliveryDraft,
  { postcode, suburb, day, windowId, recipient = {}, ...rest }: DeliveryChange,
): CartDeliveryDraft {
  const { suburb: recipientSuburb, postcode: recipientPostcode, ...person } = recipient
  const said = { postcode: postcode ?? recipientPostcode, suburb: suburb ?? recipientSuburb, day, windowId }
  return {
    ...(Object.fromEntries(
      Object.entries({ ...known, ...defined(rest) }).filter(
        ([key]) => !(key in said && said[key as keyof typeof said] === null),
      ),
    ) as unknown as CartDeliveryDraft),
    ...(defined(said) as Partial<CartDeliveryDraft>),
    recipient: { ...known.recipient, ...defined(person) },
  }
}

// Null takes a value back; undefined leaves it.
function defined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null))
}

function newDelivery(): CartDeliveryDraft {
  return {
    id: newId('dlv'),
    recipient: { name: '', phone: '', line1: '', line2: '' },
    instructions: '',
    cardMessage: '',
    anonymous: false,
    substitution: 'nearest-match',
  }
}

type Trip = Partial<Pick<CartDeliveryDraft, 'postcode' | 'suburb' | 'day' | 'windowId'>>

function trip({ postcode, suburb, day, windowId }: { [Key in keyof Trip]: Trip[Key] | undefined } = {}): Trip {
  return defined({ postcode, suburb, day, windowId })
}

function withTrip(known: CartDeliveryDraft, line: NewLine): CartDeliveryDraft {
  return { ...known, ...trip(line) }
}

// What is not said on either side does not tell two trips apart.
function isSameTrip(known: CartDeliveryDraft, line: NewLine): boolean {
  const agrees = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  return agrees(known.postcode, line.postcode) && agrees(known.day, line.day) && agrees(known.windowId, line.windowId)
}

function withAddOn(
  lines: readonly CartLineDraft[],
  main: CartLineDraft,
  addOn: NewLine['addOns'][number],
): CartLineDraft[] {
  const same = lines.find((known) => known.goesWith === main.id && known.variantId === addOn.variantId)
  if (same)
    return lines.map((known) =>
      known === same
        ? { ...same, quantity: Math.min(same.quantity + addOn.quantity, cartLimits.quantity), seen: addOn.seen }
        : known,
    )
  return [...lines, { ...addOn, id: newId('lin'), deliveryId: main.deliveryId, goesWith: main.id, purchase: 'once' }]
}

// A delivery without a line is nothing; one more than a person can oversee is refused.
function within(cart: CartDocument): CartChange {
  const deliveries = cart.deliveries.filter(({ id }) => cart.lines.some(({ deliveryId }) => deliveryId === id))
  if (cart.lines.length > cartLimits.lines || deliveries.length > cartLimits.deliveries) return refused('cart-full')
  return { kind: 'changed', document: { ...cart, deliveries } }
}

function refused(because: (CartChange & { kind: 'refused' })['because']): CartChange {
  return { kind: 'refused', because }
}
