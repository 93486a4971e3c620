import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { metricRules, type ShopMetrics } from '../metrics.ts'
import { rows } from '../platform/db.ts'
import { eventOutcomes, toEventOutcome } from '../payments/event-outcome.ts'
import { reconcile } from '../payments/reconcile.ts'
import { openMetrics } from '../platform/metrics.ts'
import { sql } from '../platform/sql.ts'
import { buildHttpApp } from './http-app.ts'
import { tellFigures } from './tell-figures.ts'

let open: PayingShop
let metrics: ShopMetrics
before(async () => {
  metrics = await openMetrics(metricRules, { door: 'work' })
  open = await openPayingShop({ around: (shop) => ({ ...shop, metrics }) })
  const { shop } = open
  tellFigures(metrics, { shop, database: shop.database, release: 'tested', works: true })
})
after(() => open.close())

/** What a metric says, by its labels without the door's. */
async function told(name: string): Promise<Record<string, number>> {
  const { text } = await metrics.told()
  const lines = [...text.matchAll(new RegExp(`^${name}\\{(.*?),?door="work"\\} (.+)$`, 'gm'))]
  return Object.fromEntries(lines.map(([, labels, value]) => [labels!.replace(/^\w+="(.*)"$/, '$1'), Number(value)]))
}

const only = async (name: string) => (await told(name))['']

test('orders of the last hour are told by what became of them, and what happened to them', async () => {
  await placedOrder(aVisitor(open.app))
  await pay(open.stripe, await placedOrder(aVisitor(open.app)))
  await pay(open.stripe, await placedOrder(aVisitor(open.app)), 'pm_card_visa_chargeDeclined')
  await open.work()
  assert.deepEqual(await told('flora_orders_last_hour'), {
    pending: 2,
    confirmed: 1,
    expired: 0,
    cancelled: 0,
    refunded: 0,
  })
  const { paid, waiting, failed } = await told('flora_payments_last_hour')
  assert.deepEqual([paid, waiting, failed], [1, 1, 1])
  const { placed, confirmed } = await told('flora_order_events_last_hour')
  assert.deepEqual([placed, confirmed], [3, 1])

  open.shop.clock.advance({ minutes: 40 })
  assert.equal(await only('flora_holds_overdue'), 2, 'nobody gave their places back')
  await open.shop.inTransaction((tx) => open.shop.jobs.enqueue(tx, 'orders/release-expired-holds', {}))
  await open.work()
  assert.equal(await only('flora_holds_overdue'), 0)
  assert.equal((await told('flora_orders_last_hour'))['expired'], 2)

  open.shop.clock.advance({ minutes: 30 })
  const later = await told('flora_orders_last_hour')
  assert.deepEqual(new Set(Object.values(later)), new Set([0]), 'an hour later it is history')
})

test('payment events are counted by what came of them, as their records say', async () => {
  const name = 'flora_payment_events_total'
  const before = await told(name)
  assert.deepEqual(Object.keys(before).toSorted(), eventOutcomes.toSorted(), 'each is told from the beginning')
  const paid = await placedOrder(aVisitor(open.app))
  await pay(open.stripe, paid)
  await pay(open.stripe, await placedOrder(aVisitor(open.app)), 'pm_card_visa_chargeDeclined')
  await open.work()
  await aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link: paid.order.link }, body: {} })
  await open.work()
  // Once more the same: known already, and no more than that.
  const [first] = open.stripe.events.list()
  open.stripe.events.resend(first!.id)
  await open.work()

  const counted = await told(name)
  assert.equal(counted['confirmed']! - before['confirmed']!, 1)
  assert.equal(counted['method-noted']! - before['method-noted']!, 1)
  assert.ok(counted['failed']! > before['failed']!)
  const records = await rows<{ outcome: string }>(
    open.shop.db,
    sql`select outcome from payment_events where processed_at is not null`,
  )
  const recorded = Object.fromEntries(eventOutcomes.map((outcome) => [outcome, 0]))
  for (const { outcome } of records) recorded[toEventOutcome(outcome)]! += 1
  assert.deepEqual(counted, recorded)
  assert.equal(counted['other'], 0)
})

