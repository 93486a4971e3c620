import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { Client } from 'pg'
import { createDatabase, hasRealPostgres, startPostgres } from './start-postgres.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

test('starts a server that speaks UTF-8, listens on loopback only and forgives a second stop', { skip }, async () => {
  const server = await startPostgres()
  const [settings] = await rows(
    server.url,
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
            current_setting('unix_socket_directories') as sockets, current_setting('max_connections') as connections,
            lower('ÉÜ') as folded, to_tsvector('simple', 'Crème')::text as words`,
  )
  assert.deepEqual(settings, {
    encoding: 'UTF8',
    listens: '127.0.0.1',
    sockets: '',
    connections: '200',
    folded: 'éü',
    words: "'crème':1",
  })
  await server.stop()
  await server.stop()
  assert.equal(server.pid(), undefined)
  assert.equal(existsSync(server.dataDir), false)
  await assert.rejects(server.restart(), /stopped for good/)
})

test('gives the search its extensions', { skip }, async (t) => {
  const server = await started(t)
  const found = await rows(
    server.url,
    `create extension pg_trgm; create extension unaccent;
     select unaccent('Blütenstrauß') as plain, similarity('peony', 'peonies') > 0.3 as alike`,
  )
  assert.deepEqual(found, [{ plain: 'Blutenstrauss', alike: true }])
})

test('lets a benchmark ask for durable settings', { skip }, async (t) => {
  const server = await started(t, { settings: { fsync: 'on', synchronous_commit: 'on', shared_buffers: '32MB' } })
  const found = await rows(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('shared_buffers') as buffers`,
  )
  assert.deepEqual(found, [{ fsync: 'on', commit: 'on', buffers: '32MB' }])
})

test('says what the server says when it will not start, and leaves no folder behind', { skip }, async () => {
  await assert.rejects(startPostgres({ settings: { no_such_setting: 'on' } }), /no_such_setting/)
})

test('copies a database from a template', { skip }, async (t) => {
  const server = await started(t)
  const template = await createDatabase(server.url, 'seeded shop')
  await rows(template, `create table bouquets (name text); insert into bouquets values ('First Frost')`)
  const copy = await createDatabase(server.url, 'one "test"', 'seeded shop')
  await rows(copy, `insert into bouquets values ('Last Rose')`)
  assert.deepEqual(await rows(copy, 'select count(*)::int as count, current_database() as name from bouquets'), [
    { count: 2, name: 'one "test"' },
  ])
  assert.deepEqual(await rows(template, 'select name from bouquets'), [{ name: 'First Frost' }])
})

test(
  'takes the server down in the middle of its work and brings it back with all that was committed',
  { skip },
  async (t) => {
    const server = await started(t)
    await rows(server.url, `create table orders (id int); insert into orders values (1)`)
    const busy = new Client({ connectionString: server.url })
    busy.on('error', () => undefined)
    await busy.connect()
    await busy.query('begin; insert into orders values (2)')
    const waiting = assert.rejects(busy.query('select pg_sleep(600)'))

    const before = server.pid()
    await server.kill()
    await waiting
    assert.equal(server.pid(), undefined)
    assert.equal(await refusesConnections(server.port), true)

    await server.restart()
    assert.notEqual(server.pid(), before)
    assert.deepEqual(await rows(server.url, 'select id from orders'), [{ id: 1 }])
  },
)

test('restarts a running server on the same port with its data', { skip }, async (t) => {
  const server = await started(t)
  await rows(server.url, 'create table kept (id int)')
  const before = server.pid()
  await server.restart()
  assert.notEqual(server.pid(), before)
  assert.deepEqual(await rows(server.url, 'select * from kept'), [])
})

test('keeps the data of a named folder between two servers', { skip }, async (t) => {
  const dataDir = join(openFolder(t), 'data')
  const first = await startPostgres({ dataDir })
  await rows(first.url, `create table kept as select 'yes' as answer`)
  await first.stop()
  const second = await started(t, { dataDir })
  assert.deepEqual(await rows(second.url, 'select answer from kept'), [{ answer: 'yes' }])
})

