import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFor } from '../../test/fixture-shop.ts'
import { answerFor, hourWord, sameDayRun } from './answer.ts'

const friday1024 = '2026-11-19T23:24:00Z'
const friday1430 = '2026-11-20T03:30:00Z'
const saturdayNight = '2026-11-21T09:30:00Z'

const cases = [
  { when: 'today is open', at: friday1024, postcode: '3067', says: ['Yes, today.', 'At the door by six.'] },
  { when: 'today’s cut-off has passed', at: friday1430, postcode: '3067', says: ['Not today.', 'Tomorrow, by noon.'] },
  {
    when: 'today is full',
    at: friday1024,
    postcode: '3067',
    todayFull: true,
    says: ['Not today.', 'Tomorrow, by noon.'],
  },
  { when: 'tomorrow is closed', at: saturdayNight, postcode: '3067', says: ['Monday, by noon.'] },
  {
    when: 'the postcode is outside the zones',
    at: friday1024,
    postcode: '3350',
    says: ['Not to 3350 yet.', 'Pick up today.'],
  },
  {
    when: 'no postcode is known',
    at: friday1024,
    postcode: '3067',
    unknown: true,
    says: ['At a Melbourne door, today by six.'],
  },
]

for (const { when, at, postcode, todayFull = false, unknown = false, says } of cases) {
  test(`the home page says "${says.join(' ')}" when ${when}`, () => {
    assert.deepEqual(answerFor(calendarFor(postcode, 14, { at, todayFull }), !unknown).lines, says)
  })
}

test('the first sentence counts down to the cut-off only while today is open', () => {
  assert.equal(answerFor(calendarFor('3067', 14, { at: friday1024 }), true).orderBy?.at, '2026-11-20T03:00:00Z')
  assert.equal(answerFor(calendarFor('3067', 14, { at: friday1430 }), true).orderBy, undefined)
})

test('someone outside the zones is told where to pick up, and when', () => {
  assert.match(
    answerFor(calendarFor('3350', 14, { at: friday1024 }), true).lead,
    /pick up in Fitzroy, free, today from 9 am/,
  )
})

test('hours are said as at a counter', () => {
  assert.deepEqual(['12:00', '18:00', '14:30', '10:24', '00:00'].map(hourWord), [
    'noon',
    'six',
    'half past two',
    '10.24 am',
    'twelve',
  ])
})

test('the same-day run is found by its cut-off on the day itself', () => {
  assert.deepEqual(sameDayRun(calendarFor('3067', 14, { at: friday1024 })), { cutOff: '14:00', ends: '18:00' })
})
