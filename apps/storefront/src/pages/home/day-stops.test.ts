import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stopsOf } from './day-stops.ts'

const friday = { weekday: 'Friday', cutOff: '14:00', ends: '18:00', nowWords: 'Seven places left on today’s run.' }
const at = (now: string) => stopsOf({ ...friday, now })

test('the present moment stands between the stops, as far along as the clock is', () => {
  assert.deepEqual(
    at('10:24').map(({ name, halfHours }) => [name, halfHours]),
    [
      ['Market', 5],
      ['Bench', 7],
      ['Now', 7],
      ['Cut-off', 8],
      ['Door', 7],
    ],
  )
  assert.deepEqual(
    at('10:24')
      .filter((stop) => stop.isNow)
      .map((stop) => stop.name),
    ['Now'],
  )
})

test('close to a stop the moment shares its column', () => {
  assert.deepEqual(
    at('07:20')
      .filter((stop) => stop.isNow)
      .map((stop) => stop.name),
    ['Bench'],
  )
  assert.equal(at('07:20').length, 4)
})

test('at night and before the market nothing is now', () => {
  assert.equal(
    at('22:00').some((stop) => stop.isNow),
    false,
  )
  assert.equal(
    at('03:00').some((stop) => stop.isNow),
    false,
  )
})

test('the whole ruler is seventeen hours long whatever the clock says', () => {
  for (const now of ['03:00', '09:00', '10:24', '12:15', '16:00', '22:00']) {
    assert.equal(
      at(now).reduce((sum, stop) => sum + stop.halfHours, 0),
      34,
      now,
    )
  }
})
