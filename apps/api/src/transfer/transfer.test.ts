import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { aCustomer, mum } from '../customers/test/a-customer.ts'
import { type Db, rows } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { sql } from '../platform/sql.ts'
import { exportShop } from './export-shop.ts'
import { importShop } from './import-shop.ts'
import { listTables } from './queries.ts'
import { blanked, inOrder, leftBehind } from './table.ts'

let open: PayingShop
let folder: string
let file: string
before(async () => {
  open = await openPayingShop()
  folder = await mkdtemp(path.join(tmpdir(), 'flora-transfer-'))
  file = path.join(folder, 'shop.ndjson.gz')
  const { visitor } = await aCustomer(open, { name: 'Zoë “Quote” O’Brien' })
  await visitor.call('POST /account/addresses', { body: { ...mum, label: 'Mum 🌷' } })
  const placed = await placedOrder(visitor, { cardMessage: 'Dear June,\n  love — \\ "always"' })
  await pay(open.stripe, placed)
  await open.work()
  await exportShop(open.shop, file)
})
after(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

const now = '2026-11-20T12:00:00+11:00'

/** All that a table says, but for what does not move. */
async function contents(db: Db): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name } of await listTables(db)) {
    const found = await rows<{ row: Record<string, unknown> }>(
      db,
      sql`select to_jsonb(t) as row from ${sql.raw(`"${name}"`)} t`,
    )
    all[name] = found
      .map(({ row }) => {
        for (const column of [
          ...(blanked[name] ?? []),
          ...(name === 'shop' ? ['facts_version', 'catalog_version'] : []),
        ])
          row[column] = null
        return JSON.stringify(row)
      })
      .toSorted()
  }
  return all
}

async function emptyShop(
  t: { after: (fn: () => Promise<void>) => void },
  on: 'embedded' | 'server',
): Promise<TestShop> {
  const shop = await openShop({ now, on })
  t.after(() => shop.close())
  return shop
}

for (const on of ['embedded', 'server'] as const)
  test(`a shop that moved says in every table what it said before (${on})`, async (t) => {
    const there = await emptyShop(t, on)
    const { rows: count } = await importShop(there, file)
    const [was, is] = [await contents(open.shop.db), await contents(there.db)]
    assert.deepEqual(is, was)
    assert.equal(
      Object.values(was).reduce((sum, { length }) => sum + length, 0),
      count,
    )
    assert.ok(was['orders']!.length === 1 && was['order_events']!.length > 0, 'there was something to move')
    // Columns that count by themselves go on where they were.
    await rows(
      there.db,
      sql`insert into order_events (order_id, at, kind, who) select id, now(), 'noted', 'shop' from orders`,
    )
  })

test('no password, session or second factor is in the file', async () => {
  await aSignedIn(open.shop, { role: 'owner' })
  await rows(open.shop.db, sql`update accounts set password_hash = '$2b$12$secret'`)
  const other = path.join(folder, 'secrets.ndjson.gz')
  await exportShop(open.shop, other)
  const text = gunzipSync(await readFile(other)).toString()
  assert.doesNotMatch(text, /\$2b\$12\$secret/)
  for (const name of leftBehind) assert.ok(!text.includes(`{"table":"${name}"`), name)
})

test('a file that was cut short or changed brings nothing', async (t) => {
  const there = await emptyShop(t, 'embedded')
  const whole = gunzipSync(await readFile(file)).toString()
  const lines = whole.trimEnd().split('\n')
  const bad: Record<string, Buffer> = {
    'cut in the middle of the zip': (await readFile(file)).subarray(0, 900),
    'without its last line': gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
    'with a name changed': gzipSync(whole.replace('June', 'Jane')),
    'with a line more': gzipSync(`${whole}{"table":"orders","rows":[]}\n`),
    'another kind of file': gzipSync('{"hello":1}\n'),
    'no zip at all': Buffer.from('hello'),
  }
  for (const [name, bytes] of Object.entries(bad)) {
    const wrong = path.join(folder, 'wrong.gz')
    await writeFile(wrong, bytes)
    await assert.rejects(importShop(there, wrong), (error) => error instanceof Refusal && error.status < 500, name)
    assert.deepEqual(await rows(there.db, sql`select 1 from shop union all select 1 from orders`), [], name)
  }
  await assert.rejects(importShop(there, path.join(folder, 'nowhere.gz')), /There is no such file/)
})

test('a shop is not put over another one, nor into the tables of another release', async (t) => {
  await assert.rejects(importShop(open.shop, file), /There is a shop in this database already/)
  const there = await emptyShop(t, 'embedded')
  const older = path.join(folder, 'older.gz')
  await writeFile(
    older,
    gzipSync(
      gunzipSync(await readFile(file))
        .toString()
        .replace('0001_shop.sql', '0001_shed.sql'),
    ),
  )
  await assert.rejects(importShop(there, older), /exported by release/)
})

test('an owner fetches it as a file', async () => {
  const { cookies } = await aSignedIn(open.shop, { role: 'owner' })
  const owner = aVisitor(open.app)
  for (const [name, value] of cookies) owner.cookies.set(name, value)
  const reply = await open.app.inject({
    url: '/api/desk/export',
    headers: { cookie: [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.headers['content-disposition'], 'attachment; filename="flora-shop-2026-11-20.ndjson.gz"')
  assert.match(gunzipSync(reply.rawPayload).toString(), /^\{"flora":"shop"/)
})

test('every table comes after those it needs', async () => {
  const tables = inOrder(await listTables(open.shop.db))
  const at = new Map(tables.map(({ name }, index) => [name, index]))
  for (const { name, needs } of tables)
    for (const need of needs)
      if (need !== name && at.has(need)) assert.ok(at.get(need)! < at.get(name)!, `${name} needs ${need}`)
  const knot = { columns: [], key: [], counters: [] }
  assert.throws(
    () =>
      inOrder([
        { ...knot, name: 'a', needs: ['b'] },
        { ...knot, name: 'b', needs: ['a'] },
      ]),
    /need each other/,
  )
})
