import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { SalesBy } from '@flora/contract/reports.ts'
import { total } from '@flora/money/money.ts'
import {
  aud,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  placedOrder,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { firstRow } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

let open: PayingShop
let manager: Visitor
before(async () => {
  open = await openPayingShop({ now: '2026-11-18T10:00:00+11:00' })
  // Half a minute before and after midnight at the shop; an hour on the other side of each, the day in UTC is the same.
  await sell('2026-11-18T10:00:00+11:00')
  await sell('2026-11-18T23:59:30+11:00', { quantity: 2 })
  await sell('2026-11-19T00:00:30+11:00')
  const cancelled = await sell('2026-11-19T09:00:00+11:00', { quantity: 2 })
  at('2026-11-20T08:00:00+11:00')
  await aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link: cancelled }, body: {} })
  await open.work()
  // Never paid: no sale.
  await placedOrder(aVisitor(open.app), { day: '2026-11-23' })
  const { cookies } = await aSignedIn(open.shop, { role: 'manager' })
  manager = aVisitor(open.app)
  for (const [name, value] of cookies) manager.cookies.set(name, value)
})
after(() => open.close())

const at = (text: string) => open.shop.clock.set(text)

/** A paid order, by its link; the browser is another's each time. */
async function sell(when: string, wish: { quantity?: number } = {}): Promise<string> {
  at(when)
  const placed = await placedOrder(aVisitor(open.app), { day: '2026-11-23', ...wish })
  await pay(open.stripe, placed)
  await open.work()
  return placed.order.link
}

const days = { from: '2026-11-16', to: '2026-11-22' } as const
const sales = (query: { from: string; to: string; by?: SalesBy }) =>
  manager.call('GET /desk/reports/sales', { query: query as { from: typeof days.from; to: typeof days.to } })
const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('an order counts on the day at which the shop’s clock stood when its money came', async () => {
  const { rows } = await sales({ ...days, by: 'day' })
  assert.deepEqual(
    rows.map(({ key, orders, quantity }) => [key, orders, quantity]),
    [
      ['2026-11-16', 0, 0],
      ['2026-11-17', 0, 0],
      ['2026-11-18', 2, 3],
      ['2026-11-19', 2, 3],
      ['2026-11-20', 0, 0],
      ['2026-11-21', 0, 0],
      ['2026-11-22', 0, 0],
    ],
  )
})

test('what was given back stands on the day it went, and not on the day of the sale', async () => {
  const { rows } = await sales({ ...days, by: 'day' })
  const back = rows.filter(({ refunded }) => refunded.minor > 0)
  assert.deepEqual(
    back.map(({ key }) => key),
    ['2026-11-20'],
  )
  assert.ok(back[0]!.refunded.minor > 0 && back[0]!.total.minor === 0)
})

test('however a period is cut, the same money comes out, to the cent', async () => {
  const truth = (await firstRow<{ total: number; gst: number; fees: number; orders: number }>(
    open.shop.db,
    sql`select sum(total_minor)::bigint as total, sum(gst_minor)::bigint as gst, sum(delivery_minor)::bigint as fees, count(*)::int as orders
        from orders where confirmed_at is not null`,
  ))!
  for (const by of ['day', 'week', 'month', 'zone'] as const) {
    const { rows, sum } = await sales({ ...days, by })
    const all = (of: 'total' | 'gst') =>
      total(
        rows.map((row) => row[of]),
        'AUD',
      )
    assert.deepEqual([all('total'), all('gst')], [aud(truth.total), aud(truth.gst)], by)
    assert.deepEqual([sum.total, sum.gst, sum.orders], [aud(truth.total), aud(truth.gst), truth.orders], by)
  }
  const { rows } = await sales({ ...days, by: 'product' })
  assert.deepEqual(
    total(
      rows.map((row) => row.total),
      'AUD',
    ),
    aud(truth.total - truth.fees),
    'lines have no delivery',
  )
})

