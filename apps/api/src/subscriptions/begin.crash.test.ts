import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dieAtEveryStep, openCrashingShop, plenty } from '../../test/crashing.ts'
import { aVisitor, pay } from '../../test/open-paying-shop.ts'
import { aCustomer, type Customer } from '../customers/test/a-customer.ts'
import { reconcile } from '../payments/reconcile.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import { aGift, placeAll, putIn } from './test/a-mixed-cart.ts'
import { ledgerOf, sellByChoice } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'

let open: Awaited<ReturnType<typeof openCrashingShop>>
let mercy: Customer
before(async () => {
  open = await openCrashingShop()
  await sellByChoice(open)
  await plenty(open)
  mercy = await aCustomer(open)
})
after(() => open.close())

test('a subscription that is paid in a cart survives a death at any moment: it begins once, with one payment', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    open.shop.clock.set(opening)
    const { visitor, email } = mercy
    // How placing survives is told of carts in general; here it begins with the money.
    const placed = await open.inPeace(async () => {
      // What earlier tellings left has had its time.
      await rows(open.shop.db, sql`update subscriptions set state = 'cancelled' where state = 'active'`)
      await putIn(visitor, { frequency: 'quarterly' })
      const order = await placeAll(visitor, { email })
      await pay(open.stripe, order)
      await open.stripe.events.settled()
      return order
    })
    await open.workThrough()
    open.shop.clock.advance({ minutes: 10 })
    await open.inPeace(() => reconcile(open.shop))
    await open.workThrough()
    const begun = await rows<{ id: string }>(
      open.shop.db,
      sql`select id from subscriptions where begun_by = ${placed.order.id}`,
    )
    assert.equal(begun.length, 1)
    assert.deepEqual(
      (await ledgerOf(open, begun[0]!.id)).map(({ period, state, status }) => [period, state, status]),
      [[0, 'paid', 'CONFIRMED']],
    )
  })
  assert.ok(moments > 10, `${moments} moments`)
})

test('a gift’s deliveries survive a death at any moment: each is made once, and nobody is charged for it', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    const { subscriptionId } = await open.inPeace(async () => {
      open.shop.clock.set(opening)
      await rows(open.shop.db, sql`update subscriptions set state = 'cancelled' where state = 'active'`)
      return aGift(open, aVisitor(open.app), { deliveries: 2, email: 'giver@example.com' })
    })
    open.shop.clock.set('2026-12-07T16:00:00+11:00')
    await open.persist(() => lookAhead(open.shop))
    await open.persist(() => chargeDue(open.shop))
    // After the lease of a worker that died, another one takes the delivery up.
    open.shop.clock.advance({ minutes: 6 })
    await open.persist(() => chargeDue(open.shop))
    await open.workThrough()
    assert.deepEqual(
      (await ledgerOf(open, subscriptionId)).map(({ state, status }) => [state, status]),
      [
        ['paid', 'CONFIRMED'],
        ['paid', 'CONFIRMED'],
      ],
    )
  })
  assert.ok(moments > 5, `${moments} moments`)
})
