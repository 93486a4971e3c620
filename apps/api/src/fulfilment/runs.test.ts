import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DeliveryId } from '@flora/contract/ids.ts'
import { afternoon, aVisitor, openPayingShop, type PayingShop, saturday } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aMember, aPaidOrder, aRun, type Member, orderOf, refuses } from './test/a-day.ts'

let open: PayingShop
let florist: Member
let wren: Member
before(async () => {
  open = await openPayingShop()
  florist = await aMember(open, 'florist', 'Ada Marsh')
  wren = await aMember(open, 'driver', 'Wren Hall')
})
after(() => open.close())

const day = saturday
const runsOf = () => florist.call('GET /fulfilment/days/:day/runs', { params: { day } })
const report = (by: Member, deliveryId: DeliveryId, body: object) =>
  by.call('POST /driver/stops/:deliveryId/reports', {
    params: { deliveryId },
    body: { key: crypto.randomUUID(), at: open.shop.clock.now().toString(), outcome: 'delivered', ...body },
  })

test('stops are planned into runs, arranged, and a second arranger is told that she is late', async () => {
  const one = await aPaidOrder(open)
  const two = await aPaidOrder(open, { windowId: afternoon })
  const three = await aPaidOrder(open)
  const before = await runsOf()
  assert.deepEqual(before.withoutRun.length, 3)
  assert.deepEqual(before.drivers[0], { accountId: wren.accountId, name: 'Wren Hall' })

  await refuses(
    florist.call('POST /fulfilment/days/:day/runs/plan', { params: { day }, body: { version: before.version } }),
    'no-runs-yet',
  )
  const added = await florist.call('POST /fulfilment/days/:day/runs', {
    params: { day },
    body: { version: before.version, driverId: wren.accountId },
  })
  const planned = await florist.call('POST /fulfilment/days/:day/runs/plan', {
    params: { day },
    body: { version: added.version },
  })
  assert.equal(planned.withoutRun.length, 0)
  const [run] = planned.runs
  assert.equal(run!.stops.at(-1)!.deliveryId, two.deliveryId, 'the afternoon comes last')
  assert.deepEqual(
    run!.stops.map(({ position }) => position),
    [1, 2, 3],
  )

  const late = florist.call('PUT /fulfilment/runs/:runId/stops', {
    params: { runId: run!.id },
    body: { version: added.version, deliveryIds: [one.deliveryId] },
  })
  await refuses(late, 'runs-changed')

  const wanted = [two.deliveryId, three.deliveryId]
  const arranged = await florist.call('PUT /fulfilment/runs/:runId/stops', {
    params: { runId: run!.id },
    body: { version: planned.version, deliveryIds: wanted },
  })
  assert.deepEqual(
    arranged.runs[0]!.stops.map(({ deliveryId }) => deliveryId),
    wanted,
  )
  assert.deepEqual(
    arranged.withoutRun.map(({ deliveryId }) => deliveryId),
    [one.deliveryId],
  )
  const gone = await florist.call('DELETE /fulfilment/runs/:runId', {
    params: { runId: run!.id },
    body: { version: arranged.version },
  })
  assert.equal(gone.withoutRun.length, 3)
})

test('a delivery of another day is in no run of this one, whoever names it', async () => {
  const sunday = await aPaidOrder(open, { day: '2026-11-23' as never })
  const run = await aRun(florist, wren.accountId, [])
  const { version } = await runsOf()
  const wrong = florist.call('PUT /fulfilment/runs/:runId/stops', {
    params: { runId: run.id },
    body: { version, deliveryIds: [sunday.deliveryId] },
  })
  await refuses(wrong, 'stop-not-of-day')
})

