import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { newId } from '@flora/contract/ids.ts'
import { brokenPromises } from '../../test/invariants.ts'
import {
  afternoon,
  aud,
  aVisitor,
  morning,
  openPayingShop,
  pay,
  type PayingShop,
  placedOrder,
  saturday,
  theBooks,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aMember, aPaidOrder, type Member } from './test/a-desk.ts'

let open: PayingShop
let ada: Member
before(async () => {
  open = await openPayingShop()
  ada = await aMember(open)
  await rows(open.shop.db, sql`update stock_items set on_hand = 200`)
})
after(() => open.close())
// With nanoseconds, as the machine's own clock has them.
beforeEach(() => open.shop.clock.set('2026-11-20T10:00:00.448160889+11:00'))

const code = (problem: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === problem

async function allIsWell(): Promise<void> {
  await open.work()
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
  const found = await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters })
  assert.deepEqual(found, [])
}

test('the board has each delivery under how far it is, and today counts them', async () => {
  const { deliveryId, number } = await aPaidOrder(open)
  await placedOrder(aVisitor(open.app))
  const { visitor } = ada
  const board = await visitor.call('GET /desk/days/:day/board', { params: { day: saturday }, query: {} })
  assert.deepEqual(
    board.columns.map(({ status, count }) => [status, count]),
    [
      ['PENDING', 1],
      ['CONFIRMED', 1],
    ],
  )
  const card = board.columns[1]!.cards[0]!
  assert.equal(card.deliveryId, deliveryId)
  assert.equal(card.number, number)
  assert.equal(card.what, 'Peace lily')
  assert.deepEqual(card.next, { to: 'PREPARING', may: { ok: true } })
  assert.deepEqual(card.moves, ['PREPARING', 'READY'], 'it is for tomorrow, so it does not leave today')
  const today = await visitor.call('GET /desk/today', { query: { day: saturday } })
  assert.equal(today.deliveries, 1)
  assert.deepEqual(today.revenue.ofDay, aud(6_000))
  assert.equal(today.capacity.length, 14)
  assert.deepEqual(
    today.atRisk.cards.map(({ risks }) => risks[0]!.code),
    ['unpaid'],
  )
  const window = today.windows.find((one) => one.window.id === morning)!
  assert.deepEqual(window.places, { capacity: 20, taken: 2, left: 18 })
})

test('lists go on where they ended, and filters leave out what was not asked for', async () => {
  const { visitor } = ada
  for (let count = 0; count < 3; count += 1) await aPaidOrder(open, { windowId: afternoon })
  const ask = (query: object) =>
    visitor.call('GET /desk/days/:day/deliveries', { params: { day: saturday }, query: { ...query, limit: 2 } })
  const first = await ask({ windowId: afternoon })
  const second = await ask({ windowId: afternoon, after: first.next! })
  assert.equal(first.cards.length, 2)
  assert.equal(second.next, null)
  const ids = [...first.cards, ...second.cards].map(({ deliveryId }) => deliveryId)
  assert.equal(new Set(ids).size, 3)
  assert.deepEqual((await ask({ windowId: afternoon, paid: 'no' })).cards, [])
  assert.equal((await ask({ windowId: afternoon, productId: 'prd_peace-lily' })).cards.length, 2)
  assert.deepEqual((await ask({ productId: 'prd_coral-charm' })).cards, [])
  assert.equal((await ask({ q: 'okafor', status: 'CONFIRMED' })).cards.length, 2)
  assert.deepEqual((await ask({ q: 'nobody' })).cards, [])
  await assert.rejects(ask({ after: 'nonsense' }), code('cursor-not-valid'))
})

test('an order is found by name, number, phone and postcode, and by nothing else', async () => {
  const { number, deliveryId } = await aPaidOrder(open, { email: 'found@example.com' })
  const find = async (q: string) =>
    (await ada.visitor.call('GET /desk/orders', { query: { q } })).cards.some((card) => card.deliveryId === deliveryId)
  for (const q of [
    'june oka',
    'Mercy',
    number,
    number.slice(3).toLowerCase(),
    '0491 570 156',
    '+61491570156',
    '3067',
    deliveryId,
  ])
    assert.equal(await find(q), true, q)
  for (const q of ['wren', '0400 000 000', '3000', 'ab', '%%%']) assert.equal(await find(q), false, q)
})

