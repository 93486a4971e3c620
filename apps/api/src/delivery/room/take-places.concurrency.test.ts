import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { sql } from '../../platform/sql.ts'
import { hasRealPostgres } from '../../../../../sandbox/postgres/start-postgres.ts'
import { aSmallShop, aWindow } from '../../../test/builders.ts'
import { openShop, type TestShop } from '../../../test/open-shop.ts'
import { rows, type Tx } from '../../platform/db.ts'
import { openDays } from '../open-days.ts'
import {
  type BenchMinutesTaken,
  type BenchWant,
  giveBackBenchMinutes,
  giveBackPlaces,
  type PlacesTaken,
  type PlaceWant,
  takeBenchMinutes,
  takePlaces,
} from '../index.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let shop: TestShop

before(async () => {
  if (!real.ok) return
  shop = await openShop({ now: '2026-11-20T09:00:00+11:00', on: 'server' })
  await aSmallShop(shop)
  for (const key of ['a', 'b', 'c', 'd']) await aWindow(shop, { zoneId: 'zon_inner', key, capacity: 40 })
})

after(() => shop?.close())

const morning: WindowId = 'win_inner-morning'

test('of 200 buyers at once for 20 places, exactly 20 are promised one', { skip }, async () => {
  await openDays(shop)
  const outcomes = await crowd(200, () => place([{ day: '2026-11-24', windowId: morning, places: 1 }]))

  assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 20)
  for (const outcome of outcomes)
    if (outcome.kind === 'full') assert.deepEqual(outcome.full, [{ day: '2026-11-24', windowId: morning }])
  assert.deepEqual(await counted('2026-11-24', morning), { capacity: 20, taken: 20 })
})

test('the first 200 buyers of a day nobody has opened get exactly its 20 places too', { skip }, async () => {
  const day: ShopDay = '2027-06-22'
  const outcomes = await crowd(200, () => place([{ day, windowId: morning, places: 1 }]))

  assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 20)
  assert.deepEqual(await counted(day, morning), { capacity: 20, taken: 20 })
})

test(
  'carts of several deliveries in opposite orders take turns and do not deadlock, on opened and on unopened days',
  { skip },
  async () => {
    const days: ShopDay[] = ['2026-12-01', '2026-12-02', '2027-06-23', '2027-06-24']
    const wants = days.flatMap((day) =>
      ['a', 'b', 'c', 'd'].map((key): PlaceWant => ({ day, windowId: `win_inner-${key}`, places: 1 })),
    )
    const outcomes = await crowd(120, (index) => {
      const some = wants.filter((_, n) => (n + index) % 4 !== 0)
      return place(index % 2 === 0 ? some : some.toReversed(), { andGiveBack: index % 3 === 0 })
    })

    assert.ok(outcomes.some(({ kind }) => kind === 'taken'))
    for (const { day, windowId } of wants) assert.ok((await counted(day, windowId)).taken <= 40)
    const promised = await rows<{ taken: number }>(
      shop.db,
      sql`select sum(taken)::int as taken from delivery_places where window_id in ('win_inner-a', 'win_inner-b', 'win_inner-c', 'win_inner-d')`,
    )
    const kept = outcomes.filter(({ kind }, index) => kind === 'taken' && index % 3 !== 0).length
    assert.equal(promised[0]!.taken, kept * 12)
  },
)

test('of 100 orders at once of 11 bench minutes for a day of 480, exactly 43 are taken', { skip }, async () => {
  const outcomes = await crowd(100, () => bench([{ day: '2026-11-25', minutes: 11 }]))
  assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 43)

  const unopened = await crowd(100, () => bench([{ day: '2027-06-25', minutes: 11 }]))
  assert.equal(unopened.filter(({ kind }) => kind === 'taken').length, 43)
})

test('a taker who waits for a giver gets what was given back', { skip }, async () => {
  const last: PlaceWant[] = [{ day: '2026-11-26', windowId: morning, places: 20 }]
  const minutes: BenchWant[] = [{ day: '2026-11-26', minutes: 480 }]
  assert.deepEqual([await place(last), await bench(minutes)], [{ kind: 'taken' }, { kind: 'taken' }])

  // The giver has not committed yet when the taker comes.
  let placeTaker: Promise<PlacesTaken> | undefined
  let benchTaker: Promise<BenchMinutesTaken> | undefined
  await shop.inTransaction(async (tx) => {
    await giveBackBenchMinutes(tx, minutes)
    await giveBackPlaces(tx, last)
    placeTaker = place(last)
    benchTaker = bench(minutes)
    await waiting(2)
  })
  assert.deepEqual([await placeTaker, await benchTaker], [{ kind: 'taken' }, { kind: 'taken' }])
})

test('opening days again and again while people buy changes nothing that was taken', { skip }, async () => {
  const day: ShopDay = '2026-11-27'
  await crowd(60, async (index) => (index % 6 === 0 ? openDays(shop) : place([{ day, windowId: morning, places: 1 }])))
  assert.deepEqual(await counted(day, morning), { capacity: 20, taken: 20 })
})

// A transaction that is not tried again, so that a deadlock would fail the test.
function withoutRetry<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return shop.db.transaction((tx) => work(tx as Tx))
}

function crowd<T>(size: number, one: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: size }, (_, index) => one(index)))
}

function place(wants: readonly PlaceWant[], { andGiveBack = false } = {}): Promise<PlacesTaken> {
  return withoutRetry(async (tx) => {
    const taken = await takePlaces(tx, wants)
    if (andGiveBack && taken.kind === 'taken') await giveBackPlaces(tx, wants)
    return taken
  })
}

function bench(wants: readonly BenchWant[]): Promise<BenchMinutesTaken> {
  return withoutRetry((tx) => takeBenchMinutes(tx, wants))
}

async function counted(day: ShopDay, windowId: WindowId): Promise<{ capacity: number; taken: number }> {
  const [row] = await rows<{ capacity: number; taken: number }>(
    shop.db,
    sql`select capacity, taken from delivery_places where day = ${day} and window_id = ${windowId}`,
  )
  return row!
}

async function waiting(many: number): Promise<void> {
  for (;;) {
    const [row] = await rows<{ waiting: number }>(
      shop.db,
      sql`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (row!.waiting >= many) return
  }
}
