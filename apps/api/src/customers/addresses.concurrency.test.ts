import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { customerLimits } from '@flora/contract/customers.ts'
import type { AccountId, AddressId } from '@flora/contract/ids.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { addAddress } from './add-address.ts'
import { changeProfile } from './change-profile.ts'
import { forgetAddress } from './forget-address.ts'
import { listAddresses } from './address-queries.ts'
import { makeAddressDefault } from './make-address-default.ts'
import { findToldOfHerself, saveStripeCustomer } from './queries.ts'
import { mum } from './test/a-customer.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let shop: TestShop
before(async () => {
  if (!skip) shop = await openShop({ now: '2026-11-20T10:00:00+11:00', on: 'server' })
})
after(() => shop?.close())

const defaults = async (accountId: AccountId) =>
  (await listAddresses(shop.db, accountId)).filter(({ isDefault }) => isDefault).length

test('twenty first addresses at once have one default', { skip }, async () => {
  const { accountId } = await aSignedIn(shop)
  await Promise.all(Array.from({ length: 20 }, () => addAddress(shop, accountId, mum)))
  assert.deepEqual([(await listAddresses(shop.db, accountId)).length, await defaults(accountId)], [20, 1])
})

test('however many want to be the default at once, or are deleted meanwhile, there is one', { skip }, async () => {
  const { accountId } = await aSignedIn(shop)
  const ids: AddressId[] = []
  for (let count = 0; count < 12; count += 1) ids.push(await addAddress(shop, accountId, mum))
  await Promise.all([
    ...ids.slice(0, 6).map((id) => makeAddressDefault(shop, accountId, id)),
    ...ids.slice(6).map((id) => forgetAddress(shop, accountId, id)),
  ])
  assert.deepEqual([(await listAddresses(shop.db, accountId)).length, await defaults(accountId)], [6, 1])
  await Promise.all(ids.slice(0, 5).map((id) => forgetAddress(shop, accountId, id)))
  assert.deepEqual([(await listAddresses(shop.db, accountId)).length, await defaults(accountId)], [1, 1])
})

test('the limit holds when many come at once', { skip }, async () => {
  const { accountId } = await aSignedIn(shop)
  const tries = await Promise.allSettled(
    Array.from({ length: customerLimits.addresses + 15 }, () => addAddress(shop, accountId, mum)),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, customerLimits.addresses)
})

test('changes of different parts of a profile at once do not undo each other', { skip }, async () => {
  const { accountId } = await aSignedIn(shop)
  await Promise.all([
    changeProfile(shop, accountId, { phone: '0491 570 156' }),
    changeProfile(shop, accountId, { name: 'Ada' }),
    changeProfile(shop, accountId, { preferences: { colour: [] } }),
    changeProfile(shop, accountId, { preferences: { mood: [] } }),
    shop.inTransaction((tx) => saveStripeCustomer(tx, accountId, { id: `cus_${accountId}`, insteadOf: undefined })),
  ])
  assert.deepEqual(await findToldOfHerself(shop.db, accountId), {
    phone: '0491 570 156',
    preferences: { colour: [], mood: [] },
  })
})

test('two requests that note her customer at Stripe at once agree on one', { skip }, async () => {
  const { accountId } = await aSignedIn(shop)
  const noted = await Promise.all(
    ['cus_one', 'cus_two', 'cus_three'].map((id) =>
      shop.inTransaction((tx) => saveStripeCustomer(tx, accountId, { id, insteadOf: undefined })),
    ),
  )
  assert.equal(new Set(noted).size, 1)
})
