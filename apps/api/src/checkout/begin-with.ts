import { type AccountId, type DeliveryId, newId } from '@flora/contract/ids.ts'
import { subscriptionLimits } from '@flora/contract/subscription-plan.ts'
import { add, isZero, money, type Money } from '@flora/money/money.ts'
import { takenByOne } from '../catalog/index.ts'
import type { PricedSubscription, PricedSubscriptions } from '../cart/index.ts'
import { countUnderWay, toDeliveryOfPlan } from '../offers/index.ts'
import type { Beginning, NewOrder, NewOrderLine } from '../orders/index.ts'
import type { Db } from '../platform/db.ts'
import type { Refusal } from '../platform/refusal.ts'
import { cannotPlace, cardNeeded, consentNeeded, signInForSubscription, tooManySubscriptions } from './errors.ts'

/**
 * The same order with the subscriptions that begin with it: what is due of them now is a part of it like any other, with stock, bench
 * minutes and places; the rest is written down to begin once it is paid.
 */
export function withBeginnings(order: NewOrder, subscriptions: PricedSubscriptions, now: Temporal.Instant): NewOrder {
  const due = subscriptions.all.filter(({ draft }) => draft.kind === 'recurring')
  const parts = due.map(toParts)
  const deliveryOf = new Map(due.map(({ draft }, index) => [draft.id, parts[index]!.delivery.id]))
  const plus = (minor: number, amounts: readonly Money[]) =>
    amounts.reduce((sum, amount) => add(sum, amount), money(minor, order.currency)).minor
  const firsts = due.map(({ first }) => first)
  const isPaid = isZero(add(subscriptions.dueNow, money(order.toPayMinor, order.currency)))
  return {
    ...order,
    // A gift card may have paid the rest, and never what begins.
    status: isPaid ? 'CONFIRMED' : 'PENDING',
    places: isPaid ? 'kept' : 'held',
    goodsMinor: plus(
      order.goodsMinor,
      due.flatMap(({ first, ahead }) => [first.goods, ...(ahead ? [ahead.amount] : [])]),
    ),
    deliveryMinor: plus(
      order.deliveryMinor,
      firsts.map(({ fee }) => fee),
    ),
    discountMinor: plus(
      order.discountMinor,
      firsts.map(({ discount }) => discount),
    ),
    totalMinor: plus(order.totalMinor, [subscriptions.dueNow]),
    toPayMinor: plus(order.toPayMinor, [subscriptions.dueNow]),
    gstMinor: plus(order.gstMinor, [subscriptions.gst]),
    sum: [...order.sum, ...subscriptions.sum],
    deliveries: [...order.deliveries, ...parts.map(({ delivery }) => delivery)],
    lines: [...order.lines, ...parts.flatMap(({ lines }) => lines)],
    stock: together([
      ...order.stock,
      ...due.flatMap(({ variant, draft }) =>
        takenByOne(variant).map(({ itemId, quantity }) => ({ itemId, quantity: quantity * draft.quantity })),
      ),
    ]),
    begins: subscriptions.all.map((one) => toBeginning(one, deliveryOf.get(one.draft.id), now)),
  }
}

function toParts({ draft, variant, offer, first, ahead }: PricedSubscription) {
  const promise = offer?.promise
  if (!promise?.ok) throw new Error(`invariant broken: ${draft.id} was to begin without its promise`)
  const { kind, plan, quantity, firstDay: day, windowId } = draft
  const { delivery, line } = toDeliveryOfPlan({ kind, plan, quantity, variant, day, windowId, promise, price: first })
  return { delivery, lines: ahead ? [line, toLineAhead(line, ahead)] : [line] }
}

/** What a gift's further deliveries cost, flowers and fees together; nothing of it is made for the first. */
function toLineAhead(
  line: NewOrderLine,
  { count, amount, gst }: NonNullable<PricedSubscription['ahead']>,
): NewOrderLine {
  return {
    ...line,
    id: newId('lin'),
    goesWith: line.id,
    variantName: `${count} further ${count === 1 ? 'delivery' : 'deliveries'}, paid ahead`,
    purchase: 'prepaid',
    quantity: 1,
    unitPriceMinor: amount.minor,
    totalMinor: amount.minor,
    discountMinor: 0,
    gstMinor: gst.minor,
  }
}

function toBeginning(
  { draft, agreed, first }: PricedSubscription,
  deliveryId: DeliveryId | undefined,
  now: Temporal.Instant,
): Beginning {
  const { id, ...wish } = draft
  return {
    subscriptionId: id,
    isGift: wish.gift !== undefined,
    ...(deliveryId && { deliveryId }),
    wish,
    unitMinor: agreed.unit.minor,
    feeMinor: agreed.fee.minor,
    discountBasisPoints: agreed.discountBasisPoints,
    trialBasisPoints: agreed.trialBasisPoints ?? 0,
    firstMinor: first.total.minor,
    agreedAt: now.toString({ smallestUnit: 'millisecond' }),
  }
}

function together(stock: NewOrder['stock']): NewOrder['stock'] {
  const quantities = new Map<string, number>()
  for (const { itemId, quantity } of stock) quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity)
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }))
}

interface Asking {
  readonly accountId: AccountId | null
  readonly mayCharge: boolean
  /** All that is paid now. */
  readonly due: Money
}

/** Why the subscriptions of a cart cannot begin with its order. */
export async function refusalOfSubscriptions(
  db: Db,
  { all, keepsCard, may }: PricedSubscriptions,
  { accountId, mayCharge, due }: Asking,
): Promise<Refusal | undefined> {
  if (keepsCard && accountId === null) return signInForSubscription()
  const problem = all.find((one) => one.problem)?.problem
  if (problem) return cannotPlace(problem.code, problem.message)
  if (!may.ok) return cannotPlace('not-for-sale', may.because)
  if (!keepsCard || accountId === null) return undefined
  if (!mayCharge) return consentNeeded()
  if (isZero(due)) return cardNeeded()
  const begun = all.filter(({ draft }) => !draft.gift).length
  const room = subscriptionLimits.subscriptions - (await countUnderWay(db, accountId))
  return begun > room ? tooManySubscriptions() : undefined
}
