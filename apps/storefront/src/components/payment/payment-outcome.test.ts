import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOfError, outcomeOfIntent } from './payment-outcome.ts'

test('each state of an intent means one thing to the one who pays', () => {
  const cases: [string, string][] = [
    ['succeeded', 'paid'],
    ['requires_capture', 'paid'],
    ['processing', 'processing'],
    ['requires_payment_method', 'declined'],
    ['canceled', 'unknown'],
    ['requires_action', 'processing'],
  ]
  for (const [status, kind] of cases) assert.equal(outcomeOfIntent({ status }, '4242').kind, kind, status)
})

test('a decline says which card, and that nothing was charged', () => {
  const said = (error: object, ending?: string): string => {
    const outcome = outcomeOfError({ type: 'card_error', ...error }, ending)
    return outcome.kind === 'declined' ? outcome.sentence : outcome.kind
  }
  assert.equal(
    said({ code: 'card_declined', decline_code: 'generic_decline' }, '0002'),
    'The card ending 0002 was declined and you haven’t been charged.',
  )
  assert.equal(said({ code: 'card_declined' }), 'The card was declined and you haven’t been charged.')
  assert.equal(
    said({ code: 'card_declined', decline_code: 'insufficient_funds' }, '9995'),
    'The card ending 9995 doesn’t have enough on it, and you haven’t been charged.',
  )
  assert.equal(
    said({ code: 'incorrect_cvc' }, '0127'),
    'The security code of the card ending 0127 didn’t match, and you haven’t been charged.',
  )
})

test('a slip of the finger is no decline', () => {
  assert.equal(outcomeOfError({ type: 'card_error', code: 'incorrect_number' }, '4241').kind, 'mistyped')
  assert.equal(
    outcomeOfError({ type: 'validation_error', message: 'Your card number is incomplete.' }, undefined).kind,
    'mistyped',
  )
})

test('whatever is not understood is unknown, so that nobody is told to pay twice', () => {
  assert.equal(outcomeOfError({ type: 'api_error', code: 'lock_timeout' }, undefined).kind, 'unknown')
  assert.equal(
    outcomeOfError({ type: 'invalid_request_error', code: 'payment_intent_unexpected_state' }, undefined).kind,
    'processing',
  )
})
