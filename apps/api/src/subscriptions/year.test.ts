import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { liveThroughAYear } from './test/a-year.ts'

// The embedded database takes many times as long; there a tenth tells the same story. FLORA_YEAR is another number of them.
const on = hasRealPostgres().ok ? 'server' : 'embedded'
const subscriptions = Number(process.env['FLORA_YEAR'] ?? (on === 'server' ? 1_000 : 100))
// Some fifty seconds of a processor for us and as many for the database: on a machine with other work that takes a while.
const timeout = 900_000

test(
  `a year of ${subscriptions} subscriptions: the ledger is the bank’s books to the cent, and every promise held`,
  { timeout },
  async () => {
    const { deliveries, moved } = await liveThroughAYear(subscriptions, { on })
    const told = JSON.stringify({ deliveries, moved })
    assert.ok(deliveries['paid']! > subscriptions * 13, told)
    assert.ok(moved > subscriptions / 2, `Sundays, closures and a day that was full: ${told}`)
    assert.ok(deliveries['could-not']! > 0, `the outage cost some, and they were told: ${told}`)
    assert.ok(deliveries['failed']! > 0, `a card without money paid nothing: ${told}`)
  },
)