test('does not touch a folder that holds something else', { skip }, async (t) => {
  const dataDir = openFolder(t)
  writeFileSync(join(dataDir, 'letters.txt'), 'mine')
  await assert.rejects(startPostgres({ dataDir }), /neither empty nor a PostgreSQL data folder/)
  assert.equal(existsSync(join(dataDir, 'letters.txt')), true)
})

test('leaves the throw-away folder when asked to', { skip }, async () => {
  const server = await startPostgres({ keep: true })
  await server.stop()
  assert.equal(existsSync(join(server.dataDir, 'PG_VERSION')), true)
  rmSync(server.dataDir, { recursive: true })
})

test(
  'ends the server and clears its folder when the process that started it is killed',
  { skip, timeout: 60_000 },
  async () => {
    const owner = startOwner()
    const { port, dataDir } = await owner.said
    assert.equal(await refusesConnections(port), false)
    owner.process.kill('SIGKILL')
    await once(owner.process, 'exit')
    await until(() => refusesConnections(port))
    await until(() => !existsSync(dataDir))
  },
)

test(
  'clears the folder of a crashed server when its owner is killed before it could restart',
  { skip, timeout: 60_000 },
  async () => {
    const owner = startOwner({ thenCrash: true })
    const { port, dataDir } = await owner.said
    assert.equal(await refusesConnections(port), true)
    assert.equal(existsSync(dataDir), true)
    owner.process.kill('SIGKILL')
    await until(() => !existsSync(dataDir))
  },
)

test(
  'lets a process that forgot to stop its server end, and the server with it',
  { skip, timeout: 60_000 },
  async () => {
    const owner = startOwner({ thenForget: true })
    const { port, dataDir } = await owner.said
    const [code] = await once(owner.process, 'exit')
    assert.equal(code, 0)
    await until(() => refusesConnections(port))
    await until(() => !existsSync(dataDir))
  },
)

test('starts well in three processes at once that share an empty cache', { skip, timeout: 60_000 }, async (t) => {
  const room = openFolder(t)
  const owners = [startOwner({ room }), startOwner({ room }), startOwner({ room })]
  const ports = await Promise.all(owners.map(async ({ said }) => (await said).port))
  assert.equal(new Set(ports).size, 3)
  for (const { process: owner } of owners) {
    owner.stdin?.end()
    assert.deepEqual((await once(owner, 'exit'))[0], 0)
  }
})

async function started(t: TestContext, options: Parameters<typeof startPostgres>[0] = {}) {
  const server = await startPostgres(options)
  t.after(() => server.stop())
  return server
}

/** A folder which the account that runs the server may enter also when we are root. */
function openFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'flora-postgres-test-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query(sql)].flat()
    return results.at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}

type Owner = { process: ChildProcess; said: Promise<{ port: number; dataDir: string }> }

/** Another process that starts a server, tells us about it, and stops it when we close its stdin. */
function startOwner({ thenCrash = false, thenForget = false, room }: OwnerOptions = {}): Owner {
  const script = `
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('./start-postgres.ts'))}
    const server = await startPostgres()
    ${thenCrash ? 'await server.kill()' : ''}
    console.log(JSON.stringify({ port: server.port, dataDir: server.dataDir }))
    ${thenForget ? '' : `process.stdin.resume().on('end', () => server.stop())`}
  `
  const env = room === undefined ? process.env : { ...process.env, TMPDIR: room }
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const said = once(createInterface(owner.stdout), 'line').then(([line]) => JSON.parse(line as string))
  return { process: owner, said }
}

type OwnerOptions = { thenCrash?: boolean; thenForget?: boolean; room?: string }

function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.destroy() && false))
    socket.once('error', () => resolve(true))
  })
}

/**
 * Nothing tells a stranger that a process has ended, so the condition itself is asked for; the test's timeout is the
 * limit.
 */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await after(20)
}
