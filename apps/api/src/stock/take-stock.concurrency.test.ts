import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../platform/sql.ts'
import { hasRealPostgres } from '../../../../sandbox/postgres/start-postgres.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { type Database, rows, type Tx } from '../platform/db.ts'
import { giveBackStock, type StockNeed, type StockTaken, takeStock } from './index.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let shop: TestShop
let database: Database

before(async () => {
  if (!real.ok) return
  shop = await openShop({ now: '2026-11-20T09:00:00+11:00', on: 'server' })
  database = shop.database
})

after(() => shop?.close())

test('of 200 buyers at once for a stock of 50, exactly 50 are served', { skip }, async () => {
  await stock('var_peonies', 50)
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => buy([{ itemId: 'var_peonies', quantity: 1 }])))

  assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 50)
  for (const outcome of outcomes) if (outcome.kind === 'short') assert.deepEqual(outcome.itemIds, ['var_peonies'])
  assert.equal(await takenOf('var_peonies'), 50)
})

test('buyers of several pieces never take the last ones twice', { skip }, async () => {
  await stock('stm_rose', 100)
  const outcomes = await Promise.all(Array.from({ length: 60 }, () => buy([{ itemId: 'stm_rose', quantity: 7 }])))

  assert.equal(outcomes.filter(({ kind }) => kind === 'taken').length, 14)
  assert.equal(await takenOf('stm_rose'), 98)
})

test('carts that name the same stems in opposite orders take turns and do not deadlock', { skip }, async () => {
  await stock('stm_a', 500)
  await stock('stm_b', 500)
  await stock('stm_c', 500)
  const up = ['stm_a', 'stm_b', 'stm_c']
  const outcomes = await Promise.all(
    Array.from({ length: 120 }, (_, index) => {
      const needs = (index % 2 === 0 ? up : up.toReversed()).map((itemId) => ({ itemId, quantity: 2 }))
      return index % 5 === 0 ? thenGiveBack(needs) : buy(needs)
    }),
  )

  assert.ok(outcomes.every(({ kind }) => kind === 'taken'))
  for (const itemId of up) assert.equal(await takenOf(itemId), 96 * 2)
})

test('what one buyer gives back, the next one waiting gets', { skip }, async () => {
  await stock('var_last', 1)
  const one = [{ itemId: 'var_last', quantity: 1 }]
  assert.deepEqual(await buy(one), { kind: 'taken' })

  // The give-back is not committed yet when the taker comes: the taker has to wait for it and then see it.
  let taker: Promise<StockTaken> | undefined
  await database.inTransaction(async (tx) => {
    await giveBackStock(tx, one)
    taker = buy(one)
    await someoneWaits()
  })
  assert.deepEqual(await taker, { kind: 'taken' })
  assert.equal(await takenOf('var_last'), 1)
})

// A transaction that is not tried again, so that a deadlock would fail the test.
function withoutRetry<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.db.transaction((tx) => work(tx as Tx))
}

function buy(needs: readonly StockNeed[]): Promise<StockTaken> {
  return withoutRetry((tx) => takeStock(tx, needs))
}

function thenGiveBack(needs: readonly StockNeed[]): Promise<StockTaken> {
  return withoutRetry(async (tx) => {
    const taken = await takeStock(tx, needs)
    await giveBackStock(tx, needs)
    return taken
  })
}

async function stock(itemId: string, onHand: number): Promise<void> {
  await rows(database.db, sql`insert into stock_items (item_id, on_hand) values (${itemId}, ${onHand})`)
}

async function takenOf(itemId: string): Promise<number> {
  const [row] = await rows<{ taken: number }>(database.db, sql`select taken from stock_items where item_id = ${itemId}`)
  return row!.taken
}

async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await rows<{ waiting: boolean }>(
      database.db,
      sql`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
    )
    if (row!.waiting) return
  }
}
