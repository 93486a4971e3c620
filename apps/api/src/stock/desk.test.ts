import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StockItem, StockLot, StockMove } from '@flora/contract/stock-desk.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { stockJobs, stockRoutes, takeStock } from './index.ts'

let shop: TestShop
let headers: Record<string, string>
before(async () => {
  shop = await openShop({ now: '2026-11-20T10:00:00+11:00', routes: stockRoutes })
  await aSmallShop(shop)
  headers = { ...(await aSignedIn(shop, { role: 'florist', name: 'Ada Marsh' })).headers }
})
after(() => shop.close())

// Of an answer, or of a refusal, what the tests look at.
interface Answer {
  readonly code: string
  readonly by: string
  readonly next: string | null
  readonly item: StockItem
  readonly items: readonly StockItem[]
  readonly lots: readonly StockLot[]
  readonly moves: readonly StockMove[]
}

const stem = 'stm_peony-coral'

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object) {
  const reply = await shop.app.inject({ method, url: `/api/stock${path}`, headers, ...(payload && { payload }) })
  return { status: reply.statusCode, body: reply.json<Answer>() }
}
const receive = (body: object) =>
  ask('POST', `/items/${stem}/lots`, { key: crypto.randomUUID(), quantity: 20, ...body })
const adjust = (body: object) => ask('POST', `/items/${stem}/adjustments`, { key: crypto.randomUUID(), ...body })
const take = (quantity: number) => shop.inTransaction((tx) => takeStock(tx, [{ itemId: stem, quantity }]))
const letters: string[] = []
const jobs = () => stockJobs(shop)

test('a lot arrives once, is there to be sold, and expires when its last day is over in the shop’s own night', async () => {
  const key = crypto.randomUUID()
  const first = await receive({ key, quantity: 20, vaseDays: 1 })
  assert.deepEqual([first.status, first.body.item.onHand, first.body.lots[0]?.usableUntil], [201, 80, '2026-11-21'])
  assert.equal((await receive({ key, quantity: 20, vaseDays: 1 })).body.item.onHand, 80)
  assert.equal((await receive({ key, quantity: 21 })).body.code, 'key-used')

  shop.clock.set('2026-11-21T23:59:59+11:00')
  await jobs()['stock/expire-lots']()
  assert.equal(
    (await rows<{ n: number }>(shop.db, sql`select on_hand as n from stock_items where item_id = ${stem}`))[0]!.n,
    80,
  )
  shop.clock.set('2026-11-22T00:00:00+11:00')
  await jobs()['stock/expire-lots']()
  await jobs()['stock/expire-lots']()
  const [row] = await rows<{ n: number; moves: number }>(
    shop.db,
    sql`select on_hand as n, (select count(*)::int from stock_moves where kind = 'expired') as moves from stock_items where item_id = ${stem}`,
  )
  assert.deepEqual(row, { n: 60, moves: 1 })
  shop.clock.set('2026-11-20T10:00:00+11:00')
})

test('what wilts of what was promised is short, sells nothing, and is covered by what comes', async () => {
  assert.equal((await take(50)).kind, 'taken')
  const wilted = await adjust({ change: -20, reason: 'wilted', note: 'heat' })
  assert.deepEqual(
    [wilted.body.item.onHand, wilted.body.item.promised, wilted.body.item.left, wilted.body.item.short],
    [40, 50, 0, 10],
  )
  assert.equal((await take(1)).kind, 'short')
  const came = await receive({ quantity: 15, vaseDays: null })
  assert.deepEqual([came.body.item.onHand, came.body.item.left, came.body.item.short], [55, 5, 0])
  assert.deepEqual(
    came.body.moves.slice(0, 2).map(({ kind, change, who }) => [kind, change, who]),
    [
      ['arrived', 15, 'Ada Marsh'],
      ['wilted', -20, 'Ada Marsh'],
    ],
  )
})

test('the ledger takes no more than there is, and no reason that goes the other way', async () => {
  assert.equal((await adjust({ change: -1_000, reason: 'broken' })).body.code, 'not-that-many')
  assert.equal((await adjust({ change: 3, reason: 'wilted' })).body.code, 'wrong-direction')
  assert.equal((await adjust({ change: -3, reason: 'returned' })).body.code, 'wrong-direction')
  assert.equal((await adjust({ change: -1, reason: 'counted', lotId: 'lot_none' })).body.code, 'lot-not-found')
  assert.equal((await ask('GET', '/items/stm_nobody')).body.code, 'stock-item-not-found')
})

test('what a stem costs can be said and taken back, and a product has no such cost', async () => {
  const said = await ask('PATCH', `/items/${stem}`, { costMinor: 120 })
  assert.deepEqual(said.body.item.cost, { minor: 120, currency: 'AUD' })
  assert.deepEqual((await ask('PATCH', `/items/${stem}`, { lowAt: 3 })).body.item.cost, { minor: 120, currency: 'AUD' })
  assert.equal((await ask('PATCH', `/items/${stem}`, { costMinor: null, lowAt: null })).body.item.cost, null)
  assert.equal((await ask('PATCH', '/items/var_peace-lily-one', { costMinor: 120 })).body.code, 'only-for-stems')
})

test('the shop is told of what becomes low, once each time it does', async () => {
  await ask('PATCH', `/items/${stem}`, { lowAt: 10 })
  const told = async () => {
    await jobs()['stock/look-for-low']()
    await shop.runJobs({
      'notifications/low-stock': async ({ items }) => void letters.push(items.map(({ name }) => name).join()),
    })
    return letters.length
  }
  assert.equal(await told(), 1)
  assert.equal(await told(), 1)
  await receive({ quantity: 40, vaseDays: null })
  assert.equal(await told(), 1)
  await take(40)
  assert.equal(await told(), 2)
  assert.equal(letters[0], 'Peony ‘Coral Charm’')
})

test('a product is counted by its pieces or by its stems as staff say, from zero where nobody counted', async () => {
  const by = async (way: string) => ask('PUT', '/products/prd_coral-charm/counting', { by: way })
  assert.equal((await by('variant')).body.by, 'variant')
  const found = await ask('GET', '/items?kind=variant&search=coral')
  assert.deepEqual(
    found.body.items.map(({ name, left }) => [name, left]),
    [
      ['Coral Charm, large', 0],
      ['Coral Charm, small', 0],
    ],
  )
  assert.equal((await by('stems')).status, 200)
  assert.equal((await ask('PUT', '/products/prd_none/counting', { by: 'stems' })).status, 404)
})

test('the list goes on from page to page without losing or doubling a thing', async () => {
  const all = (await ask('GET', '/items')).body.items.map(({ id }) => id)
  const paged: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const { body } = await ask('GET', `/items?limit=2${after ? `&after=${after}` : ''}`)
    paged.push(...body.items.map(({ id }) => id))
    after = body.next
  }
  assert.deepEqual(paged, all)
  assert.ok(all.length > 4)
})