test('a day in the shop: made, ready, sent, delivered; the buyer reads it, and twice is once', async () => {
  const { deliveryId, orderId, link } = await aPaidOrder(open)
  const mark = async (to: 'PREPARING' | 'READY' | 'OUT_FOR_DELIVERY' | 'DELIVERED') =>
    (await ada.visitor.call('POST /desk/deliveries/status', { body: { deliveryIds: [deliveryId], to } })).results[0]!
  assert.equal((await mark('PREPARING')).outcome, 'marked')
  assert.equal((await mark('PREPARING')).outcome, 'already')
  const early = await mark('OUT_FOR_DELIVERY')
  assert.ok(early.outcome === 'refused' && /Saturday 21 November/.test(early.because))
  open.shop.clock.set('2026-11-21T08:30:00+11:00')
  assert.equal((await mark('READY')).outcome, 'marked')
  assert.equal((await mark('OUT_FOR_DELIVERY')).outcome, 'marked')
  await open.work()
  assert.equal((await mark('DELIVERED')).outcome, 'marked')
  const seen = await aVisitor(open.app).call('GET /orders/:link', { params: { link } })
  assert.equal(seen.status, 'DELIVERED')
  assert.deepEqual(
    seen.events.map(({ kind }) => kind).filter((kind) => kind !== 'placed' && kind !== 'confirmed'),
    ['preparing', 'ready', 'out-for-delivery', 'delivered'],
  )
  const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  assert.ok(desk.timeline.filter(({ kind }) => kind === 'ready').every(({ who }) => who === 'Ada Marsh'))
  await allIsWell()
  const kinds = await rows<{ kind: string }>(
    open.shop.db,
    sql`select kind from emails where order_id = ${orderId} order by kind`,
  )
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['confirmed', 'delivered', 'on-its-way'],
  )
})

test('many are marked at once, each with its own answer', async () => {
  const paid = await aPaidOrder(open)
  const unpaid = (await placedOrder(aVisitor(open.app))).order.deliveries[0]!.id
  const { results } = await ada.visitor.call('POST /desk/deliveries/status', {
    body: { deliveryIds: [paid.deliveryId, unpaid, 'dlv_gone'], to: 'PREPARING', note: 'Bench 2' },
  })
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ['marked', 'refused', 'refused'],
  )
})

test('a move to another window takes its place there and gives the old one back', async () => {
  const { orderId, deliveryId } = await aPaidOrder(open)
  const params = { orderId, deliveryId }
  const wish = { windowId: afternoon, day: '2026-11-24' as const }
  const quote = await ada.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/quote', {
    params,
    body: wish,
  })
  assert.deepEqual([quote.difference, quote.obstacle, quote.changes], [aud(0), undefined, ['day', 'window']])
  const changed = await ada.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', {
    params,
    body: { wish, agreed: { difference: aud(0), settle: 'none' } },
  })
  assert.equal(changed.order.deliveries[0]!.day, '2026-11-24')
  assert.equal(changed.deliveries[0]!.window.id, afternoon)
  await allIsWell()
  const letters = await rows(open.shop.db, sql`select 1 from emails where order_id = ${orderId} and kind = 'changed'`)
  assert.equal(letters.length, 1)
})

test('a dearer day is due, and paid in the shop; a cheaper one goes back; every cent adds up', async () => {
  const { orderId, deliveryId } = await aPaidOrder(open)
  const params = { orderId, deliveryId }
  const change = (wish: object, agreed: object) =>
    ada.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', {
      params,
      body: { wish, agreed: agreed as { difference: ReturnType<typeof aud>; settle: 'due' } },
    })
  await rows(
    open.shop.db,
    sql`insert into surges (id, name, from_day, until_day, fee_minor) values ('sur_test', 'Test day', '2026-12-05', '2026-12-05', 800)`,
  )
  await assert.rejects(change({ day: '2026-12-05' }, { difference: aud(0), settle: 'none' }), code('price-changed'))
  await assert.rejects(
    change({ day: '2026-12-05' }, { difference: aud(800), settle: 'waive' }),
    code('settle-otherwise'),
  )
  const dearer = await change({ day: '2026-12-05' }, { difference: aud(800), settle: 'due' })
  assert.deepEqual([dearer.money.due, dearer.order.total, dearer.order.payment.due], [aud(800), aud(6_800), aud(800)])
  await allIsWell()
  await assert.rejects(
    ada.visitor.call('POST /desk/orders/:orderId/money', {
      params: { orderId },
      body: { amount: aud(799), by: 'cash' },
    }),
    code('amount-differs'),
  )
  const paid = await ada.visitor.call('POST /desk/orders/:orderId/money', {
    params: { orderId },
    body: { amount: aud(800), by: 'terminal' },
  })
  assert.deepEqual([paid.money.due, paid.money.paid, paid.money.paidInShop], [aud(0), aud(6_800), aud(800)])
  await allIsWell()
  const cheaper = await change({ day: '2026-12-07' }, { difference: aud(-800), settle: 'refund' })
  assert.deepEqual(cheaper.money.refunded, aud(800))
  await allIsWell()
  const back = await change({ day: '2026-12-05' }, { difference: aud(800), settle: 'waive', reason: 'Our mistake' })
  assert.deepEqual(back.money.due, aud(0))
  await allIsWell()
})

