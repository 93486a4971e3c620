import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import pg from 'pg'
import { fillWithDemo, grownShop } from '../../apps/api/src/demo/index.ts'
import { type Jobs, jobRules } from '../../apps/api/src/jobs.ts'
import { systemClock } from '../../apps/api/src/platform/clock.ts'
import { openServer } from '../../apps/api/src/platform/db.ts'
import { openJobs } from '../../apps/api/src/platform/jobs.ts'
import { openLog } from '../../apps/api/src/platform/log.ts'
import { migrate } from '../../apps/api/src/platform/migrate.ts'
import { createDatabase } from '../../sandbox/postgres/start-postgres.ts'

/** Makes a database with a shop of so many products and gives its address. Stock and places are as good as endless. */
export async function stockedShop(serverUrl: string, name: string, products: number): Promise<string> {
  const url = await createDatabase(serverUrl, name)
  const database = openServer(url, 4)
  await migrate(database)
  const jobs = openJobs<Jobs>({ database, rules: jobRules, log: openLog('silent') })
  await jobs.start()
  await jobs.stop(1)
  await fillWithDemo(
    { inTransaction: database.inTransaction, clock: systemClock },
    grownShop(demoShop, products, { onHandTimes: 10_000 }),
  )
  await database.close()
  await ask(url, [
    'create extension pg_stat_statements',
    // Pictures count as drawn: drawing a shop's pictures is the work of its first hour, not of its every day.
    'update pictures set drawing = null',
    'update content set drawing = null',
    'update windows set capacity = 1000000',
    "update shop set bench_minutes = '{9000000,9000000,9000000,9000000,9000000,9000000,9000000}'",
    'vacuum (analyze)',
  ])
  return url
}

/** A copy of a shop's database for one measurement, so that none sees what another did. */
export function copyOfShop(serverUrl: string, name: string, template: string): Promise<string> {
  return createDatabase(serverUrl, name, template)
}

/** Runs statements one after the other and gives the rows of the last. */
export async function ask<Row extends object>(
  url: string,
  statements: readonly string[],
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let found: Row[] = []
    for (const [index, statement] of statements.entries()) {
      found = (await client.query<Row>(statement, index === statements.length - 1 ? values : [])).rows
    }
    return found
  } finally {
    await client.end()
  }
}
