import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ChangedMeanwhile, WouldBreak } from '@flora/contract/delivery-desk.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import {
  afternoon,
  aFilledCart,
  aVisitor,
  morning,
  openPayingShop,
  type PayingShop,
  place,
  placedOrder,
  theBooks,
  type Visitor,
} from '../../../test/open-paying-shop.ts'
import { firstRow, rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { aManager, refusalOf } from './test/at-the-desk.ts'

let open: PayingShop
let ada: Visitor
before(async () => {
  open = await openPayingShop()
  ada = await aManager(open)
})
after(() => open.close())

const look = () => ada.call('GET /desk/delivery/arrangements', {})
const version = async () => (await look()).version
const dayAt = (day: ShopDay) => ada.call('GET /desk/delivery/days/:day', { params: { day } })
const windowAt = async (day: ShopDay, windowId: string) =>
  (await dayAt(day)).windows.find((window) => window.windowId === windowId)!
const shoppersDay = async (day: ShopDay) =>
  (await aVisitor(open.app).call('GET /delivery/calendar', { query: { postcode: '3067' } })).days.find(
    (one) => one.day === day,
  )!
const cancel = (link: string) =>
  aVisitor(open.app).call('POST /orders/:link/cancellation', { params: { link }, body: { reason: 'Another day' } })

test('a month shows what is open, taken, surged and closed, and why', async () => {
  await placedOrder(aVisitor(open.app), { day: '2026-12-01' })
  const month = await ada.call('GET /desk/delivery/months/:month', { params: { month: '2026-12' } })
  assert.equal(month.days.length, 31)
  const [first] = month.days
  assert.deepEqual(first?.places, { capacity: 40, taken: 1, left: 39 })
  assert.deepEqual([first?.orders, first?.benchMinutes.taken], [1, 3])
  assert.deepEqual(
    first?.zones.map(({ zoneId, places }) => [zoneId, places.capacity]),
    [
      ['zon_inner', 40],
      ['zon_pick-up', 40],
    ],
  )
  const christmas = month.days[24]!
  assert.deepEqual([christmas.open, christmas.closedBecause], [false, 'Christmas Day'])
  assert.equal(month.days[5]!.closedBecause, 'Nobody delivers on that weekday')
  const february = await ada.call('GET /desk/delivery/months/:month', { params: { month: '2027-02' } })
  assert.equal(february.days[11]!.surge?.fee.minor, 800)
})

test('the evening windows of a day close in one call, and open again as they were', async () => {
  const day: ShopDay = '2027-02-13'
  const windows = { of: 'hours', from: '14:00' } as const
  await ada.call('PATCH /desk/delivery/days/:day', {
    params: { day },
    body: { version: await version(), windows: [{ windowId: afternoon, places: 7 }] },
  })
  const { closures } = await ada.call('POST /desk/delivery/closures', {
    body: { version: await version(), days: [day], windows, reason: 'Every van is out' },
  })
  assert.deepEqual(
    closures.filter((closure) => closure.day === day),
    [{ day, scope: 'window', windowId: afternoon, reason: 'Every van is out' }],
  )
  const shown = await shoppersDay(day)
  assert.deepEqual(
    shown.windows.map(({ id, open: isOpen, reason }) => [id, isOpen, reason?.code]),
    [
      [morning, true, undefined],
      [afternoon, false, 'closed'],
      ['win_pick-up-day', true, undefined],
    ],
  )
  assert.deepEqual((await windowAt(day, afternoon)).places, { capacity: 0, taken: 0, left: 0 })

  for (let times = 0; times < 2; times += 1)
    await ada.call('POST /desk/delivery/closures/removal', { body: { version: await version(), days: [day], windows } })
  assert.deepEqual((await windowAt(day, afternoon)).places, { capacity: 7, taken: 0, left: 7 })
  const night = ada.call('POST /desk/delivery/closures', {
    body: { version: await version(), days: [day], windows: { of: 'hours', from: '20:00' }, reason: 'Night' },
  })
  assert.equal((await refusalOf(night)).code, 'nothing-to-close')
})

test('closing where orders are promised names them; even so they stay, and nobody gets their place after them', async () => {
  const day: ShopDay = '2026-12-03'
  const { order } = await placedOrder(aVisitor(open.app), { day })
  const windows = { of: 'shop' } as const
  const body = { version: await version(), days: [day], windows, reason: 'The boiler' }
  const refusal = await refusalOf<WouldBreak>(ada.call('POST /desk/delivery/closures', { body }))
  assert.equal(refusal.code, 'orders-would-break')
  assert.deepEqual(
    refusal.orders.map(({ number }) => number),
    [order.number],
  )
  assert.match(refusal.consequence, /stays promised/)
  assert.equal((await shoppersDay(day)).open, true)
  assert.deepEqual((await windowAt(day, morning)).places, { capacity: 20, taken: 1, left: 19 })

  await ada.call('POST /desk/delivery/closures', { body: { ...body, evenSo: true } })
  assert.deepEqual([(await shoppersDay(day)).open, (await dayAt(day)).closedBecause], [false, 'The boiler'])
  assert.deepEqual((await windowAt(day, morning)).places, { capacity: 1, taken: 1, left: 0 })
  await cancel(order.link)
  assert.deepEqual((await windowAt(day, morning)).places, { capacity: 0, taken: 0, left: 0 })
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
})

test('a cart that was filled before a closure places nothing after it', async () => {
  const day: ShopDay = '2026-12-04'
  const shopper = aVisitor(open.app)
  const { toPay } = await aFilledCart(shopper, { day })
  const windows = { of: 'zones' as const, zoneIds: ['zon_inner' as const] }
  await ada.call('POST /desk/delivery/closures', {
    body: { version: await version(), days: [day], windows, reason: 'A marathon' },
  })
  await refusalOf(place(shopper, toPay))
  assert.equal((await windowAt(day, morning)).places.taken, 0)
})

test('capacity goes below what is taken only when the orders are known, and sinks as they leave', async () => {
  const day: ShopDay = '2026-12-07'
  const orders = [
    await placedOrder(aVisitor(open.app), { day }),
    await placedOrder(aVisitor(open.app), { day }),
    await placedOrder(aVisitor(open.app), { day, windowId: afternoon }),
  ]
  const change = (body: object) =>
    ada.call('PATCH /desk/delivery/days/:day', { params: { day }, body: { version: 0, ...body } })
  const at = await version()
  const refusal = await refusalOf<WouldBreak>(change({ version: at, places: 1 }))
  assert.deepEqual([refusal.code, refusal.total], ['orders-would-break', 3])
  const shared = await change({ version: at, places: 1, evenSo: true })
  // The one place goes where most is taken; the other window has an order and no place of its own.
  assert.deepEqual(
    shared.windows.slice(0, 2).map(({ ownCapacity, places }) => [ownCapacity, places.capacity]),
    [
      [1, 2],
      [0, 1],
    ],
  )
  await cancel(orders[0]!.order.link)
  assert.deepEqual((await windowAt(day, morning)).places, { capacity: 1, taken: 1, left: 0 })
  await cancel(orders[1]!.order.link)
  assert.deepEqual((await windowAt(day, morning)).places, { capacity: 1, taken: 0, left: 1 })

  const usual = await change({ version: await version(), places: null })
  assert.deepEqual(usual.places, { capacity: 40, taken: 1, left: 39 })
  const zone = await change({ version: usual.version, zones: [{ zoneId: 'zon_inner', places: 10 }] })
  assert.deepEqual(
    zone.windows.slice(0, 2).map(({ places }) => places.capacity),
    [5, 5],
  )
})

test('the bench’s minutes of a day and of the week are counted the same way', async () => {
  const day: ShopDay = '2026-12-08'
  await placedOrder(aVisitor(open.app), { day })
  const at = await version()
  const body = { version: at, benchMinutes: 2 }
  const refusal = await refusalOf<WouldBreak>(ada.call('PATCH /desk/delivery/days/:day', { params: { day }, body }))
  assert.deepEqual([refusal.code, refusal.total], ['orders-would-break', 1])
  const changed = await ada.call('PATCH /desk/delivery/days/:day', { params: { day }, body: { ...body, evenSo: true } })
  assert.deepEqual(changed.benchMinutes, { capacity: 3, taken: 3, left: 0 })
  assert.deepEqual([changed.ownBenchMinutes, changed.usualBenchMinutes], [2, 480])

  const week = [480, 480, 480, 600, 480, 240, 0]
  await ada.call('PATCH /desk/delivery/week', { body: { version: await version(), benchMinutes: week } })
  assert.equal((await dayAt('2026-12-10')).benchMinutes.capacity, 600)
  assert.equal((await dayAt(day)).benchMinutes.capacity, 3)
})

test('the second of two managers is told what the first one changed, unless it is something else', async () => {
  const day: ShopDay = '2026-12-14'
  const tess = await aManager(open, { name: 'Tess Lim' })
  const seen = await version()
  const change = (by: Visitor, of: ShopDay, places: number) =>
    by.call('PATCH /desk/delivery/days/:day', { params: { day: of }, body: { version: seen, places } })
  await change(tess, day, 30)
  await change(ada, '2026-12-15', 30)
  const refusal = await refusalOf<ChangedMeanwhile>(change(ada, day, 50))
  assert.equal(refusal.code, 'changed-meanwhile')
  assert.match(refusal.detail, /^Tess Lim changed this/)
  assert.deepEqual(
    refusal.changes.map(({ who, what }) => [who, what]),
    [['Tess Lim', 'Changed Monday 14 December 2026: 30 places.']],
  )
  const at = refusal.version
  await ada.call('PATCH /desk/delivery/days/:day', { params: { day }, body: { version: at, places: 50 } })
  assert.equal((await dayAt(day)).places.capacity, 50)
})

test('a zone lets a postcode go only when its orders are known, and takes none from another', async () => {
  await placedOrder(aVisitor(open.app), { day: '2026-12-16' })
  const params = { zoneId: 'zon_inner' } as const
  const places = [{ postcode: '3065', suburbs: ['Fitzroy'] }]
  const change = async (body: object) =>
    ada.call('PATCH /desk/delivery/zones/:zoneId', { params, body: { version: await version(), ...body } })
  const refusal = await refusalOf<WouldBreak>(change({ places }))
  assert.equal(refusal.code, 'orders-would-break')
  assert.ok(refusal.orders.every(({ postcode }) => postcode === '3067'))
  const { zones } = await ada.call('POST /desk/delivery/zones', {
    body: { version: await version(), name: 'Bellarine', places: [{ postcode: '3222', suburbs: ['Drysdale'] }] },
  })
  const bellarine = zones.find(({ name }) => name === 'Bellarine')!
  const taking = { zoneId: bellarine.id }
  const body = { version: await version(), places: [{ postcode: '3067', suburbs: ['Abbotsford'] }] }
  const taken = await refusalOf(ada.call('PATCH /desk/delivery/zones/:zoneId', { params: taking, body }))
  assert.equal(taken.code, 'postcode-taken')
  await assert.rejects(
    rows(
      open.shop.db,
      sql`insert into postcodes (postcode, suburb, zone_id) values ('3067', 'Clifton Hill', ${bellarine.id})`,
    ),
  )

  await change({ places, evenSo: true })
  const calendar = await aVisitor(open.app).call('GET /delivery/calendar', { query: { postcode: '3067' } })
  assert.equal(calendar.zone, undefined)
  await change({ places: [...places, { postcode: '3067', suburbs: ['Abbotsford', 'Clifton Hill'] }] })
})

test('a window that is changed or stopped brings its days to come along, and names its orders', async () => {
  const { zones } = await ada.call('POST /desk/delivery/windows', {
    body: {
      version: await version(),
      zoneId: 'zon_inner',
      method: 'standard',
      name: '6 pm to 8 pm',
      starts: '18:00',
      ends: '20:00',
      weekdays: [1, 2, 3, 4, 5],
      feeMinor: 1500,
      capacity: 6,
      cutOff: '12:00',
      cutOffDaysBefore: 0,
    },
  })
  const evening = zones[0]!.windows.find(({ name }) => name === '6 pm to 8 pm')!
  assert.deepEqual((await windowAt('2026-12-17', evening.id)).places, { capacity: 6, taken: 0, left: 6 })
  await placedOrder(aVisitor(open.app), { day: '2026-12-17', windowId: evening.id })

  const change = async (body: object) =>
    ada.call('PATCH /desk/delivery/windows/:windowId', {
      params: { windowId: evening.id },
      body: { version: await version(), ...body },
    })
  await change({ capacity: 9 })
  assert.equal((await windowAt('2026-12-18', evening.id)).places.capacity, 9)
  for (const body of [{ active: false }, { weekdays: [1] }, { starts: '18:30' }, { capacity: 0 }])
    assert.equal((await refusalOf<WouldBreak>(change(body))).total, 1, JSON.stringify(body))
  assert.equal((await refusalOf(change({ starts: '21:00' }))).code, 'hours-not-valid')
  await change({ active: false, evenSo: true })
  assert.deepEqual((await windowAt('2026-12-17', evening.id)).places, { capacity: 1, taken: 1, left: 0 })
})

test('what is kept for everybody, and what prices a cart, is forgotten at each change', async () => {
  const name = async () =>
    firstRow<{ name: string }>(open.shop.db, sql`select facts_version::text as name from shop`).then((row) => row!.name)
  const shopper = aVisitor(open.app)
  const before = await name()
  assert.equal((await shopper.call('GET /shop', {})).surges.length, 1)
  const surge = { name: 'Mother’s Day', from: '2027-05-08', until: '2027-05-09', feeMinor: 900 } as const
  const { surges } = await ada.call('POST /desk/delivery/surges', { body: { version: await version(), ...surge } })
  const { id } = surges.at(-1)!
  assert.equal((await shopper.call('GET /shop', {})).surges.length, 2)
  assert.notEqual(await name(), before)
  const params = { surgeId: id }
  const wrong = ada.call('PATCH /desk/delivery/surges/:surgeId', {
    params,
    body: { version: await version(), from: '2027-06-01' },
  })
  assert.equal((await refusalOf(wrong)).code, 'days-not-valid')
  await ada.call('PATCH /desk/delivery/surges/:surgeId', {
    params,
    body: { version: await version(), feeMinor: 1_000 },
  })
  assert.equal((await shopper.call('GET /shop', {})).surges[1]?.fee.minor, 1_000)
  await ada.call('POST /desk/delivery/surges/:surgeId/removal', { params, body: { version: await version() } })
  assert.equal((await shopper.call('GET /shop', {})).surges.length, 1)
  const { changes } = await ada.call('GET /desk/delivery/changes', { query: {} })
  assert.match(changes[0]!.what, /^Took a surge away: Mother’s Day/)
})

test('what is over is left as it was', async () => {
  const params = { day: '2026-11-19' } as const
  const body = { version: await version(), places: 1 }
  assert.equal((await refusalOf(ada.call('PATCH /desk/delivery/days/:day', { params, body }))).code, 'day-is-past')
})
