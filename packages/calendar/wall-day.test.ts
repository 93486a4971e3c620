import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShopDay } from './shop-day.ts'
import { dayFromNumber, dayNumber, daysLater, longDay, shortDay, weekdayIndex } from './wall-day.ts'
import { clockWords, instantMs, onTheWall } from './wall-time.ts'

test('every day of four centuries has the number that Temporal gives it, and comes back from it', () => {
  const epoch = Temporal.PlainDate.from('1970-01-01')
  let day = Temporal.PlainDate.from('1899-12-28')
  const end = Temporal.PlainDate.from('2101-03-02')
  while (Temporal.PlainDate.compare(day, end) < 0) {
    const text = day.toString() as ShopDay
    const number = epoch.until(day).days
    assert.equal(dayNumber(text), number, text)
    assert.equal(dayFromNumber(number), text)
    assert.equal(weekdayIndex(text), day.dayOfWeek - 1, text)
    day = day.add({ days: 1 })
  }
})

test('a leap day and the turn of a year are counted', () => {
  assert.equal(daysLater('2028-02-28', 1), '2028-02-29')
  assert.equal(daysLater('2026-12-31', 1), '2027-01-01')
  assert.equal(daysLater('2026-11-20', -20), '2026-10-31')
})

test('days are worded as the shop words them', () => {
  assert.equal(longDay('2026-11-21'), 'Saturday 21 November')
  assert.equal(shortDay('2026-11-21'), 'Sat 21 Nov')
})

test('clock times are worded with a dot and without empty minutes', () => {
  const cases: [string, string][] = [
    ['08:00', '8 am'],
    ['12:00', '12 noon'],
    ['12:30', '12.30 pm'],
    ['14:00', '2 pm'],
    ['00:05', '12.05 am'],
    ['10:24', '10.24 am'],
  ]
  for (const [time, words] of cases) assert.equal(clockWords(time), words)
})

test('instants are read as the API writes them', () => {
  for (const text of [
    '2026-11-20T10:31:00Z',
    '2026-11-20T10:31:07.125Z',
    '2026-11-20T21:31:00+11:00',
    '1970-01-01T00:00:00Z',
  ]) {
    assert.equal(instantMs(text), Temporal.Instant.from(text).epochMilliseconds, text)
  }
  assert.ok(Number.isNaN(instantMs('tomorrow')))
})

test('an instant is shown on the shop’s wall, on both sides of a daylight saving night', () => {
  const zone = 'Australia/Melbourne'
  for (const text of ['2026-10-03T15:59:00Z', '2026-10-03T16:01:00Z', '2027-04-03T15:59:00Z', '2027-04-03T16:30:00Z']) {
    const wall = Temporal.Instant.from(text).toZonedDateTimeISO(zone)
    assert.deepEqual(onTheWall(instantMs(text), zone), {
      day: wall.toPlainDate().toString(),
      time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    })
  }
})
