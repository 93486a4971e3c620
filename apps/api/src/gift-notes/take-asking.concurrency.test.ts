import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openShop } from '../../test/open-shop.ts'
import { takeAsking } from './queries.ts'

test('fifty who ask at once, in several processes, are counted one by one: the budget is never passed', async () => {
  const shop = await openShop({ now: '2026-11-20T10:00:00+11:00', on: 'server' })
  try {
    const ask = () => shop.inTransaction((tx) => takeAsking(tx, { day: '2026-11-20', budget: 20 }))
    const answers = await Promise.all(Array.from({ length: 50 }, ask))
    assert.equal(answers.filter(Boolean).length, 20)
    assert.equal(await shop.inTransaction((tx) => takeAsking(tx, { day: '2026-11-21', budget: 20 })), true)
  } finally {
    await shop.close()
  }
})
