import assert from 'node:assert/strict'
import { test } from 'node:test'
import { liveThroughAYear } from './test/a-year.ts'

// A dozen by default, of every kind and rhythm and with two cards that say no; FLORA_YEAR=1000 tells the same year of a
// thousand, which takes some ten minutes of a processor, most of it in the database.
const subscriptions = Number(process.env['FLORA_YEAR'] ?? 12)

test('a year of subscriptions: the ledger is the bank’s books to the cent, and every promise held', async () => {
  const year = await liveThroughAYear(subscriptions)
  assert.ok(year.deliveries['paid']! > subscriptions * 15, JSON.stringify(year))
  assert.ok(year.deliveries['could-not']! > 0, 'the outage cost some, and they were told')
  assert.ok(year.deliveries['failed']! > 0, 'a card without money paid nothing')
})
