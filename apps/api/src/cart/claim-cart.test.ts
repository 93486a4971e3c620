import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { cartLimits } from '@flora/contract/cart.ts'
import { type AccountId, newId } from '@flora/contract/ids.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { addLine, type CartDocument, emptyCart } from './cart.ts'
import { accountCartToken, type CartToken, newCartToken } from './cart-token.ts'
import { changeCart } from './change-cart.ts'
import { renewAccountCart, takeCartToAccount } from './claim-cart.ts'
import { cartJobs } from './jobs.ts'
import { findCart, insertCart } from './queries.ts'
import { showCart } from './show-cart.ts'

let shop: TestShop
let accountId: AccountId
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00' })
  await aSmallShop(shop)
})
after(() => shop.close())
beforeEach(async () => {
  accountId = (await aSignedIn(shop)).accountId
})

const seen = { minor: 4_800, currency: 'AUD' } as const
const add = (token: CartToken, quantity: number, postcode = '3067') =>
  changeCart(shop, token, (document) =>
    addLine(document, { variantId: 'var_peace-lily-one', quantity, seen, addOns: [], postcode }),
  )
const take = (token: CartToken | undefined, owner = accountId, generation = 1) =>
  shop.inTransaction((tx) =>
    takeCartToAccount(tx, {
      accountId: owner,
      generation,
      sealingKey: shop.config.sealingKey,
      anonymousHash: token?.hash,
      now: shop.clock.now(),
    }),
  )
const shown = (token: CartToken) => showCart(shop.db, token.hash, shop.clock.now())

test('the first sign-in makes the browser’s cart her own, with her contact', async () => {
  const browser = newCartToken()
  await add(browser, 2)
  const own = await take(browser)
  const cart = await shown(own)
  assert.deepEqual([cart.count, cart.buyer.name], [2, 'Mercy Okafor'])
  assert.match(cart.buyer.email, /@example\.com$/)
  assert.equal((await shown(browser)).count, 0, 'what the browser had opens nothing any more')
  assert.equal((await findCart(shop.db, own.hash))?.accountId, accountId)
})

test('each device gets the same token, which differs by account and cannot be made without the key', async () => {
  const [first, second] = [await take(undefined), await take(undefined)]
  assert.deepEqual(first, second)
  assert.match(first.token, /^[A-Za-z0-9_-]{32}$/)
  const other = await aSignedIn(shop)
  assert.notEqual((await take(undefined, other.accountId)).token, first.token)
  const otherKey = createSecretKey(Buffer.alloc(32, 7))
  assert.notEqual(accountCartToken({ accountId, generation: 1, sealingKey: otherKey }).token, first.token)
})

test('signing in again and again, with or without a cart, doubles and loses nothing', async () => {
  const browser = newCartToken()
  await add(browser, 2)
  const own = await take(browser)
  await add(own, 1)
  for (const again of [browser, own, undefined, newCartToken()]) await take(again)
  assert.equal((await shown(own)).count, 3)
  assert.equal((await rows(shop.db, sql`select 1 from carts where account_id = ${accountId}`)).length, 1)
})

test('what two browsers held is in one cart', async () => {
  const [phone, desk] = [newCartToken(), newCartToken()]
  await add(phone, 2)
  await add(desk, 3)
  await add(desk, 1, '3065')
  await take(phone)
  const cart = await shown(await take(desk))
  assert.deepEqual(
    cart.lines.map(({ quantity }) => quantity),
    [5, 1],
  )
  assert.equal(cart.notice, undefined)
})

test('what is more than a cart holds is told by name, until the next change', async () => {
  const [phone, desk] = [newCartToken(), newCartToken()]
  await add(phone, cartLimits.quantity)
  await add(desk, 5)
  await take(phone)
  const own = await take(desk)
  assert.match((await shown(own)).notice ?? '', /Left out: 5 × Peace lily\.$/)
  await take(undefined)
  assert.ok((await shown(own)).notice, 'signing in elsewhere is no change')
  const line = (await shown(own)).lines[0]!
  const changed = await changeCart(shop, own, (document) => ({
    kind: 'changed',
    document: { ...document, lines: document.lines.map((known) => ({ ...known, quantity: line.quantity - 1 })) },
  }))
  assert.deepEqual([changed.notice, (await shown(own)).notice], [undefined, undefined])
})

test('a cart that is somebody else’s is neither taken nor opened, whoever’s browser has its token', async () => {
  const other = await aSignedIn(shop)
  const theirs = await take(undefined, other.accountId)
  await add(theirs, 4)
  const own = await take(theirs)
  assert.deepEqual([(await shown(own)).count, (await shown(theirs)).count], [0, 4])
})

test('when every device was signed out, what they held opens the cart no more', async () => {
  const first = await take(undefined)
  await add(first, 2)
  const second = await shop.inTransaction((tx) =>
    renewAccountCart(tx, { accountId, generation: 2, sealingKey: shop.config.sealingKey }),
  )
  assert.deepEqual([(await shown(first)).count, (await shown(second)).count], [0, 2])
  assert.deepEqual(await take(undefined, accountId, 2), second)
  // Had nobody renewed it, the next sign-in would.
  const third = await take(undefined, accountId, 3)
  assert.deepEqual([(await shown(second)).count, (await shown(third)).count], [0, 2])
})

test('a process that dies before the commit leaves both carts as they were, and the next try merges them', async () => {
  const browser = newCartToken()
  await add(browser, 2)
  await add(await take(undefined), 1)
  await assert.rejects(
    shop.inTransaction(async (tx) => {
      await takeCartToAccount(tx, {
        accountId,
        generation: 1,
        sealingKey: shop.config.sealingKey,
        anonymousHash: browser.hash,
        now: shop.clock.now(),
      })
      throw new Error('the power went')
    }),
    /the power went/,
  )
  const token = accountCartToken({ accountId, generation: 1, sealingKey: shop.config.sealingKey })
  assert.deepEqual([(await shown(browser)).count, (await shown(token)).count], [2, 1])
  assert.deepEqual([(await shown(await take(browser))).count, (await shown(browser)).count], [3, 0])
})

test('her phone number is known from her profile, and one typed in the browser fills the blank', async () => {
  const browser = newCartToken()
  const document: CartDocument = {
    ...emptyCart,
    buyer: { name: 'Ada', email: 'ada@example.com', phone: '0491 570 156' },
  }
  await shop.inTransaction((tx) =>
    insertCart(tx, { id: newId('crt'), tokenHash: browser.hash, document, at: shop.clock.now() }),
  )
  const { buyer } = await shown(await take(browser))
  assert.deepEqual([buyer.name, buyer.phone], ['Mercy Okafor', '0491 570 156'])

  const other = await aSignedIn(shop)
  await rows(shop.db, sql`insert into customers (account_id, phone) values (${other.accountId}, '03 7010 4418')`)
  assert.equal((await shown(await take(undefined, other.accountId))).buyer.phone, '03 7010 4418')
})

test('an account’s cart waits for its owner for longer than a browser’s', async () => {
  const browser = newCartToken()
  await add(browser, 1)
  const own = await take(undefined)
  await add(own, 1)
  shop.clock.advance({ hours: 40 * 24 })
  await cartJobs(shop)['cart/sweep']()
  assert.deepEqual([(await shown(browser)).version, (await shown(own)).count], [0, 1])
})