test('a difference that is still due and then falls away is not paid back', async () => {
  const { orderId, deliveryId } = await aPaidOrder(open)
  const params = { orderId, deliveryId }
  const move = (day: '2026-12-05' | '2026-12-07', minor: number, settle: 'due' | 'refund') =>
    ada.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', {
      params,
      body: { wish: { day }, agreed: { difference: aud(minor), settle } },
    })
  await move('2026-12-05', 800, 'due')
  const after = await move('2026-12-07', -800, 'refund')
  assert.deepEqual([after.money.due, after.money.refunded, after.order.total], [aud(0), aud(0), aud(6_000)])
  await allIsWell()
})

test('what may not be changed says why, and changes nothing', async () => {
  const { orderId, deliveryId } = await aPaidOrder(open)
  const params = { orderId, deliveryId }
  const agreed = { difference: aud(0), settle: 'none' as const }
  const change = (wish: object) =>
    ada.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', { params, body: { wish, agreed } })
  await assert.rejects(change({ day: '2026-12-25' }), code('day-closed'))
  await assert.rejects(change({ day: saturday, windowId: 'win_none' }), code('window-not-found'))
  await assert.rejects(change({ recipient: { postcode: '3199', suburb: 'Frankston' } }), code('address-not-served'))
  await assert.rejects(change({ recipient: { suburb: 'Fitzroy' } }), code('suburb-postcode'))
  await assert.rejects(change({ recipient: { line1: '' } }), code('address-incomplete'))
  await assert.rejects(change({ cardMessage: 'x\n'.repeat(30) }), code('card-too-long'))
  await rows(open.shop.db, sql`update order_deliveries set card_printed_at = now() where id = ${deliveryId}`)
  await assert.rejects(change({ cardMessage: 'Other words' }), code('card-printed'))
  await ada.visitor.call('POST /desk/deliveries/status', { body: { deliveryIds: [deliveryId], to: 'PREPARING' } })
  await assert.rejects(change({ day: '2026-11-24' }), code('not-changeable'))
  const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  const { can } = desk.deliveries[0]!
  assert.deepEqual([can.move.ok, can.changeCard.ok, can.changeAddress.ok], [false, false, true])
  // After the cut-off an address may still be put right.
  open.shop.clock.set('2026-11-21T07:00:00+11:00')
  const corrected = await change({ recipient: { line1: '14 Nicholson Street' } })
  assert.equal(corrected.order.deliveries[0]!.recipient.line1, '14 Nicholson Street')
  await allIsWell()
})

test('money goes back by line, never more than was paid, and a second press pays nothing', async () => {
  const { orderId } = await aPaidOrder(open)
  const before = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  const lineId = before.lines[0]!.id
  const refund = (body: object) =>
    ada.visitor.call('POST /desk/orders/:orderId/refunds', {
      params: { orderId },
      body: { key: newId('rfd'), reason: 'Two stems broken', ...body },
    })
  const key = newId('rfd')
  await refund({ key, lines: [{ lineId, amount: aud(1_000) }] })
  const again = await refund({ key, lines: [{ lineId, amount: aud(1_000) }] })
  assert.deepEqual([again.money.refunded, again.lines[0]!.refundable], [aud(1_000), aud(3_800)])
  await assert.rejects(refund({ lines: [{ lineId, amount: aud(3_801) }] }), code('refund-too-much'))
  await assert.rejects(
    refund({
      lines: [
        { lineId, amount: aud(2_000) },
        { lineId, amount: aud(2_000) },
      ],
    }),
    code('refund-too-much'),
  )
  await assert.rejects(refund({ amount: aud(5_001) }), code('refund-too-much'))
  await assert.rejects(refund({ lines: [{ lineId: 'lin_gone', amount: aud(1) }] }), code('line-not-found'))
  await refund({ amount: aud(5_000) })
  await allIsWell()
  await assert.rejects(refund({ amount: aud(1) }), code('nothing-to-refund'))
})

