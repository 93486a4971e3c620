import { z } from 'zod'
import { ChangeQuote, ChangeWish, DeskOrder, Settlement } from './desk-order.ts'
import { endpoint } from './endpoint.ts'
import { DeliveryId, LineId, NoteId, OrderId, RefundId } from './ids.ts'
import { Money } from './money.ts'
import { Phone } from './recipient.ts'
import { notThen } from './refusals.ts'
import { typed, typedLines } from './text.ts'

const reason = typed(300)
const neededReason = reason.pipe(z.string().min(3, 'Please say why.'))

export const MoneyTaken = z.enum(['cash', 'terminal'])

const reads = { who: { may: 'orders/read' }, limit: 'reads' } as const
const writes = { who: { may: 'orders/write' }, limit: 'writes' } as const
const refunds = { who: { may: 'orders/refund' }, limit: 'writes' } as const

const orderParams = z.strictObject({ orderId: OrderId })
const deliveryParams = z.strictObject({ orderId: OrderId, deliveryId: DeliveryId })

const moving = [
  'order-not-found',
  'not-changeable',
  'card-printed',
  'card-too-long',
  ...notThen,
  'suburb-postcode',
  'address-incomplete',
] as const

/** One order as staff see it, and what they may do with it. */
export const orderDesk = {
  showDeskOrder: endpoint({
    ...reads,
    method: 'GET',
    path: '/desk/orders/:orderId',
    summary: 'An order with all its buyer sees, all the florist needs, and what may be done with it.',
    params: orderParams,
    reply: DeskOrder,
    refusals: ['order-not-found'],
  }),
  quoteChange: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/orders/:orderId/deliveries/:deliveryId/quote',
    summary: 'What a change of a delivery would cost or give back, and whether it can be done. Changes nothing.',
    params: deliveryParams,
    body: ChangeWish,
    reply: ChangeQuote,
    refusals: ['order-not-found'],
  }),
  changeDelivery: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/orders/:orderId/deliveries/:deliveryId/change',
    summary:
      'Changes a delivery and moves its place and bench minutes, all or nothing, with the difference that was agreed on. Another difference is told (price-changed), and nothing is changed.',
    params: deliveryParams,
    body: z.strictObject({
      wish: ChangeWish,
      agreed: z.strictObject({ difference: Money, settle: Settlement, reason: reason.optional() }),
      tellBuyer: z.boolean().default(true),
    }),
    reply: DeskOrder,
    refusals: [...moving, 'price-changed', 'settle-otherwise', 'not-allowed'],
  }),
  changeBuyer: endpoint({
    ...writes,
    method: 'PUT',
    path: '/desk/orders/:orderId/buyer',
    summary: 'Corrects the name, address or number of the one who pays: letters go there from now on.',
    params: orderParams,
    body: z.strictObject({
      name: typed(80).pipe(z.string().min(1)),
      email: z.email().max(254),
      phone: Phone.or(z.literal('')),
    }),
    reply: DeskOrder,
    refusals: ['order-not-found'],
  }),
  cancelDeskOrder: endpoint({
    ...refunds,
    method: 'POST',
    path: '/desk/orders/:orderId/cancellation',
    summary:
      'Cancels an order, past its cut-off too, and gives everything back: places, gift card, and the card that paid. What was paid in the shop is handed back there, and recorded as a refund.',
    params: orderParams,
    body: z.strictObject({ reason: neededReason }),
    reply: DeskOrder,
    refusals: ['order-not-found', 'order-not-cancellable'],
  }),
  refundOrder: endpoint({
    ...refunds,
    method: 'POST',
    path: '/desk/orders/:orderId/refunds',
    summary:
      'Gives money back: for lines, for deliveries, or any sum, and never more than was paid. First to the card that paid, then by hand in the shop, then to the gift card. Pressing twice (the same key) refunds once.',
    params: orderParams,
    body: z
      .strictObject({
        key: RefundId,
        lines: z
          .array(z.strictObject({ lineId: LineId, amount: Money }))
          .max(40)
          .default([]),
        deliveries: z
          .array(z.strictObject({ deliveryId: DeliveryId, amount: Money }))
          .max(8)
          .default([]),
        /** Beside lines and fees: out of goodwill. */
        amount: Money.optional(),
        reason: neededReason,
      })
      .refine(
        ({ lines, deliveries, amount }) =>
          [...lines, ...deliveries, ...(amount ? [{ amount }] : [])].length > 0 &&
          [...lines, ...deliveries, ...(amount ? [{ amount }] : [])].every((part) => part.amount.minor > 0),
        'Please give a sum above zero.',
      ),
    reply: DeskOrder,
    refusals: ['order-not-found', 'nothing-to-refund', 'refund-too-much', 'line-not-found'],
  }),
  takeMoney: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/orders/:orderId/money',
    summary:
      'Records money taken in the shop, by cash or terminal: all that an unpaid order costs, which confirms it; or what is due since a change.',
    params: orderParams,
    body: z.strictObject({ amount: Money, by: MoneyTaken }),
    reply: DeskOrder,
    refusals: ['order-not-found', 'order-not-payable', 'amount-differs'],
  }),
  addNote: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/orders/:orderId/notes',
    summary: 'Adds a note that only staff see.',
    params: orderParams,
    body: z.strictObject({ text: typedLines(1_000).pipe(z.string().min(1, 'Please write something.')) }),
    reply: DeskOrder,
    refusals: ['order-not-found', 'too-many-notes'],
  }),
  removeNote: endpoint({
    ...writes,
    method: 'DELETE',
    path: '/desk/orders/:orderId/notes/:noteId',
    summary: 'Removes a note of one’s own. Removing it twice does no harm.',
    params: z.strictObject({ orderId: OrderId, noteId: NoteId }),
    reply: DeskOrder,
    refusals: ['order-not-found', 'not-your-note'],
  }),
  resendLetter: endpoint({
    ...writes,
    method: 'POST',
    path: '/desk/orders/:orderId/letters',
    summary: 'Writes a letter that was sent once more, as the order stands now.',
    params: orderParams,
    body: z.strictObject({ once: z.string().max(200) }),
    reply: DeskOrder,
    refusals: ['order-not-found', 'letter-not-found', 'letter-not-resendable'],
  }),
}
