import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type ClockTime, clockTimeAt, compareTimes, parseClockTime } from './clock-time.ts'
import { cutOffInstant, instantOf, instantText, isBefore, minutesAfter } from './instant.ts'
import { type ShopDay, shopDayAt } from './shop-day.ts'

const melbourne = 'Australia/Melbourne'
const at = (text: string) => Temporal.Instant.from(text)

const wallTimes: [day: ShopDay, time: ClockTime, utc: string, why: string][] = [
  ['2026-07-10', '14:00', '2026-07-10T04:00:00Z', 'UTC+10 in winter'],
  ['2026-11-20', '14:00', '2026-11-20T03:00:00Z', 'UTC+11 in summer'],
  ['2026-11-20', '00:00', '2026-11-19T13:00:00Z', 'midnight belongs to the day it begins'],
  ['2026-10-04', '01:59', '2026-10-03T15:59:00Z', 'the minute before summer time'],
  ['2026-10-04', '02:00', '2026-10-03T16:00:00Z', 'a time the clock skips: as far after the gap'],
  ['2026-10-04', '02:30', '2026-10-03T16:30:00Z', 'a time the clock skips: as far after the gap'],
  ['2026-10-04', '03:00', '2026-10-03T16:00:00Z', 'the first minute of summer time'],
  ['2027-04-04', '01:59', '2027-04-03T14:59:00Z', 'the hour before the repeated one'],
  ['2027-04-04', '02:30', '2027-04-03T15:30:00Z', 'a time the clock shows twice: the first of them'],
  ['2027-04-04', '03:00', '2027-04-03T17:00:00Z', 'after the repeated hour'],
  ['2028-02-29', '17:00', '2028-02-29T06:00:00Z', 'a leap day'],
]
for (const [day, time, utc, why] of wallTimes) {
  test(`${day} ${time} at the shop is ${utc}: ${why}`, () =>
    assert.equal(instantText(instantOf(day, time, melbourne)), utc))
}

const cutOffs: [day: ShopDay, time: ClockTime, daysBefore: number, utc: string][] = [
  ['2026-11-21', '17:00', 1, '2026-11-20T06:00:00Z'],
  ['2026-11-21', '10:00', 0, '2026-11-20T23:00:00Z'],
  // The evening before summer time begins is still UTC+10; the morning after is UTC+11.
  ['2026-10-04', '17:00', 1, '2026-10-03T07:00:00Z'],
  ['2026-10-04', '08:30', 0, '2026-10-03T21:30:00Z'],
  ['2026-10-05', '17:00', 1, '2026-10-04T06:00:00Z'],
  ['2027-04-04', '17:00', 1, '2027-04-03T06:00:00Z'],
  ['2027-04-05', '17:00', 1, '2027-04-04T07:00:00Z'],
  ['2028-03-01', '17:00', 1, '2028-02-29T06:00:00Z'],
  ['2027-01-01', '16:00', 3, '2026-12-29T05:00:00Z'],
]
for (const [day, time, daysBefore, utc] of cutOffs) {
  test(`orders for ${day} that close at ${time}, ${daysBefore} days before, close at ${utc}`, () => {
    assert.equal(instantText(cutOffInstant(day, { time, daysBefore }, melbourne)), utc)
    assert.equal(instantText(cutOffInstant(day, { time, daysBefore }, melbourne)), utc, 'and at the second look')
  })
}

test('a cut-off is asked for by zone as well as by time', () => {
  const cutOff = { time: '17:00', daysBefore: 1 } as const
  assert.equal(instantText(cutOffInstant('2026-11-21', cutOff, 'Australia/Perth')), '2026-11-20T09:00:00Z')
  assert.equal(instantText(cutOffInstant('2026-11-21', cutOff, melbourne)), '2026-11-20T06:00:00Z')
})

test('on the stroke is not before', () => {
  assert.equal(isBefore(at('2026-11-20T05:59:59.999999999Z'), at('2026-11-20T06:00:00Z')), true)
  assert.equal(isBefore(at('2026-11-20T06:00:00Z'), at('2026-11-20T06:00:00Z')), false)
})

test('minutes are a length: twenty of them are twenty, also over the repeated hour', () => {
  assert.equal(instantText(minutesAfter(at('2027-04-03T15:50:00Z'), 20)), '2027-04-03T16:10:00Z')
})

test('the clock on the wall shows each minute from its first second to its last', () => {
  assert.equal(clockTimeAt(at('2026-11-19T23:24:59.999Z'), melbourne), '10:24')
  assert.equal(clockTimeAt(at('2026-11-20T13:00:00Z'), melbourne), '00:00')
})

test('whatever the wall shows at an instant leads back to that instant, but for the hour that is shown twice', () => {
  const from = at('2026-01-01T00:00:00Z').epochMilliseconds / 60_000
  fc.assert(
    fc.property(fc.integer({ min: from, max: from + 3 * 366 * 1440 }), (minute) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
      const back = instantOf(shopDayAt(instant, melbourne), clockTimeAt(instant, melbourne), melbourne)
      const gap = (instant.epochMilliseconds - back.epochMilliseconds) / 60_000
      assert.ok(gap === 0 || gap === 60)
    }),
  )
})

for (const text of ['24:00', '9:00', '12:60', '12:00:00', '', 'noon']) {
  test(`"${text}" is not on the clock`, () => assert.throws(() => parseClockTime(text), RangeError))
}

test('times compare as the clock does', () => {
  const times: ClockTime[] = ['17:00', '09:30', '00:00', '17:00']
  assert.deepEqual(times.toSorted(compareTimes), ['00:00', '09:30', '17:00', '17:00'])
})