test('a manager cancels past the cut-off, with everything given back; a florist may not', async () => {
  const florist = await aMember(open, 'florist', 'Tess Lowe')
  const { orderId, deliveryId } = await aPaidOrder(open)
  open.shop.clock.set('2026-11-21T09:00:00+11:00')
  await ada.visitor.call('POST /desk/deliveries/status', { body: { deliveryIds: [deliveryId], to: 'READY' } })
  const cancel = (by: Member) =>
    by.visitor.call('POST /desk/orders/:orderId/cancellation', {
      params: { orderId },
      body: { reason: 'The buyer rang' },
    })
  await assert.rejects(cancel(florist), code('not-allowed'))
  const hers = await florist.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  assert.equal(hers.can.cancel.ok, false)
  await cancel(ada)
  await assert.rejects(cancel(ada), code('order-not-cancellable'))
  await allIsWell()
  const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  assert.equal(desk.order.status, 'REFUNDED')
})

test('notes are one’s own', async () => {
  const florist = await aMember(open, 'florist', 'Tess Lowe')
  const { orderId } = await aPaidOrder(open)
  const desk = await florist.visitor.call('POST /desk/orders/:orderId/notes', {
    params: { orderId },
    body: { text: 'Two split.\nProtea put aside.' },
  })
  const [note] = desk.notes
  assert.deepEqual([note!.who, note!.can.remove.ok], ['Tess Lowe', true])
  const params = { orderId, noteId: note!.id }
  await assert.rejects(
    ada.visitor.call('DELETE /desk/orders/:orderId/notes/:noteId', { params }),
    code('not-your-note'),
  )
  const gone = await florist.visitor.call('DELETE /desk/orders/:orderId/notes/:noteId', { params })
  assert.deepEqual(gone.notes, [])
})

test('a letter goes again, to the address as it is now', async () => {
  const { orderId } = await aPaidOrder(open)
  await ada.visitor.call('PUT /desk/orders/:orderId/buyer', {
    params: { orderId },
    body: { name: 'Mercy Okafor', email: 'right@example.com', phone: '' },
  })
  const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  const receipt = desk.letters.find(({ kind }) => kind === 'confirmed')!
  await ada.visitor.call('POST /desk/orders/:orderId/letters', { params: { orderId }, body: { once: receipt.once } })
  await open.work()
  assert.equal(open.shop.letters.at(-1)!.to, 'right@example.com')
  await assert.rejects(
    ada.visitor.call('POST /desk/orders/:orderId/letters', {
      params: { orderId },
      body: { once: 'confirmed:ord_other' },
    }),
    code('letter-not-found'),
  )
})

async function aDraft(member: Member) {
  const { visitor } = member
  const { id } = await visitor.call('POST /desk/drafts', { body: {} })
  const params = { draftId: id }
  const begun = await visitor.call('POST /desk/drafts/:draftId/changes', {
    params,
    body: {
      what: 'add-line',
      variantId: 'var_peace-lily-one',
      quantity: 1,
      postcode: '3067',
      day: saturday,
      windowId: morning,
    },
  })
  await visitor.call('POST /desk/drafts/:draftId/changes', {
    params,
    body: {
      what: 'delivery',
      deliveryId: begun.cart.deliveries[0]!.id,
      change: { recipient: { name: 'June Okafor', line1: '12 Nicholson Street', suburb: 'Abbotsford' } },
    },
  })
  const draft = await visitor.call('POST /desk/drafts/:draftId/changes', {
    params,
    body: { what: 'buyer', buyer: { name: 'Priya Nair', email: 'priya@example.com', phone: '0491 570 006' } },
  })
  return { params, toPay: draft.cart.toPay }
}

