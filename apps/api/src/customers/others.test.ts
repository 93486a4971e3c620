import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { customers } from '@flora/contract/customers.ts'
import type { Endpoint } from '@flora/contract/endpoint.ts'
import { openPayingShop, type PayingShop, placedOrder, type Visitor } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { findStripeCustomer } from './queries.ts'
import { aCustomer, type Customer, mum } from './test/a-customer.ts'

const endpoints = Object.entries<Endpoint>(customers)

let open: PayingShop
let mercy: Customer
let stranger: Customer
/** What belongs to Mercy, by the name of the parameter that asks for it; and the same, of nobody. */
let hers: Record<string, string>
const nobodys: Record<string, string> = {
  addressId: 'adr_none',
  cardId: 'pm_none',
  link: '0'.repeat(32),
}

before(async () => {
  open = await openPayingShop()
  mercy = await aCustomer(open)
  stranger = await aCustomer(open)
  for (const { visitor } of [mercy, stranger]) {
    await visitor.call('POST /account/addresses', { body: mum })
    await visitor.call('POST /account/cards/setup', { body: {} })
    await visitor.call('PATCH /account/profile', { body: { phone: '0491 570 156' } })
  }
  const customer = (await findStripeCustomer(open.shop.db, mercy.accountId))!
  const { id: cardId } = await open.shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
  const [address] = await mercy.visitor.call('GET /account/addresses', {})
  const { order } = await placedOrder(mercy.visitor)
  hers = { addressId: address!.id, cardId, link: order.link }
})
after(() => open.close())

function ask({ method, path }: Endpoint, ids: Record<string, string>, by?: Pick<Visitor, 'cookies'>) {
  return open.app.inject({
    method,
    url: `/api${path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => ids[name]!)}`,
    headers: { cookie: [...(by?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(method !== 'GET' && method !== 'DELETE' && { payload: {} }),
  })
}

async function everythingOf({ accountId, visitor }: Customer): Promise<unknown> {
  return [
    await rows(open.shop.db, sql`select * from customers where account_id = ${accountId}`),
    await rows(open.shop.db, sql`select * from addresses where account_id = ${accountId} order by id`),
    await rows(open.shop.db, sql`select document from carts where account_id = ${accountId}`),
    await visitor.call('GET /account/cards', {}),
    await visitor.call('GET /account/orders', { query: {} }),
  ]
}

for (const [name, endpoint] of endpoints) {
  test(`nobody who is not signed in is answered: ${name}`, async () => {
    const reply = await ask(endpoint, hers)
    assert.deepEqual([reply.statusCode, reply.json().code], [401, 'sign-in-needed'])
  })
}

for (const [name, endpoint] of endpoints.filter(([, { params }]) => params)) {
  test(`somebody else’s is answered like what never was, and stays as it is: ${name}`, async () => {
    const before = await everythingOf(mercy)
    const [theirs, none] = [await ask(endpoint, hers, stranger.visitor), await ask(endpoint, nobodys, stranger.visitor)]
    assert.deepEqual([theirs.statusCode, theirs.json()], [404, none.json()])
    assert.deepEqual(await everythingOf(mercy), before)
  })
}

test('what is asked without an id is answered with one’s own only', async () => {
  const others = JSON.stringify([hers, mercy.accountId, mercy.email])
  for (const [name, endpoint] of endpoints.filter(([, { params, method }]) => !params && method === 'GET')) {
    const { statusCode, body } = await ask(endpoint, {}, stranger.visitor)
    assert.equal(statusCode, 200, name)
    for (const secret of JSON.parse(others).flatMap((part: object | string) =>
      typeof part === 'string' ? [part] : Object.values(part),
    ))
      assert.ok(!body.includes(secret), `${name} shows ${secret}`)
  }
})

test('its owner is answered with all of it', async () => {
  const withIds = endpoints.filter(([, { params }]) => params)
  // What is deleted can be asked for no more.
  const inOrder = withIds.toSorted(([, a], [, b]) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
  for (const [name, endpoint] of inOrder) {
    const { statusCode, body } = await ask(endpoint, hers, mercy.visitor)
    assert.equal(statusCode, endpoint.status ?? 200, `${name}: ${body}`)
  }
})

test('an ended session is answered no more', async () => {
  const { accountId, cookies } = await aSignedIn(open.shop)
  await rows(
    open.shop.db,
    sql`update sessions set ended_at = now(), ended_because = 'everywhere' where account_id = ${accountId}`,
  )
  const reply = await ask(customers.listAddresses, {}, { cookies })
  assert.equal(reply.statusCode, 401)
})
