import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aVisitor, openPayingShop, pay, type PayingShop } from '../../test/open-paying-shop.ts'
import { aCustomer } from '../customers/test/a-customer.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { beginSubscriptions } from './begin-subscriptions.ts'
import { chargeDue } from './charge-due.ts'
import { aGift, placeAll, putIn } from './test/a-mixed-cart.ts'
import { ledgerOf, sellByChoice } from './test/a-subscriber.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await sellByChoice(open)
})
after(() => open?.close())

async function nothingBroken(): Promise<void> {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

test('four who begin the same paid order at once begin it once', { skip }, async () => {
  const { visitor, email } = await aCustomer(open)
  await putIn(visitor)
  await putIn(visitor, { frequency: 'monthly', firstDay: '2026-12-04' })
  const placed = await placeAll(visitor, { email })
  await pay(open.stripe, placed)
  await open.stripe.events.settled()
  await Promise.all([open.work(), ...[1, 2, 3].map(() => beginSubscriptions(open.shop, placed.order.id))])
  await nothingBroken()
  const begun = await rows<{ id: string }>(
    open.shop.db,
    sql`select id from subscriptions where begun_by = ${placed.order.id}`,
  )
  assert.equal(begun.length, 2)
})

test('a gift that is ended while its delivery is settled gives back all or all but that one', { skip }, async () => {
  const guest = aVisitor(open.app)
  const { placed: _, ...params } = await aGift(open, guest, { deliveries: 3, email: 'giver@example.com' })
  open.shop.clock.set('2026-12-07T15:59:59+11:00')
  const ending = guest.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params, body: {} })
  open.shop.clock.set('2026-12-07T16:00:00+11:00')
  await Promise.all([ending, chargeDue(open.shop), chargeDue(open.shop)])
  await nothingBroken()
  const settled = (await ledgerOf(open, params.subscriptionId)).filter(({ state }) => state === 'paid').length
  const order = await guest.call('GET /orders/:link', { params: { link: params.link } })
  assert.equal(order.payment.refunded.minor, (3 - settled) * 6_600)
})
