import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { openShop } from '../../test/open-shop.ts'
import { rows } from './db.ts'
import { sql } from './sql.ts'

const real = hasRealPostgres()

for (const on of ['embedded', 'server'] as const) {
  const skip = on === 'server' && !real.ok ? real.because : false
  test(`what promised one statement gets no second one and no savepoint (${on})`, { skip }, async (t) => {
    const shop = await openShop({ now: '2026-11-20T09:00:00+11:00', on })
    t.after(shop.close)
    const addCard = (id: string) =>
      sql`insert into gift_cards (id, code_hash, ending, balance_minor) values (${id}, ${id}, '0001', 1)`
    await shop.inTransaction((tx) => rows(tx, addCard('gft_one')), 'one statement')
    await assert.rejects(
      shop.inTransaction(async (tx) => {
        await rows(tx, addCard('gft_two'))
        await rows(tx, addCard('gft_three'))
      }, 'one statement'),
      /a second statement came/,
    )
    await assert.rejects(
      shop.inTransaction((tx) => tx.transaction((part) => rows(part, addCard('gft_four'))), 'one statement'),
      /savepoint/,
    )
    const kept = await rows(shop.db, sql`select id from gift_cards order by id`)
    assert.deepEqual(kept, [{ id: 'gft_one' }, { id: 'gft_two' }])
  })
}
