import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { horizonDays } from '@flora/contract/subscriptions.ts'
import { money } from '@flora/money/money.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { findShopTerms, nominalDay } from '../offers/index.ts'
import { isDatabaseAway } from '../platform/database-away.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { announcePrices } from './announce-prices.ts'
import { drawTogether } from './draw-together.ts'
import { drawOneByOne } from './draw-up.ts'
import { listNewPrices, listPausesOver, listRhythms, listStale, type NewPrice, takeUntold } from './round-queries.ts'
import { resume } from './rule-subscription.ts'
import { listSubscriptionsById } from './subscription-queries.ts'
import { tellAll } from './tell.ts'

export type Looking = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'log' | 'config'>

/** Two days before its last change a delivery is announced: there is time to read the letter, and to do something about it. */
const upcomingHours = 48
const atATime = 500
const lettersAtATime = 50
// So many subscriptions, and the counters of their days, are locked at a time.
const lockedAtATime = 100

/**
 * The hourly round over all subscriptions: pauses that are over, prices that changed, deliveries that come into sight or stand on a
 * day that closed, letters about what comes. Each is a transaction of its own; what fails is told and does not stand in others' way. Only a
 * database that is away ends the round.
 */
export async function lookAhead(shop: Looking): Promise<void> {
  const { zone } = await findShopTerms(shop.db)
  const today = shopDayAt(shop.clock.now(), zone)
  await each(
    shop,
    (await listPausesOver(shop.db, today, atATime)).map(({ id }) => id),
    (id) => resume(shop, { id }),
  )
  await announceAll(shop, await listNewPrices(shop.db, atATime))
  await drawAll(shop, await listStale(shop.db, shop.clock.now(), atATime))
  const before = daysAfter(today, horizonDays + 1)
  for (let after = ''; ;) {
    const page = await listRhythms(shop.db, { before, after, limit: atATime })
    const due = page.filter((one) => nominalDay(one, one.nextPeriod) < before)
    await drawAll(
      shop,
      due.map(({ id }) => id),
    )
    if (page.length < atATime) break
    after = page.at(-1)!.id
  }
  await tellWhatComes(shop)
}

async function announceAll(shop: Looking, prices: readonly NewPrice[]): Promise<void> {
  for (let from = 0; from < prices.length; from += lockedAtATime) {
    const some = new Map(prices.slice(from, from + lockedAtATime).map((price) => [price.id, price]))
    const left = await announcePrices(shop, [...some.values()]).then(
      () => [],
      () => [...some.keys()],
    )
    await each(shop, left, (id) => announcePrices(shop, [some.get(id)!]))
  }
}

/** Draws up many together, and one by one what is left or where something went wrong. */
async function drawAll(shop: Looking, ids: readonly SubscriptionId[]): Promise<void> {
  for (let from = 0; from < ids.length; from += lockedAtATime) {
    const some = ids.slice(from, from + lockedAtATime)
    const left = await drawTogether(shop, some).catch(async (err: unknown) => {
      if (await isDatabaseAway(shop.db, err)) throw err
      shop.log.error({ err, subscriptions: some.length }, 'subscriptions could not be drawn up together')
      return some
    })
    await each(shop, left, (id) => drawOneByOne(shop, id))
  }
}

async function each(
  { db, log }: Pick<Shop, 'db' | 'log'>,
  ids: readonly SubscriptionId[],
  act: (id: SubscriptionId) => Promise<unknown>,
): Promise<void> {
  for (const id of ids) {
    try {
      await act(id)
    } catch (err) {
      if (await isDatabaseAway(db, err)) throw err
      log.error({ err, subscription: id }, 'a subscription could not be looked after')
    }
  }
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