test('what waits is told with its age', async () => {
  const { shop } = open
  const at = shop.clock.now().subtract({ minutes: 10 }).toString()
  await rows(
    shop.db,
    sql`insert into emails (id, once, kind, recipient, subject, html, body, created_at)
        values ('eml_waits', 'waits', 'confirmed', 'mercy@example.com', '', '', '', ${at}::timestamptz)`,
  )
  await rows(
    shop.db,
    sql`insert into payment_events (id, type, created_at, received_at, payload) values ('evt_waits', 'x', ${at}::timestamptz, ${at}::timestamptz, '{}')`,
  )
  assert.deepEqual([await only('flora_letters_unsent'), await only('flora_letters_oldest_unsent_seconds')], [1, 600])
  assert.deepEqual(
    [await only('flora_payment_events_open'), await only('flora_payment_events_oldest_seconds')],
    [1, 600],
  )
  assert.equal(await only('flora_refunds_open'), 0)
  await rows(shop.db, sql`delete from payment_events where id = 'evt_waits'`)
  await rows(shop.db, sql`delete from emails where id = 'eml_waits'`)
})

test('money that disagrees with its order is told as what reconciliation found', async () => {
  assert.deepEqual(await told('flora_reconciliation_age_seconds'), {}, 'there was none yet')
  const placed = await placedOrder(aVisitor(open.app))
  await pay(open.stripe, placed)
  await open.work()
  open.shop.clock.advance({ minutes: 20 })
  await reconcile(open.shop)
  assert.equal((await told('flora_reconciliation_findings'))['money'], 0)

  await rows(open.shop.db, sql`update payments set received_minor = received_minor - 1 where state = 'paid'`)
  await reconcile(open.shop)
  open.shop.clock.advance({ minutes: 2 })
  assert.ok((await told('flora_reconciliation_findings'))['money']! >= 1)
  assert.equal(await only('flora_reconciliation_age_seconds'), 120)
})

test('jobs that wait are told by name, with the age of the oldest', async () => {
  await open.shop.inTransaction((tx) => open.shop.jobs.enqueue(tx, 'cart/sweep', {}))
  const waiting = await told('flora_jobs_waiting')
  assert.equal(waiting['cart/sweep'], 1)
  assert.equal(waiting['payments/process-event'], 0)
  assert.ok((await told('flora_jobs_oldest_waiting_seconds'))['cart/sweep']! >= 0)
  await open.work()
  assert.equal((await told('flora_jobs_waiting'))['cart/sweep'], 0)
})

test('a refusal is counted by its code, and the public’s door tells no measurements', async (t) => {
  const app = await buildHttpApp(open.shop, async () => ({ database: true, migrations: true, queue: true }), {
    metrics,
  })
  t.after(() => app.close())
  await app.inject({ url: `/api/orders/${'0'.repeat(32)}` })
  await app.inject({ url: '/api/products?sort=nonsense' })
  const refusals = await told('flora_refusals_total')
  assert.equal(refusals['order-not-found'], 1)
  assert.equal(refusals['malformed-request'], 1)
  for (const url of ['/metrics', '/api/metrics']) assert.equal((await app.inject({ url })).statusCode, 404, url)
  const { text } = await metrics.told()
  assert.match(
    text,
    /^flora_http_requests_total\{method="GET",route="\/api\/orders\/:link",status="4xx",door="work"\} 1$/m,
  )
  assert.doesNotMatch(text, /0{32}/, 'a link is in no label')
})

test('what cannot be read is not told as it was before, and the process is', async () => {
  const own = await openMetrics(metricRules, { door: 'work' })
  const { shop } = open
  let isAway = false
  const db = {
    ...shop.db,
    query: ((...asked) =>
      isAway ? Promise.reject(new Error('away')) : shop.db.query(...asked)) as typeof shop.db.query,
  }
  tellFigures(own, { shop: { ...shop, db }, database: shop.database, release: 'tested', works: true })
  assert.match((await own.told()).text, /^flora_holds_overdue\{door="work"\} 0$/m)
  isAway = true
  const { text } = await own.told()
  assert.match(text, /^flora_figures_up\{door="work"\} 0$/m)
  assert.doesNotMatch(text, /^flora_(holds|letters_un|jobs_waiting|orders)/m)
  assert.match(text, /^flora_process_resident_bytes\{door="work"\} \d+$/m)
})
