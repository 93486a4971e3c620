import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import type { Order } from '../orders/index.ts'
import { decideSettlement, type IntentFacts, type Payment, type Settlement } from './payment.ts'

const aud = (minor: number) => money(minor, 'AUD')
const at = Temporal.Instant.from('2026-11-20T00:00:00Z')

const held: Order = {
  id: 'ord_1',
  status: 'PENDING',
  places: 'held',
  holdUntil: at,
  toPay: aud(33550),
  paid: aud(0),
  refunded: aud(0),
  inShop: aud(0),
  onCard: aud(0),
  cancelledBecause: null,
  cutOffAt: at,
}
const confirmed: Order = { ...held, status: 'CONFIRMED', places: 'kept', paid: aud(33550) }
const expired: Order = { ...held, status: 'CANCELLED', places: 'released', cancelledBecause: 'hold-expired' }
const cancelled: Order = { ...held, status: 'CANCELLED', places: 'released', cancelledBecause: 'customer' }

const waiting: Payment = { intentId: 'pi_1', state: 'waiting', amount: aud(33550) }
const paid: Payment = { ...waiting, state: 'paid' }

const succeeded: IntentFacts = {
  intentId: 'pi_1',
  orderId: 'ord_1',
  status: 'succeeded',
  amount: 33550,
  received: 33550,
  currency: 'aud',
  chargeId: 'ch_1',
  method: undefined,
  failureCode: undefined,
}
const refused: IntentFacts = {
  ...succeeded,
  status: 'requires_payment_method',
  received: 0,
  failureCode: 'insufficient_funds',
}

const cases: { what: string; order: Order; payment: Payment | undefined; facts: IntentFacts; is: Settlement }[] = [
  {
    what: 'money in time confirms',
    order: held,
    payment: waiting,
    facts: succeeded,
    is: { kind: 'confirm', takePlacesAgain: false, paid: aud(33550) },
  },
  {
    what: 'money that is faster than our own note of its intent confirms',
    order: held,
    payment: undefined,
    facts: succeeded,
    is: { kind: 'confirm', takePlacesAgain: false, paid: aud(33550) },
  },
  {
    what: 'money after a refused card confirms',
    order: held,
    payment: { ...waiting, state: 'failed' },
    facts: succeeded,
    is: { kind: 'confirm', takePlacesAgain: false, paid: aud(33550) },
  },
  {
    what: 'the same news twice changes nothing',
    order: confirmed,
    payment: paid,
    facts: succeeded,
    is: { kind: 'ignore', because: 'nothing-new' },
  },
  {
    what: 'a refusal that comes after the money changes nothing',
    order: confirmed,
    payment: paid,
    facts: refused,
    is: { kind: 'ignore', because: 'stale' },
  },
  {
    what: 'money after the hold asks for the places again',
    order: expired,
    payment: waiting,
    facts: succeeded,
    is: { kind: 'confirm', takePlacesAgain: true, paid: aud(33550) },
  },
  {
    what: 'money after the hold and after the intent was cancelled in our books asks for the places again',
    order: expired,
    payment: { ...waiting, state: 'cancelled' },
    facts: succeeded,
    is: { kind: 'confirm', takePlacesAgain: true, paid: aud(33550) },
  },
  {
    what: 'money for an order its buyer cancelled goes back',
    order: cancelled,
    payment: waiting,
    facts: succeeded,
    is: { kind: 'refund', reason: 'cancelled', paid: aud(33550), isFirstMoney: true },
  },
  {
    what: 'less money than the order goes back',
    order: held,
    payment: waiting,
    facts: { ...succeeded, received: 33549 },
    is: { kind: 'refund', reason: 'wrong-amount', paid: aud(33549), isFirstMoney: true },
  },
  {
    what: 'a second intent for a paid order is not ours to keep',
    order: confirmed,
    payment: paid,
    facts: { ...succeeded, intentId: 'pi_2' },
    is: { kind: 'refund', reason: 'double-payment', paid: aud(33550), isFirstMoney: false },
  },
  {
    what: 'a refused card fails, with the bank’s reason',
    order: held,
    payment: waiting,
    facts: refused,
    is: { kind: 'fail', failureCode: 'insufficient_funds' },
  },
  {
    what: 'an intent that was just made waits',
    order: held,
    payment: waiting,
    facts: { ...refused, failureCode: undefined },
    is: { kind: 'wait', state: 'waiting' },
  },
  {
    what: '3-D Secure waits for the customer',
    order: held,
    payment: waiting,
    facts: { ...succeeded, status: 'requires_action', received: 0 },
    is: { kind: 'wait', state: 'needs-action' },
  },
  {
    what: 'a cancelled intent is noted',
    order: expired,
    payment: waiting,
    facts: { ...succeeded, status: 'canceled', received: 0 },
    is: { kind: 'cancelled' },
  },
  {
    what: 'news that is older than the cancelling changes nothing',
    order: expired,
    payment: { ...waiting, state: 'cancelled' },
    facts: refused,
    is: { kind: 'ignore', because: 'stale' },
  },
  {
    what: 'a word Stripe did not know yesterday changes nothing',
    order: held,
    payment: waiting,
    facts: { ...succeeded, status: 'levitating', received: 0 },
    is: { kind: 'ignore', because: 'unknown-status' },
  },
]
for (const { what, order, payment, facts, is } of cases) {
  test(what, () => assert.deepEqual(decideSettlement(order, payment, facts), is))
}

test('money of another currency is for a person to look at', () => {
  assert.deepEqual(decideSettlement(held, waiting, { ...succeeded, currency: 'usd' }), {
    kind: 'ignore',
    because: 'foreign-currency',
  })
})
