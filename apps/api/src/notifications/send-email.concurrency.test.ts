import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSmallShop } from '../../test/builders.ts'
import { openShop } from '../../test/open-shop.ts'
import { notificationJobs } from './index.ts'
import { anOrder, placedAt, placedInDatabase } from './test/an-order.ts'

test('twenty workers with the same letter at once send it once', async (t) => {
  const shop = await openShop({ now: placedAt, on: 'server' })
  t.after(() => shop.close())
  await aSmallShop(shop)
  await placedInDatabase(shop, anOrder({ status: 'CONFIRMED', places: 'kept' }))
  const write = notificationJobs(shop)['notifications/order-letter']
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => write({ orderId: 'ord_one', letter: 'confirmed' })),
  )
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
  assert.ok(
    refusals.every((reason) => reason.includes('Another worker is sending')),
    refusals.join('\n'),
  )
  assert.ok(refusals.length < 20)
  assert.equal(shop.letters.length, 1)
})
