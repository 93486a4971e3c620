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
  type Wish,
} from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { firstRow, rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { listTiedFrom } from './margin-queries.ts'
import { periodOf } from './period.ts'

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
async function sell(when: string, wish: Pick<Wish, 'quantity' | 'variantId'> = {}): Promise<string> {
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

const productRow = async (key: string) => {
  const { rows } = await sales({ ...days, by: 'product' })
  return rows.find((row) => row.key === key)!
}
const cost = (minor: number | null, stem: string) =>
  open.shop.db.query('update stems set cost_minor = $1 where id = $2', [minor, stem])

test('a product’s margin is what is left without GST and its stems, when all of them have a cost; else it is said why not', async () => {
  // A small one of four peonies at $2.50 and two leaves at 40 cents, twice; and a large one.
  const small = 'var_coral-charm-small'
  await sell('2026-11-20T12:00:00+11:00', { variantId: small, quantity: 2 })
  const because = async (key: string) => {
    const { margin } = await productRow(key)
    return margin?.ok === false ? margin.because : undefined
  }
  assert.equal(await because('prd_peace-lily'), 'No cost is written down for Peace lily.')
  assert.match((await because('prd_coral-charm'))!, /^No cost is written down for .+ and .+\.$/)
  await cost(250, 'stm_peony-coral')
  assert.doesNotMatch((await because('prd_coral-charm'))!, / and /, 'one of them is known by now')
  await cost(40, 'stm_silver-dollar')
  const { total: of, gst, margin } = await productRow('prd_coral-charm')
  const stems = 2 * (4 * 250 + 2 * 40)
  assert.ok(margin?.ok)
  assert.deepEqual([margin.stems, margin.left], [aud(stems), aud(of.minor - gst.minor - stems)])
  assert.equal(margin.basisPoints, Math.round((10_000 * margin.left.minor) / (of.minor - gst.minor)))

  // A size nobody bought in these days may be tied from whatever it likes.
  await cost(null, 'stm_silver-dollar')
  await rows(open.shop.db, sql`delete from recipe_stems where variant_id = ${small} and stem_id = 'stm_silver-dollar'`)
  const { margin: peonies } = await productRow('prd_coral-charm')
  assert.deepEqual(peonies?.ok && peonies.stems, aud(2 * 4 * 250))
  const other = await sales({ ...days, by: 'occasion' })
  assert.ok(
    other.rows.every((row) => row.margin === undefined),
    'stems are told of products',
  )
})

test('the file by product has what its stems cost, or why that is not known', async () => {
  const reply = await open.app.inject({
    url: `/api/desk/reports/sales.csv?from=${days.from}&to=${days.to}&by=product`,
    headers: { cookie: [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  const [header, ...lines] = reply.body.replace('\uFEFF', '').trim().split('\r\n')
  assert.ok(header!.endsWith(',refunded,stems at today’s cost,left without GST and stems,why not known'))
  const line = (key: string) => lines.find((text) => text.startsWith(key))!
  assert.ok(line('prd_peace-lily').endsWith(',,,No cost is written down for Peace lily.'))
  assert.match(line('prd_coral-charm'), /,20,\d+(\.\d+)?,$/)
})

test('what was sold is looked for in the period alone, and each recipe once', async () => {
  const [sold, looked] = await Promise.all([scanned('orders'), scanned('recipe_stems')])
  assert.deepEqual([sold, looked], ['Bitmap Heap Scan', 'Index Scan'])
})

/** How a table is read for stems when it is large, which the tests' tables are not. */
async function scanned(table: string): Promise<string | undefined> {
  let text = ''
  let values: unknown[] = []
  await listTiedFrom(
    { ...open.shop.db, query: async (...[asked, given]) => ((text = asked), (values = given), { rows: [] }) },
    periodOf(days, 'Australia/Melbourne'),
  )
  return open.shop.inTransaction(async (tx) => {
    await rows(tx, sql`set local enable_seqscan = off`)
    const { rows: found } = await tx.query(`explain (format json) ${text}`, values)
    const [{ 'QUERY PLAN': plan }] = found as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }]
    return nodesOf(plan[0].Plan).find((node) => node['Relation Name'] === table)?.['Node Type']
  })
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
