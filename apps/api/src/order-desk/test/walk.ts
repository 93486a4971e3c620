import { newId } from '@flora/contract/ids.ts'
import { aud, morning, type PayingShop, placedOrder, aVisitor, saturday } from '../../../test/open-paying-shop.ts'
import { aMember, aPaidOrder } from './a-desk.ts'

/** One good call of each line of the order desk's contract. */
export async function orderDeskWalk(open: PayingShop) {
  const { visitor: by } = await aMember(open)
  const anOrder = () => aPaidOrder(open)
  const first = await anOrder()
  const params = { orderId: first.orderId }
  const onOrder = (deed: string) => `/desk/orders/${first.orderId}${deed}`
  const onDelivery = (deed: string) => onOrder(`/deliveries/${first.deliveryId}/${deed}`)
  const aDraft = async () => (await by.call('POST /desk/drafts', { body: {} })).id
  const line = {
    what: 'add-line',
    variantId: 'var_peace-lily-one',
    quantity: 1,
    postcode: '3067',
    day: saturday,
    windowId: morning,
  } as const
  const buyer = { name: 'Priya Nair', email: 'priya@example.com', phone: '' }
  const aWholeDraft = async () => {
    const draftId = await aDraft()
    const change = (body: Parameters<typeof by.call<'POST /desk/drafts/:draftId/changes'>>[1]['body']) =>
      by.call('POST /desk/drafts/:draftId/changes', { params: { draftId }, body })
    const { cart } = await change(line)
    const recipient = { name: 'June Okafor', line1: '12 Nicholson Street', suburb: 'Abbotsford' }
    await change({ what: 'delivery', deliveryId: cart.deliveries[0]!.id, change: { recipient } })
    return { draftId, toPay: (await change({ what: 'buyer', buyer })).cart.toPay }
  }
  return {
    'dayBoard.showToday': async () => ({ by, path: `/desk/today?day=${saturday}` }),
    'dayBoard.showBoard': async () => ({ by, path: `/desk/days/${saturday}/board?status=CONFIRMED,PREPARING` }),
    'dayBoard.listDeliveries': async () => ({ by, path: `/desk/days/${saturday}/deliveries?limit=1&paid=yes` }),
    'dayBoard.searchOrders': async () => ({ by, path: '/desk/orders?q=okafor' }),
    'dayBoard.markDeliveries': async () => ({
      by,
      body: { deliveryIds: [(await anOrder()).deliveryId, 'dlv_gone'], to: 'PREPARING' },
    }),
    'orderDesk.showDeskOrder': async () => ({ by, path: onOrder('') }),
    'orderDesk.quoteChange': async () => ({ by, path: onDelivery('quote'), body: { day: '2026-11-24' } }),
    'orderDesk.changeDelivery': async () => ({
      by,
      path: onDelivery('change'),
      body: { wish: { day: '2026-11-24' }, agreed: { difference: aud(0), settle: 'none' } },
    }),
    'orderDesk.changeBuyer': async () => ({ by, path: onOrder('/buyer'), body: buyer }),
    'orderDesk.cancelDeskOrder': async () => ({
      by,
      path: `/desk/orders/${(await anOrder()).orderId}/cancellation`,
      body: { reason: 'She rang' },
    }),
    'orderDesk.refundOrder': async () => ({
      by,
      path: onOrder('/refunds'),
      body: { key: newId('rfd'), amount: aud(100), reason: 'A bent stem' },
    }),
    'orderDesk.takeMoney': async () => {
      const { order } = await placedOrder(aVisitor(open.app))
      return { by, path: `/desk/orders/${order.id}/money`, body: { amount: order.toPay, by: 'cash' } }
    },
    'orderDesk.addNote': async () => ({ by, path: onOrder('/notes'), body: { text: 'Ring before eight.' } }),
    'orderDesk.removeNote': async () => {
      const { notes } = await by.call('POST /desk/orders/:orderId/notes', { params, body: { text: 'Not so.' } })
      return { by, path: onOrder(`/notes/${notes.at(-1)!.id}`) }
    },
    'orderDesk.resendLetter': async () => {
      const { letters } = await by.call('GET /desk/orders/:orderId', { params })
      return { by, path: onOrder('/letters'), body: { once: letters.find(({ kind }) => kind === 'confirmed')!.once } }
    },
    'draftOrders.listDrafts': async () => ({ by }),
    'draftOrders.beginDraft': async () => ({ by, body: {} }),
    'draftOrders.showDraft': async () => ({ by, path: `/desk/drafts/${await aDraft()}` }),
    'draftOrders.changeDraft': async () => ({ by, path: `/desk/drafts/${await aDraft()}/changes`, body: line }),
    'draftOrders.dropDraft': async () => ({ by, path: `/desk/drafts/${await aDraft()}` }),
    'draftOrders.placeDraft': async () => {
      const { draftId, toPay } = await aWholeDraft()
      const headers = { 'idempotency-key': crypto.randomUUID() }
      return { by, path: `/desk/drafts/${draftId}/order`, headers, body: { toPay, pay: 'terminal' } }
    },
  }
}
