import { dayBoard } from '@flora/contract/day-board.ts'
import { draftOrders } from '@flora/contract/draft-orders.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import { orderDesk } from '@flora/contract/order-desk.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { cancelForShop } from './cancel-for-shop.ts'
import { changeDelivery, quoteChange } from './change-delivery.ts'
import { correctBuyer } from './correct-buyer.ts'
import { dayStreamRoute } from './day-stream.ts'
import { beginDraft, changeDraft, dropDraft, listDrafts, showDraft } from './drafts.ts'
import { markMany } from './mark-many.ts'
import { addNote, removeNote } from './notes.ts'
import { placeDraft } from './place-draft.ts'
import { refundOrder } from './refund-order.ts'
import { resendLetter } from './resend-letter.ts'
import { searchOrders } from './search-orders.ts'
import { listDeliveries, showBoard } from './show-board.ts'
import { showDeskOrder } from './show-order.ts'
import { showToday } from './show-today.ts'
import { takeMoney } from './take-money.ts'

type Desk = Pick<Shop, 'db' | 'inTransaction' | 'listen' | 'clock' | 'jobs' | 'stripe' | 'config' | 'log'>

export function orderDeskRoutes(app: FastifyInstance, shop: Desk): void {
  boardRoutes(app, shop)
  orderRoutes(app, shop)
  draftRoutes(app, shop)
  dayStreamRoute(app, shop)
}

function boardRoutes(app: FastifyInstance, shop: Desk): void {
  serve(app, dayBoard.showToday, ({ query }) => showToday(shop, query.day))
  serve(app, dayBoard.showBoard, ({ params, query }) => showBoard(shop, params.day, query))
  serve(app, dayBoard.listDeliveries, ({ params, query: { after, limit, ...filters } }) =>
    listDeliveries(shop, { day: params.day, filters, after, limit }),
  )
  serve(app, dayBoard.searchOrders, ({ query }) => searchOrders(shop, query))
  serve(app, dayBoard.markDeliveries, async ({ body }, request) => ({
    results: await markMany(shop, { ...body, who: callerOf(request).accountId }),
  }))
}

function orderRoutes(app: FastifyInstance, shop: Desk): void {
  const show = (request: FastifyRequest, orderId: OrderId) => showDeskOrder(shop, orderId, callerOf(request))
  const whoOf = (request: FastifyRequest) => callerOf(request).accountId

  serve(app, orderDesk.showDeskOrder, ({ params }, request) => show(request, params.orderId))
  serve(app, orderDesk.quoteChange, ({ params, body }, request) =>
    quoteChange(shop, { ...params, wish: body, caller: callerOf(request) }),
  )
  serve(app, orderDesk.changeDelivery, async ({ params, body }, request) => {
    await changeDelivery(shop, { ...params, ...body, caller: callerOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.changeBuyer, async ({ params, body }, request) => {
    await correctBuyer(shop, { ...params, ...body, who: whoOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.cancelDeskOrder, async ({ params, body }, request) => {
    await cancelForShop(shop, { ...params, ...body, who: whoOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.refundOrder, async ({ params, body }, request) => {
    await refundOrder(shop, { ...params, ...body, who: whoOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.takeMoney, async ({ params, body }, request) => {
    await takeMoney(shop, { ...params, ...body, who: whoOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.addNote, async ({ params, body }, request) => {
    await addNote(shop, { ...params, ...body, caller: callerOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.removeNote, async ({ params }, request) => {
    await removeNote(shop, { ...params, caller: callerOf(request) })
    return show(request, params.orderId)
  })
  serve(app, orderDesk.resendLetter, async ({ params, body }, request) => {
    await resendLetter(shop, { ...params, ...body, who: whoOf(request) })
    return show(request, params.orderId)
  })
}

function draftRoutes(app: FastifyInstance, shop: Desk): void {
  serve(app, draftOrders.listDrafts, () => listDrafts(shop))
  serve(app, draftOrders.beginDraft, (_, request) => beginDraft(shop, callerOf(request)))
  serve(app, draftOrders.showDraft, ({ params }) => showDraft(shop, params.draftId))
  serve(app, draftOrders.changeDraft, ({ params, body }) => changeDraft(shop, params.draftId, body))
  serve(app, draftOrders.dropDraft, async ({ params }) => {
    await dropDraft(shop, params.draftId)
    return { message: 'The draft is thrown away.' }
  })
  serve(app, draftOrders.placeDraft, async ({ params, headers, body }, request) => {
    const caller = callerOf(request)
    const orderId = await placeDraft(shop, { ...body, id: params.draftId, key: headers['idempotency-key'], caller })
    return { order: await showDeskOrder(shop, orderId, caller) }
  })
}