test('an order by telephone is placed by the same promises, and paid by a letter’s link', async () => {
  const { params, toPay } = await aDraft(ada)
  assert.equal((await ada.visitor.call('GET /desk/drafts', {})).drafts.length, 1)
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const place = () =>
    ada.visitor.call('POST /desk/drafts/:draftId/order', { params, headers, body: { toPay, pay: 'link' } })
  const { order: desk } = await place()
  assert.equal((await place()).order.order.id, desk.order.id, 'pressing twice places once')
  assert.deepEqual([desk.placedBy, desk.source, desk.order.status], ['Ada Marsh', 'shop', 'PENDING'])
  await open.work()
  assert.match(open.shop.letters.at(-1)!.text, new RegExp(`/order/${desk.order.link}`))
  const guest = aVisitor(open.app)
  const payment = await guest.call('POST /orders/:link/payment', { params: { link: desk.order.link }, body: {} })
  await pay(open.stripe, { order: desk.order, payment })
  await allIsWell()
  assert.equal((await guest.call('GET /orders/:link', { params: { link: desk.order.link } })).status, 'CONFIRMED')
  assert.deepEqual((await ada.visitor.call('GET /desk/drafts', {})).drafts, [])
})

test('an order over the counter is paid by cash, handed back by hand, and never asked of Stripe', async () => {
  const { params, toPay } = await aDraft(ada)
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const placed = await ada.visitor.call('POST /desk/drafts/:draftId/order', {
    params,
    headers,
    body: { toPay, pay: 'cash' },
  })
  const { order, money } = placed.order
  assert.deepEqual([order.status, money.paidInShop, money.refundable.inShop], ['CONFIRMED', toPay, toPay])
  await allIsWell()
  const orderId = order.id
  await ada.visitor.call('POST /desk/orders/:orderId/cancellation', { params: { orderId }, body: { reason: 'Rain' } })
  const owed = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
  assert.deepEqual([owed.order.status, owed.money.refundable.all], ['CANCELLED', toPay])
  const done = await ada.visitor.call('POST /desk/orders/:orderId/refunds', {
    params: { orderId },
    body: { key: newId('rfd'), amount: toPay, reason: 'Handed over' },
  })
  assert.deepEqual([done.order.status, done.refunds[0]!.way], ['REFUNDED', 'in-shop'])
  await allIsWell()
})

test('cash for an order whose page is open at the bank: the intent is taken back first', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  const orderId = placed.order.id
  await ada.visitor.call('POST /desk/orders/:orderId/money', {
    params: { orderId },
    body: { amount: placed.order.toPay, by: 'cash' },
  })
  const late = await pay(open.stripe, placed)
  assert.notEqual(late.status, 200)
  await allIsWell()
  const paid = await placedOrder(aVisitor(open.app))
  await pay(open.stripe, paid)
  await assert.rejects(
    ada.visitor.call('POST /desk/orders/:orderId/money', {
      params: { orderId: paid.order.id },
      body: { amount: paid.order.toPay, by: 'cash' },
    }),
    code('order-not-payable'),
  )
  await allIsWell()
})

test('an order paid by a gift card gives back to it what cannot go to a card', async () => {
  const { visitor } = ada
  const { params } = await aDraft(ada)
  const draft = await visitor.call('POST /desk/drafts/:draftId/changes', {
    params,
    body: { what: 'apply-code', code: 'FLORA-GIFT-TEST-0001' },
  })
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const placed = await visitor.call('POST /desk/drafts/:draftId/order', {
    params,
    headers,
    body: { toPay: draft.cart.toPay, pay: 'cash' },
  })
  const { order, money } = placed.order
  assert.deepEqual([money.giftCard, money.paidInShop], [aud(5_000), aud(1_000)])
  const refunded = await visitor.call('POST /desk/orders/:orderId/refunds', {
    params: { orderId: order.id },
    body: { key: newId('rfd'), amount: aud(3_000), reason: 'Wilted' },
  })
  assert.deepEqual(
    refunded.refunds.map(({ way, amount }) => [way, amount.minor]),
    [
      ['in-shop', 1_000],
      ['gift-card', 2_000],
    ],
  )
  await allIsWell()
  await visitor.call('POST /desk/orders/:orderId/cancellation', {
    params: { orderId: order.id },
    body: { reason: 'All of it' },
  })
  await allIsWell()
})
