import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysBetween, type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { type Rhythm, surprisePeriod } from '../offers/index.ts'
import { daysOf } from './period.ts'
import { type Draw, drawnFirst } from './surprise.ts'

const weekly: Rhythm = { frequency: 'weekly', anchorDay: '2026-11-23', anchorPeriod: 0 }

function draw(subscriptionId: SubscriptionId, period: number, more: Partial<Draw> = {}): ShopDay[] {
  const days = daysOf(surprisePeriod(weekly, period))
  return drawnFirst({ subscriptionId, period, days, excludedWeekdays: [], excludedDays: [], others: [], ...more })
}

test('every machine draws the same, and this is what it draws', () => {
  assert.deepEqual(draw('sub_mercy', 3), draw('sub_mercy', 3))
  assert.deepEqual(draw('sub_mercy', 0).slice(0, 3), expected)
})
const expected = ['2026-11-24', '2026-11-25', '2026-11-23']

test('all days have their turn, over many subscriptions about equally often', () => {
  const counts = new Map<number, number>()
  for (let one = 0; one < 7_000; one += 1) {
    const weekday = weekdayOf(draw(`sub_${one}`, one % 50)[0]!)
    counts.set(weekday, (counts.get(weekday) ?? 0) + 1)
  }
  for (const count of counts.values()) assert.ok(count > 850 && count < 1_150, `${count} of 7000`)
})

test('what is excluded is never drawn', () => {
  for (let one = 0; one < 200; one += 1) {
    const days = draw(`sub_${one}`, one, { excludedWeekdays: [6, 7], excludedDays: ['2026-11-25'] })
    assert.ok(days.every((day) => weekdayOf(day) < 6 && day !== '2026-11-25'))
  }
})

test('two surprises are never within three days of each other, across weeks too', () => {
  for (let one = 0; one < 200; one += 1) {
    const days: ShopDay[] = []
    for (let period = 0; period < 52; period += 1) {
      const [day] = draw(`sub_${one}`, period, { others: days.slice(-2) })
      assert.ok(day, 'a week always has a day')
      if (days.length > 0) assert.ok(daysBetween(days.at(-1)!, day) > 3)
      days.push(day)
    }
  }
})

test('a day that closes moves only what fell on it', () => {
  const [first, second] = draw('sub_mercy', 5)
  assert.equal(draw('sub_mercy', 5, { excludedDays: [first!] })[0], second)
  assert.equal(draw('sub_mercy', 5, { excludedDays: [second!] })[0], first)
})
