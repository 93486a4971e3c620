import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { createDatabase, hasRealPostgres, startPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { readConfig } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { buildHttpApp } from './http-app.ts'
import { openShop } from './open-shop.ts'

const real = hasRealPostgres()

test(
  'ready says which part is not, by its status too, and alive stays alive',
  { skip: real.ok ? false : real.because },
  async (t) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'flora-test-'))
    const server = await startPostgres()
    const config = readConfig({
      LOG_LEVEL: 'silent',
      DATA_DIR: folder,
      DATABASE_URL: await createDatabase(server.url, 'ready'),
    })
    const { shop, database, queue, readiness } = await openShop(config, { log: openLog('silent') })
    const app = await buildHttpApp(shop, readiness)
    t.after(async () => {
      await app.close()
      await queue.stop(1).catch(() => undefined)
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    })
    const ask = async (url: string) => {
      const reply = await app.inject({ url })
      return [reply.statusCode, reply.json()] as const
    }

    assert.deepEqual(await ask('/api/ready'), [
      503,
      { status: 'not-ready', database: 'ok', migrations: 'not-ready', queue: 'not-ready' },
    ])
    await migrate(database)
    await queue.start()
    assert.deepEqual(await ask('/api/ready'), [200, { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' }])
    await server.kill()
    assert.deepEqual(await ask('/api/ready'), [
      503,
      { status: 'not-ready', database: 'not-ready', migrations: 'not-ready', queue: 'not-ready' },
    ])
    assert.equal((await ask('/api/health'))[0], 200)
    const cart = await app.inject({ url: '/api/cart' })
    assert.deepEqual([cart.statusCode, cart.json<{ code: string }>().code], [500, 'our-fault'])
    await server.restart()
    assert.equal((await ask('/api/ready'))[0], 200, 'it comes back by itself')
  },
)
