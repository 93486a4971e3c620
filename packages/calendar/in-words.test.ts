import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClockTime } from './clock-time.ts'
import {
  dateInWords,
  dayAndYearInWords,
  dayInShort,
  dayInWords,
  hoursInWords,
  instantInWords,
  minutesInWords,
  monthInWords,
  timeInWords,
  weekdaysInWords,
} from './in-words.ts'
import type { Weekday } from './shop-day.ts'

test('a day is said in full, and shortly in tables', () => {
  assert.equal(dayInWords('2026-11-21'), 'Saturday 21 November')
  assert.equal(dayInShort('2026-11-21'), 'Sat 21 Nov')
  assert.equal(dayInShort('2027-09-01'), 'Wed 1 Sep')
  assert.equal(dateInWords('2027-05-03'), '3 May')
  assert.equal(dayAndYearInWords('2028-02-29'), 'Tuesday 29 February 2028')
})

const times: [ClockTime, string][] = [
  ['00:00', '12 midnight'],
  ['00:05', '12.05 am'],
  ['08:00', '8 am'],
  ['10:24', '10.24 am'],
  ['11:59', '11.59 am'],
  ['12:00', '12 noon'],
  ['12:30', '12.30 pm'],
  ['14:00', '2 pm'],
  ['17:30', '5.30 pm'],
  ['23:05', '11.05 pm'],
]
for (const [time, words] of times) test(`${time} is ${words}`, () => assert.equal(timeInWords(time), words))

test('hours are said from when to when', () => {
  assert.equal(hoursInWords('08:00', '12:00'), '8 am to 12 noon')
  assert.equal(hoursInWords('17:30', '20:00'), '5.30 pm to 8 pm')
})

test('an instant is said as the wall at the shop shows it', () => {
  assert.equal(
    instantInWords(Temporal.Instant.from('2026-11-19T23:24:00Z'), 'Australia/Melbourne'),
    '10.24 am on Friday 20 November',
  )
  assert.equal(
    instantInWords(Temporal.Instant.from('2026-10-03T16:00:00Z'), 'Australia/Melbourne'),
    '3 am on Sunday 4 October',
  )
})

const weeks: [Weekday[], string][] = [
  [[1, 2, 3, 4, 5], 'Monday to Friday'],
  [[6], 'Saturday'],
  [[4, 5], 'Thursday, Friday'],
  [[1, 2, 3, 5], 'Monday to Wednesday, Friday'],
  [[5, 4, 3, 2, 6, 1], 'Monday to Saturday'],
  [[1, 7], 'Monday, Sunday'],
  [[1, 2, 3, 4, 5, 6, 7], 'Every day'],
  [[], ''],
]
for (const [days, words] of weeks)
  test(`weekdays ${days.join(' ')} are "${words}"`, () => assert.equal(weekdaysInWords(days), words))

test('a length is said in hours and minutes', () => {
  assert.deepEqual([20, 60, 216, 0].map(minutesInWords), ['20 min', '1 h', '3 h 36 min', '0 min'])
})

test('there is no thirteenth month', () => assert.throws(() => monthInWords(13), RangeError))
