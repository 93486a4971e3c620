import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cartLimits } from '@flora/contract/cart.ts'
import { ApiProblem } from '@flora/client/client.ts'
import { aFilledCart, aVisitor, openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { cartJobs } from './jobs.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a cookie that the shop does not know shows an empty cart, writes nothing, and is used from the first change on', async () => {
  const visitor = aVisitor(open.app)
  const token = 'x'.repeat(32)
  visitor.cookies.set('cart', token)
  const cart = await visitor.call('GET /cart', {})
  assert.deepEqual([cart.version, cart.count, cart.can.checkOut.ok, cart.total.minor], [0, 0, false, 0])
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from carts`), [])
  const changed = await visitor.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })
  assert.deepEqual([changed.version, visitor.cookies.get('cart')], [1, token])
})

test('a visitor without a cookie is given one at the first change, and not for looking', async () => {
  const visitor = aVisitor(open.app)
  await visitor.call('GET /cart', {})
  assert.equal(visitor.cookies.size, 0)
  await visitor.call('PUT /cart/buyer', { body: { name: 'Mercy', email: '', phone: '' } })
  assert.match(visitor.cookies.get('cart') ?? '', /^[\w-]{32}$/)
})

test('the database keeps no cookie that would open a cart', async () => {
  const visitor = aVisitor(open.app)
  await aFilledCart(visitor)
  const kept = JSON.stringify(await rows(open.shop.db, sql`select * from carts`))
  assert.ok(!kept.includes(visitor.cookies.get('cart')!))
})

test('each change counts one version, a refused one none', async () => {
  const visitor = aVisitor(open.app)
  const { version, lines } = await aFilledCart(visitor)
  assert.equal(
    (await visitor.call('PATCH /cart/lines/:lineId', { params: { lineId: lines[0]!.id }, body: { quantity: 2 } }))
      .version,
    version + 1,
  )
  await assert.rejects(
    visitor.call('PATCH /cart/lines/:lineId', { params: { lineId: 'lin_none' }, body: { quantity: 2 } }),
    isProblem('line-not-found'),
  )
  await assert.rejects(visitor.call('PUT /cart/code', { body: { code: 'NOSUCHCODE' } }), isProblem('code-not-found'))
  assert.equal((await visitor.call('GET /cart', {})).version, version + 1)
})

test('a cart holds what it says and no more', async () => {
  const visitor = aVisitor(open.app)
  const first = await visitor.call('POST /cart/lines', {
    body: { variantId: 'var_peace-lily-one', quantity: cartLimits.quantity },
  })
  const again = await visitor.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 5 } })
  assert.deepEqual(
    [first.count, again.count],
    [cartLimits.quantity, cartLimits.quantity],
    'one line is never more than its limit',
  )
  const put = (variantId: 'var_peace-lily-one' | 'var_coral-charm-small', postcode: string) =>
    visitor.call('POST /cart/lines', { body: { variantId, quantity: 1, postcode } })
  for (let postcode = 3001; postcode < 3001 + cartLimits.deliveries; postcode += 1)
    await put('var_peace-lily-one', String(postcode))
  await assert.rejects(put('var_peace-lily-one', '3099'), isProblem('cart-full'))
})

test('carts that nobody touched for thirty days are thrown away, and others are not', async () => {
  const visitor = aVisitor(open.app)
  await aFilledCart(visitor)
  const sweep = () => cartJobs(open.shop)['cart/sweep']()
  open.shop.clock.advance({ hours: 30 * 24 - 1 })
  await sweep()
  assert.equal((await visitor.call('GET /cart', {})).count, 1)
  open.shop.clock.advance({ hours: 2 })
  await sweep()
  assert.deepEqual(
    [(await visitor.call('GET /cart', {})).count, await rows(open.shop.db, sql`select 1 from carts`)],
    [0, []],
  )
})
