import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { Frequency } from '@flora/contract/subscriptions.ts'
import { nominalDay, type Rhythm, surprisePeriod } from '../offers/index.ts'
import { daysOf, firstPeriodFrom, nearestFirst, spanOf } from './period.ts'

const rhythm = (frequency: Frequency, anchorDay: ShopDay, anchorPeriod = 0): Rhythm => ({
  frequency,
  anchorDay,
  anchorPeriod,
})

const table: [says: string, Rhythm, days: ShopDay[]][] = [
  ['weekly', rhythm('weekly', '2026-12-24'), ['2026-12-24', '2026-12-31', '2027-01-07']],
  ['fortnightly over a night in spring', rhythm('fortnightly', '2026-09-25'), ['2026-09-25', '2026-10-09']],
  [
    'a 31st takes the last day of shorter months and is a 31st again',
    rhythm('monthly', '2027-01-31'),
    ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'],
  ],
  ['a 30th in a leap year', rhythm('monthly', '2027-12-30'), ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30']],
  ['quarterly from the end of November', rhythm('quarterly', '2026-11-30'), ['2026-11-30', '2027-02-28', '2027-05-30']],
  [
    'a leap day is kept on the 28th in other years, and on its own day when it comes',
    rhythm('yearly', '2028-02-29'),
    ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
  ],
]
for (const [says, what, days] of table) {
  test(`periods: ${says}`, () => {
    assert.deepEqual(
      days.map((_, period) => nominalDay(what, period)),
      days,
    )
  })
}

test('a new frequency counts on from its own anchor', () => {
  assert.equal(nominalDay(rhythm('weekly', '2027-01-04', 7), 9), '2027-01-18')
  assert.equal(firstPeriodFrom(rhythm('weekly', '2027-01-04', 7), '2027-01-05'), 8)
  assert.equal(firstPeriodFrom(rhythm('weekly', '2027-01-04', 7), '2026-01-05'), 7)
})

test('no two periods may be moved to the same day, and none further than a week', () => {
  for (const frequency of ['weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'] as const) {
    for (const anchor of ['2026-12-31', '2028-02-29', '2027-01-31'] as const) {
      const what = rhythm(frequency, anchor)
      for (let period = 0; period < 30; period += 1) {
        const span = spanOf(what, period)
        const day = nominalDay(what, period)
        assert.ok(span.from <= day && day <= span.until)
        assert.ok(daysBetween(day, span.until) <= 7 && daysBetween(span.from, day) <= 7)
        assert.ok(span.until < spanOf(what, period + 1).from, `${frequency} ${anchor} ${period}`)
      }
    }
  }
})

test('the nearest day comes first, and of two the earlier', () => {
  assert.deepEqual(nearestFirst({ from: '2026-12-23', until: '2026-12-27' }, '2026-12-25'), [
    '2026-12-25',
    '2026-12-24',
    '2026-12-26',
    '2026-12-23',
    '2026-12-27',
  ])
})

test('surprise periods follow each other without a gap', () => {
  const what = rhythm('monthly', '2027-01-31')
  assert.deepEqual(surprisePeriod(what, 0), { from: '2027-01-31', until: '2027-02-27' })
  assert.deepEqual(surprisePeriod(what, 1), { from: '2027-02-28', until: '2027-03-30' })
  assert.equal(daysOf(surprisePeriod(rhythm('weekly', '2027-03-29'), 0)).length, 7)
})
