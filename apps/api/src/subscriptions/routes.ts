import { giftSubscriptions } from '@flora/contract/gift-subscriptions.ts'
import { subscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { subscriptions } from '@flora/contract/subscriptions.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { setUpCard } from '../customers/index.ts'
import { paymentDoor } from '../delivery/index.ts'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { changeSubscription } from './change-subscription.ts'
import { drawUp } from './draw-up.ts'
import { quote } from './quote.ts'
import { move, skip, unskip } from './rule-occurrence.ts'
import { cancel, pause, resume } from './rule-subscription.ts'
import { showOffers } from './show-offers.ts'
import { showGift, showSubscription, showSubscriptions } from './show-subscriptions.ts'
import { subscribe } from './subscribe.ts'

type SubscriptionShop = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

/** Everything below but the quote is asked with the caller's account, never with one that was sent. */
export function subscriptionRoutes(app: FastifyInstance, shop: SubscriptionShop): void {
  serve(app, subscriptions.quoteSubscription, ({ body }) => quote(shop, body))

  serve(app, subscriptions.subscribe, async ({ headers, body }, request) => {
    const caller = callerOf(request)
    const id = await subscribe(shop, { caller, key: headers['idempotency-key'], wish: body })
    return showSubscription(shop, caller.accountId, id)
  })

  serve(app, subscriptions.setUpSubscriptionCard, async (_, request) => ({
    clientSecret: await setUpCard(shop, callerOf(request).accountId, 'off_session'),
    payments: paymentDoor(shop.config),
  }))

  serve(app, subscriptions.listSubscriptions, (_, request) => showSubscriptions(shop, callerOf(request).accountId))

  serve(app, subscriptions.showSubscription, ({ params }, request) =>
    showSubscription(shop, callerOf(request).accountId, params.subscriptionId),
  )
  serve(app, subscriptionOffers.listSubscriptionOffers, () => showOffers(shop))
  wholeRoutes(app, shop)
  occurrenceRoutes(app, shop)
  giftRoutes(app, shop)
}

function wholeRoutes(app: FastifyInstance, shop: SubscriptionShop): void {
  const which = (id: Parameters<typeof pause>[1]['id'], request: FastifyRequest) => ({
    id,
    accountId: callerOf(request).accountId,
  })

  serve(app, subscriptions.changeSubscription, async ({ params, body }, request) => {
    const one = which(params.subscriptionId, request)
    await changeSubscription(shop, one, body)
    return showSubscription(shop, one.accountId, one.id)
  })

  serve(app, subscriptions.pauseSubscription, async ({ params, body }, request) => {
    const one = which(params.subscriptionId, request)
    await pause(shop, one, body.until)
    return showSubscription(shop, one.accountId, one.id)
  })

  serve(app, subscriptions.resumeSubscription, async ({ params }, request) => {
    const one = which(params.subscriptionId, request)
    await resume(shop, one)
    return showSubscription(shop, one.accountId, one.id)
  })

  serve(app, subscriptions.cancelSubscription, async ({ params, body }, request) => {
    const one = which(params.subscriptionId, request)
    await cancel(shop, one, body.reason ?? '')
    return showSubscription(shop, one.accountId, one.id)
  })
}

function occurrenceRoutes(app: FastifyInstance, shop: SubscriptionShop): void {
  serve(app, subscriptions.skipOccurrence, async ({ params }, request) => {
    const { accountId } = callerOf(request)
    await skip(shop, { accountId, ...params })
    return showSubscription(shop, accountId, params.subscriptionId)
  })

  serve(app, subscriptions.unskipOccurrence, async ({ params }, request) => {
    const { accountId } = callerOf(request)
    await unskip(shop, { accountId, ...params })
    return showSubscription(shop, accountId, params.subscriptionId)
  })

  serve(app, subscriptions.moveOccurrence, async ({ params, body }, request) => {
    const { accountId } = callerOf(request)
    await move(shop, { accountId, ...params, day: body.day, windowId: body.windowId })
    return showSubscription(shop, accountId, params.subscriptionId)
  })
}

/** Ruled by the link of the order that paid: whoever has it may do what the buyer may. */
function giftRoutes(app: FastifyInstance, shop: SubscriptionShop): void {
  serve(app, giftSubscriptions.showGift, ({ params }) => showGift(shop, params.link, params.subscriptionId))

  serve(app, giftSubscriptions.changeGift, async ({ params: { link, subscriptionId }, body }) => {
    await changeSubscription(shop, { link, id: subscriptionId }, body)
    return showGift(shop, link, subscriptionId)
  })

  serve(app, giftSubscriptions.moveGiftDelivery, async ({ params, body }) => {
    await move(shop, { ...params, day: body.day, windowId: body.windowId })
    return showGift(shop, params.link, params.subscriptionId)
  })

  serve(app, giftSubscriptions.skipGiftDelivery, async ({ params }) => {
    await skip(shop, params)
    await drawUp(shop, params.subscriptionId)
    return showGift(shop, params.link, params.subscriptionId)
  })

  serve(app, giftSubscriptions.cancelGift, async ({ params: { link, subscriptionId }, body }) => {
    await cancel(shop, { link, id: subscriptionId }, body.reason ?? '')
    return showGift(shop, link, subscriptionId)
  })
}
