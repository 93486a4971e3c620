import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CartSubscription } from '@flora/contract/cart.ts'
import type { VariantId, WindowId } from '@flora/contract/ids.ts'
import type { SubscribableProduct, SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import type { CartSubscriptionWish, Frequency, SubscriptionPlan } from '@flora/contract/subscription-plan.ts'
import { type Door, doorOf, emptyDoor, planOf } from '../../components/subscription/door.ts'

/** How she wants them: on a day, as a surprise, or some deliveries for somebody, paid at once. */
export type As = 'recurring' | 'surprise' | 'gift'

/** A subscription as far as it has been said. */
export interface Wish {
  readonly as: As
  readonly slug: string
  readonly variantId: VariantId
  readonly quantity: number
  readonly frequency: Frequency
  /** Deliveries of a gift. */
  readonly deliveries: number
  readonly day?: ShopDay | undefined
  readonly windowId?: WindowId | undefined
  readonly isPickUp: boolean
  readonly door: Door
  readonly excluded: Pick<SubscriptionPlan, 'excludedWeekdays' | 'excludedDays'>
}

const noneExcluded = { excludedWeekdays: [], excludedDays: [] }

// What most people take, where nothing else was said.
const usual = { frequency: 'fortnightly', deliveries: 3 } as const

/** What the address of the page says: '?as=gift&size=var_x&often=monthly'. */
export function wishFrom(
  search: URLSearchParams,
  { slug, variants }: SubscribableProduct,
  postcode: string | undefined,
): Wish {
  const as = search.get('as')
  const often = search.get('often')
  const size =
    variants.find(({ variantId }) => variantId === search.get('size')) ?? variants[Math.floor(variants.length / 2)]
  return {
    as: as === 'gift' || as === 'surprise' ? as : 'recurring',
    slug,
    variantId: size!.variantId,
    quantity: 1,
    frequency: isFrequency(often) ? often : usual.frequency,
    deliveries: usual.deliveries,
    isPickUp: false,
    door: emptyDoor(postcode ?? ''),
    excluded: noneExcluded,
  }
}

/** What lies in the cart, to be said anew. */
export function wishOf(one: CartSubscription): Wish {
  const { kind, gift, slug, variantId, quantity, frequency, firstDay, window, plan } = one
  return {
    as: gift === undefined ? kind : 'gift',
    slug,
    variantId,
    quantity,
    frequency,
    deliveries: gift?.deliveries ?? usual.deliveries,
    day: firstDay,
    windowId: window?.id,
    isPickUp: plan.recipient.line1 === '',
    door: doorOf(plan),
    excluded: { excludedWeekdays: plan.excludedWeekdays, excludedDays: plan.excludedDays },
  }
}

/** The wish as the cart takes it; nothing while day or window are not chosen. */
export function toCartWish(wish: Wish): CartSubscriptionWish | undefined {
  const { as, variantId, quantity, frequency, deliveries, day, windowId, isPickUp, door, excluded } = wish
  if (day === undefined || windowId === undefined) return undefined
  return {
    kind: as === 'surprise' ? 'surprise' : 'recurring',
    frequency,
    variantId,
    quantity,
    windowId,
    firstDay: day,
    plan: { ...planOf(door, { isPickUp }), ...(as === 'surprise' ? excluded : noneExcluded) },
    ...(as === 'gift' && { gift: { deliveries } }),
  }
}

/** The rhythm to offer first: hers, if it is offered that way too. */
export function rhythmFor(
  { as, frequency }: Pick<Wish, 'as' | 'frequency'>,
  { rhythms }: SubscriptionOffers,
): Frequency {
  const kind = as === 'surprise' ? 'surprise' : 'recurring'
  const offered = rhythms.filter(({ kinds }) => kinds.includes(kind)).map((one) => one.frequency)
  return offered.includes(frequency) ? frequency : (offered[0] ?? frequency)
}

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = 'flora.subscribe'

/** Keeps what was typed while she signs in. */
export function keepWish(memory: Memory, wish: Wish): void {
  memory.setItem(place, JSON.stringify(wish))
}

export function forgetWish(memory: Memory): void {
  memory.removeItem(place)
}

export function keptWish(memory: Memory, slug: string): Wish | undefined {
  try {
    const wish = JSON.parse(memory.getItem(place) ?? 'null') as Wish | null
    return wish?.slug === slug ? wish : undefined
  } catch {
    return undefined
  }
}

function isFrequency(text: string | null): text is Frequency {
  return text !== null && ['weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'].includes(text)
}