test('the van leaves once, its buyers hear of it once, and their orders are in the van', async () => {
  const order = await aPaidOrder(open)
  const run = await aRun(florist, wren.accountId, [order.deliveryId])
  const left = await wren.call('POST /driver/runs/:runId/departure', { params: { runId: run.id }, body: {} })
  assert.equal(left.stops[0]!.status, 'OUT_FOR_DELIVERY')
  await wren.call('POST /driver/runs/:runId/departure', { params: { runId: run.id }, body: {} })
  await open.work()
  assert.equal((await orderOf(open, order.link)).status, 'OUT_FOR_DELIVERY')
  const letters = open.shop.letters.filter(({ text }) => text.includes(order.number) && /in the van/.test(text))
  assert.equal(letters.length, 1)
  assert.match(letters[0]!.subject, /June’s flowers are in the van/)
})

test('a report that is sent twice, at once and later, is one report, one word of history and one letter', async () => {
  const order = await aPaidOrder(open)
  await aRun(florist, wren.accountId, [order.deliveryId])
  const body = { key: crypto.randomUUID(), where: 'Under the fig', at: '2026-11-19T23:30:00Z' }
  await Promise.all([1, 2, 3].map(() => report(wren, order.deliveryId, body)))
  const stop = await report(wren, order.deliveryId, body)
  assert.equal(stop.reports.length, 1)
  assert.equal(stop.status, 'DELIVERED')
  await open.work()
  const seen = await orderOf(open, order.link)
  assert.equal(seen.status, 'DELIVERED')
  assert.deepEqual(seen.deliveries[0]!.outcome, {
    kind: 'delivered',
    at: '2026-11-19T23:00:00Z',
    where: 'Under the fig',
    photos: [],
  })
  assert.equal(seen.events.filter(({ kind }) => kind === 'delivered').length, 1)
  assert.equal(open.shop.letters.filter(({ text }) => text.includes('Under the fig')).length, 1)
  // The same key with other words is somebody's mistake, and said.
  const other = report(wren, order.deliveryId, { ...body, where: 'At the gate' })
  await refuses(other, 'key-used')
})

test('reports that come late and in the wrong order end as they happened', async () => {
  const order = await aPaidOrder(open)
  await aRun(florist, wren.accountId, [order.deliveryId])
  const neighbour = { outcome: 'with-neighbour', where: 'Number 14', at: '2026-11-19T22:40:00Z' }
  const nobody = { outcome: 'nobody-home', next: 'later-today', at: '2026-11-19T21:10:00Z' }
  await report(wren, order.deliveryId, neighbour)
  open.shop.clock.advance({ seconds: 1 })
  const stop = await report(wren, order.deliveryId, nobody)
  assert.equal(stop.status, 'DELIVERED')
  assert.equal(stop.outcome!.outcome, 'with-neighbour')
  assert.deepEqual(
    stop.reports.map(({ changedNothing }) => changedNothing),
    [false, true],
  )
  await open.work()
  const seen = await orderOf(open, order.link)
  assert.deepEqual(seen.deliveries[0]!.outcome?.where, 'Number 14')
  assert.ok(!seen.events.some(({ kind }) => kind === 'nobody-home'))
  const letters = open.shop.letters.filter(({ text }) => text.includes(order.number)).map(({ subject }) => subject)
  assert.ok(
    letters.some((subject) => subject.endsWith('with a neighbour')) && !letters.includes('Nobody was home'),
    String(letters),
  )
})

test('nobody home says what then, and the buyer hears it', async () => {
  const order = await aPaidOrder(open)
  await aRun(florist, wren.accountId, [order.deliveryId])
  const unsaid = report(wren, order.deliveryId, { outcome: 'nobody-home' })
  await refuses(unsaid, 'say-what-next')
  const nowhere = report(wren, order.deliveryId, { outcome: 'with-neighbour' })
  await refuses(nowhere, 'say-where')
  const stop = await report(wren, order.deliveryId, {
    outcome: 'nobody-home',
    next: 'back-to-shop',
    note: 'Dog in the yard',
  })
  assert.equal(stop.status, 'NOT_DELIVERED')
  await open.work()
  const letter = open.shop.letters.find(
    ({ subject, text }) => subject === 'Nobody was home' && text.includes(order.number),
  )
  assert.match(letter!.text, /back at the shop/)
  assert.ok(!letter!.text.includes('Dog in the yard'), 'the driver’s note is for the shop')
})

