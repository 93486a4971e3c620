import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { pageRoutes } from './index.ts'

let shop: TestShop
before(async () => {
  shop = await openShop({
    now: '2026-11-20T09:00:00+11:00',
    routes: async (app, world) => {
      app.get('/api/products/:slug', (_, reply) => reply.send({ from: 'the shelf' }))
      app.get<{ Params: { token: string } }>('/api/products/previews/:token', (request, reply) =>
        reply.send({ from: `the link ${request.params.token}` }),
      )
      await pageRoutes(app, world, {
        assets: new Map(),
        render: async ({ carry }) => {
          const reply = await carry('/api/products/coral-charm', { method: 'GET', headers: {} })
          return { status: 200, html: JSON.stringify(await reply.json()), shared: true }
        },
      })
    },
  })
  await aSmallShop(shop)
  await rows(
    shop.db,
    sql`with p as (insert into product_slugs (slug, product_id, since) values ('charm', 'prd_coral-charm', now()))
        insert into collection_slugs (slug, collection_id, since) values ('spring', 'col_spring-list', now())`,
  )
})
after(() => shop.close())

test('an address that a product or a collection once had leads to the one it has', async () => {
  const lead = async (url: string) => {
    const { statusCode, headers } = await shop.app.inject({ url })
    return [statusCode, headers.location]
  }
  assert.deepEqual(await lead('/p/charm?postcode=3065'), [301, '/p/coral-charm?postcode=3065'])
  assert.deepEqual(await lead('/collections/spring'), [301, '/collections/spring-list'])
  assert.deepEqual(await lead('/p/coral-charm'), [200, undefined])
})

test('a page that previews a product is made of the link’s product, kept nowhere and told to nobody', async () => {
  const page = await shop.app.inject({ url: '/p/coral-charm?preview=prd_x.1.abc' })
  assert.deepEqual(page.json(), { from: 'the link prd_x.1.abc' })
  const { 'cache-control': kept, 'x-robots-tag': robots, 'referrer-policy': referrer } = page.headers
  assert.deepEqual([kept, robots, referrer], ['private, no-store', 'noindex', 'no-referrer'])
  assert.deepEqual((await shop.app.inject({ url: '/p/coral-charm' })).json(), { from: 'the shelf' })
})
