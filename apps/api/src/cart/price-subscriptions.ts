import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { CartSubscription, SumLine } from '@flora/contract/cart.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import { horizonDays, type NextDelivery } from '@flora/contract/subscription-plan.ts'
import type { Obstacle, Permission } from '@flora/contract/text.ts'
import { add, type Currency, gstContained, money, type Money, times, total } from '@flora/money/money.ts'
import { listVariantsForSale, type VariantForSale } from '../catalog/index.ts'
import {
  type Agreed,
  findOffer,
  findPlanProblem,
  findShopTerms,
  firstDays,
  firstOf,
  hasSubscribed,
  isOffered,
  nextDeliveries,
  type OccurrencePrice,
  type Offer,
  priceOf,
  type ShopTerms,
} from '../offers/index.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CartDocument, CartSubscriptionDraft } from './cart.ts'

/** A subscription of a cart as it would begin now. Without an offer it cannot, and `problem` says why. */
export interface PricedSubscription {
  readonly draft: CartSubscriptionDraft
  readonly variant: VariantForSale
  readonly offer: Offer | undefined
  readonly agreed: Agreed
  /** The delivery that comes first. */
  readonly first: OccurrencePrice
  /** Every other. */
  readonly each: OccurrencePrice
  /** The further deliveries of a gift, and the tax in them. */
  readonly ahead: { readonly count: number; readonly amount: Money; readonly gst: Money } | undefined
  readonly dueNow: Money
  readonly sum: readonly SumLine[]
  /** The deliveries that come first, and their last moments. */
  readonly next: readonly NextDelivery[]
  readonly problem: Obstacle | undefined
}

export interface PricedSubscriptions {
  readonly all: readonly PricedSubscription[]
  readonly dueNow: Money
  readonly gst: Money
  readonly sum: readonly SumLine[]
  /** Later deliveries are charged to the card that pays. */
  readonly keepsCard: boolean
  readonly may: Permission
}

/** Prices the subscriptions of a cart, by statements of their own: a cart without any has none to pay for. */
export async function priceSubscriptions(
  db: Db,
  { subscriptions = [] }: CartDocument,
  { accountId, now }: { accountId: AccountId | null; now: Temporal.Instant },
): Promise<PricedSubscriptions | undefined> {
  if (subscriptions.length === 0) return undefined
  const terms = await findShopTerms(db)
  const ids = subscriptions.map(({ variantId }) => variantId)
  const variants = await listVariantsForSale(db, ids, shopDayAt(now, terms.zone))
  // Who has not signed in yet sees what a newcomer pays.
  const isNew = terms.trialBasisPoints > 0 && !(accountId && (await hasSubscribed(db, accountId)))
  const newcomers = isNew ? subscriptions.find(({ gift }) => !gift) : undefined
  const all: PricedSubscription[] = []
  for (const draft of subscriptions) {
    const variant = variants.get(draft.variantId)
    if (variant) all.push(await priceOne(db, { draft, variant, terms, now, isTrial: draft === newcomers }))
  }
  const keepsCard = subscriptions.some(({ gift }) => !gift)
  const sums = sumsOf(all, terms.currency)
  const isWhole = all.length === subscriptions.length
  return { all, ...sums, keepsCard, may: mayBegin(all, { isWhole, needsSignIn: keepsCard && accountId === null }) }
}

interface Pricing {
  readonly draft: CartSubscriptionDraft
  readonly variant: VariantForSale
  readonly terms: ShopTerms
  readonly now: Temporal.Instant
  readonly isTrial: boolean
}

async function priceOne(db: Db, pricing: Pricing): Promise<PricedSubscription> {
  const { draft, variant, terms, now, isTrial } = pricing
  const found = await offerOf(db, pricing)
  const offer = 'code' in found ? undefined : found
  const problem = 'code' in found ? found : await problemOf(db, pricing, found)
  const { unit, fee } = offer?.rates ?? { unit: variant.price, fee: money(0, terms.currency) }
  const { discountBasisPoints, gstBasisPoints } = terms
  const trialBasisPoints = isTrial ? terms.trialBasisPoints : 0
  const agreed = { unit, fee, quantity: draft.quantity, discountBasisPoints, announced: undefined, trialBasisPoints }
  const each = priceOf(agreed, now, gstBasisPoints)
  const first = draft.gift ? each : priceOf(firstOf(agreed), now, gstBasisPoints)
  const ahead = draft.gift && aheadOf(each.total, draft.gift.deliveries - 1, gstBasisPoints)
  const isDueNow = draft.kind === 'recurring'
  const none = money(0, terms.currency)
  return {
    draft,
    variant,
    offer,
    agreed,
    first,
    each,
    ahead,
    dueNow: isDueNow ? add(first.total, ahead?.amount ?? none) : none,
    sum: isDueNow ? explain(first, { variant, ahead }) : [],
    next: offer ? nextOf(draft, offer, terms) : [],
    problem,
  }
}

