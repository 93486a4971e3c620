import assert from 'node:assert/strict'
import { test } from 'node:test'
import { believedTime, type Next, type Outcome, reportThatCounts, statusAfter } from './stop.ts'

const said = (key: string, outcome: Outcome, at: string, receivedAt = '2026-11-21T20:00:00Z') => ({
  key,
  outcome,
  at: `2026-11-21T${at}:00Z`,
  receivedAt,
})

test('what happened last counts, in whatever order it is heard', () => {
  const first = said('a', 'nobody-home', '09:00')
  const second = said('b', 'nobody-home', '15:00')
  assert.equal(reportThatCounts([first, second])?.key, 'b')
  assert.equal(reportThatCounts([second, first])?.key, 'b')
  assert.equal(reportThatCounts([]), undefined)
})

test('what was handed over stays handed over, whatever is said later', () => {
  const given = said('a', 'delivered', '09:00')
  const slip = said('b', 'nobody-home', '09:05')
  assert.equal(reportThatCounts([given, slip])?.key, 'a')
  assert.equal(reportThatCounts([slip, given])?.key, 'a')
  // The second look knows better where it stands.
  const corrected = said('c', 'with-neighbour', '09:07')
  assert.equal(reportThatCounts([corrected, slip, given])?.key, 'c')
})

test('two words of the same moment are told apart the same way each time', () => {
  const a = said('a', 'delivered', '09:00')
  const b = said('b', 'with-neighbour', '09:00')
  assert.equal(reportThatCounts([a, b])?.key, reportThatCounts([b, a])?.key)
  const later = said('a', 'delivered', '09:00', '2026-11-21T21:00:00Z')
  assert.equal(reportThatCounts([b, later])?.key, 'a')
})

test('a report brings a delivery on, and never one that is over', () => {
  const after = (outcome: Outcome, next: Next | null = null) =>
    (
      [
        'PENDING',
        'CONFIRMED',
        'PREPARING',
        'READY',
        'OUT_FOR_DELIVERY',
        'NOT_DELIVERED',
        'DELIVERED',
        'CANCELLED',
        'REFUNDED',
      ] as const
    ).map((status) => statusAfter(status, { outcome, next }))
  const done = ['DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED'] as const
  assert.deepEqual(after('delivered'), ['PENDING', ...done, 'DELIVERED', 'CANCELLED', 'REFUNDED'])
  assert.deepEqual(after('with-neighbour'), ['PENDING', ...done, 'DELIVERED', 'CANCELLED', 'REFUNDED'])
  const out = [
    'OUT_FOR_DELIVERY',
    'OUT_FOR_DELIVERY',
    'OUT_FOR_DELIVERY',
    'OUT_FOR_DELIVERY',
    'OUT_FOR_DELIVERY',
  ] as const
  assert.deepEqual(after('nobody-home', 'later-today'), ['PENDING', ...out, 'DELIVERED', 'CANCELLED', 'REFUNDED'])
  const back = ['NOT_DELIVERED', 'NOT_DELIVERED', 'NOT_DELIVERED', 'NOT_DELIVERED', 'NOT_DELIVERED'] as const
  assert.deepEqual(after('nobody-home', 'back-to-shop'), ['PENDING', ...back, 'DELIVERED', 'CANCELLED', 'REFUNDED'])
})

test('a phone whose clock is wrong is not believed', () => {
  const now = Temporal.Instant.from('2026-11-21T10:00:00Z')
  const believed = (told: string) => believedTime(Temporal.Instant.from(told), now).toString()
  assert.equal(believed('2026-11-21T09:00:00Z'), '2026-11-21T09:00:00Z')
  assert.equal(believed('2026-11-21T10:00:01Z'), '2026-11-21T10:00:00Z')
  assert.equal(believed('1970-01-01T00:00:00Z'), '2026-11-21T10:00:00Z')
  assert.equal(believed('2026-11-14T10:00:00Z'), '2026-11-14T10:00:00Z')
})
