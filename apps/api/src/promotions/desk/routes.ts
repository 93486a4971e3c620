import { promotionsDesk } from '@flora/contract/promotions-desk.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../../platform/caller.ts'
import { serve } from '../../platform/http.ts'
import type { Shop } from '../../shop.ts'
import { adjustGiftCard, issueGiftCard, listGiftCards, showGiftCard, voidGiftCard } from './gift-card-desk.ts'
import {
  changePromotion,
  createPromotion,
  endPromotion,
  listDeskPromotions,
  showOne,
  showPromotion,
} from './promotion-desk.ts'

/** Codes and gift cards, as staff keep them; a guard stands before these. */
export function promotionsDeskRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'inTransaction' | 'clock'>): void {
  serve(app, promotionsDesk.listPromotions, ({ query }, request) =>
    listDeskPromotions(shop, callerOf(request).role, query),
  )
  serve(app, promotionsDesk.showPromotion, ({ params, query }, request) =>
    showPromotion(shop, callerOf(request).role, { id: params.promotionId, page: query.page }),
  )
  serve(app, promotionsDesk.createPromotion, async ({ body }, request) =>
    showOne(shop, callerOf(request).role, await createPromotion(shop, body)),
  )
  serve(app, promotionsDesk.changePromotion, async ({ params, body }, request) => {
    await changePromotion(shop, params.promotionId, body)
    return showOne(shop, callerOf(request).role, params.promotionId)
  })
  serve(app, promotionsDesk.endPromotion, async ({ params, body }, request) => {
    await endPromotion(shop, params.promotionId, body.version)
    return showOne(shop, callerOf(request).role, params.promotionId)
  })

  serve(app, promotionsDesk.listGiftCards, ({ query }, request) => listGiftCards(shop, callerOf(request).role, query))
  serve(app, promotionsDesk.showGiftCard, ({ params }, request) =>
    showGiftCard(shop, callerOf(request).role, params.giftCardId),
  )
  serve(app, promotionsDesk.issueGiftCard, async ({ body }, request) => {
    const by = callerOf(request)
    const { id, code } = await issueGiftCard(shop, by, body)
    return { card: await showGiftCard(shop, by.role, id), ...(code !== undefined && { code }) }
  })
  serve(app, promotionsDesk.adjustGiftCard, async ({ params, body }, request) => {
    const by = callerOf(request)
    await adjustGiftCard(shop, by, { id: params.giftCardId, ...body })
    return showGiftCard(shop, by.role, params.giftCardId)
  })
  serve(app, promotionsDesk.voidGiftCard, async ({ params, body }, request) => {
    const by = callerOf(request)
    await voidGiftCard(shop, by, { id: params.giftCardId, note: body.note })
    return showGiftCard(shop, by.role, params.giftCardId)
  })
}
