import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { openShop } from '../../test/open-shop.ts'
import { firstRow } from './db.ts'
import { relaxedCommit } from './relaxed-commit.ts'
import { type SQL, sql } from './sql.ts'

const real = hasRealPostgres()

for (const on of ['embedded', 'server'] as const) {
  const skip = on === 'server' && !real.ok ? real.because : false
  test(`a relaxed commit is relaxed by itself, and none after it (${on})`, { skip }, async (t) => {
    const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', on })
    t.after(shop.close)
    const waits: SQL = sql`select current_setting('synchronous_commit') as "waits"`
    const [within, after] = await shop.inTransaction(async (tx) => {
      const part = await tx.transaction(async (inner) => {
        await firstRow(inner, sql`select ${relaxedCommit}`)
        return firstRow<{ waits: string }>(inner, waits)
      })
      return [part, await firstRow<{ waits: string }>(tx, waits)]
    })
    assert.deepEqual([within?.waits, after?.waits], ['off', 'off'])
    // As many as the pool has connections: whichever did it waits again.
    const later = await Promise.all(
      Array.from({ length: 20 }, () => shop.inTransaction((tx) => firstRow<{ waits: string }>(tx, waits))),
    )
    assert.deepEqual(new Set(later.map((row) => row?.waits)), new Set(['on']))
  })
}
