import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@flora/contract/ids.ts'
import { aud, aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { refundOrder } from './refund-order.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

test('a refund that Stripe is still at work on is not taken for refused', async () => {
  const placed = await placedOrder(aVisitor(open.app))
  await pay(open.stripe, placed)
  await open.work()
  const orderId = placed.order.id
  const refundId = newId('rfd')
  // Another worker asked for it and died: Stripe holds its request, and the key with it.
  open.stripe.faults.slowRoute('POST /v1/refunds', 60_000)
  const intentId = placed.payment!.clientSecret.split('_secret_')[0]!
  const asked = new URLSearchParams({
    payment_intent: intentId,
    amount: '500',
    'metadata[refund]': refundId,
    'metadata[order]': orderId,
    reason: 'requested_by_customer',
  })
  const ask = () =>
    fetch(`${open.stripe.url}/v1/refunds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${open.stripe.secretKey}`, 'idempotency-key': refundId },
      body: asked,
    })
  // Of two, the one that comes later is told that the key is in use; then the other is there.
  const both = [ask(), ask()]
  for (const one of both) one.catch(() => undefined)
  assert.equal((await Promise.race(both)).status, 409)

  const refund = { refundId, orderId, amount: aud(500), reason: 'goodwill', who: 'shop' } as const
  await assert.rejects(refundOrder(open.shop, refund))
  const written = await rows(open.shop.db, sql`select id, state from refunds where order_id = ${orderId}`)
  assert.deepEqual(written, [{ id: refundId, state: 'wanted' }], 'it is asked for again, under the same key')
  const planned = await rows(
    open.shop.db,
    sql`select id from jobs.job where name = 'payments/refund-order' and state = 'created'`,
  )
  assert.deepEqual(planned, [], 'and no second one beside it')
})