test('the days before are as many, and the whole week stands before the next', async () => {
  const next = await sales({ from: '2026-11-23', to: '2026-11-29', by: 'month' })
  const { sum } = await sales({ ...days, by: 'occasion' })
  assert.deepEqual([next.before.from, next.before.to, next.sum.orders], ['2026-11-16', '2026-11-22', 0])
  assert.deepEqual(next.before.total, sum.total)
})

test('the statement has the GST of what was sold, less its share in what went back', async () => {
  const tax = await manager.call('GET /desk/reports/tax', { query: days })
  const { sum } = await sales(days)
  assert.deepEqual([tax.sales, tax.gstOnSales, tax.refunded], [sum.total, sum.gst, sum.refunded])
  assert.equal(tax.invoices, 4)
  assert.equal(tax.refunds, 1)
  // All of it is taxed here, so a refund has its eleventh.
  assert.equal(tax.gstOnRefunds.minor, Math.round(tax.refunded.minor / 11))
  assert.equal(tax.gst.minor, tax.gstOnSales.minor - tax.gstOnRefunds.minor)
})

test('the file for the accountant adds up to the statement', async () => {
  const reply = await open.app.inject({
    url: `/api/desk/reports/tax.csv?from=${days.from}&to=${days.to}`,
    headers: { cookie: [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  assert.equal(reply.headers['content-disposition'], 'attachment; filename="flora-tax-2026-11-16-to-2026-11-22.csv"')
  const [header, ...lines] = reply.body.replace('\uFEFF', '').trim().split('\r\n')
  assert.equal(header, 'day,kind,order,total,gst')
  assert.deepEqual(
    lines.map((line) => line.split(',').slice(0, 2).join(' ')),
    ['2026-11-18 sale', '2026-11-18 sale', '2026-11-19 sale', '2026-11-19 sale', '2026-11-20 refund'],
  )
  const tax = await manager.call('GET /desk/reports/tax', { query: days })
  const cents = (column: number) =>
    lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[column]) * 100), 0)
  assert.deepEqual([cents(3), cents(4)], [tax.sales.minor - tax.refunded.minor, tax.gst.minor])
})

test('every report is there as a file', async () => {
  for (const [name, columns] of [
    ['sales', 'key,name,orders,quantity,goods,delivery,discount,total,gst,refunded'],
    ['subscriptions', 'day,started,ended,deliveries,skipped,failed,revenue'],
    ['refunds', 'day,order,reason,who,state,amount'],
  ] as const) {
    const reply = await open.app.inject({
      url: `/api/desk/reports/${name}.csv?from=${days.from}&to=${days.to}`,
      headers: { cookie: [...manager.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    })
    assert.equal(reply.statusCode, 200, name)
    assert.equal(reply.body.replace('\uFEFF', '').split('\r\n')[0], columns)
  }
})

test('a refund is named with its order and its reason', async () => {
  const report = await manager.call('GET /desk/reports/refunds', { query: days })
  assert.deepEqual(
    report.reasons.map(({ reason, count }) => [reason, count]),
    [['cancelled', 1]],
  )
  assert.deepEqual([report.count, report.refunds[0]!.day, report.refunds[0]!.state], [1, '2026-11-20', 'succeeded'])
  assert.deepEqual(report.refunds[0]!.amount, report.sum)
})

test('subscriptions have a row a month, also where nothing was', async () => {
  const report = await manager.call('GET /desk/reports/subscriptions', {
    query: { from: '2026-10-15', to: '2026-12-02' },
  })
  assert.deepEqual(
    report.months.map(({ day, started }) => [day, started]),
    [
      ['2026-10-15', 0],
      ['2026-11-01', 0],
      ['2026-12-01', 0],
    ],
  )
})

test('a period that ends before it begins, or never ends, is refused in words', async () => {
  await assert.rejects(sales({ from: '2026-11-02', to: '2026-11-01' }), isProblem('period-upside-down'))
  await assert.rejects(sales({ from: '2020-01-01', to: '2026-01-01' }), isProblem('period-too-long'))
})