function nextOf(draft: CartSubscriptionDraft, { promise, later }: Offer, { zone }: ShopTerms): NextDelivery[] {
  const paid = draft.gift ? 'all' : 'first'
  return nextDeliveries({ ...draft, deliveries: draft.gift?.deliveries }, [promise, ...later], { zone, paid })
}

async function offerOf(db: Db, { draft, terms, now }: Pricing): Promise<Offer | Obstacle> {
  const { variantId, windowId, plan, firstDay: day, kind, frequency, gift } = draft
  if (!isOffered(kind, frequency))
    return { code: 'frequency-not-offered', message: 'Surprises come once a week, a fortnight or a month.' }
  try {
    const { postcode } = plan.recipient
    const [, ...later] =
      kind === 'recurring' ? firstDays({ frequency, firstDay: day, deliveries: gift?.deliveries }) : []
    return await findOffer(db, { variantId, windowId, postcode, day, later }, { terms, now })
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message }
    throw error
  }
}

async function problemOf(
  db: Db,
  { draft: { kind, plan, firstDay }, terms, now }: Pricing,
  { promise }: Offer,
): Promise<Obstacle | undefined> {
  if (kind === 'recurring' && !promise.ok) return { code: promise.code, message: promise.message }
  const today = shopDayAt(now, terms.zone)
  if (firstDay < today || firstDay > daysAfter(today, horizonDays))
    return { code: 'day-out-of-range', message: 'Please let it begin within the next eight weeks.' }
  return findPlanProblem(db, plan, { isPickUp: promise.method === 'pick-up' })
}

function aheadOf(each: Money, count: number, gstBasisPoints: number): PricedSubscription['ahead'] {
  const amount = times(each, count)
  return { count, amount, gst: gstContained(amount, gstBasisPoints) }
}

function explain(
  first: OccurrencePrice,
  { variant, ahead }: Pick<PricedSubscription, 'variant' | 'ahead'>,
): readonly SumLine[] {
  const lines = first.sum.map((line) =>
    line.kind === 'goods' ? { ...line, label: `${variant.productName}, first delivery` } : line,
  )
  if (!ahead) return lines
  const label = `${ahead.count} further ${ahead.count === 1 ? 'delivery' : 'deliveries'}`
  return [...lines, { kind: 'goods', label, detail: 'Flowers and delivery, paid ahead', amount: ahead.amount }]
}

function sumsOf(
  all: readonly PricedSubscription[],
  currency: Currency,
): Pick<PricedSubscriptions, 'dueNow' | 'gst' | 'sum'> {
  const due = all.filter(({ draft }) => draft.kind === 'recurring')
  return {
    dueNow: total(
      due.map(({ dueNow }) => dueNow),
      currency,
    ),
    gst: total(
      due.flatMap(({ first, ahead }) => [first.gst, ...(ahead ? [ahead.gst] : [])]),
      currency,
    ),
    sum: due.flatMap(({ sum }) => sum),
  }
}

function mayBegin(
  all: readonly PricedSubscription[],
  { isWhole, needsSignIn }: { isWhole: boolean; needsSignIn: boolean },
): Permission {
  const problem = all.find((one) => one.problem)?.problem
  if (problem) return { ok: false, because: problem.message }
  if (!isWhole) return { ok: false, because: 'Something in your cart has left the shelf. Please look at it again.' }
  return needsSignIn ? { ok: false, because: signInFirst } : { ok: true }
}

/** Said to a guest whose cart holds a subscription. */
export const signInFirst =
  'Please sign in or make an account first: a subscription has an owner who can change and end it. Your cart comes along.'

export function toCartSubscription({
  draft,
  variant,
  offer,
  each,
  dueNow,
  sum,
  next,
  problem,
}: PricedSubscription): CartSubscription {
  const { promise } = offer ?? {}
  return {
    id: draft.id,
    kind: draft.kind,
    frequency: draft.frequency,
    variantId: draft.variantId,
    slug: variant.slug,
    name: variant.productName,
    variantName: variant.variantName,
    tint: variant.tint,
    picture: variant.picture,
    quantity: draft.quantity,
    ...(promise?.windowName && {
      window: { id: draft.windowId, name: promise.windowName, starts: promise.starts!, ends: promise.ends! },
    }),
    firstDay: draft.firstDay,
    plan: draft.plan,
    ...(draft.gift && { gift: draft.gift }),
    perDelivery: each.total,
    dueNow,
    sum: [...sum],
    ...(next.length > 0 && { next: [...next] }),
    ...(problem && { problem }),
  }
}
