import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { newsletterWording as wording } from '@flora/contract/newsletter.ts'
import { aVisitor, openPayingShop, pay, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { aCustomer, type Customer, mum } from '../customers/test/a-customer.ts'
import { makeToken } from '../identity/index.ts'
import { isWanted } from '../newsletter/queries.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aGift, placeAll, putIn } from '../subscriptions/test/a-mixed-cart.ts'
import { plan, sellByChoice } from '../subscriptions/test/a-subscriber.ts'
import { exportTables } from './export-queries.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
  // Each test has customers of its own, and they all buy the same plant.
  await rows(open.shop.db, sql`update stock_items set on_hand = on_hand + 100`)
})
after(() => open.close())

const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error))
const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
const erase = ({ visitor }: Customer) =>
  visitor.call('POST /account/erasure', { body: { password: '', confirm: 'erase' } })

/** A customer of whom the shop knows all that it can know, and whose order has come. */
async function aKnownCustomer(): Promise<Customer & { readonly link: string }> {
  const customer = await aCustomer(open, { name: 'Philippa Quist' })
  const { visitor } = customer
  await visitor.call('PATCH /account/profile', { body: { phone: '0491 570 157', preferences: {} } })
  await visitor.call('POST /account/addresses', { body: { ...mum, name: 'Xanthe Quist', line1: '9 Quist Lane' } })
  await visitor.call('POST /account/reminders', {
    body: { name: 'Xanthe’s birthday', yearDay: { month: 5, date: 5 }, daysBefore: 7 },
  })
  await visitor.call('POST /account/cards/setup', { body: {} })
  const placed = await placedOrder(visitor)
  const { order } = placed
  await pay(open.stripe, placed)
  await open.work()
  return { ...customer, link: order.link }
}

async function deliver(link: string): Promise<void> {
  await rows(open.shop.db, sql`update orders set status = 'DELIVERED' where link = ${link}`)
  await rows(
    open.shop.db,
    sql`update order_deliveries set status = 'DELIVERED' where order_id = (select id from orders where link = ${link})`,
  )
}

