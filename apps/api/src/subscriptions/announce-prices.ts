import { money } from '@flora/money/money.ts'
import { type Agreed, type Announced, decideAnnouncement, findShopTerms, priceOf, ratesAt } from '../offers/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { saveAnnounced } from './announced-queries.ts'
import { insertEvents } from './event-queries.ts'
import type { NewPrice } from './round-queries.ts'
import type { Subscription } from './subscription.ts'
import { lockSubscriptions } from './subscription-queries.ts'
import { tellAll } from './tell.ts'

/** Tells subscribers of another price, and from when it counts; what is charged from then on is drawn up by it. */
export function announcePrices(
  shop: Pick<Shop, 'inTransaction' | 'clock' | 'jobs' | 'config'>,
  prices: readonly NewPrice[],
): Promise<void> {
  const byId = new Map(prices.map((price) => [price.id, price]))
  return shop.inTransaction(async (tx) => {
    const locked = await lockSubscriptions(tx, [...byId.keys()])
    const at = shop.clock.now()
    const announcements = locked.flatMap((subscription) =>
      announcementFor(subscription, byId.get(subscription.id)!, at),
    )
    if (announcements.length > 0) await announce(tx, shop, announcements)
  })
}

interface Announcement {
  readonly subscription: Subscription
  /** What she agreed to, with what was announced before and counts by now. */
  readonly next: Agreed & { readonly announced: Announced }
}

function announcementFor(subscription: Subscription, price: NewPrice, at: Temporal.Instant): Announcement[] {
  const { agreed, currency, state } = subscription
  if (state === 'cancelled') return []
  const rates = { unit: money(price.unitMinor, currency), fee: money(price.feeMinor, currency) }
  const announced = decideAnnouncement(agreed, rates, at)
  if (!announced) return []
  const { unit, fee } = ratesAt(agreed, at)
  return [{ subscription, next: { ...agreed, unit, fee, announced } }]
}

async function announce(
  tx: Tx,
  shop: Pick<Shop, 'clock' | 'jobs' | 'config'>,
  announcements: readonly Announcement[],
): Promise<void> {
  const at = shop.clock.now()
  const { gstBasisPoints } = await findShopTerms(tx)
  const told = announcements.map(({ subscription, next }) => ({
    subscription,
    from: next.announced.from,
    was: priceOf(subscription.agreed, at, gstBasisPoints).total,
    is: priceOf(next, next.announced.from, gstBasisPoints).total,
  }))
  await saveAnnounced(
    tx,
    announcements.map(({ subscription: { id }, next }) => ({ id, ...next })),
  )
  await insertEvents(
    tx,
    told.map(({ subscription: { id: subscriptionId }, was, is, from }) => {
      const detail = { was: was.minor, is: is.minor, from: from.toString() }
      return { subscriptionId, at, kind: 'price-announced', who: 'shop', detail }
    }),
  )
  await tellAll(
    tx,
    shop,
    told.map(({ subscription, was, is, from }) => {
      const news = { news: 'price', was, is, from, isRise: was.minor < is.minor } as const
      return { subscription, once: `price:${subscription.id}:${subscription.version}`, news }
    }),
  )
}
