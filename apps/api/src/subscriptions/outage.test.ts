import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { brokenPromises } from '../../test/invariants.ts'
import { aFilledCart, aVisitor, openPayingShop, pay, type PayingShop } from '../../test/open-paying-shop.ts'
import { aCustomer, type Customer } from '../customers/test/a-customer.ts'
import { openDays } from '../delivery/index.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { reconcile } from '../payments/reconcile.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import { aGift, placeAll, putIn } from './test/a-mixed-cart.ts'
import { ledgerOf, sellByChoice } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'

let open: PayingShop
let mercy: Customer
before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
})
beforeEach(async () => {
  open.shop.clock.set(opening)
  mercy = await aCustomer(open)
})
after(() => open.close())

/** All that comes round by the clock, at an instant: between two of these nobody did anything. */
async function at(instant: string): Promise<void> {
  open.shop.clock.set(instant)
  await openDays(open.shop)
  await reconcile(open.shop)
  await releaseExpiredHolds(open.shop)
  await lookAhead(open.shop)
  await chargeDue(open.shop)
  await open.work()
}

async function ended(): Promise<void> {
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where state = 'planned'`)
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

/** A bouquet and flowers each week from 3 December on, paid; what that leads to is still to be done. */
async function aMixedOrder(): Promise<{ id: string; email: string }> {
  const { visitor, email } = mercy
  await aFilledCart(visitor, { email, day: '2026-11-28' })
  await putIn(visitor)
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.stripe.events.settled()
  return { id: placed.order.id, email }
}

const begunBy = (orderId: string) =>
  rows<{ id: string }>(open.shop.db, sql`select id from subscriptions where begun_by = ${orderId}`)
const states = async (id: string, count: number) =>
  (await ledgerOf(open, id)).slice(0, count).map(({ state, because }) => because ?? state)
const charges = () => open.stripe.books().intents.filter(({ amountSucceeded }) => amountSucceeded > 0).length

test('three days without a scheduler, again and again: a paid cart begins once, each delivery is charged once, and what cannot be kept is told', async () => {
  const { id: orderId, email } = await aMixedOrder()
  await at('2026-11-23T10:00:00+11:00')
  const begun = await begunBy(orderId)
  assert.equal(begun.length, 1, 'the workers were down from the payment on')
  const { id } = begun[0]!
  assert.deepEqual(await states(id, 2), ['paid', 'planned'])
  await at('2026-12-05T10:00:00+11:00')
  // Its charge was due on Monday afternoon, and there is time until Wednesday.
  await at('2026-12-08T16:00:00+11:00')
  assert.deepEqual(await states(id, 3), ['paid', 'paid', 'planned'])
  const before = charges()
  await at('2026-12-13T18:00:00+11:00')
  // Here its last moment went by as well.
  await at('2026-12-16T18:00:00+11:00')
  assert.deepEqual(await states(id, 4), ['paid', 'paid', 'too-late', 'planned'])
  assert.equal(charges(), before, 'for what does not come nothing is charged')
  assert.ok(
    open.shop.letters.some(({ to, text }) => to === email && /A\s+fault\s+on\s+our\s+side/.test(text)),
    'she is told',
  )
  await at('2026-12-21T16:00:00+11:00')
  assert.deepEqual(await states(id, 4), ['paid', 'paid', 'too-late', 'paid'])
  assert.equal(charges(), before + 1)
  await ended()
})

test('a clock that jumps ahead and back charges no delivery of a mixed cart twice', async () => {
  const before = charges()
  const { id: orderId } = await aMixedOrder()
  await at('2026-11-20T11:00:00+11:00')
  const [begun] = await begunBy(orderId)
  for (const instant of [
    '2026-12-07T16:00:00+11:00',
    '2026-12-06T10:00:00+11:00',
    '2026-12-07T16:00:00+11:00',
    // A day set wrong by a month, and right again.
    '2027-01-07T16:00:00+11:00',
    '2026-12-07T17:00:00+11:00',
    '2026-12-14T16:00:00+11:00',
  ])
    await at(instant)
  const ledger = await ledgerOf(open, begun!.id)
  assert.deepEqual(
    ledger.map(({ period }) => period),
    ledger.map((_, period) => period),
    'each period has one row',
  )
  const paid = ledger.filter(({ state }) => state === 'paid')
  assert.deepEqual(
    paid.slice(0, 2).map(({ period }) => period),
    [0, 1],
  )
  assert.equal(charges() - before, paid.length, 'the order, and each paid delivery after its first')
  assert.ok(ledger.every(({ state, status }) => state !== 'paid' || status === 'CONFIRMED'))
  await ended()
})

test('a clock that jumps makes no gift longer or shorter: what was passed over comes at its end', async () => {
  const before = charges()
  const { subscriptionId } = await aGift(open, aVisitor(open.app), { deliveries: 3, email: 'giver@example.com' })
  for (const instant of [
    '2026-12-07T16:00:00+11:00',
    '2026-12-05T10:00:00+11:00',
    // Over the last moment of the third.
    '2026-12-17T10:00:00+11:00',
    '2026-12-08T10:00:00+11:00',
    '2026-12-21T16:00:00+11:00',
    '2026-12-29T10:00:00+11:00',
  ])
    await at(instant)
  const ledger = await ledgerOf(open, subscriptionId)
  assert.deepEqual(
    ledger.map(({ state, day }) => [state, day]),
    [
      ['paid', '2026-12-03'],
      ['paid', '2026-12-10'],
      ['could-not', '2026-12-17'],
      ['paid', '2026-12-24'],
    ],
  )
  assert.equal(charges() - before, 1, 'paid once, by the order')
  await ended()
})
