import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doneInWords } from './done-in-words.ts'

const zone = 'Australia/Melbourne'
const said = (kind: string, detail: Record<string, unknown> = {}, isSurprise = false) =>
  doneInWords({ kind, detail }, { isSurprise, zone })

test('a history says what was done, with its days', () => {
  const moved = said('moved', { from: '2026-11-26', to: '2026-11-27', because: 'day-closed' })
  assert.deepEqual(moved, { label: 'Moved from Thu 26 Nov to Fri 27 Nov' })
  assert.deepEqual(said('skipped', { day: '2026-12-03' }), { label: 'Left out' })
  assert.deepEqual(said('paused', { until: '2027-01-20', days: [] }), { label: 'Paused until Wed 20 Jan' })
  assert.deepEqual(said('changed', { changed: ['plan', 'windowId'] }), {
    label: 'Changed: where it goes and what comes with it, window',
  })
  assert.deepEqual(said('price-announced', { was: 6_600, is: 7_050, from: '2026-12-03T13:00:00Z' }), {
    label: 'Another price was announced: $70.50 instead of $66.00',
    detail: 'It counts for what is charged from Fri 4 Dec.',
  })
  assert.equal(
    said('could-not', { because: 'sold-out' })!.detail,
    'There was not enough left to make it. Nothing was charged.',
  )
})

test('of a surprise no day is told', () => {
  for (const kind of ['skipped', 'unskipped', 'moved'])
    assert.doesNotMatch(
      JSON.stringify(said(kind, { day: '2026-12-03', from: '2026-12-03', to: '2026-12-04' }, true)),
      /Dec/,
    )
})

test('what somebody wrote as a reason is hers, and what the shop did not know is not made up', () => {
  assert.deepEqual(said('cancelled', { reason: 'moving to Perth' }), { label: 'Ended' })
  assert.equal(said('something-else'), undefined)
})
