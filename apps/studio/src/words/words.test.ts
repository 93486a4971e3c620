import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dayNumber,
  dayFromNumber,
  daysLater,
  firstOfMonth,
  isShopDay,
  longDay,
  mondayOf,
  monthsLater,
  nearDay,
} from '@flora/calendar/wall-day.ts'
import { asTyped, sumTyped } from './money.ts'
import { clockWords, instantMs, momentWords, onTheWall } from '@flora/calendar/wall-time.ts'

test('days are counted as the calendar counts them, leap years and turns of years included', () => {
  for (const [day, number] of [
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2026-11-20', 20_777],
    ['2100-03-01', 47_541],
  ] as const) {
    assert.equal(dayNumber(day), number)
    assert.equal(dayFromNumber(number), day)
  }
  for (let number = -800; number < 60_000; number += 1) assert.equal(dayNumber(dayFromNumber(number)), number)
  assert.equal(daysLater('2027-12-31', 60), '2028-02-29')
})

test('what is no day on the calendar is no shop day', () => {
  assert.deepEqual(
    ['2026-11-20', '2026-11-31', '2026-13-01', '2026-1-1', '', null, 'today'].map((text) => isShopDay(text)),
    [true, false, false, false, false, false, false],
  )
})

test('weeks begin on Monday and months on their first', () => {
  assert.equal(mondayOf('2026-11-22'), '2026-11-16')
  assert.equal(firstOfMonth('2026-11-22'), '2026-11-01')
  assert.equal(monthsLater('2026-11-22', 2), '2027-01-01')
  assert.equal(monthsLater('2026-01-31', -1), '2025-12-01')
  assert.equal(longDay('2026-11-20'), 'Friday 20 November')
  assert.equal(nearDay('2026-11-21', '2026-11-20'), 'tomorrow')
})

test('an instant stands on the shop’s wall, on both sides of the night the clocks change', () => {
  const timeZone = 'Australia/Melbourne'
  assert.deepEqual(onTheWall('2026-10-03T15:59:00Z', timeZone), { day: '2026-10-04', time: '01:59' })
  assert.deepEqual(onTheWall('2026-10-03T16:00:00Z', timeZone), { day: '2026-10-04', time: '03:00' })
  assert.equal(momentWords('2026-11-19T23:24:00Z', { timeZone, today: '2026-11-20' }), '10.24 am')
  assert.equal(momentWords('2026-11-18T23:24:30.123Z', { timeZone, today: '2026-11-20' }), 'Thu 19 Nov, 10.24 am')
  assert.equal(instantMs('2026-11-20T10:24:00+11:00'), instantMs('2026-11-19T23:24:00Z'))
})

test('times are said as a florist says them', () => {
  assert.deepEqual(['08:00', '12:00', '00:05', '16:30'].map(clockWords), ['8 am', '12 noon', '12.05 am', '4.30 pm'])
})

test('sums are read as they are typed, and nothing else is a sum', () => {
  assert.deepEqual(
    ['118', '$118.5', '1,180.05', '0', '', '12.345', 'twelve', '-3'].map((text) => sumTyped(text)?.minor),
    [11_800, 11_850, 118_005, 0, undefined, undefined, undefined, undefined],
  )
  assert.equal(asTyped({ minor: 5, currency: 'AUD' }), '0.05')
  assert.equal(asTyped({ minor: 118_050, currency: 'AUD' }), '1180.50')
})
