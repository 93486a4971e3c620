import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { SubscriptionChange } from '@flora/contract/subscriptions.ts'
import { isLess, isSame, type Money } from '@flora/money/money.ts'
import { herCard } from '../customers/index.ts'
import {
  type Agreed,
  cannotDeliver,
  findOffer,
  findPlanProblem,
  findShopTerms,
  frequencyNotOffered,
  isOffered,
  nominalDay,
  priceOf,
  type ShopTerms,
} from '../offers/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { drawUp } from './draw-up.ts'
import { changedElsewhere, giftIsFixed, priceChanged } from './errors.ts'
import { lockChangeable, markDueNow } from './occurrence-queries.ts'
import { hers, type WhichOne } from './rule-subscription.ts'
import { skipPlanned } from './skip-planned.ts'
import { doerOf, type Subscription } from './subscription.ts'
import { insertEvent, saveSubscription } from './subscription-queries.ts'
import { tellWhatStaffDid } from './tell.ts'

export type Changing = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

/**
 * Changes what each delivery is. It counts for every delivery whose last change is still to come: those are drawn up again, each on
 * its own day where that can be had. Another sum needs her yes.
 */
export async function changeSubscription(shop: Changing, which: WhichOne, change: SubscriptionChange): Promise<void> {
  if (change.cardId !== undefined && 'accountId' in which) await herCard(shop, which.accountId, change.cardId)
  const at = shop.clock.now()
  await shop.inTransaction(async (tx) => {
    const before = await hers(tx, which)
    if (before.version !== change.version) throw changedElsewhere()
    if (before.gift && !isOnlyPlan(change)) throw giftIsFixed()
    const terms = await findShopTerms(tx)
    const after = await changed(tx, { before, change, terms, at })
    const isOtherPlan = !isSamePlan(before, after)
    if (change.frequency !== undefined && change.frequency !== before.frequency)
      await saveSubscription(tx, await inNewRhythm(tx, after, change.frequency, at), { isOtherPlan })
    else await saveSubscription(tx, after, { isOtherPlan })
    const { version: _, ...said } = change
    const detail = { changed: Object.keys(said).filter((key) => key !== 'perDelivery') }
    await insertEvent(tx, { subscriptionId: which.id, at, kind: 'changed', who: doerOf(which), detail })
    await tellWhatStaffDid(tx, shop, { subscription: after, by: which, done: { what: 'changed' } })
    if (after.cardId !== before.cardId && (await markDueNow(tx, which.id, at)) > 0)
      await shop.jobs.enqueue(tx, 'subscriptions/charge-due', {})
    await shop.jobs.enqueue(tx, 'subscriptions/draw-up', { subscriptionId: which.id })
  })
  await drawUp(shop, which.id)
}

interface Change {
  readonly before: Subscription
  readonly change: SubscriptionChange
  readonly terms: ShopTerms
  readonly at: Temporal.Instant
}

async function changed(tx: Tx, { before, change, terms, at }: Change): Promise<Subscription> {
  const { variantId = before.variantId, windowId = before.windowId, cardId = before.cardId } = change
  const quantity = change.quantity ?? before.agreed.quantity
  if (!isOffered(before.kind, change.frequency ?? before.frequency)) throw frequencyNotOffered()
  const said = Object.fromEntries(Object.entries(change.plan ?? {}).filter(([, value]) => value !== undefined))
  const plan = { ...before.plan, ...said }
  const isOtherThing =
    variantId !== before.variantId ||
    windowId !== before.windowId ||
    quantity !== before.agreed.quantity ||
    plan.recipient.postcode !== before.plan.recipient.postcode
  if (!isOtherThing && change.plan === undefined) return { ...before, cardId }

  const day = shopDayAt(at, terms.zone)
  const { rates, promise } = await findOffer(
    tx,
    { variantId, windowId, postcode: plan.recipient.postcode, day },
    { terms, now: at },
  )
  const problem = await findPlanProblem(tx, plan, { isPickUp: promise.method === 'pick-up' })
  if (problem) throw cannotDeliver(problem)
  if (before.gift) {
    // It is paid: what costs no more may go there, and nothing is asked for or given back.
    if (isLess(before.agreed.fee, rates.fee)) throw giftIsFixed()
    return { ...before, windowId, plan }
  }
  // What only goes elsewhere in the same street keeps its price; for other flowers or another van today's is agreed to.
  const agreed: Agreed = isOtherThing ? { ...before.agreed, ...rates, quantity, announced: undefined } : before.agreed
  const total = priceOf(agreed, at, terms.gstBasisPoints).total
  if (!isSame(total, priceOf(before.agreed, at, terms.gstBasisPoints).total)) agreedTo(change.perDelivery, total)
  return { ...before, variantId, windowId, cardId, plan, agreed }
}

// What was paid for is what comes: its buyer may say to whom, where, in which window and with which words.
function isOnlyPlan({ version: _, plan: __, windowId: ___, ...rest }: SubscriptionChange): boolean {
  return Object.values(rest).every((value) => value === undefined)
}

function agreedTo(said: Money | undefined, total: Money): void {
  if (!said || !isSame(said, total)) throw priceChanged(total)
}

/** What was planned goes, and the new rhythm is counted from the first day that went. */
async function inNewRhythm(
  tx: Tx,
  subscription: Subscription,
  frequency: Subscription['frequency'],
  at: Temporal.Instant,
): Promise<Subscription> {
  const [first] = await lockChangeable(tx, { id: subscription.id, state: 'planned', now: at })
  await skipPlanned(tx, { id: subscription.id, at, because: 'new-rhythm' })
  return {
    ...subscription,
    frequency,
    anchorDay: first?.nominalDay ?? nominalDay(subscription, subscription.nextPeriod),
    anchorPeriod: subscription.nextPeriod,
  }
}

function isSamePlan(a: Subscription, b: Subscription): boolean {
  const said = ({ variantId, windowId, plan, agreed }: Subscription) =>
    JSON.stringify([variantId, windowId, plan, agreed])
  return said(a) === said(b)
}
