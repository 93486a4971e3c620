import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kitchenTable, surprise, unpaid } from '../../../../test/fixture-subscriptions.ts'
import {
  badgeOf,
  lineWords,
  nextOf,
  nextSentence,
  spanWords,
  stateWords,
  subscriptionName,
} from './subscription-words.ts'

const today = '2026-11-20'
const timeZone = 'Australia/Melbourne'
const say = (one: (typeof kitchenTable.occurrences)[number], isGift = false) => stateWords(one, { timeZone, isGift })
const [came, next, , skipped] = kitchenTable.occurrences

test('the heading says when and where the next one goes', () => {
  const at = (day: string) => nextSentence([kitchenTable], day as typeof today)
  assert.equal(at('2026-11-20'), 'Next one: Thursday, to Nicholson Street.')
  assert.equal(at('2026-11-25'), 'Next one: tomorrow, to Nicholson Street.')
  assert.equal(at('2026-11-26'), 'Next one: today, to Nicholson Street.')
  assert.equal(at('2026-11-13'), 'Next one: Thursday 26 November, to Nicholson Street.')
  assert.equal(nextSentence([surprise], today), 'Next one: a surprise, 15 to 28 December, to Nicholson Street.')
  assert.equal(nextSentence([], today), 'No flowers on repeat yet.')
  assert.equal(nextSentence([{ ...kitchenTable, occurrences: [skipped!] }], today), 'Nothing is on its way.')
})

test('of several subscriptions the earliest delivery is the next', () => {
  assert.equal(nextOf([surprise, kitchenTable], today)?.occurrence.id, 'occ_next')
})

test('a line says until when it is hers to change, at the shop, and what is charged then', () => {
  assert.equal(say(next!), 'Yours to change until Mon 23 Nov, 4 pm. Then we charge $94.80.')
  assert.equal(say(next!, true), 'Yours to change until Mon 23 Nov, 4 pm. It is paid.')
  assert.equal(say(came!), 'Paid, $94.80.')
  assert.equal(say(skipped!), 'You skipped it.')
  assert.equal(say(unpaid.occurrences[1]!), 'Not paid yet: $94.80. It comes if it is paid by Wed 25 Nov, 5 pm.')
})

test('a surprise has neither day nor deadline in its line', () => {
  const [hidden] = surprise.occurrences
  assert.equal(lineWords(hidden!), '15 to 28 December')
  assert.equal(say(hidden!), 'A day only we know. $74.10, charged shortly before.')
})

test('a span over two months names both', () => {
  assert.equal(spanWords({ from: '2026-11-24', until: '2026-12-07' }), '24 November to 7 December')
})

test('names say the rhythm', () => {
  assert.equal(subscriptionName(kitchenTable), 'Kitchen Table, fortnightly')
  assert.equal(subscriptionName(surprise), 'Florist’s choice, a surprise each month')
})

test('the badge says whether it has begun, rests or has ended', () => {
  assert.equal(badgeOf(kitchenTable, today).word, 'Active')
  assert.equal(badgeOf(surprise, today).word, 'Starts 15 December')
  assert.equal(
    badgeOf({ ...kitchenTable, state: 'paused', pausedUntil: '2027-01-03' }, today).word,
    'Paused until 3 January',
  )
  assert.equal(badgeOf({ ...kitchenTable, state: 'cancelled' }, today).word, 'Ended')
})
