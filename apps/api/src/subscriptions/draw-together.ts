import { daysAfter, shopDayAt } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { listPromiseFacts } from '../delivery/index.ts'
import { findShopTerms } from '../offers/index.ts'
import { planOrders } from '../orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { countAllGiven } from './gift-queries.ts'
import { lockStale } from './occurrence-queries.ts'
import { type Draft, draftsOf, type Known, promiseKey, type Wanted, wantedOf } from './drafts.ts'
import { lockSubscriptions } from './subscription-queries.ts'
import { surpriseGapDays } from './surprise.ts'
import { tellMoved } from './tell-moved.ts'
import { insertPeriods, listDrawnDays, markAllDrawn } from './together-queries.ts'
import { placesAround } from './draw.ts'
import { askedOfCalendar, promiseFor } from '../delivery/index.ts'

export type Drawing = Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'config'>

// More than these wait for the next turn: a transaction holds its counters for a moment only.
const mostStale = 1_000

/**
 * Draws up the deliveries of subscriptions that can be had where they are wanted, all by one transaction and a few statements however many
 * there are. Gives the subscriptions of which something is left that must be tried one by one: a place that was full, a gift that is over,
 * flowers that are not sold any more. Two who draw up the same ones take turns by the subscriptions' locks, taken in the order of their ids.
 */
export function drawTogether(shop: Drawing, ids: readonly SubscriptionId[]): Promise<SubscriptionId[]> {
  return shop.inTransaction((tx) => drawSome(tx, shop, ids))
}

async function drawSome(tx: Tx, shop: Drawing, ids: readonly SubscriptionId[]): Promise<SubscriptionId[]> {
  const now = shop.clock.now()
  const alive = (await lockSubscriptions(tx, ids)).filter(({ state }) => state !== 'cancelled')
  if (alive.length === 0) return []
  const aliveIds = alive.map(({ id }) => id)
  const gifts = alive.flatMap(({ id, gift }) => (gift ? [id] : []))
  const [terms, stale, given] = await Promise.all([
    findShopTerms(tx),
    lockStale(tx, aliveIds, { now, limit: mostStale }),
    countAllGiven(tx, gifts, now),
  ])
  const today = shopDayAt(now, terms.zone)
  const wanted = alive.map((subscription) =>
    wantedOf(subscription, {
      stale: stale.filter(({ subscriptionId }) => subscriptionId === subscription.id),
      given: given.get(subscription.id),
      today,
    }),
  )
  const known = await learn(tx, wanted, { terms, now, today })
  const drafted = wanted.map((one) => draftsOf(one, known))
  const notMade = await write(
    tx,
    shop,
    drafted.flatMap(({ drafts }) => drafts),
    now,
  )
  return drafted.flatMap(({ subscription, isLeft }) =>
    isLeft || notMade.has(subscription.id) ? [subscription.id] : [],
  )
}

/** What decides where deliveries can be, for all of them by three questions. */
async function learn(
  tx: Tx,
  all: readonly Wanted[],
  { terms, now, today }: Pick<Known, 'terms' | 'now' | 'today'>,
): Promise<Known> {
  const wanted = all.filter(({ periods }) => periods.length > 0)
  const subscriptions = wanted.map(({ subscription }) => subscription)
  const asked = new Map(
    wanted.flatMap(({ subscription, periods }) =>
      periods.flatMap(({ period, again }) =>
        placesAround(subscription, { period, today, again }).map((place) => {
          const door = { ...place, postcode: subscription.plan.recipient.postcode }
          return [promiseKey(door), door] as const
        }),
      ),
    ),
  )
  const [variants, facts, days] = await Promise.all([
    listVariantsForSale(tx, [...new Set(subscriptions.map(({ variantId }) => variantId))], today),
    listPromiseFacts(tx, [...asked.values()]),
    subscriptions.length === 0
      ? new Map()
      : listDrawnDays(
          tx,
          subscriptions.map(({ id }) => id),
          daysAfter(today, -surpriseGapDays),
        ),
  ])
  const factsOf = new Map([...asked.keys()].map((key, index) => [key, facts[index]!]))
  return {
    terms,
    now,
    today,
    variants,
    days,
    promiseOf: (door, variant) =>
      promiseFor({ ...door, ...askedOfCalendar([variant]) }, factsOf.get(promiseKey(door))!, now, undefined),
  }
}

/** Writes what was drafted, as far as its places can be had; gives the subscriptions of which something could not. */
async function write(
  tx: Tx,
  shop: Drawing,
  drafts: readonly Draft[],
  now: Temporal.Instant,
): Promise<Set<SubscriptionId>> {
  const planned = drafts.flatMap(({ subscription, again, order }) =>
    order ? [{ order, insteadOf: again?.orderId ?? undefined, ledger: subscription.id }] : [],
  )
  const notHad = planned.length === 0 ? new Map() : await planOrders(tx, planned, now)
  const stopped = new Set<SubscriptionId>()
  // A ledger has no gaps: behind one that could not be had nothing is written.
  const made = drafts.filter(({ subscription: { id }, order }) => {
    if (order && notHad.has(order.id)) stopped.add(id)
    return !stopped.has(id)
  })
  const first = made.filter(({ again }) => !again)
  await insertPeriods(
    tx,
    first.map(({ subscription: { id, planVersion }, occurrenceId, period, nominalDay, drawn }) => {
      return { id: occurrenceId, subscriptionId: id, period, nominalDay, planVersion, drawn }
    }),
    now,
  )
  const drawnAgain = made.flatMap(({ subscription, again, drawn }) => {
    if (!again || !drawn) return []
    const isMoved = again.isMoved && drawn.day === again.day
    return [{ id: again.id, planVersion: subscription.planVersion, isMoved, drawn }]
  })
  await markAllDrawn(tx, drawnAgain)
  const moved = made.flatMap(({ subscription, occurrenceId, again, nominalDay, drawn, first: why }) => {
    const from = again?.day ?? nominalDay
    if (subscription.kind === 'surprise' || !drawn || drawn.day === from) return []
    return [{ subscription, occurrenceId, from, drawn, first: why }]
  })
  await tellMoved(tx, shop, moved)
  return stopped
}
