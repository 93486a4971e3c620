import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { eventProcessor } from './process-event.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await rows(open.shop.db, sql`update stock_items set on_hand = 1000`)
})
after(() => open?.close())

/** As a worker does that has taken all of them from the queue, and another one that was taken for dead and is not. */
async function workOnAllAtOnce(): Promise<void> {
  await open.stripe.events.settled()
  const events = await rows<{ id: string }>(open.shop.db, sql`select id from payment_events where processed_at is null`)
  const processEvent = eventProcessor(open.shop)
  await Promise.all([...events, ...events].map(({ id }) => processEvent(id)))
}

test('all news of refunds from the dashboard at the same moment is written down once', { skip }, async () => {
  const orders = await Promise.all(Array.from({ length: 8 }, () => placedOrder(aVisitor(open.app))))
  await Promise.all(orders.map((order) => pay(open.stripe, order)))
  await workOnAllAtOnce()
  await Promise.all(
    orders.map(({ payment }) =>
      open.shop.stripe.refunds.create({ payment_intent: payment!.clientSecret.split('_secret_')[0]!, amount: 1_500 }),
    ),
  )
  await workOnAllAtOnce()
  await open.work()
  assert.deepEqual(await rows(open.shop.db, sql`select distinct refunded_minor::int as refunded from orders`), [
    { refunded: 1_500 },
  ])
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
})

test('money that comes for many at the same moment confirms each that it should, and no other', { skip }, async () => {
  const orders = await Promise.all(Array.from({ length: 10 }, () => placedOrder(aVisitor(open.app))))
  const [cancelled, dearer, ...plain] = orders.map(({ order }) => order.id)
  await Promise.all(orders.map((order) => pay(open.stripe, order)))
  await open.stripe.events.settled()
  await rows(
    open.shop.db,
    sql`update orders set to_pay_minor = to_pay_minor + 100, total_minor = total_minor + 100, goods_minor = goods_minor + 100 where id = ${dearer}`,
  )
  await rows(open.shop.db, sql`update orders set status = 'PREPARING' where id = ${cancelled}`)
  await workOnAllAtOnce()
  const found = await rows<{ id: string; status: string; paid: string }>(
    open.shop.db,
    sql`select o.id, o.status, p.state as paid from orders o join payments p on p.order_id = o.id where o.id in (select jsonb_array_elements_text(${JSON.stringify(orders.map(({ order }) => order.id))}::jsonb))`,
  )
  const byId = new Map(found.map(({ id, status }) => [id, status]))
  assert.deepEqual(
    plain.map((id) => byId.get(id)),
    plain.map(() => 'CONFIRMED'),
  )
  assert.deepEqual([byId.get(cancelled!), byId.get(dearer!)], ['PREPARING', 'PENDING'])
  const written = await rows<{ kind: string; times: number }>(
    open.shop.db,
    sql`select kind, count(*)::int as times from order_events where kind = 'confirmed' and order_id in (select jsonb_array_elements_text(${JSON.stringify(plain)}::jsonb)) group by kind`,
  )
  assert.deepEqual(written, [{ kind: 'confirmed', times: plain.length }])
})

test(
  'the card of a charge is noted as it arrives, and later when somebody has the payment in hand',
  { skip },
  async () => {
    const cardOf = async (orderId: string) =>
      rows(
        open.shop.db,
        sql`select p.method, e.outcome from payments p join payment_events e on e.payload #>> '{data,object,metadata,order}' = p.order_id
          where p.order_id = ${orderId} and e.type = 'charge.succeeded'`,
      )
    const [free, held] = [await placedOrder(aVisitor(open.app)), await placedOrder(aVisitor(open.app))]
    await open.shop.inTransaction(async (tx) => {
      await rows(tx, sql`select from payments where order_id = ${held.order.id} for update`)
      for (const order of [free, held]) await pay(open.stripe, order)
      await open.stripe.events.settled()
    })
    assert.deepEqual(await cardOf(free.order.id), [{ method: 'Visa ending 4242', outcome: 'method noted' }])
    assert.deepEqual(await cardOf(held.order.id), [{ method: null, outcome: null }])
    await open.work()
    assert.deepEqual(await cardOf(held.order.id), [{ method: 'Visa ending 4242', outcome: 'method noted' }])
  },
)