test('a driver has her own stops and nobody else’s; one who hands a run on may still say what happened', async () => {
  const order = await aPaidOrder(open)
  const run = await aRun(florist, wren.accountId, [order.deliveryId])
  const kit = await aMember(open, 'driver', 'Kit Lane')
  const refused = report(kit, order.deliveryId, {})
  await refuses(refused, 'stop-not-found')
  assert.deepEqual((await kit.call('GET /driver/today', {})).runs, [])
  const departing = kit.call('POST /driver/runs/:runId/departure', { params: { runId: run.id }, body: {} })
  await refuses(departing, 'run-not-found')

  const { version } = await runsOf()
  await florist.call('PATCH /fulfilment/runs/:runId', {
    params: { runId: run.id },
    body: { version, driverId: kit.accountId },
  })
  assert.equal((await report(wren, order.deliveryId, { at: '2026-11-19T22:00:00Z' })).status, 'DELIVERED')
})

test('what was cancelled on the way is reported all the same, and stays cancelled', async () => {
  const order = await aPaidOrder(open)
  await aRun(florist, wren.accountId, [order.deliveryId])
  await aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link: order.link }, body: {} })
  const stop = await report(wren, order.deliveryId, {})
  assert.deepEqual([stop.status, stop.reports[0]!.changedNothing], ['CANCELLED', true])
  assert.equal((await orderOf(open, order.link)).status, 'CANCELLED')
  await open.work()
})

test('an order of two deliveries is delivered when both are', async () => {
  const order = await aPaidOrder(open)
  const [second] = await rows<{ id: DeliveryId }>(
    open.shop.db,
    sql`insert into order_deliveries select (jsonb_populate_record(d, jsonb_build_object('id', 'dlv_second', 'position', 1))).*
        from order_deliveries d where id = ${order.deliveryId} returning id`,
  )
  await aRun(florist, wren.accountId, [order.deliveryId, second!.id])
  await report(wren, order.deliveryId, {})
  const statusOf = async () =>
    (await rows<{ status: string }>(open.shop.db, sql`select status from orders where id = ${order.orderId}`))[0]!
      .status
  assert.equal(await statusOf(), 'PREPARING')
  await report(wren, second!.id, { outcome: 'nobody-home', next: 'later-today' })
  assert.equal(await statusOf(), 'OUT_FOR_DELIVERY')
  await report(wren, second!.id, {})
  assert.equal(await statusOf(), 'DELIVERED')
})

test('today is the shop’s, on the night summer time ends too', async () => {
  const midnights = [
    ['2027-04-03T23:59:59+11:00', '2027-04-03'],
    ['2027-04-04T00:00:00+11:00', '2027-04-04'],
    // Two o'clock comes twice; the day is 25 hours long.
    ['2027-04-04T02:30:00+11:00', '2027-04-04'],
    ['2027-04-04T23:59:59+10:00', '2027-04-04'],
    ['2027-04-05T00:00:00+10:00', '2027-04-05'],
  ] as const
  const kept = open.shop.clock.now()
  await rows(open.shop.db, sql`insert into run_days (day) values ('2027-04-04')`)
  await rows(
    open.shop.db,
    sql`insert into runs (id, day, number, driver_id) values ('run_april', '2027-04-04', 1, ${wren.accountId})`,
  )
  for (const [now, today] of midnights) {
    open.shop.clock.set(now)
    const { headers } = await aSignedIn(open.shop, { accountId: wren.accountId, role: 'driver' })
    const reply = await open.app.inject({ url: '/api/driver/today', headers })
    const seen = reply.json<{ day: string; runs: { id: string }[] }>()
    assert.equal(seen.day, today, now)
    assert.deepEqual(
      seen.runs.map(({ id }) => id),
      today === '2027-04-04' ? ['run_april'] : [],
      now,
    )
  }
  open.shop.clock.set(kept.toString())
})
