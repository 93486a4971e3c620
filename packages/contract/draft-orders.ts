import { z } from 'zod'
import { Buyer, Cart, DeliveryChange } from './cart.ts'
import { PlacementKey } from './checkout.ts'
import { DeskOrder } from './desk-order.ts'
import { endpoint } from './endpoint.ts'
import { DeliveryId, DraftOrderId, LineId, VariantId, WindowId } from './ids.ts'
import { Money } from './money.ts'
import { Quantity } from './recipient.ts'
import { notThen } from './refusals.ts'
import { Instant, Postcode, ShopDay, typed } from './text.ts'

export const DraftChange = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('add-line'),
    variantId: VariantId,
    quantity: Quantity,
    addOns: z
      .array(z.strictObject({ variantId: VariantId, quantity: Quantity }))
      .max(10)
      .optional(),
    deliveryId: DeliveryId.optional(),
    postcode: Postcode.optional(),
    suburb: typed(60).optional(),
    day: ShopDay.optional(),
    windowId: WindowId.optional(),
  }),
  z.strictObject({
    what: z.literal('change-line'),
    lineId: LineId,
    quantity: Quantity.optional(),
    deliveryId: DeliveryId.or(z.literal('new')).optional(),
  }),
  z.strictObject({ what: z.literal('remove-line'), lineId: LineId }),
  z.strictObject({ what: z.literal('delivery'), deliveryId: DeliveryId, change: DeliveryChange }),
  z.strictObject({ what: z.literal('buyer'), buyer: Buyer }),
  z.strictObject({ what: z.literal('apply-code'), code: typed(40).pipe(z.string().min(3)) }),
  z.strictObject({ what: z.literal('remove-code'), kind: z.enum(['promotion', 'gift-card']) }),
])
export type DraftChange = z.output<typeof DraftChange>

/** An order that staff write down for somebody: a cart like a shopper's, by the same prices and promises. */
export const DraftOrder = z.strictObject({
  id: DraftOrderId,
  who: z.string(),
  at: Instant,
  changedAt: Instant,
  cart: Cart,
})
export type DraftOrder = z.output<typeof DraftOrder>

const reads = { who: { may: 'orders/read' }, limit: 'reads' } as const
const writes = { who: { may: 'orders/write' }, limit: 'writes' } as const
const draftParams = z.strictObject({ draftId: DraftOrderId })

/** Orders by telephone and over the counter, before they are placed. */
export const draftOrders = {
  listDrafts: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/drafts',
    summary: 'Orders that staff have begun and not placed, the latest first, at most fifty.',
    reply: z.strictObject({
      drafts: z.array(
        z.strictObject({
          id: DraftOrderId,
          who: z.string(),
          at: Instant,
          changedAt: Instant,
          buyerName: z.string(),
          lines: z.int(),
          day: ShopDay.nullable(),
        }),
      ),
    }),
  }),
  beginDraft: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/drafts',
    summary: 'Begins an order by telephone or over the counter.',
    body: z.strictObject({}),
    reply: DraftOrder,
    status: 201,
  }),
  showDraft: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/drafts/:draftId',
    summary: 'A draft, priced now.',
    params: draftParams,
    reply: DraftOrder,
    refusals: ['draft-not-found'],
  }),
  changeDraft: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/drafts/:draftId/changes',
    summary: 'One change of a draft; the same ones that a shopper makes of her cart.',
    params: draftParams,
    body: DraftChange,
    reply: DraftOrder,
    refusals: [
      'draft-not-found',
      'variant-not-found',
      'cart-full',
      'line-not-found',
      'delivery-not-found',
      'code-not-found',
      'promotion-not-valid',
      'gift-card-empty',
    ],
  }),
  dropDraft: endpoint({
    ...writes,
    method: 'DELETE',
    path: '/desk/drafts/:draftId',
    summary: 'Throws a draft away. Doing it twice does no harm.',
    params: draftParams,
    reply: z.strictObject({ message: z.string() }),
  }),
  placeDraft: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/drafts/:draftId/order',
    summary:
      'Places a draft by the same promises as a cart: stock, bench minutes and places are taken or it is refused. `link` sends the buyer a letter to pay by; `cash` and `terminal` record the money as taken.',
    params: draftParams,
    headers: z.object({ 'idempotency-key': PlacementKey }),
    body: z.strictObject({ toPay: Money, pay: z.enum(['link', 'cash', 'terminal']) }),
    reply: z.strictObject({ order: DeskOrder }),
    status: 201,
    refusals: [
      'draft-not-found',
      'cart-empty',
      'cart-incomplete',
      'price-changed',
      'sold-out',
      'not-for-sale',
      ...notThen,
      'suburb-postcode',
      'card-too-long',
      'promotion-not-valid',
      'gift-card-empty',
      'placement-key-used',
      'sum-too-small',
    ],
  }),
}
