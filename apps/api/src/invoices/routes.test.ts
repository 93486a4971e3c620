import assert from 'node:assert/strict'
import { before, after, describe, test } from 'node:test'
import { sql } from '../platform/sql.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { anOrder, placedAt, placedInDatabase } from '../notifications/test/an-order.ts'
import { rows } from '../platform/db.ts'
import { invoiceRoutes } from './index.ts'

describe('the tax invoice behind an order’s link', () => {
  let shop: TestShop
  before(async () => {
    shop = await openShop({ now: placedAt, routes: invoiceRoutes })
    await aSmallShop(shop)
    await placedInDatabase(shop)
    await placedInDatabase(
      shop,
      anOrder({
        id: 'ord_two',
        number: 'FL-TWO222',
        link: '2'.repeat(32),
        placementKey: 'key-two',
        status: 'CONFIRMED',
        places: 'kept',
        deliveries: anOrder().deliveries.map((delivery) => ({ ...delivery, id: 'dlv_two' })),
        lines: anOrder().lines.map((line) => ({
          ...line,
          id: `lin_two-${line.slug}`,
          deliveryId: 'dlv_two',
          goesWith: null,
        })),
      }),
    )
    await rows(shop.db, sql`update orders set paid_minor = to_pay_minor where id = 'ord_two'`)
  })
  after(() => shop.close())

  const ask = (link: string) => shop.app.inject(`/api/orders/${link}/invoice.pdf`)

  test('is a PDF that nobody keeps between us and the buyer', async () => {
    const reply = await ask('2'.repeat(32))
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.headers['content-type'], 'application/pdf')
    assert.equal(reply.headers['content-disposition'], 'inline; filename="tax-invoice-FL-TWO222.pdf"')
    assert.equal(reply.headers['cache-control'], 'private, no-store')
    assert.equal(reply.rawPayload.subarray(0, 8).toString(), '%PDF-1.7')
    assert.ok(reply.rawPayload.equals((await ask('2'.repeat(32))).rawPayload))
  })

  test('is not there before the order is paid', async () => {
    const reply = await ask(anOrder().link)
    assert.equal(reply.statusCode, 409)
    assert.match(String(reply.headers['content-type']), /problem\+json/)
    assert.equal(reply.json().code, 'invoice-not-ready')
    assert.equal(reply.json().detail, 'The tax invoice is here as soon as the order is paid.')
  })

  for (const link of ['3'.repeat(32), 'short', 'A'.repeat(32), '%00'.repeat(32), "'; drop table orders"]) {
    test(`is not found by the link ${link}`, async () => {
      const reply = await ask(encodeURI(decodeURIComponent(link)))
      assert.equal(reply.statusCode, 404)
      assert.equal(reply.json().code, 'order-not-found')
    })
  }
})
