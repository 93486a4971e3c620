import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows, type Tx } from './db.ts'
import { isUndone, undoneBy } from './sent-at-once.ts'
import { sql } from './sql.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let shop: TestShop
before(async () => {
  if (skip) return
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00', on: 'server' })
  await rows(shop.db, sql`create table jars (id int primary key, sweets int not null check (sweets >= 0))`)
  await rows(shop.db, sql`insert into jars values (1, 0), (2, 0)`)
})
after(() => shop?.close())

const add = (tx: Tx, id: number): Promise<unknown[]> =>
  rows(tx, sql`update jars set sweets = sweets + 1 where id = ${id} returning id`)
// Gives a row, and so says no, when a jar holds as many.
const holdsLess = (tx: Tx, most: number): Promise<unknown[]> =>
  rows(tx, sql`select id${undoneBy(tx)} from jars where sweets >= ${most}`)
const sweets = async (): Promise<number[]> =>
  (await rows<{ sweets: number }>(shop.db, sql`select sweets from jars order by id`)).map((jar) => jar.sweets)

test('what is sent at once happens whole', { skip }, async () => {
  const answer = await shop.inTransaction(async (tx) => {
    const [first] = await Promise.all([add(tx, 1), add(tx, 2), holdsLess(tx, 5)])
    return first
  }, 'sent at once')
  assert.deepEqual(answer, [{ id: 1 }])
  assert.deepEqual(await sweets(), [1, 1])
})

test('a row where none should be undoes all that was sent with it, also what came behind it', { skip }, async () => {
  const error = await shop
    .inTransaction((tx) => Promise.all([add(tx, 1), holdsLess(tx, 2), add(tx, 2)]), 'sent at once')
    .catch((reason: unknown) => reason)
  assert.ok(isUndone(error), String(error))
  assert.deepEqual(await sweets(), [1, 1])
})

test('of many at once exactly as many happen as there is room for', { skip }, async () => {
  const takers = Array.from({ length: 40 }, () =>
    shop.inTransaction((tx) => Promise.all([add(tx, 1), holdsLess(tx, 12)]), 'sent at once'),
  )
  const outcomes = await Promise.allSettled(takers)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  assert.deepEqual([refused.length, refused.every(isUndone)], [30, true])
  assert.deepEqual(await sweets(), [11, 1])
})

test('of work that fails by itself before all is said nothing is sent', { skip }, async () => {
  await assert.rejects(
    shop.inTransaction(async (tx) => {
      await Promise.all([add(tx, 2), Promise.reject(new Error('a want that cannot be'))])
    }, 'sent at once'),
    /a want that cannot be/,
  )
  assert.deepEqual(await sweets(), [11, 1])
})

test('a statement that comes after the commit was sent is refused', { skip }, async () => {
  await assert.rejects(
    shop.inTransaction(async (tx) => {
      await add(tx, 2)
      await add(tx, 2)
    }, 'sent at once'),
    /came after its transaction was sent/,
  )
  // The first was committed by then: whoever writes such work hears of it at once.
  assert.deepEqual(await sweets(), [11, 2])
})
