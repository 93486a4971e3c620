import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comingOf, isHourOfReminders, yearOn } from './reminder.ts'

const cases = [
  ['later this year', { month: 12, date: 25 }, 10, '2026-11-20', '2026-12-25', '2026-12-15'],
  ['passed this year', { month: 3, date: 8 }, 10, '2026-11-20', '2027-03-08', '2027-02-26'],
  ['today is too late', { month: 11, date: 20 }, 10, '2026-11-20', '2027-11-20', '2027-11-10'],
  ['tomorrow: the letter goes at once', { month: 11, date: 21 }, 10, '2026-11-20', '2026-11-21', '2026-11-20'],
  ['over the new year', { month: 1, date: 3 }, 14, '2026-12-20', '2027-01-03', '2026-12-20'],
  ['29 February in another year', { month: 2, date: 29 }, 7, '2026-11-20', '2027-02-28', '2027-02-21'],
  ['29 February in a leap year', { month: 2, date: 29 }, 7, '2027-11-20', '2028-02-29', '2028-02-22'],
] as const

for (const [name, yearDay, daysBefore, today, nextDay, letterDay] of cases)
  test(`a day ${name}`, () => assert.deepEqual(comingOf(yearDay, daysBefore, today), { nextDay, letterDay }))

test('a year on from 28 February is 29 February when there is one', () => {
  assert.deepEqual(yearOn({ month: 2, date: 29 }, 1, '2027-02-28'), { nextDay: '2028-02-29', letterDay: '2028-02-28' })
})

test('letters go from eight in the shop’s morning, on nights without an hour too', () => {
  const at = (text: string) => isHourOfReminders(Temporal.Instant.from(text), 'Australia/Melbourne')
  assert.equal(at('2026-11-20T07:59:00+11:00'), false)
  assert.equal(at('2026-11-20T08:00:00+11:00'), true)
  // The clock went forward in this night.
  assert.equal(at('2026-10-04T07:59:00+11:00'), false)
  assert.equal(at('2026-10-04T08:00:00+11:00'), true)
})
