import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { decidePromise, type PlacePromise, type PromiseFacts, type Want } from './promise.ts'
import type { Window } from './window.ts'

const morning: Window = {
  id: 'win_inner-morning',
  zoneId: 'zon_inner',
  zoneName: 'Inner north',
  method: 'standard',
  name: '8 am to 12 noon',
  starts: '08:00',
  ends: '12:00',
  weekdays: [1, 2, 3, 4, 5, 6],
  fee: money(1_200, 'AUD'),
  capacity: 20,
  cutOff: { time: '17:00', daysBefore: 1 },
}
const counter: Window = {
  ...morning,
  id: 'win_pick-up-day',
  zoneId: 'zon_pick-up',
  zoneName: 'Pick up in Fitzroy',
  method: 'pick-up',
  fee: money(0, 'AUD'),
}
const facts: PromiseFacts = {
  timeZone: 'Australia/Melbourne',
  window: morning,
  isServed: true,
  closedBecause: undefined,
  surge: undefined,
}
const want: Want = { windowId: morning.id, day: '2026-11-21', postcode: '3067', leadDays: 0 }
const now = Temporal.Instant.from('2026-11-20T10:24:00+11:00')
const valentine = { name: 'Valentine’s Day', fee: money(800, 'AUD') }

const decide = (wanted: Partial<Want>, known: Partial<PromiseFacts> = {}, at = now): PlacePromise =>
  decidePromise({ ...want, ...wanted }, { ...facts, ...known }, at)

test('promises a delivery with all its terms', () => {
  const promise = decide({})
  assert.deepEqual(
    { ...promise, cutOffAt: promise.cutOffAt?.toString() },
    {
      ok: true,
      zoneId: 'zon_inner',
      zoneName: 'Inner north',
      method: 'standard',
      windowName: '8 am to 12 noon',
      starts: '08:00',
      ends: '12:00',
      fee: money(1_200, 'AUD'),
      surge: money(0, 'AUD'),
      cutOffAt: '2026-11-20T06:00:00Z',
    },
  )
})

test('names the surge beside the fee, and spares who picks up', () => {
  const toADoor = decide({}, { surge: valentine })
  assert.deepEqual(
    [toADoor.fee, toADoor.surge, toADoor.surgeName],
    [money(1_200, 'AUD'), money(800, 'AUD'), 'Valentine’s Day'],
  )
  const atTheCounter = decide({}, { window: counter, surge: valentine })
  assert.deepEqual(
    [atTheCounter.ok, atTheCounter.fee, atTheCounter.surge, atTheCounter.surgeName],
    [true, money(0, 'AUD'), money(0, 'AUD'), undefined],
  )
})

const noes: [string, Partial<Want>, Partial<PromiseFacts>, code: string, message: string][] = [
  [
    'no such window',
    {},
    { window: undefined },
    'window-not-found',
    'That window is not offered any more. Please choose another.',
  ],
  [
    'a postcode of another zone',
    { postcode: '3182' },
    { isServed: false },
    'address-not-served',
    'That window is for Inner north, and 3182 is not in it. Please choose the window again.',
  ],
  [
    'yesterday',
    { day: '2026-11-19' },
    {},
    'past-cut-off',
    'Thursday 19 November has passed. Please choose another day.',
  ],
  [
    'today, whose cut-off was yesterday',
    { day: '2026-11-20' },
    {},
    'past-cut-off',
    'Orders for this window closed at 5 pm on Thursday 19 November.',
  ],
  [
    'the ninety-first day',
    { day: '2027-02-18' },
    {},
    'day-out-of-range',
    'That is too far ahead. The book is open for 90 days, until Wednesday 17 February.',
  ],
  [
    'a closed day',
    { day: '2026-12-25' },
    { closedBecause: 'Christmas Day' },
    'day-closed',
    'Closed on Friday 25 December. Christmas Day.',
  ],
  [
    'a weekday without a run',
    { day: '2026-11-22' },
    {},
    'no-run',
    'That window does not run on Sunday 22 November. Please choose another.',
  ],
  [
    'a month out of season',
    { day: '2027-01-04', seasonMonths: [10, 11, 12] },
    {},
    'out-of-season',
    'Not in season that day. We have these in October to December.',
  ],
  [
    'seasons that never meet',
    { seasonMonths: [] },
    {},
    'out-of-season',
    'These are never in season together. Please send them on two days.',
  ],
  [
    'flowers that have to be ordered in',
    { leadDays: 2 },
    {},
    'lead-time',
    'Too soon. We need 2 days more to have these cut for you.',
  ],
]
for (const [what, wanted, known, code, message] of noes) {
  test(`refuses ${what}`, () => {
    const promise = decide(wanted, known)
    assert.ok(!promise.ok)
    assert.deepEqual([promise.code, promise.message], [code, message])
    // The cart still shows what it would cost.
    assert.deepEqual(promise.fee, known.window === undefined && 'window' in known ? undefined : money(1_200, 'AUD'))
  })
}

test('the ninetieth day is still open, and lead days are counted from the cut-off', () => {
  assert.equal(decide({ day: '2027-02-17' }).ok, true)
  assert.equal(decide({ day: '2026-11-24', leadDays: 2 }).ok, true)
})

test('a season over New Year is one stretch, and a broken one is told in parts', () => {
  const message = (months: number[]) => {
    const promise = decide({ day: '2026-11-24', seasonMonths: months })
    return promise.ok ? '' : promise.message
  }
  assert.equal(message([12, 1, 2]), 'Not in season that day. We have these in December to February.')
  assert.equal(message([3, 9]), 'Not in season that day. We have these in March and September.')
})

test('a promise holds on the stroke before the cut-off and not on it, on the night summer time begins', () => {
  const sunday = { ...morning, weekdays: [7] as const }
  const october = (at: string) => decide({ day: '2026-10-04' }, { window: sunday }, Temporal.Instant.from(at)).ok
  assert.deepEqual([october('2026-10-03T16:59:59+10:00'), october('2026-10-03T17:00:00+10:00')], [true, false])
})