/** Every cell of the database that holds a text of hers, by table and column. */
async function whereStands(text: string): Promise<string[]> {
  const columns = await rows<{ table: string; column: string }>(
    open.shop.db,
    sql`select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')`,
  )
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rows: hits } = await open.shop.db.query(
      `select 1 from "${table}" where strpos(lower("${column}"::text), lower($1)) > 0 limit 1`,
      [text],
    )
    if (hits.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('the export has everything that the database has of her, and nothing of anybody else', async () => {
  const [her, other] = [await aKnownCustomer(), await aKnownCustomer()]
  const { tables } = await her.visitor.call('GET /account/export', {})
  assert.deepEqual(
    tables.map(({ name }) => name),
    exportTables.map(({ name }) => name),
  )
  const text = JSON.stringify(tables)
  for (const hers of [her.email, '9 Quist Lane', 'Xanthe’s birthday', '0491 570 157'])
    assert.ok(text.includes(hers), hers)
  assert.ok(!text.includes(other.email))
  for (const name of [
    'account',
    'addresses',
    'orders',
    'deliveries',
    'lines',
    'payments',
    'reminders',
    'devices',
    'letters',
  ])
    assert.ok(tables.find((table) => table.name === name)!.rows.length > 0, name)
  for (const { name, rows: kept } of tables)
    for (const row of kept)
      assert.deepEqual(Object.keys(row), exportTables.find((table) => table.name === name)!.columns, name)
})

test('each table comes as a file for a spreadsheet, to its owner only', async () => {
  const her = await aKnownCustomer()
  const cookie = [...her.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await open.app.inject({ url: '/api/account/export/addresses.csv', headers: { cookie } })
  assert.equal(reply.statusCode, 200)
  assert.match(String(reply.headers['content-type']), /^text\/csv/)
  assert.match(reply.body, /^\uFEFFlabel,name,.*\r\nMum,Xanthe Quist,/)
  assert.equal((await open.app.inject('/api/account/export/addresses.csv')).statusCode, 401)
  for (const file of ['accounts.csv', 'addresses', '..%2Forders.csv'])
    assert.equal((await open.app.inject({ url: `/api/account/export/${file}`, headers: { cookie } })).statusCode, 404)
})

test('nothing is erased while flowers of hers are on their way, and the reason is said before', async () => {
  const her = await aKnownCustomer()
  const outlook = await her.visitor.call('GET /account/erasure', {})
  assert.ok(!outlook.can.ok)
  assert.match(outlook.can.because, /still to be delivered, the last on \w+ \d+ \w+/)
  await assert.rejects(erase(her), isProblem('orders-under-way'))
  assert.equal((await her.visitor.call('GET /auth/me', {})).email, her.email)
})

test('after erasing no table knows her, her invoices keep their figures, and Stripe forgets her cards', async () => {
  const her = await aKnownCustomer()
  await deliver(her.link)
  const [before] = await rows<object>(
    open.shop.db,
    sql`select number, total_minor, gst_minor, paid_minor from orders where link = ${her.link}`,
  )
  const [{ stripe }] = (await rows(
    open.shop.db,
    sql`select stripe_customer_id as stripe from customers where account_id = ${her.accountId}`,
  )) as [{ stripe: string }]
  const outlook = await her.visitor.call('GET /account/erasure', {})
  assert.deepEqual([outlook.can.ok, outlook.invoicesKept], [true, 1])
  assert.match((await erase(her)).message, /invoices/)
  await open.work()

  assert.deepEqual(await whereStands(her.email), [])
  const [after] = await rows<object>(
    open.shop.db,
    sql`select number, total_minor, gst_minor, paid_minor from orders where link = ${her.link}`,
  )
  assert.deepEqual(after, before)
  assert.equal(((await open.shop.stripe.customers.retrieve(stripe)) as { deleted?: boolean }).deleted, true)
  await assert.rejects(her.visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  assert.deepEqual(await brokenPromises({ ...open.shop, books: open.stripe.books() }), [])
})

test('a name stands nowhere after erasing, nor does an address or a card', async () => {
  const her = await aCustomer(open, { name: 'Theodora Wrzesniewski' })
  const { visitor } = her
  await visitor.call('POST /account/addresses', { body: { ...mum, name: 'Wrzesniewski senior' } })
  const placed = await placedOrder(visitor)
  const { order } = placed
  await rows(
    open.shop.db,
    sql`update order_deliveries set recipient_name = 'Wrzesniewski', line1 = 'Wrzesniewski Street', card_message = 'Dear Wrzesniewski', instructions = 'Ring Wrzesniewski'
        where order_id = ${order.id}`,
  )
  await rows(open.shop.db, sql`update orders set buyer_name = 'Wrzesniewski' where id = ${order.id}`)
  await pay(open.stripe, placed)
  await open.work()
  await deliver(order.link)
  assert.notDeepEqual(await whereStands('wrzesniewski'), [])
  await erase(her)
  assert.deepEqual(await whereStands('wrzesniewski'), [])
})

test('a gift that is paid and not all delivered stands in the way; after it no table knows to whom it went', async () => {
  const her = await aCustomer(open, { name: 'Ottoline Vandersloot' })
  const { visitor, email } = her
  await sellByChoice(open)
  const recipient = { ...plan.recipient, name: 'Zebedee Vandersloot', line1: 'Vandersloot Close' }
  const to = { plan: { ...plan, recipient, cardMessage: 'Dear Vandersloot' } }
  const gift = await aGift(open, visitor, { ...to, email, deliveries: 3 })
  // And one that was placed and never paid: what would have begun is kept with the order.
  await putIn(visitor, to)
  await placeAll(visitor, { email })
  await rows(
    open.shop.db,
    sql`update orders set hold_until = placed_at where buyer_email = ${email} and status = 'PENDING'`,
  )
  await releaseExpiredHolds(open.shop)
  await open.work()
  assert.ok((await whereStands('Vandersloot')).includes('orders.begins'))
  const { tables } = await visitor.call('GET /account/export', {})
  assert.equal(tables.find(({ name }) => name === 'subscriptions')!.rows[0]!['gift_deliveries'], 3)
  await deliver(gift.link)
  await assert.rejects(erase(her), isProblem('orders-under-way'))

  const params = { link: gift.link, subscriptionId: gift.subscriptionId }
  await visitor.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params, body: {} })
  await open.work()
  await erase(her)
  await open.work()
  assert.deepEqual(await whereStands('Vandersloot'), [])
})

test('two presses at once erase once, and her address can have an account again', async () => {
  const her = await aCustomer(open)
  const pressed = await Promise.allSettled([erase(her), erase(her)])
  assert.ok(pressed.some(({ status }) => status === 'fulfilled'))
  const again = await aCustomer(open, { email: her.email })
  assert.notEqual(again.accountId, her.accountId)
  assert.deepEqual((await again.visitor.call('GET /account/orders', { query: {} })).items, [])
})

test('who works here asks an owner first', async () => {
  await assert.rejects(erase(await aCustomer(open, { role: 'florist' })), isProblem('works-here'))
})

test('what she ordered as a guest with her address stands in the way too, and goes with the rest', async () => {
  const her = await aCustomer(open)
  const guest = aVisitor(open.app)
  const placed = await placedOrder(guest)
  await rows(
    open.shop.db,
    sql`update orders set buyer_email = ${her.email.toUpperCase()} where id = ${placed.order.id}`,
  )
  await pay(open.stripe, placed)
  await open.work()
  await assert.rejects(erase(her), isProblem('orders-under-way'))
  await deliver(placed.order.link)
  await erase(her)
  assert.deepEqual(await whereStands(her.email), [])
})

test('an order whose hold is over but whose money may still come stands in the way', async () => {
  const her = await aCustomer(open)
  const { order } = await placedOrder(her.visitor)
  await rows(
    open.shop.db,
    sql`update orders set status = 'CANCELLED', places = 'released', cancelled_because = 'hold-expired' where id = ${order.id}`,
  )
  await assert.rejects(erase(her), isProblem('orders-under-way'))
})

test('money that comes for an order of somebody erased goes back, and nobody is written to', async () => {
  const her = await aCustomer(open)
  const placed = await placedOrder(her.visitor)
  const { id } = placed.order
  await rows(
    open.shop.db,
    sql`update orders set status = 'CANCELLED', places = 'released', cancelled_because = 'hold-expired' where id = ${id}`,
  )
  await rows(open.shop.db, sql`update payments set state = 'cancelled' where order_id = ${id}`)
  await erase(her)
  await pay(open.stripe, placed)
  await open.work()
  const [order] = await rows<{ status: string; paid: number; refunded: number }>(
    open.shop.db,
    sql`select status, paid_minor as paid, refunded_minor as refunded from orders where id = ${id}`,
  )
  assert.equal(order!.status, 'REFUNDED')
  assert.ok(order!.paid > 0 && order!.refunded === order!.paid)
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from emails where order_id = ${id} and recipient <> ''`), [])
  assert.deepEqual(await whereStands(her.email), [])
})

test('what a driver wrote and photographed at her door goes with her, and no photograph of anybody else’s', async () => {
  const her = await aKnownCustomer()
  const neighbour = await aKnownCustomer()
  const driver = await aSignedIn(open.shop, { role: 'driver' })
  for (const file of ['proofs/hers.webp', 'proofs/both.webp']) await open.shop.files.put(file, new Uint8Array([1]))
  const report = async (link: string, files: readonly string[]) => {
    for (const file of files) {
      const key = crypto.randomUUID()
      await rows(
        open.shop.db,
        sql`insert into stop_reports (key, delivery_id, outcome, at, received_at, account_id, who, place, note, has_photo, changed_nothing)
            select ${key}::uuid, d.id, 'with-neighbour', now(), now(), ${driver.accountId}, 'Wren', 'Quist, number 14', 'Xanthe was asleep', true, false
            from order_deliveries d join orders o on o.id = d.order_id where o.link = ${link}`,
      )
      await rows(
        open.shop.db,
        sql`insert into proofs (id, report_key, delivery_id, file, width, height, account_id, at)
            select ${`prf_${key.replaceAll('-', '')}`}, ${key}::uuid, d.id, ${file}, 10, 10, ${driver.accountId}, now()
            from order_deliveries d join orders o on o.id = d.order_id where o.link = ${link}`,
      )
    }
  }
  await report(her.link, ['proofs/hers.webp', 'proofs/both.webp'])
  await report(neighbour.link, ['proofs/both.webp'])
  await deliver(her.link)
  await erase(her)
  await open.work()
  assert.equal(await open.shop.files.find('proofs/hers.webp'), undefined)
  assert.ok(await open.shop.files.find('proofs/both.webp'), 'somebody else’s door is on it too')
  const left = await rows(
    open.shop.db,
    sql`select 1 from stop_reports p join order_deliveries d on d.id = p.delivery_id join orders o on o.id = d.order_id
        where o.link = ${her.link} and (p.note <> '' or p.place <> '')`,
  )
  assert.deepEqual(left, [])
})

test('an address that she had before is forgotten with the one she has, and her word about the letter had moved along', async () => {
  const her = await aCustomer(open)
  const former = her.email
  const next = `new-${former}`
  await her.visitor.call('PUT /account/newsletter', { body: { isWanted: true, wording } })
  const { accountId } = her
  const now = open.shop.clock.now()
  const token = await open.shop.inTransaction((tx) =>
    makeToken(tx, { kind: 'change-email', accountId, email: next, minutes: 5, now }),
  )
  await her.visitor.call('POST /auth/email/confirmation', { body: { token } })
  await open.work()
  assert.deepEqual(await her.visitor.call('GET /account/newsletter', {}), { isWanted: true })
  assert.equal(await isWanted(open.shop.db, former), false)
  await erase(her)
  await open.work()
  assert.deepEqual([...(await whereStands(former))], [])
})

test('who comes by a provider and signed in long ago signs in again before anything is erased', async () => {
  const her = await aCustomer(open)
  open.shop.clock.advance({ minutes: 11 })
  await assert.rejects(erase(her), isProblem('sign-in-again'))
})

test('whoever writes while an account is being erased writes nothing of hers', async (t) => {
  const server = await openPayingShop({ on: 'server' })
  t.after(() => server.close())
  for (let round = 0; round < 5; round += 1) {
    const her = await aCustomer(server)
    const writing = Array.from({ length: 6 }, (_, nth) => [
      her.visitor.call('POST /account/addresses', { body: { ...mum, label: `Door ${nth}` } }),
      her.visitor.call('PATCH /account/profile', { body: { name: 'Once More' } }),
      her.visitor.call('POST /account/reminders', {
        body: { name: 'Day', yearDay: { month: 5, date: 5 }, daysBefore: 3 },
      }),
    ]).flat()
    const outcome = await Promise.allSettled([...writing, erase(her)])
    const codes = outcome.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []))
    assert.deepEqual(
      codes.filter((code) => code !== 'sign-in-needed'),
      [],
    )
    const [left] = await rows<{ count: number }>(
      server.shop.db,
      sql`select (select count(*) from addresses where account_id = ${her.accountId})::int
            + (select count(*) from reminders where account_id = ${her.accountId})::int
            + (select count(*) from accounts where id = ${her.accountId} and name <> '')::int as count`,
    )
    assert.equal(left!.count, 0)
  }
})
