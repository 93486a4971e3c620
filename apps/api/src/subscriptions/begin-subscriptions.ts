import { instantFromStored } from '@flora/calendar/stored-time.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import { newId, type OrderId, type SubscriptionId } from '@flora/contract/ids.ts'
import { listVariantsForSale } from '../catalog/index.ts'
import { deadlinesOf, findShopTerms, priceOf } from '../offers/index.ts'
import { type Beginning, lockOrder } from '../orders/index.ts'
import { cardThatPaid } from '../payments/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Shop } from '../shop.ts'
import { type BeginningOrder, findBeginningOrder, markBegun } from './beginning-queries.ts'
import { drawUp } from './draw-up.ts'
import { everyInWords } from './in-words.ts'
import { insertOccurrence } from './occurrence-queries.ts'
import { insertEvent, insertSubscription, readSubscription } from './subscription-queries.ts'
import { tell } from './tell.ts'

type Begun = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

/**
 * Begins the subscriptions of an order that is paid: their first deliveries are the order's, and the card that paid it pays the
 * later ones. Enqueued by the transaction that confirmed the order, and harmless however often: each has had its id since it lay
 * in the cart. An order that was cancelled meanwhile begins nothing.
 */
export async function beginSubscriptions(shop: Begun, orderId: OrderId): Promise<void> {
  const order = await findBeginningOrder(shop.db, orderId)
  if (!order) return
  // Stripe is asked between two transactions which card it was.
  const cardId = order.begins.some(({ isGift }) => !isGift) ? await cardThatPaid(shop, orderId) : ''
  const begun = await shop.inTransaction((tx) => begin(tx, shop, { order, cardId }))
  for (const id of begun) await drawUp(shop, id)
}

interface With {
  readonly order: BeginningOrder
  readonly cardId: string
}

async function begin(tx: Tx, shop: Begun, { order, cardId }: With): Promise<SubscriptionId[]> {
  const locked = await lockOrder(tx, order.id)
  if (!locked || locked.status === 'PENDING' || locked.places === 'released') return []
  const begun: SubscriptionId[] = []
  for (const one of order.begins) if (await beginOne(tx, shop, { order, cardId, one })) begun.push(one.subscriptionId)
  await markBegun(tx, order.id)
  return begun
}

interface One extends With {
  readonly one: Beginning
}

async function beginOne(tx: Tx, shop: Begun, { order, cardId, one }: One): Promise<boolean> {
  const { subscriptionId: id, wish } = one
  const at = shop.clock.now()
  const isNew = await insertSubscription(tx, {
    id,
    accountId: order.accountId,
    kind: wish.kind,
    frequency: wish.frequency,
    anchorDay: wish.firstDay,
    variantId: wish.variantId,
    quantity: wish.quantity,
    windowId: wish.windowId,
    plan: wish.plan,
    unitMinor: one.unitMinor,
    feeMinor: one.feeMinor,
    discountBasisPoints: one.discountBasisPoints,
    trialBasisPoints: one.trialBasisPoints,
    cardId: one.isGift ? '' : cardId,
    begunBy: order.id,
    giftDeliveries: wish.gift?.deliveries,
    creationKey: `${order.id} ${id}`,
    at,
  })
  if (!isNew) return false
  if (wish.kind === 'recurring') await writeFirst(tx, { order, one, at })
  const detail = { order: order.number, agreedAt: one.agreedAt }
  await insertEvent(tx, { subscriptionId: id, at, kind: 'started', who: 'customer', detail })
  await tellStarted(tx, shop, one)
  await shop.jobs.enqueue(tx, 'subscriptions/draw-up', { subscriptionId: id })
  return true
}

/** The first delivery is a part of the order, and paid with it. */
async function writeFirst(
  tx: Tx,
  { order, one, at }: { order: BeginningOrder; one: Beginning; at: Temporal.Instant },
): Promise<void> {
  const { zone } = await findShopTerms(tx)
  const { subscriptionId, wish, firstMinor } = one
  const delivery = order.deliveries.find((known) => known.id === one.deliveryId)
  if (!delivery) throw new Error(`invariant broken: ${order.id} does not bring the first delivery of ${subscriptionId}`)
  const drawn = {
    day: wish.firstDay,
    windowId: wish.windowId,
    ...deadlinesOf(instantFromStored(delivery.cutOffAt), zone),
    priceMinor: firstMinor,
    orderId: order.id,
  }
  const id = newId('occ')
  const row = { id, subscriptionId, period: 0, nominalDay: wish.firstDay, planVersion: 1, at }
  await insertOccurrence(tx, row, { paid: drawn })
  await insertEvent(tx, { subscriptionId, occurrenceId: id, at, kind: 'paid', who: 'stripe' })
}

async function tellStarted(tx: Tx, shop: Begun, { subscriptionId, wish }: Beginning): Promise<void> {
  const subscription = await readSubscription(tx, subscriptionId)
  const { zone, gstBasisPoints } = await findShopTerms(tx)
  const { agreed, variantId, kind, frequency } = subscription
  const now = shop.clock.now()
  const variant = (await listVariantsForSale(tx, [variantId], shopDayAt(now, zone))).get(variantId)
  const pieces = wish.quantity === 1 ? '' : `${wish.quantity} × `
  const what = variant ? `${pieces}${variant.productName}, ${variant.variantName}` : 'Flowers'
  await tell(tx, shop, subscription, {
    once: `started:${subscriptionId}`,
    news: {
      news: 'started',
      what,
      every: everyInWords(kind, frequency),
      first: kind === 'surprise' ? undefined : wish.firstDay,
      price: priceOf(agreed, now, gstBasisPoints).total,
      chargeAt: undefined,
    },
  })
}
