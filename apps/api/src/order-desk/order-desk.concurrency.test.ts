import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { newId } from '@flora/contract/ids.ts'
import { brokenPromises } from '../../test/invariants.ts'
import {
  afternoon,
  aFilledCart,
  aud,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  placedOrder,
  saturday,
  theBooks,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aMember, aPaidOrder, type Member } from './test/a-desk.ts'

let open: PayingShop
let ada: Member
let tess: Member
before(async () => {
  open = await openPayingShop({ on: 'server' })
  ada = await aMember(open)
  tess = await aMember(open, 'manager', 'Tess Lowe')
  await rows(open.shop.db, sql`update stock_items set on_hand = 400`)
  await rows(open.shop.db, sql`update delivery_places set capacity = 100`)
})
after(() => open.close())

/** What became of deeds that were done at the same moment: done, or the code of the no. */
async function outcomes(deeds: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(deeds)
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'done'
    if (one.reason instanceof ApiProblem) return one.reason.problem.code
    throw one.reason
  })
}

async function allIsWell(): Promise<void> {
  await open.work()
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

const move = (by: Member, { orderId, deliveryId }: Awaited<ReturnType<typeof aPaidOrder>>, wish: object) =>
  by.visitor.call('POST /desk/orders/:orderId/deliveries/:deliveryId/change', {
    params: { orderId, deliveryId },
    body: { wish, agreed: { difference: aud(0), settle: 'none' }, tellBuyer: false },
  })

test('staff and shoppers on the same last place: one of them has it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const day = (['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'] as const)[round]!
    await rows(
      open.shop.db,
      sql`update delivery_places set capacity = 1 where day = ${day}::date and window_id = ${afternoon}`,
    )
    const orders = [await aPaidOrder(open), await aPaidOrder(open)]
    const shoppers = [aVisitor(open.app), aVisitor(open.app)]
    const carts = await Promise.all(shoppers.map((shopper) => aFilledCart(shopper, { windowId: afternoon, day })))
    const told = await outcomes([
      ...orders.map((order, at) => move(at === 0 ? ada : tess, order, { windowId: afternoon, day })),
      ...shoppers.map((shopper, at) => place(shopper, carts[at]!.toPay)),
    ])
    assert.equal(told.filter((one) => one === 'done').length, 1, told.join(' '))
    assert.ok(told.every((one) => one === 'done' || one === 'window-full'))
  }
  await allIsWell()
})

test('deliveries that swap their days at the same moment neither wait for ever nor lose a place', async () => {
  const days = ['2026-12-08', '2026-12-09'] as const
  const orders = []
  for (let count = 0; count < 6; count += 1)
    orders.push(await aPaidOrder(open, { day: days[count % 2]!, variantId: 'var_coral-charm-small' }))
  const told = await outcomes(
    orders.map((order, at) => move(at % 2 === 0 ? ada : tess, order, { day: days[(at + 1) % 2] })),
  )
  assert.deepEqual(new Set(told), new Set(['done']))
  await allIsWell()
})

test('refunds at the same moment give back what was paid and not a cent more', async () => {
  const { orderId } = await aPaidOrder(open)
  const told = await outcomes(
    Array.from({ length: 6 }, (_, at) =>
      (at % 2 === 0 ? ada : tess).visitor.call('POST /desk/orders/:orderId/refunds', {
        params: { orderId },
        body: { key: newId('rfd'), amount: aud(2_500), reason: 'Both of us rang her' },
      }),
    ),
  )
  assert.equal(told.filter((one) => one === 'done').length, 2, told.join(' '))
  await allIsWell()
})

test('a refund and a cancellation at the same moment give everything back once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { orderId } = await aPaidOrder(open)
    await outcomes([
      ada.visitor.call('POST /desk/orders/:orderId/cancellation', {
        params: { orderId },
        body: { reason: 'She rang' },
      }),
      tess.visitor.call('POST /desk/orders/:orderId/refunds', {
        params: { orderId },
        body: { key: newId('rfd'), amount: aud(2_000), reason: 'She rang me' },
      }),
    ])
    await allIsWell()
    const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
    assert.deepEqual([desk.order.status, desk.money.refunded], ['REFUNDED', desk.money.paid])
  }
})

test('money that comes while the shop cancels is kept by a living order or goes back', async () => {
  for (let round = 0; round < 4; round += 1) {
    const placed = await placedOrder(aVisitor(open.app))
    const orderId = placed.order.id
    await Promise.all([
      pay(open.stripe, placed),
      outcomes([
        ada.visitor.call('POST /desk/orders/:orderId/cancellation', {
          params: { orderId },
          body: { reason: 'A mistake' },
        }),
      ]),
      open.stripe.events.settled(),
    ])
    await allIsWell()
  }
})

test('cash at the counter and a card in the browser: one of them pays, and nobody pays twice', async () => {
  for (let round = 0; round < 4; round += 1) {
    const placed = await placedOrder(aVisitor(open.app))
    const orderId = placed.order.id
    const take = (by: Member) =>
      by.visitor.call('POST /desk/orders/:orderId/money', {
        params: { orderId },
        body: { amount: placed.order.toPay, by: 'cash' },
      })
    const [, told] = await Promise.all([pay(open.stripe, placed), outcomes([take(ada), take(tess)])])
    assert.ok(told.filter((one) => one === 'done').length <= 1, told.join(' '))
    await allIsWell()
    const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId } })
    assert.deepEqual([desk.order.status, desk.money.paid], ['CONFIRMED', placed.order.toPay])
  }
})

test('many marked at once and one of them alone: each is marked once, in one order of events', async () => {
  const orders = []
  for (let count = 0; count < 5; count += 1) orders.push(await aPaidOrder(open))
  const ids = orders.map(({ deliveryId }) => deliveryId)
  const mark = (by: Member, deliveryIds: typeof ids) =>
    by.visitor.call('POST /desk/deliveries/status', { body: { deliveryIds, to: 'PREPARING' } })
  const answers = await Promise.all([mark(ada, ids), mark(tess, ids.toReversed()), ...ids.map((id) => mark(ada, [id]))])
  for (const id of ids) {
    const told = answers.flatMap(({ results }) => results.filter(({ deliveryId }) => deliveryId === id))
    assert.equal(told.filter(({ outcome }) => outcome === 'marked').length, 1)
    assert.ok(told.every(({ outcome }) => outcome !== 'refused'))
  }
  const written = await rows<{ count: number }>(
    open.shop.db,
    sql`select count(*)::int as count from order_events where kind = 'preparing' group by delivery_id`,
  )
  assert.ok(written.length === 5 && written.every(({ count }) => count === 1))
  await allIsWell()
})

test('a delivery that is moved while it is begun is one or the other', async () => {
  for (let round = 0; round < 4; round += 1) {
    const order = await aPaidOrder(open, { day: saturday })
    const [moved] = await outcomes([
      move(ada, order, { day: '2026-12-10' }),
      tess.visitor.call('POST /desk/deliveries/status', {
        body: { deliveryIds: [order.deliveryId], to: 'PREPARING' },
      }),
    ])
    const desk = await ada.visitor.call('GET /desk/orders/:orderId', { params: { orderId: order.orderId } })
    const { day, status } = desk.order.deliveries[0]!
    if (moved === 'done') assert.deepEqual([day, status], ['2026-12-10', 'PREPARING'])
    else assert.deepEqual([moved, day, status], ['not-changeable', saturday, 'PREPARING'])
  }
  await allIsWell()
})
