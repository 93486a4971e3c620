import assert from 'node:assert/strict'
import diagnostics from 'node:diagnostics_channel'
import { after, before, test } from 'node:test'
import type { Endpoint, Who } from '@flora/contract/endpoint.ts'
import { Role, roleMay } from '@flora/contract/permissions.ts'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { endpoints, type KnownEndpoint } from '../../test/conformance.ts'
import { aVisitor, openPayingShop, type PayingShop, placedOrder } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { findStripeCustomer } from '../customers/queries.ts'
import { aCustomer, type Customer, mum } from '../customers/test/a-customer.ts'
import { withTwoFactor } from '../identity/test/authenticator.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { keepCard, sellByChoice, subscribe } from '../subscriptions/test/a-subscriber.ts'

interface Registered {
  readonly method: string
  readonly url: string
  readonly who: unknown
}

const registered: Registered[] = []
let open: PayingShop
before(async () => {
  // Every Fastify says when it begins: from then on each of its routes is written down, whoever makes it.
  const listen = (message: unknown): void => {
    ;(message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
      for (const one of [method].flat()) registered.push({ method: one, url, who: config?.who })
    })
  }
  open = await openPayingShop({
    environment: { STAFF_TWO_FACTOR: 'on' },
    around: (shop) => {
      diagnostics.subscribe('fastify.initialization', listen)
      return shop
    },
  })
  diagnostics.unsubscribe('fastify.initialization', listen)
  await sellByChoice(open)
})
after(() => open.close())

// Addresses that speak another language than the contract's: pages, pictures, files, machines. And who may call them.
const elsewhere: Record<string, Who> = {
  'GET /*': 'anyone',
  'GET /assets/*': 'anyone',
  'GET /robots.txt': 'anyone',
  'GET /sitemap.xml': 'anyone',
  'GET /favicon.svg': 'anyone',
  'GET /favicon.ico': 'anyone',
  'GET /journal/feed.xml': 'anyone',
  'GET /pictures/:file': 'anyone',
  'GET /studio': 'anyone',
  'GET /studio/*': 'anyone',
  'GET /api/docs': 'anyone',
  'GET /api/docs/*': 'anyone',
  'GET /api/docs/start.js': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'GET /.well-known/jwks.json': 'anyone',
  'GET /api/auth/oidc/start': 'anyone',
  'GET /api/auth/oidc/callback': 'anyone',
  'GET /api/orders/:link/invoice.pdf': 'anyone',
  'POST /api/stripe/webhook': 'anyone',
  'GET /api/desk/catalog/products.csv': { may: 'catalog/read' },
  'POST /api/desk/catalog/photos': { may: 'catalog/write' },
  'GET /api/desk/catalog/photos/:photoId': { may: 'catalog/read' },
  'GET /api/fulfilment/days/:day/pack/:file': { may: 'fulfilment/print' },
  'GET /api/fulfilment/prints/:printId/:file': { may: 'fulfilment/print' },
  'GET /api/fulfilment/proofs/:proofId': { may: 'fulfilment/deliver' },
  'POST /api/driver/stops/:deliveryId/reports/:key/photo': { may: 'fulfilment/deliver' },
  'GET /api/orders/:link/proofs/:proofId': 'anyone',
  'GET /api/account/export/:file': 'customer',
  'GET /api/desk/days/:day/live': { may: 'orders/read' },
  'GET /api/desk/export': { may: 'shop/export' },
  'GET /api/desk/reports/sales.csv': { may: 'reports/read' },
  'GET /api/desk/reports/subscriptions.csv': { may: 'reports/read' },
  'GET /api/desk/reports/refunds.csv': { may: 'reports/read' },
  'GET /api/desk/reports/tax.csv': { may: 'reports/read' },
}

const lineOf = ({ endpoint }: KnownEndpoint) => `${endpoint.method} /api${endpoint.path}`

