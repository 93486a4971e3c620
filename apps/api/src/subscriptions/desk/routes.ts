import type { SubscriptionId } from '@flora/contract/ids.ts'
import { subscriptionDesk } from '@flora/contract/subscription-desk.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOf } from '../../platform/caller.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { changeSubscription } from '../change-subscription.ts'
import { drawUp } from '../draw-up.ts'
import { move, skip, unskip } from '../rule-occurrence.ts'
import { cancel, pause, resume } from '../rule-subscription.ts'
import { listDeskSubscriptions } from './list-subscriptions.ts'
import { showDeskSubscription } from './show-subscription.ts'

type Desk = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'stripe' | 'log' | 'config'>

/** Subscriptions as staff see and rule them; a guard stands before these. The actions are the subscriber's own. */
export function subscriptionDeskRoutes(app: FastifyInstance, shop: Desk): void {
  const show = (request: FastifyRequest, id: SubscriptionId) => showDeskSubscription(shop, id, callerOf(request).role)
  const staffOf = (request: FastifyRequest) => callerOf(request).accountId

  serve(app, subscriptionDesk.listDeskSubscriptions, ({ query }) => listDeskSubscriptions(shop, query))
  serve(app, subscriptionDesk.showDeskSubscription, ({ params }, request) => show(request, params.subscriptionId))

  serve(app, subscriptionDesk.changeDeskSubscription, async ({ params, body }, request) => {
    const { tellHer, ...change } = body
    await changeSubscription(shop, { id: params.subscriptionId, staff: staffOf(request), tellHer }, change)
    return show(request, params.subscriptionId)
  })
  serve(app, subscriptionDesk.pauseDeskSubscription, async ({ params, body }, request) => {
    await pause(shop, { id: params.subscriptionId, staff: staffOf(request) }, body.until)
    return show(request, params.subscriptionId)
  })
  serve(app, subscriptionDesk.resumeDeskSubscription, async ({ params }, request) => {
    await resume(shop, { id: params.subscriptionId, staff: staffOf(request) })
    return show(request, params.subscriptionId)
  })
  serve(app, subscriptionDesk.cancelDeskSubscription, async ({ params, body }, request) => {
    await cancel(shop, { id: params.subscriptionId, staff: staffOf(request) }, body.reason)
    return show(request, params.subscriptionId)
  })

  serve(app, subscriptionDesk.skipDeskOccurrence, async ({ params, body }, request) => {
    await skip(shop, { ...params, staff: staffOf(request), tellHer: body.tellHer })
    // What is left out of a gift comes at its end.
    await drawUp(shop, params.subscriptionId)
    return show(request, params.subscriptionId)
  })
  serve(app, subscriptionDesk.unskipDeskOccurrence, async ({ params, body }, request) => {
    await unskip(shop, { ...params, staff: staffOf(request), tellHer: body.tellHer })
    return show(request, params.subscriptionId)
  })
  serve(app, subscriptionDesk.moveDeskOccurrence, async ({ params, body }, request) => {
    const { day, windowId, tellHer } = body
    await move(shop, { ...params, staff: staffOf(request), tellHer, day, windowId })
    return show(request, params.subscriptionId)
  })
}
