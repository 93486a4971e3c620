import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { historyPageSize } from '@flora/contract/customers.ts'
import type { AccountId } from '@flora/contract/ids.ts'
import {
  aFilledCart,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  placedOrder,
} from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { customerJobs } from './jobs.ts'
import { aCustomer, type Customer } from './test/a-customer.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
  await rows(open.shop.db, sql`update stock_items set on_hand = 10000`)
  await rows(open.shop.db, sql`update delivery_places set capacity = 10000`)
  await rows(open.shop.db, sql`update bench_days set minutes = 100000`)
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
const claim = (accountId: AccountId, email: string) =>
  customerJobs(open.shop)['customers/claim-orders']({ accountId, email })

test('an order placed while signed in is in the history, with all that a line of it shows', async () => {
  const { visitor } = await aCustomer(open)
  assert.deepEqual(await visitor.call('GET /account/orders', { query: {} }), { items: [] })
  const placed = await placedOrder(visitor, { quantity: 2 })
  await pay(open.stripe, placed)
  await open.work()
  const { items } = await visitor.call('GET /account/orders', { query: {} })
  const { order } = placed
  assert.deepEqual(items, [
    {
      id: order.id,
      number: order.number,
      link: order.link,
      status: 'CONFIRMED',
      placedAt: order.placedAt,
      total: order.total,
      count: 2,
      pictures: [{ picture: order.lines[0]!.picture, tint: 'sage', name: 'Peace lily' }],
      deliveries: [
        {
          id: order.deliveries[0]!.id,
          status: 'CONFIRMED',
          method: 'standard',
          day: '2026-11-21',
          recipient: 'June Okafor',
          suburb: 'Abbotsford',
        },
      ],
    },
  ])
  assert.equal((await visitor.call('GET /orders/:link', { params: { link: items[0]!.link } })).number, order.number)
})

/** Orders like one that was placed, in pairs of the same moment, one of which a page ends within. */
async function withManyOrders({ accountId, visitor }: Customer, many: number): Promise<void> {
  const { order } = await placedOrder(visitor)
  await rows(
    open.shop.db,
    sql`insert into orders
        select (o).* from (
          select jsonb_populate_record(o, jsonb_build_object('id', o.id || 'x' || lpad(n::text, 3, '0'), 'number', o.number || n, 'placement_key', o.placement_key || n,
            'link', lpad(n::text, 3, '0') || substr(o.link, 4), 'placed_at', o.placed_at - make_interval(mins => (n + 1) / 2))) as o
          from orders o, generate_series(1, ${many - 1}) n where o.id = ${order.id}
        ) copies`,
  )
  await rows(open.shop.db, sql`update orders set account_id = ${accountId} where id like ${`${order.id}%`}`)
}

test('pages follow each other without a gap or an overlap, also where orders were placed at the same moment', async () => {
  const customer = await aCustomer(open)
  const many = historyPageSize * 2 + 7
  await withManyOrders(customer, many)
  const seen: { placedAt: string; id: string }[] = []
  const sizes: number[] = []
  for (let after: `ord_${string}` | undefined; ;) {
    const { items, next } = await customer.visitor.call('GET /account/orders', { query: after ? { after } : {} })
    seen.push(...items)
    sizes.push(items.length)
    if (!next) break
    after = next
  }
  assert.deepEqual(sizes, [historyPageSize, historyPageSize, 7])
  assert.equal(new Set(seen.map(({ id }) => id)).size, many)
  for (const [index, next] of seen.slice(1).entries()) {
    const earlier = seen[index]!
    const order = Temporal.Instant.compare(earlier.placedAt, next.placedAt)
    assert.ok(order > 0 || (order === 0 && earlier.id > next.id))
  }
})

test('a last page that is full is the last', async () => {
  const customer = await aCustomer(open)
  await withManyOrders(customer, historyPageSize)
  const { items, next } = await customer.visitor.call('GET /account/orders', { query: {} })
  assert.deepEqual([items.length, next], [historyPageSize, undefined])
})

test('a page after somebody else’s order, or none, is not found', async () => {
  const { visitor } = await aCustomer(open)
  const other = await placedOrder((await aCustomer(open)).visitor)
  for (const after of [other.order.id, 'ord_none'] as const)
    await assert.rejects(visitor.call('GET /account/orders', { query: { after } }), isProblem('order-not-found'))
})

test('the history is read by the account’s own index', async () => {
  const customer = await aCustomer(open)
  await withManyOrders(customer, historyPageSize)
  const plan = await open.shop.inTransaction(async (tx) => {
    await rows(tx, sql`set local enable_seqscan = off`)
    await rows(tx, sql`set local enable_bitmapscan = off`)
    return rows<Record<string, string>>(
      tx,
      sql`explain select id from orders o where o.account_id = ${customer.accountId}
            and (o.placed_at, o.id) < (now(), 'ord_x') order by o.placed_at desc, o.id desc limit 21`,
    )
  })
  const text = plan.map((row) => Object.values(row)[0]).join('\n')
  assert.match(text, /Index Scan using orders_account/)
})

test('what was bought as a guest with a proven address becomes its owner’s, whatever the letters’ size', async () => {
  const { accountId, email, visitor } = await aCustomer(open)
  const guest = aVisitor(open.app)
  const { order } = await placedOrder(guest, { email: email.toUpperCase() })
  const stranger = await placedOrder(aVisitor(open.app), { email: `not-${email}` })
  assert.deepEqual((await visitor.call('GET /account/orders', { query: {} })).items, [])
  await claim(accountId, email)
  await claim(accountId, email)
  const { items } = await visitor.call('GET /account/orders', { query: {} })
  assert.deepEqual(
    items.map(({ number }) => number),
    [order.number],
  )
  assert.notEqual(items[0]?.number, stranger.order.number)
})

test('an order that is somebody’s already is not taken by another who typed the address', async () => {
  const one = await aCustomer(open)
  const two = await aCustomer(open)
  await placedOrder(one.visitor, { email: two.email })
  await claim(two.accountId, two.email)
  const histories = await Promise.all(
    [one, two].map(({ visitor }) => visitor.call('GET /account/orders', { query: {} })),
  )
  assert.deepEqual(
    histories.map(({ items }) => items.length),
    [1, 0],
  )
})

test('an account that was erased takes nothing more', async () => {
  const { accountId, email } = await aSignedIn(open.shop)
  await placedOrder(aVisitor(open.app), { email })
  await rows(open.shop.db, sql`update accounts set erased_at = now() where id = ${accountId}`)
  await claim(accountId, email)
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from orders where account_id = ${accountId}`), [])
})

test('an order from her cart is hers whatever address she gives, and one from a guest’s cart is nobody’s', async () => {
  const { accountId, visitor } = await aCustomer(open)
  const owner = async (orderId: string) =>
    (
      await rows<{ owner: string | null }>(
        open.shop.db,
        sql`select account_id as owner from orders where id = ${orderId}`,
      )
    )[0]?.owner
  const { toPay } = await aFilledCart(visitor, { email: 'office@example.com' })
  assert.equal(await owner((await place(visitor, toPay)).order.id), accountId)
  assert.equal(await owner((await placedOrder(aVisitor(open.app))).order.id), null)
})