test('every route stands in the contract, or on the short list of what is no API', () => {
  const lines = new Set(endpoints.map(lineOf))
  const routes = registered.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`)
  assert.ok(routes.length > 40, 'the routes were not heard of')
  assert.deepEqual(routes.filter((route) => !lines.has(route) && !(route in elsewhere)).toSorted(), [])
  assert.deepEqual(
    [...lines].filter((line) => !routes.includes(line)),
    [],
    'the contract names what nobody serves',
  )
  assert.deepEqual(
    Object.keys(elsewhere).filter((line) => !routes.includes(line)),
    [],
    'the short list names what nobody serves',
  )
  // A path that is served twice in different ways could be guarded once.
  assert.deepEqual(
    routes.filter((route, at) => routes.indexOf(route) !== at),
    [],
  )
})

test('every route, and the HEAD that goes with it, carries the contract’s word on who may call it', () => {
  const words = new Map(endpoints.map((known) => [lineOf(known), known.endpoint.who]))
  for (const { method, url, who } of registered) {
    const line = `${method === 'HEAD' ? 'GET' : method} ${url}`
    const promised = words.get(line) ?? elsewhere[line]
    assert.deepEqual(who ?? 'anyone', promised, `${method} ${url}`)
  }
})

type Door = Pick<Endpoint, 'path' | 'who' | 'refusals' | 'failingStatus'> & { name: string; method: string }

// Every line of the contract, and what is no API and for somebody all the same.
const doors: readonly Door[] = [
  ...endpoints.map(({ name, endpoint }) => ({ ...endpoint, name })),
  ...Object.entries(elsewhere)
    .filter(([, who]) => who !== 'anyone')
    .map(([line, who]) => {
      const [method = '', url = ''] = line.split(' ')
      return { name: line, method, path: url.replace('/api', ''), who }
    }),
]

interface Guest {
  readonly name: string
  readonly role: Role | null
  readonly twoFactor: boolean
}

const nobody = { name: 'nobody', role: null, twoFactor: false } as const
const guests: readonly Guest[] = [
  nobody,
  { name: 'a customer', role: null, twoFactor: false },
  { name: 'a customer with two-factor', role: null, twoFactor: true },
  ...Role.options.flatMap((role) => [
    { name: `${role}`, role, twoFactor: true },
    { name: `${role} without two-factor`, role, twoFactor: false },
  ]),
]

/** What the contract says a guest is answered before anything else; undefined when she may come in. */
function refusalOf({ who }: Door, guest: Guest): [number, string] | undefined {
  if (who === 'anyone') return undefined
  if (guest === nobody) return [401, 'sign-in-needed']
  if (who === 'customer') return undefined
  if (!roleMay(guest.role, who.may)) return [403, 'not-allowed']
  return guest.twoFactor ? undefined : [403, 'two-factor-needed']
}

const inWalk = (address: string) => address.replaceAll(/:([A-Za-z]+)/g, 'walk')

async function knock(method: string, address: string, guest: Guest): Promise<[number, string]> {
  const headers = guest === nobody ? {} : (await aSignedIn(open.shop, guest)).headers
  const reply = await open.app.inject({
    method: method as 'GET',
    url: `/api${inWalk(address)}`,
    headers: { ...headers, ...(method !== 'GET' && method !== 'HEAD' && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && method !== 'HEAD' && { payload: '{}' }),
  })
  const code = reply.statusCode >= 400 && reply.body ? (JSON.parse(reply.body) as { code: string }).code : ''
  return [reply.statusCode, code]
}

const guarding = ['sign-in-needed', 'not-allowed', 'two-factor-needed']

test('every line of the contract lets in whom it names and refuses everybody else', async (t) => {
  for (const door of doors) {
    await t.test(door.name, async () => {
      for (const guest of guests) {
        const [status, code] = await knock(door.method, door.path, guest)
        const refusal = refusalOf(door, guest)
        if (refusal) assert.deepEqual([status, code], refusal, guest.name)
        // An endpoint for anyone may have such a refusal of its own: a refresh without a cookie.
        else if (!door.refusals?.includes(code)) {
          assert.ok(!guarding.includes(code) && status !== 401 && status !== 403, `${guest.name}: ${status} ${code}`)
          assert.ok(status < 500 || status === door.failingStatus, `${guest.name}: ${status} ${code}`)
        }
      }
    })
  }
})

test('asking by HEAD opens nothing that GET would not', async () => {
  for (const door of doors.filter(({ method }) => method === 'GET')) {
    for (const guest of guests) {
      const [status] = await knock('HEAD', door.path, guest)
      const refusal = refusalOf(door, guest)
      if (refusal) assert.equal(status, refusal[0], `${door.path} ${guest.name}`)
    }
  }
})

// Something of hers for each kind of id that a customer's line takes.
const hers: Record<string, (owner: Customer) => Promise<string>> = {
  sessionId: async ({ accountId }) =>
    (await rows<{ id: string }>(open.shop.db, sql`select id from sessions where account_id = ${accountId}`))[0]!.id,
  addressId: async ({ visitor }) => (await visitor.call('POST /account/addresses', { body: mum })).id,
  reminderId: async ({ visitor }) => {
    const body = { name: 'Mum', yearDay: { month: 3, date: 8 }, daysBefore: 10 }
    return (await visitor.call('POST /account/reminders', { body }))[0]!.id
  },
  link: async ({ visitor }) => (await placedOrder(visitor)).order.link,
  subscriptionId: async (owner) => (await subscribe({ ...owner, cardId: await keepCard(open, owner.visitor) })).id,
  occurrenceId: async ({ visitor }) => (await visitor.call('GET /account/subscriptions', {}))[0]!.occurrences[0]!.id,
  cardId: async ({ visitor, accountId }) => {
    await visitor.call('POST /account/cards/setup', { body: {} })
    const kept = (await findStripeCustomer(open.shop.db, accountId))!
    return (await open.shop.stripe.paymentMethods.attach('pm_card_visa', { customer: kept })).id
  },
}
// What a line asks for besides.
const bodies: Record<string, object> = {
  'customers.changeAddress': { label: 'Mine' },
  'reminders.changeReminder': { name: 'Mine' },
  'subscriptions.changeSubscription': { version: 1, plan: { cardMessage: 'Mine' } },
  'subscriptions.pauseSubscription': { until: '2027-01-20' },
  'subscriptions.moveOccurrence': { day: '2026-12-05' },
}
// Signing a device out that is none of hers is done already.
const doneAlready = ['identity.endSession']

test('what belongs to one is not there for another, not even for an owner', async (t) => {
  const own = endpoints.filter(({ endpoint: { who, path } }) => who === 'customer' && path.includes(':'))
  assert.ok(own.length > 5)
  for (const { endpoint, name } of own) {
    await t.test(name, async () => {
      const mercy = await aCustomer(open, { name: 'Mercy Okafor' })
      let address = endpoint.path
      for (const [param, kind] of endpoint.path.matchAll(/:([A-Za-z]+)/g)) {
        const make = hers[kind!]
        assert.ok(make, `say here what a ${kind} of somebody else is`)
        address = address.replace(param, await make(mercy))
      }
      const ask = async (by: Pick<Customer, 'visitor'>) =>
        open.app.inject({
          method: endpoint.method,
          url: `/api${address}`,
          headers: { cookie: [...by.visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
          ...(endpoint.method !== 'GET' && { payload: bodies[name] ?? {} }),
        })
      for (const role of [null, 'owner'] as const) {
        const reply = await ask(await aCustomer(open, { name: 'Eve', role, twoFactor: true }))
        assert.equal(reply.statusCode, doneAlready.includes(name) ? 200 : 404, reply.body)
        assert.ok(!reply.body.includes(mercy.email) && !reply.body.includes(mum.line1), reply.body)
      }
      // It was there all the while: its owner finds it.
      const found = await ask(mercy)
      assert.ok(found.statusCode < 300, found.body)
    })
  }
})

test('every line by which staff change something is written down, with how it ended', async () => {
  const changing = endpoints.filter(({ endpoint: { who, method } }) => typeof who === 'object' && method !== 'GET')
  assert.ok(changing.length > 5)
  for (const { endpoint } of changing) {
    await rows(open.shop.db, sql`delete from audit_log`)
    const [status] = await knock(endpoint.method, endpoint.path, { name: 'owner', role: 'owner', twoFactor: true })
    const written = await rows<{ action: string; outcome: number }>(
      open.shop.db,
      sql`select action, outcome from audit_log`,
    )
    assert.deepEqual(written, [{ action: `${endpoint.method} ${endpoint.path}`, outcome: status }])
  }
})

test('who works here is let in by the device on which she has switched two-factor on, and by no other', async () => {
  const { accountId, cookies, headers } = await aSignedIn(open.shop, { role: 'manager', twoFactor: false })
  const elsewhere = await aSignedIn(open.shop, { accountId, role: 'manager', twoFactor: false })
  const visitor = aVisitor(open.app)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  const look = async (from: typeof headers) => (await open.app.inject({ url: '/api/staff', headers: from })).statusCode
  assert.deepEqual([await look(headers), await look(elsewhere.headers)], [403, 403])
  await withTwoFactor(visitor, open.shop.clock, { password: '' })
  assert.deepEqual([await look(headers), await look(elsewhere.headers)], [200, 403])
})
