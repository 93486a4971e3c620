import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { TestContext } from 'node:test'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import type { TestShop } from '../../test/open-shop.ts'
import { openDays } from '../delivery/index.ts'
import type { Jobs } from '../jobs.ts'
import { type Db, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aSubscriber, sellByChoice, subscribe } from '../subscriptions/test/a-subscriber.ts'
import { someSubscription } from '../subscriptions/test/some-subscriptions.ts'
import { jobHandlers } from './handlers.ts'

/** The way to the database: cut from a transaction on, whatever is asked fails alike, until it is mended. */
interface Way {
  cutAfter: number
  isOpen: boolean
}

const way: Way = { cutAfter: Infinity, isOpen: true }
let open: PayingShop
before(async () => {
  open = await openPayingShop({ around: overAWay })
  await sellByChoice(open)
})
beforeEach(mendWay)
after(() => open.close())

function mendWay(): void {
  way.cutAfter = Infinity
  way.isOpen = true
}

function overAWay(shop: TestShop): TestShop {
  const refuse = () =>
    Promise.reject(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }))
  const query: Db['query'] = (...asked) => (way.isOpen ? shop.db.query(...asked) : refuse())
  const inTransaction: TestShop['inTransaction'] = (...asked) => {
    way.cutAfter -= 1
    if (way.cutAfter < 0) way.isOpen = false
    return way.isOpen ? shop.inTransaction(...asked) : refuse()
  }
  return { ...shop, db: { query, transaction: inTransaction }, inTransaction }
}

/** Has a round done by the shop's own job while the database goes away after so many transactions; says what was logged as an error. */
async function whatIsTold(t: TestContext, round: keyof Jobs, cutAfter: number): Promise<unknown[]> {
  const errors = t.mock.method(open.shop.log, 'error')
  way.cutAfter = cutAfter
  const work = jobHandlers(open.shop)[round] as (payload: object) => Promise<void>
  // The queue tells of it once, and the round comes again.
  await assert.rejects(work({}), /ECONNREFUSED/)
  const told = errors.mock.calls.map(({ arguments: [, words] }) => words)
  errors.mock.restore()
  mendWay()
  return told
}

test('events and payments that were missed are not told one by one', async (t) => {
  open.stripe.faults.dropNextEvents(20)
  for (const visitor of [aVisitor(open.app), aVisitor(open.app), aVisitor(open.app)])
    await pay(open.stripe, await placedOrder(visitor))
  open.shop.clock.advance({ minutes: 6 })
  assert.deepEqual(await whatIsTold(t, 'payments/reconcile', 0), [])
  await jobHandlers(open.shop)['payments/reconcile']({})
  const left = await rows(open.shop.db, sql`select 1 from orders where status = 'PENDING'`)
  assert.equal(left.length, 0, 'the next run does all of it')
})

test('letters are not told to be refused by a mail server that was never asked', async (t) => {
  await open.work()
  for (const id of ['one', 'two'])
    await rows(
      open.shop.db,
      sql`insert into emails (id, once, kind, recipient, subject, html, body, created_at)
          values (${`eml_${id}`}, ${id}, 'order/confirmed', 'mercy@example.com', 'Flowers', '<p>', 'Flowers', '2026-11-20T09:00:00+11:00')`,
    )
  // The round forgets old words first.
  assert.deepEqual(await whatIsTold(t, 'notifications/send-unsent', 1), [])
})

test('subscriptions that are to be drawn up are not told one by one', async (t) => {
  await openDays(open.shop)
  for (const id of ['sub_one', 'sub_two', 'sub_three'] as const)
    await someSubscription(open.shop, {
      id,
      accountId: 'acc_owner',
      kind: 'recurring',
      frequency: 'weekly',
      anchorDay: '2026-12-03',
    })
  assert.deepEqual(await whatIsTold(t, 'subscriptions/look-ahead', 0), [])
})

test('cards that were charged while it went are not told one by one, and are not charged again', async (t) => {
  for (const subscriber of [await aSubscriber(open), await aSubscriber(open)]) await subscribe(subscriber)
  await rows(open.shop.db, sql`delete from subscriptions where account_id = 'acc_owner'`)
  open.shop.clock.set('2026-11-30T16:00:00+11:00')
  const charged = () => open.stripe.books().intents.filter(({ metadata }) => metadata['paidFor']).length
  // One takes what is due, one writes the intents down.
  assert.deepEqual(await whatIsTold(t, 'subscriptions/charge-due', 2), [])
  assert.equal(charged(), 2)
  open.shop.clock.advance({ hours: 1 })
  await jobHandlers(open.shop)['subscriptions/charge-due']({})
  assert.equal(charged(), 2)
})

test('a hold that cannot be given back is told alone while the database answers', async (t) => {
  const stuck = await placedOrder(aVisitor(open.app), { day: '2026-12-07' })
  const other = await placedOrder(aVisitor(open.app), { day: '2026-12-07' })
  await rows(open.shop.db, sql`update delivery_places set taken = 1 where day = '2026-12-07'`)
  open.shop.clock.advance({ minutes: 21 })
  const errors = t.mock.method(open.shop.log, 'error')
  await jobHandlers(open.shop)['orders/release-expired-holds']({})
  assert.deepEqual(
    errors.mock.calls.map(({ arguments: [, words] }) => words),
    ['an expired hold could not be given back'],
  )
  const statuses = await rows<{ status: string }>(
    open.shop.db,
    sql`select status from orders where id in (${stuck.order.id}, ${other.order.id}) order by status`,
  )
  assert.deepEqual(
    statuses.map(({ status }) => status),
    ['CANCELLED', 'PENDING'],
  )
})
