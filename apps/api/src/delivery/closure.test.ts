import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ZoneId } from '@flora/contract/ids.ts'
import { type Closure, closureOf } from './closure.ts'

const closures: Closure[] = [
  { day: '2027-01-04', zoneId: 'zon_hills', reason: 'No van to the hills' },
  { day: '2026-12-25', zoneId: 'zon_hills', reason: 'Roads are busy' },
  { day: '2026-12-25', zoneId: undefined, reason: 'Christmas Day' },
]
const cases: [ShopDay, ZoneId, string | undefined][] = [
  ['2027-01-04', 'zon_hills', 'No van to the hills'],
  ['2027-01-04', 'zon_inner', undefined],
  ['2026-12-25', 'zon_inner', 'Christmas Day'],
  ['2026-12-25', 'zon_hills', 'Christmas Day'],
  ['2026-12-26', 'zon_inner', undefined],
]
for (const [day, zoneId, reason] of cases) {
  test(`${zoneId} on ${day} is ${reason ? `closed: ${reason}` : 'not closed'}`, () =>
    assert.equal(closureOf(closures, day, zoneId)?.reason, reason))
}
