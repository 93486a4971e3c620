import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { createDatabase, hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { fillWithDemo } from '../../../apps/api/src/demo/index.ts'
import { openShop } from '../../../apps/api/src/entry/open-shop.ts'
import { readConfig } from '../../../apps/api/src/platform/config.ts'
import { rows } from '../../../apps/api/src/platform/db.ts'
import { migrate } from '../../../apps/api/src/platform/migrate.ts'
import { sql } from '../../../apps/api/src/platform/sql.ts'
import { codes } from '../command.ts'
import { db } from '../commands/db.ts'
import { openContext } from '../context.ts'
import { type OlderPostgres, startOlderPostgres, whyNoOlderPostgres } from '../test/older-postgres.ts'

const real = hasRealPostgres()
const skip = whyNoOlderPostgres() ?? (real.ok ? false : real.because)

suite('a backup, and practising what it is for', { skip }, () => {
  let server: OlderPostgres
  let url: string
  let folder: string

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'flora-backups-'))
    server = await startOlderPostgres()
    url = await createDatabase(server.url, 'shop')
    await inShop(async (open) => {
      await migrate(open.database)
      await fillWithDemo(open.shop, demoShop)
    })
  })
  after(() => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function inShop(work: (open: Awaited<ReturnType<typeof openShop>>) => Promise<unknown>): Promise<void> {
    const open = await openShop(readConfig({ DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
    await work(open)
    open.shop.mail.close()
    await open.database.close()
  }
  const run = (...args: string[]) => db.run(openContext(['--yes', ...args], { say: () => undefined }))
  const first = () => path.join(folder, 'first.dump')

  test('a backup is a file that only its owner reads', async () => {
    const { lines } = await run('backup', '--url', url, '--file', first())
    assert.match(lines[0]!, /first\.dump, \d+ bytes/)
    assert.equal(statSync(first()).mode & 0o777, 0o600)
    assert.ok(!existsSync(`${first()}.coming`))
  })

  test('a drill restores it into a server that is thrown away, asks for every promise, and writes a dated report', async () => {
    const { lines, code, data } = await run('drill', '--file', first())
    assert.equal(code, codes.done, lines.join('\n'))
    const { place, counts } = data as { place: string; counts: Record<string, number> }
    assert.ok(counts['products']! > 0)
    const report = readFileSync(place, 'utf8')
    rmSync(place)
    assert.match(report, /^# Restore drill of \d{4}-\d\d-\d\dT/)
    assert.match(report, /sha256 [0-9a-f]{64}/)
    assert.match(report, /Every promise holds\./)
    assert.match(report, /Migrations: as this release/)
  })

  test('a drill of a folder takes the newest, and says which promise it breaks', async () => {
    await inShop(({ database }) =>
      rows(
        database.db,
        sql`update stock_items set taken = taken + 1 where item_id = (select min(item_id) from stock_items)`,
      ),
    )
    await run('backup', '--url', url, '--file', path.join(folder, 'second.dump'))
    const { lines, code, data } = await run('drill', '--file', folder)
    rmSync((data as { place: string }).place)
    assert.equal(code, codes.amiss)
    assert.match(lines.join('\n'), /second\.dump: NOT in order/)
    assert.match(lines.join('\n'), /the stock counter is not what orders took/)
  })

  test('a restore fills an empty database, and refuses one that holds something', async () => {
    const empty = await createDatabase(server.url, 'restored')
    await run('restore', '--file', first(), '--to', empty)
    await assert.rejects(run('restore', '--file', first(), '--to', empty), /not empty/)
    await assert.rejects(run('restore', '--file', path.join(folder, 'none.dump'), '--to', empty), /There is no/)
  })

  test('a file that is no backup restores nothing', async () => {
    const file = path.join(folder, 'broken.dump')
    writeFileSync(file, 'not a backup')
    await assert.rejects(run('drill', '--file', file), /pg_restore failed/)
  })
})
