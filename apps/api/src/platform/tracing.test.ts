import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { overEmbedded, rows } from './db.ts'
import { sql } from './sql.ts'
import { inSpan, type Span, type Tracing } from './tracing.ts'
import { traceDatabase } from './tracing-database.ts'
import { openTracing } from './tracing-otlp.ts'

const stranger = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' }
const says = (sampled: '00' | '01') => `00-${stranger.trace}-${stranger.span}-${sampled}`

function tracingOf(share: number): Tracing {
  // Nobody listens there, and nobody waits for it.
  return openTracing({ endpoint: 'http://127.0.0.1:1', headers: {}, share }, { service: 'flora', release: 'tested' })
}

test('a stranger’s trace is continued, and whether we follow is ours to say', async () => {
  const [none, all] = [tracingOf(0), tracingOf(1)]
  const seen = (tracing: Tracing, from?: string) => tracing.begin('a request', { from }).isSeen
  assert.equal(seen(none), false)
  assert.equal(seen(none, says('01')), false, 'he may not have us trace more than our share')
  assert.equal(seen(all), true)
  assert.equal(seen(all, says('01')), true)
  assert.equal(seen(all, says('00')), false, 'who traces nothing is not followed')
  const here = all.begin('a request', { from: says('01') }).inside(all.here)
  assert.match(here ?? '', new RegExp(`^00-${stranger.trace}-(?!${stranger.span})[0-9a-f]{16}-01$`))
  for (const nonsense of ['', 'x', `00-${'0'.repeat(32)}-${stranger.span}-01`, `${says('01')}; drop table`]) {
    const own = all.begin('a request', { from: nonsense }).inside(all.here)
    assert.match(own ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    assert.ok(!own!.includes(stranger.trace) && !own!.includes('0'.repeat(32)))
  }
})

test('what is begun inside is a part, also after a wait, and nothing is under way outside', async () => {
  const tracing = tracingOf(1)
  assert.deepEqual([tracing.here(), tracing.isSeen(), tracing.ids()], [undefined, false, {}])
  await inSpan(tracing, 'outer', {}, async () => {
    const outer = tracing.ids()
    await new Promise((resolve) => setImmediate(resolve))
    await inSpan(tracing, 'inner', {}, async () => {
      assert.equal(tracing.ids().trace_id, outer.trace_id)
      assert.notEqual(tracing.ids().span_id, outer.span_id)
    })
    assert.deepEqual(tracing.ids(), outer)
  })
  assert.equal(tracing.here(), undefined)
})

/** Writes down what a trace would show. */
function writtenDown(): { tracing: Tracing; ended: string[] } {
  const ended: string[] = []
  const begin = (name: string): Span => {
    let failed = ''
    return {
      isSeen: true,
      note: () => undefined,
      fail: () => (failed = ' failed'),
      end: () => void ended.push(name + failed),
      inside: (work) => work(),
    }
  }
  const nothing = { here: () => undefined, ids: () => ({}), close: async () => undefined }
  return { tracing: { begin, isSeen: () => true, ...nothing }, ended }
}

test('transactions do what they did, each with a span, and so each statement by the name of who asks', async (t) => {
  const { tracing, ended } = writtenDown()
  const database = traceDatabase(await overEmbedded(await PGlite.create()), tracing)
  t.after(() => database.close())
  const { inTransaction, db } = database
  async function insertThing(tx: Parameters<Parameters<typeof inTransaction>[0]>[0], name: string): Promise<void> {
    await rows(tx, sql`insert into things (name) values (${name})`)
  }
  async function countThings(): Promise<number> {
    return (await rows<{ many: number }>(db, sql`select count(*)::int as many from things`))[0]!.many
  }
  await rows(db, sql`create table things (name text primary key)`)
  ended.length = 0

  await inTransaction((tx) => insertThing(tx, 'rose'), 'one statement')
  await assert.rejects(
    inTransaction(async (tx) => {
      await insertThing(tx, 'tulip')
      await insertThing(tx, 'rose')
    }),
  )
  await inTransaction(async (tx) => {
    await tx.transaction((part) => insertThing(part, 'rose')).catch(() => undefined)
    await insertThing(tx, 'iris')
  })
  assert.equal(await countThings(), 2, 'the failed one left nothing, a savepoint took back its part')
  assert.deepEqual(
    ended.join(', ').replaceAll(', transaction', ' → transaction'),
    [
      'insertThing → transaction',
      'insertThing, insertThing failed → transaction failed',
      'insertThing failed → transaction failed',
      'insertThing → transaction',
      'countThings',
    ].join(', '),
  )
})
