import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows, type Tx } from './db.ts'
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
const sweets = async (): Promise<number[]> =>
  (await rows<{ sweets: number }>(shop.db, sql`select sweets from jars order by id`)).map((jar) => jar.sweets)

test('two transactions that lock each other out both happen, whole and once', { skip }, async () => {
  const both = Promise.withResolvers<void>()
  let first = 0
  const inOrder = (a: number, b: number) =>
    shop.inTransaction(async (tx) => {
      await add(tx, a)
      // Each holds its first jar before either reaches for its second; a later try finds the way free.
      if ((first += 1) === 2) both.resolve()
      await both.promise
      await add(tx, b)
    })
  await Promise.all([inOrder(1, 2), inOrder(2, 1)])
  assert.ok(first > 2, 'one of them was tried again')
  assert.deepEqual(await sweets(), [2, 2])
})

test('what still works on after its transaction has failed changes nothing', { skip }, async () => {
  const before = await sweets()
  const gate = Promise.withResolvers<void>()
  let late: Promise<unknown> | undefined
  await assert.rejects(
    shop.inTransaction(async (tx) => {
      late = gate.promise.then(() => add(tx, 1))
      await rows(tx, sql`update jars set sweets = -1`)
    }),
  )
  gate.resolve()
  await assert.rejects(late!, /after the end of its transaction/)
  assert.deepEqual(await sweets(), before)
})

test('a transaction that swallowed an error of its own does not pass for done', { skip }, async () => {
  const before = await sweets()
  await assert.rejects(
    shop.inTransaction(async (tx) => {
      await add(tx, 1)
      await rows(tx, sql`update jars set sweets = -1`).catch(() => undefined)
    }),
    /went on after one of its statements had failed/,
  )
  assert.deepEqual(await sweets(), before)
})
