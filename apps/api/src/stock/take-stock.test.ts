import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from '../platform/sql.ts'
import { type Database, openEmbedded, rows, type Tx } from '../platform/db.ts'
import { migrate } from '../platform/migrate.ts'
import { giveBackStock, listStockLeft, takeStock } from './index.ts'

let database: Database

before(async () => {
  database = await openEmbedded()
  await migrate(database)
})
after(() => database.close())
beforeEach(async () => {
  await rows(database.db, sql`delete from stock_items`)
  await rows(
    database.db,
    sql`insert into stock_items (item_id, on_hand, taken) values ('var_vase', 3, 0), ('stm_rose', 20, 5), ('stm_none', 0, 0)`,
  )
})

const inTx = <T>(work: (tx: Tx) => Promise<T>) => database.inTransaction(work)
const left = async () =>
  Object.fromEntries(await listStockLeft(database.db, ['var_vase', 'stm_rose', 'stm_none', 'stm_unheard-of']))

test('takes everything that is there', async () => {
  const outcome = await inTx((tx) =>
    takeStock(tx, [
      { itemId: 'stm_rose', quantity: 15 },
      { itemId: 'var_vase', quantity: 1 },
    ]),
  )
  assert.deepEqual(outcome, { kind: 'taken' })
  assert.deepEqual(await left(), { var_vase: 2, stm_rose: 0, stm_none: 0 })
})

test('takes nothing when one thing is short, and names only what is', async () => {
  const outcome = await inTx((tx) =>
    takeStock(tx, [
      { itemId: 'var_vase', quantity: 1 },
      { itemId: 'stm_rose', quantity: 16 },
      { itemId: 'stm_none', quantity: 1 },
    ]),
  )
  assert.deepEqual(outcome, { kind: 'short', itemIds: ['stm_none', 'stm_rose'] })
  assert.deepEqual(await left(), { var_vase: 3, stm_rose: 15, stm_none: 0 })
})

test('adds up what several lines want of one stem', async () => {
  const needs = [
    { itemId: 'stm_rose', quantity: 8 },
    { itemId: 'stm_rose', quantity: 8 },
  ]
  assert.deepEqual(await inTx((tx) => takeStock(tx, needs)), { kind: 'short', itemIds: ['stm_rose'] })
})

test('something nobody counts is short', async () => {
  const outcome = await inTx((tx) =>
    takeStock(tx, [
      { itemId: 'stm_unheard-of', quantity: 1 },
      { itemId: 'var_vase', quantity: 1 },
    ]),
  )
  assert.deepEqual(outcome, { kind: 'short', itemIds: ['stm_unheard-of'] })
  assert.equal((await left())['var_vase'], 3)
})

test('nothing needed is nothing short', async () => {
  assert.deepEqual(await inTx((tx) => takeStock(tx, [])), { kind: 'taken' })
})

test('gives back what was taken', async () => {
  const needs = [
    { itemId: 'stm_rose', quantity: 4 },
    { itemId: 'var_vase', quantity: 2 },
  ]
  await inTx((tx) => takeStock(tx, needs))
  await inTx((tx) => giveBackStock(tx, needs))
  assert.deepEqual(await left(), { var_vase: 3, stm_rose: 15, stm_none: 0 })
})

test('giving back more than was taken is a bug that the database stops', async () => {
  await assert.rejects(inTx((tx) => giveBackStock(tx, [{ itemId: 'var_vase', quantity: 1 }])))
})

for (const quantity of [0, -1, 1.5, Number.NaN]) {
  test(`a need of ${quantity} is a bug`, async () => {
    await assert.rejects(
      inTx((tx) => takeStock(tx, [{ itemId: 'var_vase', quantity }])),
      /whole pieces/,
    )
  })
}
