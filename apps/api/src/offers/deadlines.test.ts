import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlinesOf, retryAt } from './deadlines.ts'

const zone = 'Australia/Melbourne'
const at = (text: string) => Temporal.Instant.from(text)

const table: [says: string, cutOff: string, lastChange: string, payUntil: string][] = [
  ['an ordinary week', '2026-11-20T17:00+11:00', '2026-11-18T16:00+11:00', '2026-11-20T16:00+11:00'],
  ['a cut-off at noon of the day itself', '2026-11-20T12:00+11:00', '2026-11-18T16:00+11:00', '2026-11-20T11:00+11:00'],
  ['the night summer time begins', '2026-10-05T17:00+11:00', '2026-10-03T16:00+10:00', '2026-10-05T16:00+11:00'],
  ['the night summer time ends', '2027-04-05T17:00+10:00', '2027-04-03T16:00+11:00', '2027-04-05T16:00+10:00'],
  ['over a leap day', '2028-03-01T17:00+11:00', '2028-02-28T16:00+11:00', '2028-03-01T16:00+11:00'],
  ['over New Year', '2027-01-01T17:00+11:00', '2026-12-30T16:00+11:00', '2027-01-01T16:00+11:00'],
]
for (const [says, cutOff, lastChange, payUntil] of table) {
  test(`deadlines: ${says}`, () => {
    const found = deadlinesOf(at(cutOff), zone)
    assert.deepEqual(
      [found.lastChangeAt, found.chargeAt, found.payUntil].map(String),
      [lastChange, lastChange, payUntil].map((text) => String(at(text))),
    )
  })
}

test('the shop in another zone keeps its own wall', () => {
  const perth = deadlinesOf(at('2026-11-20T17:00+08:00'), 'Australia/Perth')
  assert.equal(String(perth.chargeAt), String(at('2026-11-18T16:00+08:00')))
})

const first = {
  at: at('2026-11-18T16:00+11:00'),
  payUntil: at('2026-11-20T16:00+11:00'),
  failure: 'insufficient_funds',
}

test('a card that said no is asked again after 6, 24 and 42 hours, and never after the last moment', () => {
  const nos: string[] = []
  let now: Temporal.Instant | undefined = first.at
  for (let declines = 1; now; declines += 1) {
    now = retryAt({ ...first, at: now, declines })
    if (now) nos.push(String(now))
  }
  assert.deepEqual(
    nos,
    ['2026-11-18T22:00+11:00', '2026-11-19T16:00+11:00', '2026-11-20T10:00+11:00'].map((text) => String(at(text))),
  )
  assert.equal(retryAt({ ...first, declines: 3, payUntil: at('2026-11-19T10:00+11:00') }), undefined)
  assert.equal(
    retryAt({ ...first, declines: 1, payUntil: at('2026-11-18T22:00+11:00') }),
    undefined,
    'on the stroke is too late',
  )
})

test('a bank that wants to see her, or a card that is over, is not asked again', () => {
  for (const failure of ['authentication_required', 'expired_card', 'lost_card', 'stolen_card', 'no_card'])
    assert.equal(retryAt({ ...first, declines: 1, failure }), undefined, failure)
})
