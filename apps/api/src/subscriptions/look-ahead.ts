import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { horizonDays } from '@flora/contract/subscriptions.ts'
import { money } from '@flora/money/money.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { decideAnnouncement, findShopTerms, nominalDay, priceOf, ratesAt } from '../offers/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { drawUp } from './draw-up.ts'
import { listNewPrices, listPausesOver, listRhythms, listStale, takeUntold } from './round-queries.ts'
import { resume } from './rule-subscription.ts'
import { insertEvent, listSubscriptionsById, lockSubscription, saveSubscription } from './subscription-queries.ts'
import { tell, tellAll } from './tell.ts'

export type Looking = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log' | 'config'>

/** Two days before its last change a delivery is announced: there is time to read the letter, and to do something about it. */
const upcomingHours = 48
const atATime = 500
const lettersAtATime = 50

/**
 * The hourly round over all subscriptions: pauses that are over, prices that changed, deliveries that come into sight or stand on a
 * day that closed, letters about what comes. Each is a transaction of its own; what fails is told and does not stand in others' way.
 */
export async function lookAhead(shop: Looking): Promise<void> {
  const { zone } = await findShopTerms(shop.db)
  const today = shopDayAt(shop.clock.now(), zone)
  await each(
    shop,
    (await listPausesOver(shop.db, today, atATime)).map(({ id }) => id),
    (id) => resume(shop, { id }),
  )
  for (const { id, ...rates } of await listNewPrices(shop.db, atATime))
    await each(shop, [id], () => announce(shop, id, rates))
  await each(shop, await listStale(shop.db, shop.clock.now(), atATime), (id) => drawUp(shop, id))
  for (let after = ''; ;) {
    const page = await listRhythms(shop.db, after, atATime)
    const due = page.filter((one) => nominalDay(one, one.nextPeriod) <= daysAfter(today, horizonDays))
    await each(
      shop,
      due.map(({ id }) => id),
      (id) => drawUp(shop, id),
    )
    if (page.length < atATime) break
    after = page.at(-1)!.id
  }
  await tellWhatComes(shop)
}

async function each(
  { log }: Pick<Shop, 'log'>,
  ids: readonly SubscriptionId[],
  act: (id: SubscriptionId) => Promise<unknown>,
): Promise<void> {
  for (const id of ids) {
    try {
      await act(id)
    } catch (err) {
      log.error({ err, subscription: id }, 'a subscription could not be looked after')
    }
  }
}

/** Tells a subscriber of another price, and from when it counts; what is charged from then on is drawn up by it. */
function announce(shop: Looking, id: SubscriptionId, now: { unitMinor: number; feeMinor: number }): Promise<void> {
  return shop.inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, id)
    if (!subscription || subscription.state === 'cancelled') return
    const at = shop.clock.now()
    const { agreed, currency } = subscription
    const rates = { unit: money(now.unitMinor, currency), fee: money(now.feeMinor, currency) }
    const announced = decideAnnouncement(agreed, rates, at)
    if (!announced) return
    const { gstBasisPoints } = await findShopTerms(tx)
    // What was announced before and counts by now is what she pays.
    const next = { ...agreed, ...ratesOnly(ratesAt(agreed, at)), announced }
    const was = priceOf(agreed, at, gstBasisPoints).total
    const is = priceOf(next, announced.from, gstBasisPoints).total
    await saveSubscription(tx, { ...subscription, agreed: next }, { isOtherPlan: true })
    const detail = { was: was.minor, is: is.minor, from: announced.from.toString() }
    await insertEvent(tx, { subscriptionId: id, at, kind: 'price-announced', who: 'shop', detail })
    await tell(tx, shop, subscription, {
      once: `price:${id}:${subscription.version}`,
      news: { news: 'price', was, is, from: announced.from, isRise: was.minor < is.minor },
    })
  })
}

function ratesOnly({ unit, fee }: { unit: ReturnType<typeof money>; fee: ReturnType<typeof money> }) {
  return { unit, fee }
}

async function tellWhatComes(shop: Looking): Promise<void> {
  for (;;) if ((await shop.inTransaction((tx) => tellSome(tx, shop))) < lettersAtATime) return
}

async function tellSome(tx: Tx, shop: Looking): Promise<number> {
  const now = shop.clock.now()
  const { zone } = await findShopTerms(tx)
  const untold = await takeUntold(tx, { now, near: now.add({ hours: upcomingHours }), limit: lettersAtATime })
  if (untold.length === 0) return 0
  const subscriptions = await listSubscriptionsById(
    tx,
    untold.map(({ subscriptionId }) => subscriptionId),
  )
  const variantIds = new Set([...subscriptions.values()].map(({ variantId }) => variantId))
  const variants = await listVariantsForSale(tx, [...variantIds], shopDayAt(now, zone))
  const letters = untold.map(({ id, subscriptionId, day, priceMinor, lastChangeAt }) => {
    const subscription = subscriptions.get(subscriptionId)!
    const { variantId, currency, agreed } = subscription
    const what = `${agreed.quantity > 1 ? `${agreed.quantity} × ` : ''}${variants.get(variantId)?.productName ?? 'Flowers'}`
    const until = instantFromStored(lastChangeAt)
    const news = { news: 'upcoming', what, day, price: money(priceMinor, currency), until } as const
    return { subscription, once: `upcoming:${id}`, news }
  })
  await tellAll(tx, shop, letters)
  return untold.length
}
