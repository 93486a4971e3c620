import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { sql } from '../platform/sql.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import {
  giveBackBenchMinutes,
  giveBackPlaces,
  listPromiseFacts,
  listSuburbs,
  placesLeft,
  promiseFor,
  type PromiseWithRoom,
  takeBenchMinutes,
  takePlaces,
  type Want,
} from './index.ts'
import { findZone, suburbsOf } from './queries.ts'

let shop: TestShop

before(async () => {
  shop = await openShop({ now: '2026-11-20T10:24:00+11:00' })
  await aSmallShop(shop)
  await rows(
    shop.db,
    sql`insert into closures (day, zone_id, reason) values ('2026-12-02', 'zon_inner', 'The tunnel is shut')`,
  )
  await rows(
    shop.db,
    sql`insert into surges (id, name, from_day, until_day, fee_minor) values
    ('srg_small', 'A parade', '2026-12-05', '2026-12-06', 300), ('srg_large', 'Market Saturday', '2026-12-05', '2026-12-05', 800)`,
  )
})
after(() => shop.close())

const want = (over: Partial<Want> = {}): Want => ({
  windowId: 'win_inner-morning',
  day: '2026-11-24',
  postcode: '3067',
  leadDays: 0,
  ...over,
})

/** The shop's word on each want, with the places left at this moment. */
async function promises(...wants: Want[]): Promise<PromiseWithRoom[]> {
  const facts = await listPromiseFacts(shop.db, wants)
  const [counted] = await rows<{ places: (number | null)[] }>(shop.db, sql`select ${placesLeft(wants)} as places`)
  return wants.map((wanted, index) => promiseFor(wanted, facts[index]!, shop.clock.now(), counted!.places[index]))
}

test('answers every want in its place, by what the database knows', async () => {
  const wants = [
    want(),
    want({ windowId: 'win_nowhere' }),
    want({ postcode: '3182' }),
    want({ windowId: 'win_pick-up-day', postcode: '' }),
    want({ day: '2026-12-25' }),
    want({ day: '2026-12-02' }),
    want({ day: '2026-12-02', windowId: 'win_pick-up-day' }),
    want({ day: '2026-11-22' }),
    want({ leadDays: 9 }),
    want({ seasonMonths: [1] }),
    want({ day: '2027-09-01' }),
    want({ day: '2026-11-20' }),
  ]
  const codes = (await promises(...wants)).map((promise) => (promise.ok ? promise.windowName : promise.code))
  assert.deepEqual(codes, [
    '8 am to 12 noon',
    'window-not-found',
    'address-not-served',
    'Pick up, 9 am to 5 pm',
    'day-closed',
    'day-closed',
    'Pick up, 9 am to 5 pm',
    'no-run',
    'lead-time',
    'out-of-season',
    'day-out-of-range',
    'past-cut-off',
  ])
})

test('of two surges on one day the dearer one is charged', async () => {
  const [promise] = await promises(want({ day: '2026-12-05' }))
  assert.deepEqual(
    [promise!.fee, promise!.surge, promise!.surgeName],
    [money(1_200, 'AUD'), money(800, 'AUD'), 'Market Saturday'],
  )
})

test('a window that was taken out of the plan is not found', async () => {
  await rows(shop.db, sql`update windows set active = false where id = 'win_inner-afternoon'`)
  const [promise] = await promises(want({ windowId: 'win_inner-afternoon' }))
  assert.equal(promise!.ok, false)
  const outcome = await shop.inTransaction((tx) =>
    takePlaces(tx, [{ day: '2026-11-24', windowId: 'win_inner-afternoon', places: 1 }]),
  )
  assert.deepEqual(outcome, { kind: 'full', full: [{ day: '2026-11-24', windowId: 'win_inner-afternoon' }] })
  await rows(shop.db, sql`update windows set active = true where id = 'win_inner-afternoon'`)
})

test('tells carts how much room there is, before and after somebody took some', async () => {
  const day = '2026-12-08'
  const room = async () => {
    const [promise] = await promises(want({ day }))
    const [bench] = await rows<{ taken: number }>(shop.db, sql`select taken from bench_days where day = ${day}`)
    return [promise!.ok, promise!.placesLeft, bench?.taken ?? 0]
  }
  assert.deepEqual(await room(), [true, 20, 0])
  const places = [{ day, windowId: 'win_inner-morning', places: 2 }] as const
  const minutes = [{ day, minutes: 30 }] as const
  assert.deepEqual(await shop.inTransaction((tx) => takePlaces(tx, places)), { kind: 'taken' })
  assert.deepEqual(await shop.inTransaction((tx) => takeBenchMinutes(tx, minutes)), { kind: 'taken' })
  assert.deepEqual(await room(), [true, 18, 30])
  await shop.inTransaction((tx) => giveBackPlaces(tx, places))
  await shop.inTransaction((tx) => giveBackBenchMinutes(tx, minutes))
  assert.deepEqual(await room(), [true, 20, 0])
})

test('takes all or nothing, and names what was full', async () => {
  const day = '2026-12-09'
  const outcome = await shop.inTransaction((tx) =>
    takePlaces(tx, [
      { day, windowId: 'win_inner-morning', places: 21 },
      { day, windowId: 'win_inner-afternoon', places: 1 },
    ]),
  )
  assert.deepEqual(outcome, { kind: 'full', full: [{ day, windowId: 'win_inner-morning' }] })
  const minutes = await shop.inTransaction((tx) =>
    takeBenchMinutes(tx, [
      { day: '2026-12-10', minutes: 480 },
      { day, minutes: 481 },
      { day: '2026-12-13', minutes: 1 },
    ]),
  )
  assert.deepEqual(minutes, { kind: 'full', full: [{ day }, { day: '2026-12-13' }] })
  const taken = await rows(
    shop.db,
    sql`select 1 from delivery_places where day = ${day} and taken > 0 union all select 1 from bench_days where day >= ${day} and taken > 0`,
  )
  assert.equal(taken.length, 0)
})

test('nothing to tie takes nothing, and nothing wanted is nothing full', async () => {
  assert.deepEqual(await shop.inTransaction((tx) => takeBenchMinutes(tx, [{ day: '2026-12-13', minutes: 0 }])), {
    kind: 'taken',
  })
  assert.deepEqual(await shop.inTransaction((tx) => takePlaces(tx, [])), { kind: 'taken' })
  assert.deepEqual(await promises(), [])
  await assert.rejects(
    shop.inTransaction((tx) => takePlaces(tx, [{ day: '2026-12-11', windowId: 'win_inner-morning', places: -1 }])),
    /more than none/,
  )
})

test('finds the zone and the suburbs of a postcode', async () => {
  assert.deepEqual(await findZone(shop.db, '3065'), { id: 'zon_inner', name: 'Inner north' })
  assert.equal(await findZone(shop.db, '3350'), undefined)
  assert.deepEqual([await suburbsOf(shop.db, '3067'), await suburbsOf(shop.db, '3350')], [['Abbotsford'], []])
  assert.deepEqual(
    await listSuburbs(shop.db, ['3065', '3067', '3350']),
    new Map([
      ['3065', ['Fitzroy']],
      ['3067', ['Abbotsford']],
    ]),
  )
})
