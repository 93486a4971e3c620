import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AccountId } from '@flora/contract/ids.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { addLine } from './cart.ts'
import { type CartToken, newCartToken } from './cart-token.ts'
import { changeCart } from './change-cart.ts'
import { takeCartToAccount } from './claim-cart.ts'
import { showCart } from './show-cart.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let shop: TestShop
before(async () => {
  if (skip) return
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00', on: 'server' })
  await aSmallShop(shop)
})
after(() => shop?.close())

const seen = { minor: 4_800, currency: 'AUD' } as const
const add = (token: CartToken, quantity = 1) =>
  changeCart(shop, token, (document) =>
    addLine(document, { variantId: 'var_peace-lily-one', quantity, seen, addOns: [], postcode: '3067' }),
  )
const take = (accountId: AccountId, token: CartToken) =>
  shop.inTransaction((tx) =>
    takeCartToAccount(tx, {
      accountId,
      generation: 1,
      sealingKey: shop.config.sealingKey,
      anonymousHash: token.hash,
      now: shop.clock.now(),
    }),
  )
const count = async (token: CartToken) => (await showCart(shop.db, token.hash, shop.clock.now())).count

test(
  'two devices that sign in at the same moment for the first time have one cart, with what both held',
  { skip },
  async () => {
    for (let times = 0; times < 8; times += 1) {
      const { accountId } = await aSignedIn(shop)
      const devices = [newCartToken(), newCartToken(), newCartToken()]
      for (const [index, device] of devices.entries()) await add(device, index + 1)
      const tokens = await Promise.all(devices.map((device) => take(accountId, device)))
      assert.equal(new Set(tokens.map(({ token }) => token)).size, 1)
      assert.equal(await count(tokens[0]!), 6)
      assert.equal((await rows(shop.db, sql`select 1 from carts where account_id = ${accountId}`)).length, 1)
    }
  },
)

test('one browser that signs in twice at once brings its cart once', { skip }, async () => {
  for (let times = 0; times < 8; times += 1) {
    const { accountId } = await aSignedIn(shop)
    const browser = newCartToken()
    await add(browser, 2)
    const [own] = await Promise.all(Array.from({ length: 5 }, () => take(accountId, browser)))
    assert.deepEqual([await count(own!), await count(browser)], [2, 0])
  }
})

test('two accounts that sign in with one browser’s cart at once: one of them has it', { skip }, async () => {
  for (let times = 0; times < 8; times += 1) {
    const [one, two] = await Promise.all([aSignedIn(shop), aSignedIn(shop)])
    const browser = newCartToken()
    await add(browser, 3)
    const own = await Promise.all([one, two].map(({ accountId }) => take(accountId, browser)))
    const counts = await Promise.all(own.map(count))
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      [0, 3],
    )
  }
})

test('what is put in by another tab during the sign-in is in one of the two carts, once', { skip }, async () => {
  for (let times = 0; times < 12; times += 1) {
    const { accountId } = await aSignedIn(shop)
    const browser = newCartToken()
    await add(browser, 2)
    const [own] = await Promise.all([take(accountId, browser), add(browser), add(browser)])
    assert.equal((await count(own)) + (await count(browser)), 4)
    // What came too late comes along the next time.
    assert.deepEqual([await count(await take(accountId, browser)), await count(browser)], [4, 0])
  }
})
