import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { isDatabaseAway } from './database-away.ts'
import { type Database, openServer, rows } from './db.ts'
import { sql } from './sql.ts'

let shop: TestShop
let nowhere: Database
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00' })
  // Nobody listens there.
  nowhere = openServer('postgres://flora@127.0.0.1:1/flora', 1)
})
after(async () => {
  await nowhere.close()
  await shop.close()
})

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => assert.fail('it should have failed'),
    (error: unknown) => error,
  )

test('a database that nobody reaches is away, whatever an item says of it', async () => {
  const refused = await errorOf(rows(nowhere.db, sql`select 1`))
  assert.equal(await isDatabaseAway(nowhere.db, refused), true)
  assert.equal(await isDatabaseAway(nowhere.db, new Error('Connection terminated unexpectedly')), true)
})

test('an item that fails for its own reason says nothing about the database', async () => {
  const own = await errorOf(rows(shop.db, sql`select 1 / 0`))
  assert.equal(await isDatabaseAway(shop.db, own), false)
  assert.equal(await isDatabaseAway(shop.db, new Error('invariant broken: an order has no payment')), false)
})

test('a connection that was lost is no reason to leave the rest when the database is back', async () => {
  const refused = await errorOf(rows(nowhere.db, sql`select 1`))
  assert.equal(await isDatabaseAway(shop.db, refused), false)
})

test('a database that answers and may not write is as good as away', async () => {
  const readOnly = await errorOf(
    shop.inTransaction(async (tx) => {
      await rows(tx, sql`set transaction read only`)
      await rows(tx, sql`update shop set name = name`)
    }),
  )
  assert.equal(await isDatabaseAway(shop.db, readOnly), true)
})
