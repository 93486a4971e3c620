import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventOutcome, eventOutcomes, toEventOutcome } from './event-outcome.ts'

const cases: readonly (readonly [recorded: string, outcome: EventOutcome])[] = [
  ['confirmed', 'confirmed'],
  ['confirmed after the hold, places taken again', 'confirmed'],
  ['method noted', 'method-noted'],
  ['waiting', 'waiting'],
  ['needs-action', 'waiting'],
  ['processing', 'waiting'],
  ['payment failed', 'failed'],
  ['intent cancelled', 'cancelled'],
  ['paid after the hold, places gone: refunded', 'in-vain'],
  ['refunded: wrong-amount', 'in-vain'],
  ['second payment: told to the shop', 'in-vain'],
  ['refund pending', 'refund'],
  ['refunded', 'refund'],
  ['refund failed', 'refund-failed'],
  ['dispute needs_response', 'dispute'],
  ['dispute noted, not an order of ours', 'dispute'],
  ['ignored: nothing-new', 'ignored'],
  ['ignored: not a refund of ours', 'ignored'],
]

test('whatever is written of an event is counted by one of a few words', () => {
  for (const [recorded, outcome] of cases) assert.equal(toEventOutcome(recorded), outcome, recorded)
  assert.equal(toEventOutcome('pi_3Q of mercy@example.com'), 'other')
  assert.deepEqual(new Set([...cases.map(([, outcome]) => outcome), 'other']), new Set(eventOutcomes))
})
