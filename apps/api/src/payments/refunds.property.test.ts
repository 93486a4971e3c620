import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type OrderId } from '@flora/contract/ids.ts'
import fc from 'fast-check'
import { aud, aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { firstRow } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { refundOrder } from './refund-order.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

interface Sums {
  readonly paid: number
  readonly refunded: number
  readonly rows: number
}

function sumsOf(orderId: OrderId): Promise<Sums | undefined> {
  return firstRow<Sums>(
    open.shop.db,
    sql`select paid_minor::int as paid, refunded_minor::int as refunded,
          (select coalesce(sum(amount_minor), 0)::int from refunds r where r.order_id = o.id and r.state <> 'failed') as rows
        from orders o where o.id = ${orderId}`,
  )
}

test('whatever refunds are wanted, in whatever order and as often, no more goes back than was paid, and all books say the same', async () => {
  const wishes = fc.array(fc.record({ minor: fc.integer({ min: 1, max: 7_000 }), twice: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(wishes, async (wanted) => {
      const guest = aVisitor(open.app)
      // Plenty of everything: it is the money that must run out.
      await open.shop.db.query('update stock_items set on_hand = taken + 100', [])
      await open.shop.db.query('update delivery_places set capacity = taken + 100', [])
      const placed = await placedOrder(guest)
      await pay(open.stripe, placed)
      await open.work()

      const orderId = placed.order.id
      let expected = 0
      for (const { minor, twice } of wanted) {
        const refund = { refundId: newId('rfd'), orderId, amount: aud(minor), reason: 'goodwill', who: 'shop' } as const
        await refundOrder(open.shop, refund)
        if (twice) await refundOrder(open.shop, refund)
        expected = Math.min(expected + minor, placed.order.toPay.minor)
      }
      await open.work()

      const sums = await sumsOf(orderId)
      const book = open.stripe.books().intents.find(({ metadata }) => metadata['order'] === orderId)
      assert.deepEqual(sums, { paid: placed.order.toPay.minor, refunded: expected, rows: expected })
      assert.equal(book?.amountRefunded, expected)
    }),
    { numRuns: 25 },
  )
})
