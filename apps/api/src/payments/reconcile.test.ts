import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import type { Jobs } from '../jobs.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { reconcile } from './reconcile.ts'
import { refundOrder } from './refund-order.ts'

let open: PayingShop
beforeEach(async () => {
  open = await openPayingShop()
})
afterEach(() => open.close())

const statusOf = async (id: string) =>
  (await rows<{ status: string }>(open.shop.db, sql`select status from orders where id = ${id}`))[0]?.status

test('one order that cannot be mended does not stand in the way of the others', async () => {
  const lost = await placedOrder(aVisitor(open.app))
  const other = await placedOrder(aVisitor(open.app))
  await rows(
    open.shop.db,
    sql`update payments set intent_id = 'pi_that_stripe_does_not_know' where order_id = ${lost.order.id}`,
  )
  open.stripe.faults.dropNextEvents(20)
  await pay(open.stripe, other)
  open.shop.clock.advance({ minutes: 6 })
  const findings = await reconcile(open.shop)
  assert.ok(
    findings.some(({ about, found }) => about === lost.order.id && found === 'could not be mended'),
    JSON.stringify(findings),
  )
  assert.equal(await statusOf(other.order.id), 'CONFIRMED')
})

test('an event that cannot be worked on does not stand in the way of the others', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  await rows(
    open.shop.db,
    sql`insert into payment_events (id, type, created_at, received_at, payload)
        values ('evt_broken', 'payment_intent.succeeded', to_timestamp(0), to_timestamp(0), '{"type":"payment_intent.succeeded","data":{}}')`,
  )
  open.stripe.faults.dropNextEvents(20)
  await pay(open.stripe, placed)
  open.shop.clock.advance({ minutes: 6 })
  const findings = await reconcile(open.shop)
  assert.ok(
    findings.some(({ about, found }) => about === 'evt_broken' && found === 'could not be mended'),
    JSON.stringify(findings),
  )
  assert.equal(await statusOf(placed.order.id), 'CONFIRMED')
})

test('a silent Stripe ends the run, and the next one begins where this one did', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  open.stripe.faults.dropNextEvents(20)
  await pay(open.stripe, placed)
  open.shop.clock.advance({ minutes: 6 })
  open.stripe.faults.failNext('GET /v1/events', { times: 3, with: 500 })
  await assert.rejects(reconcile(open.shop))
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from reconciliations`), [])
  await reconcile(open.shop)
  assert.equal(await statusOf(placed.order.id), 'CONFIRMED')
})

test('a refund at which Stripe fails again and again does not stand in the way of the others, and is made when Stripe can', async () => {
  const cancelled = await Promise.all(
    [1, 2].map(async () => {
      const placed = await placedOrder(aVisitor(open.app))
      await pay(open.stripe, placed)
      return placed.order
    }),
  )
  await open.work()
  for (const { link } of cancelled)
    await aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link }, body: {} })
  const wanted = await rows<{ data: Jobs['payments/refund-order'] }>(
    open.shop.db,
    sql`delete from jobs.job where name = 'payments/refund-order' returning data`,
  )
  // The first failure is remembered under its key: for a day the same request has it for an answer. The second passes.
  open.stripe.faults.failNext('POST /v1/refunds', { with: 500, when: 'during' })
  open.stripe.faults.failNext('POST /v1/refunds', { times: 3, with: 500 })
  for (const { data } of wanted) await assert.rejects(refundOrder(open.shop, data))
  open.shop.clock.advance({ minutes: 6 })
  const statuses = () => Promise.all(cancelled.map(({ id }) => statusOf(id)))
  await reconcile(open.shop)
  assert.deepEqual((await statuses()).toSorted(), ['CANCELLED', 'REFUNDED'])
  open.shop.clock.advance({ hours: 25 })
  await reconcile(open.shop)
  assert.deepEqual(await statuses(), ['REFUNDED', 'REFUNDED'])
})

test('an intent that outlived its order is taken back, so that nobody pays for nothing', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  open.shop.clock.advance({ minutes: 21 })
  await releaseExpiredHolds(open.shop)
  // A job that was tried in vain until the queue gave it up.
  await rows(open.shop.db, sql`delete from jobs.job where name = 'payments/cancel-intent'`)
  assert.deepEqual(
    (await reconcile(open.shop)).map(({ about, found }) => [about, found]),
    [[placed.order.id, 'intent cancelled']],
  )
  assert.equal(open.stripe.books().intents[0]?.status, 'canceled')
  await open.work()
  assert.deepEqual(await reconcile(open.shop), [], 'a second run finds nothing')
})

test('an order that is over and keeps its money is told, once its refund should have been made', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  await pay(open.stripe, placed)
  await open.work()
  await aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
  await rows(open.shop.db, sql`delete from jobs.job where name = 'payments/refund-order'`)
  assert.deepEqual(await reconcile(open.shop), [], 'too early to tell')
  open.shop.clock.advance({ minutes: 6 })
  assert.deepEqual(await reconcile(open.shop), [{ about: placed.order.id, found: 'is over and keeps money' }])
})
