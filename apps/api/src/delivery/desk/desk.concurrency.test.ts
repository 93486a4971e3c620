import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WouldBreak } from '@flora/contract/delivery-desk.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import {
  aFilledCart,
  afternoon,
  aVisitor,
  morning,
  openPayingShop,
  type PayingShop,
  place,
  theBooks,
  type Visitor,
} from '../../../test/open-paying-shop.ts'
import { buildHttpApp } from '../../entry/http-app.ts'
import { firstRow, openServer, rows } from '../../platform/db.ts'
import { openHotReads } from '../../platform/hot-reads.ts'
import { sql } from '../../platform/sql.ts'
import { findVersion } from './change-queries.ts'
import { aManager } from './test/at-the-desk.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
let ada: Visitor
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await rows(open.shop.db, sql`update stock_items set on_hand = 100000`)
  await rows(open.shop.db, sql`update bench_days set minutes = 100000`)
  ada = await aManager(open)
})
after(() => open?.close())

type WindowId = typeof morning | typeof afternoon

async function fiftyShoppers(day: ShopDay, windowId: WindowId): Promise<() => Promise<number>[]> {
  const carts = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const shopper = aVisitor(open.app)
      return { shopper, toPay: (await aFilledCart(shopper, { day, windowId })).toPay }
    }),
  )
  return () =>
    carts.map(({ shopper, toPay }) =>
      place(shopper, toPay).then(
        () => 1,
        (error: unknown) => {
          if (error instanceof ApiProblem && error.problem.status === 409) return 0
          throw error
        },
      ),
    )
}

async function ordersIn(day: ShopDay, windowId: WindowId): Promise<number> {
  const row = await firstRow<{ orders: number }>(
    open.shop.db,
    sql`select count(*)::int as orders from order_deliveries d join orders o on o.id = d.order_id
        where d.day = ${day} and d.window_id = ${windowId} and o.places in ('held', 'kept')`,
  )
  return row!.orders
}

const countersOf = (day: ShopDay, windowId: WindowId) =>
  firstRow<{ capacity: number; taken: number }>(
    open.shop.db,
    sql`select capacity, taken from delivery_places where day = ${day} and window_id = ${windowId}`,
  )

const sumOf = async (outcomes: Promise<number>[]) => (await Promise.all(outcomes)).reduce((sum, one) => sum + one, 0)

const days: readonly ShopDay[] = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07']

test(
  'a window that closes while fifty shoppers place has as many orders afterwards as when it was closed',
  { skip },
  async () => {
    for (const [nth, day] of days.entries()) {
      const press = await fiftyShoppers(day, morning)
      const version = await findVersion(open.shop.db)
      const outcomes = press()
      // Another moment of the rush each time: before anybody is through, and after some are.
      if (nth > 0) await Promise.all(outcomes.slice(0, nth * 2))
      await ada.call('POST /desk/delivery/closures', {
        body: {
          version,
          days: [day],
          windows: { of: 'windows', windowIds: [morning] },
          reason: 'The van broke down',
          evenSo: true,
        },
      })
      const whenClosed = await ordersIn(day, morning)
      const placed = await sumOf(outcomes)
      assert.equal(placed, whenClosed)
      assert.deepEqual(await countersOf(day, morning), { capacity: placed, taken: placed })
    }
    await booksAgree()
  },
)

test('a closing that is refused names just the orders there are, and leaves the rush as it was', { skip }, async () => {
  for (const [nth, day] of days.entries()) {
    const press = await fiftyShoppers(day, afternoon)
    const version = await findVersion(open.shop.db)
    const outcomes = press()
    if (nth > 0) await Promise.all(outcomes.slice(0, nth * 2))
    const windows = { of: 'windows' as const, windowIds: [afternoon] }
    const body = { version, days: [day], windows, reason: 'The van broke down' }
    const refused = await ada.call('POST /desk/delivery/closures', { body }).then(
      () => undefined,
      (error: ApiProblem) => error.problem as unknown as WouldBreak & { code: string },
    )
    const placed = await sumOf(outcomes)
    if (refused) {
      assert.equal(refused.code, 'orders-would-break')
      assert.ok(refused.total > 0 && refused.total <= placed && refused.orders.length === refused.total)
      assert.deepEqual(await countersOf(day, afternoon), { capacity: 20, taken: 20 })
    } else {
      assert.equal(placed, 0)
      assert.deepEqual(await countersOf(day, afternoon), { capacity: 0, taken: 0 })
    }
  }
  await booksAgree()
})

test(
  'of twenty managers who change a day from the same version one is done and the others are told',
  { skip },
  async () => {
    const day: ShopDay = '2026-12-10'
    const version = await findVersion(open.shop.db)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        ada.call('PATCH /desk/delivery/days/:day', { params: { day }, body: { version, places: 30 + nth } }).then(
          () => 'done',
          (error: ApiProblem) => error.problem.code,
        ),
      ),
    )
    assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 1)
    assert.equal(outcomes.filter((outcome) => outcome === 'changed-meanwhile').length, 19)
  },
)

test('another process shows a change as soon as it has heard of it', { skip }, async () => {
  const database = openServer(open.shop.database.url!, 4)
  const hotReads = openHotReads({ maxBytes: 1_000_000 })
  let heard: () => void = () => undefined
  await database.listen('catalog', () => {
    hotReads.forget()
    heard()
  })
  const other = await buildHttpApp(
    { ...open.shop, db: database.db, inTransaction: database.inTransaction, hotReads },
    async () => ({ database: true, migrations: true, queue: true }),
  )
  const shown = async () => (await aVisitor(other).call('GET /shop', {})).closures.map(({ reason }) => reason)
  assert.ok(!(await shown()).includes('Stocktaking'))
  const told = new Promise<void>((resolve) => {
    heard = resolve
  })
  await ada.call('POST /desk/delivery/closures', {
    body: {
      version: await findVersion(open.shop.db),
      days: ['2027-01-26'],
      windows: { of: 'shop' },
      reason: 'Stocktaking',
    },
  })
  await told
  assert.ok((await shown()).includes('Stocktaking'))
  await other.close()
  await database.close()
})

async function booksAgree(): Promise<void> {
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
}
