import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reminder } from '@flora/contract/reminders.ts'
import { leadsWith, nextSentence, whenWords, yearDayWords } from './reminder-words.ts'

const birthday: Reminder = {
  id: 'rem_0123456789abcdefghjkmnpqrs' as Reminder['id'],
  name: 'Mum’s birthday',
  yearDay: { month: 3, date: 9 },
  daysBefore: 7,
  isMuted: false,
  nextDay: '2027-03-09',
  letterDay: '2027-03-02',
}

test('says the day of the year, the leap day too', () => {
  assert.equal(yearDayWords({ month: 3, date: 9 }), '9 March')
  assert.equal(yearDayWords({ month: 2, date: 29 }), '29 February')
})

test('the first day that is not quiet is the next', () => {
  const quiet = { ...birthday, name: 'Our day', isMuted: true }
  assert.equal(nextSentence([quiet, birthday]), 'Next: Mum’s birthday, Tuesday 9 March.')
  assert.equal(nextSentence([quiet]), 'All of them are quiet.')
  assert.equal(nextSentence([]), 'No day slips by.')
})

test('says when we write, and when we have or don’t', () => {
  assert.equal(whenWords(birthday, '2026-11-21'), 'Next on Tuesday 9 March 2027. We write on 2 March.')
  assert.equal(whenWords(birthday, '2027-03-05'), 'Next on Tuesday 9 March 2027. We’ve written.')
  assert.equal(whenWords({ ...birthday, isMuted: true }, '2026-11-21'), 'Next on Tuesday 9 March 2027. We don’t write.')
})

test('a lead that is none of the choices stands among them in its place', () => {
  assert.deepEqual(leadsWith(7).length, leadsWith(8).length - 1)
  assert.deepEqual(
    leadsWith(8).map(([days]) => days),
    [3, 5, 7, 8, 10, 14, 21, 30],
  )
})
