import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { api } from '@flora/contract/api.ts'
import type { Draft } from '@flora/contract/content.ts'
import { openApiDocument } from '@flora/contract/openapi.ts'
import { generalRefusals } from '@flora/contract/problem.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { endpoints, holdProblem, holdToContract, type KnownEndpoint } from '../../test/conformance.ts'
import {
  aFilledCart,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  placedOrder,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { findStripeCustomer } from '../customers/queries.ts'
import { aCustomer, mum } from '../customers/test/a-customer.ts'
import { customerDeskWalk } from '../customers/test/desk-walk.ts'
import { anAuthenticator, withTwoFactor } from '../identity/test/authenticator.ts'
import { linkIn, password, registered } from '../identity/test/open-identity.ts'
import { fulfilmentWalk } from '../fulfilment/test/walk.ts'
import { stockWalk } from '../stock/test/walk.ts'
import { oidcWalk } from '../identity/oidc/test/walk.ts'
import { identityWalk } from '../identity/test/walk.ts'
import { orderDeskWalk } from '../order-desk/test/walk.ts'
import { ownDataWalk } from '../privacy/test/walk.ts'
import { reportsWalk } from '../reports/test/walk.ts'
import { settingsWalk } from '../settings/test/walk.ts'
import { subscriptionsWalk } from '../subscriptions/test/walk.ts'
import { catalogDeskWalk } from '../catalog/desk/test/walk.ts'
import { deliveryDeskWalk } from '../delivery/desk/test/walk.ts'
import { promotionsDeskWalk } from '../promotions/desk/test/walk.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

type Features = typeof api
type EndpointName = { [F in keyof Features & string]: `${F}.${keyof Features[F] & string}` }[keyof Features & string]

interface Asking {
  readonly path?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** Who asks, when it is not the guest of the walk. */
  readonly by?: Visitor
}

let open: PayingShop
let guest: Visitor
let walk: Record<EndpointName, () => Promise<Asking>>
before(async () => {
  open = await openPayingShop()
  // The walks order more than a small shop could bring in a day.
  for (const more of [
    sql`update stock_items set on_hand = on_hand + 1000`,
    sql`update windows set capacity = 1000`,
    sql`update delivery_places set capacity = 1000`,
    sql`update bench_days set minutes = 100000`,
  ])
    await rows(open.shop.db, more)
  await rows(
    open.shop.db,
    sql`with address as (insert into content_slugs (slug, content_id, since) values ('peonies', 'cnt_one', now()))
        insert into content (id, slug, kind, title, summary, markdown, status, published_at, tint, created_at, changed_at)
        values ('cnt_one', 'peonies', 'journal', 'Peonies', 'They are here.', '# Peonies', 'published', '2026-11-01T00:00:00Z', 'blush', now(), now())`,
  )
  guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  const [line] = cart.lines
  const [delivery] = cart.deliveries
  const other = await placedOrder(aVisitor(open.app))
  const link = other.order.link
  const customer = await aCustomer(open)
  const by = customer.visitor
  const hers = (await placedOrder(by)).order.link
  const anAddress = async () => (await by.call('POST /account/addresses', { body: mum })).id
  const aCard = async () => {
    await by.call('POST /account/cards/setup', { body: {} })
    const kept = (await findStripeCustomer(open.shop.db, customer.accountId))!
    return (await open.shop.stripe.paymentMethods.attach('pm_card_visa', { customer: kept })).id
  }
  const { headers } = await aSignedIn(open.shop, { role: 'owner', name: 'Ada Marsh' })
  const aDraft = async () => {
    const payload = { kind: 'journal', title: 'Peonies again', summary: 'In short.', markdown: 'At length.' }
    return (await open.app.inject({ method: 'POST', url: '/api/content', headers, payload })).json<Draft>().id
  }
  const aPublished = async () => {
    const id = await aDraft()
    await open.app.inject({ method: 'POST', url: `/api/content/${id}/publish`, headers, payload: { version: 1 } })
    return id
  }
  let people = 0
  const aPerson = async () => {
    people += 1
    const email = `person-${people}@example.com`
    const visitor = aVisitor(open.app)
    await registered(open, visitor, { email })
    return { email, visitor }
  }
  walk = {
    'catalog.listProducts': async () => ({ path: '/products?q=peony&sort=price-up&page=1&occasion=birthday' }),
    'catalog.showProduct': async () => ({ path: '/products/coral-charm' }),
    'catalog.suggest': async () => ({ path: '/suggestions?q=pea' }),
    'catalog.showFrontPage': async () => ({}),
    'delivery.showCalendar': async () => ({
      path: '/delivery/calendar?postcode=3067&lines=var_peace-lily-one:2&days=30',
    }),
    'delivery.findPlaces': async () => ({ path: '/delivery/places?q=abb' }),
    'delivery.showShop': async () => ({}),
    'cart.showCart': async () => ({}),
    'cart.addLine': async () => ({
      body: {
        variantId: 'var_coral-charm-small',
        quantity: 1,
        addOns: [{ variantId: 'var_beeswax-candle-one', quantity: 1 }],
      },
    }),
    'cart.changeLine': async () => ({ path: `/cart/lines/${line!.id}`, body: { quantity: 2, deliveryId: 'new' } }),
    'cart.removeLine': async () => ({ path: '/cart/lines/lin_gone' }),
    'cart.changeDelivery': async () => ({
      path: `/cart/deliveries/${(await guest.call('GET /cart', {})).deliveries[0]?.id ?? delivery!.id}`,
      body: { anonymous: true, cardMessage: 'Two\nlines' },
    }),
    'cart.changeBuyer': async () => ({ body: { name: 'Mercy Okafor', email: 'mercy@example.com', phone: '' } }),
    'cart.applyCode': async () => ({ body: { code: 'spring10' } }),
    'cart.removeCode': async () => ({ path: '/cart/code/promotion' }),
    'checkout.placeOrder': async () => {
      const by = aVisitor(open.app)
      const { toPay } = await aFilledCart(by)
      return { body: { toPay }, headers: { 'idempotency-key': crypto.randomUUID() }, by }
    },
    'orders.showOrder': async () => ({ path: `/orders/${link}` }),
    'orders.preparePayment': async () => ({ path: `/orders/${link}/payment`, body: {} }),
    'orders.cancelOrder': async () => ({ path: `/orders/${link}/cancellation`, body: { reason: 'Wrong Saturday' } }),
    'orders.findOrder': async () => ({ body: { email: 'mercy@example.com' } }),
    'content.listContent': async () => ({ path: '/content?kind=journal' }),
    'content.showContent': async () => ({ path: '/content/peonies' }),
    'content.listDrafts': async () => ({ headers, path: '/content/drafts?q=peonies&state=draft&kind=journal&page=1' }),
    'content.showDraft': async () => ({ headers, path: `/content/drafts/${await aDraft()}` }),
    'content.previewContent': async () => ({ headers, body: { markdown: '## Peonies\n\nAt length.' } }),
    'content.createDraft': async () => ({
      headers,
      body: { kind: 'care', title: 'Vases', tags: ['At home'], products: ['peace-lily'], tint: 'sky', author: 'Tess' },
    }),
    'content.editContent': async () => ({
      headers,
      path: `/content/${await aDraft()}`,
      body: { version: 1, title: 'Peonies, opened', slug: null, picture: null },
    }),
    'content.publishContent': async () => ({
      headers,
      path: `/content/${await aDraft()}/publish`,
      body: { version: 1, at: { day: '2026-12-24', time: '07:00' } },
    }),
    'content.archiveContent': async () => ({ headers, path: `/content/${await aPublished()}/archive` }),
    'content.deleteContent': async () => ({ headers, path: `/content/${await aDraft()}` }),
    'identity.secondFactor': async () => {
      const { email, visitor } = await aPerson()
      const { code } = await withTwoFactor(visitor, open.shop.clock)
      const reply = await visitor.call('POST /auth/login', { body: { email, password } })
      return { by: visitor, body: { ticket: reply.kind === 'second-factor' && reply.ticket, code: code() } }
    },
    'identity.beginTwoFactor': async () => ({ by: (await aPerson()).visitor, body: { password } }),
    'identity.confirmTwoFactor': async () => {
      const { visitor } = await aPerson()
      const { secret } = await visitor.call('POST /auth/two-factor', { body: { password } })
      return { by: visitor, body: { code: anAuthenticator(secret, open.shop.clock).codeNow() } }
    },
    'identity.endTwoFactor': async () => {
      const { visitor } = await aPerson()
      return { by: visitor, body: { code: (await withTwoFactor(visitor, open.shop.clock)).code() } }
    },
    'staff.listStaff': async () => ({ headers }),
    'staff.inviteStaff': async () => ({ headers, body: { email: 'fay@example.com', role: 'florist' } }),
    'staff.withdrawInvitation': async () => ({ headers, body: { email: 'fay@example.com' } }),
    'staff.acceptInvitation': async () => {
      people += 1
      const email = `invited-${people}@example.com`
      const payload = { email, role: 'driver' }
      await open.app.inject({ method: 'POST', url: '/api/staff/invitations', headers, payload })
      await open.work()
      const token = linkIn({ letters: open.shop.letters.filter(({ to }) => to === email) }, 'accept-invitation')
      return { by: aVisitor(open.app), body: { token, name: 'Dan Okoro', password } }
    },
    'staff.changeRole': async () => ({
      headers,
      path: `/staff/${(await aSignedIn(open.shop, { role: 'florist' })).accountId}`,
      body: { role: 'manager' },
    }),
    'staff.listAudit': async () => ({ headers, path: '/audit?limit=5&action=sign-in' }),
    'customers.showProfile': async () => ({ by }),
    'customers.changeProfile': async () => ({
      by,
      body: { phone: '0491 570 156', preferences: { colour: ['white'] } },
    }),
    'customers.listSuggestions': async () => ({ by }),
    'customers.listAddresses': async () => ({ by }),
    'customers.addAddress': async () => ({ by, body: { ...mum, suburb: 'Fitzroy' } }),
    'customers.changeAddress': async () => ({
      by,
      path: `/account/addresses/${await anAddress()}`,
      body: { label: 'Mum and Dad' },
    }),
    'customers.deleteAddress': async () => ({ by, path: `/account/addresses/${await anAddress()}` }),
    'customers.makeAddressDefault': async () => ({ by, path: `/account/addresses/${await anAddress()}/default` }),
    'customers.listOrders': async () => ({ by, path: '/account/orders' }),
    'customers.reorder': async () => ({ by, path: `/account/orders/${hers}/reorder`, body: {} }),
    'customers.listCards': async () => ({ by }),
    'customers.setUpCard': async () => ({ by, body: {} }),
    'customers.makeCardDefault': async () => ({ by, path: `/account/cards/${await aCard()}/default` }),
    'customers.deleteCard': async () => ({ by, path: `/account/cards/${await aCard()}` }),
    'customers.offerCards': async () => ({ by, path: `/account/orders/${hers}/cards`, body: {} }),
    'giftNotes.suggest': async () => ({
      body: {
        occasion: 'birthday',
        relationship: 'mother',
        tone: 'warm',
        recipientName: 'June',
        facts: 'Sixty springs',
      },
    }),
    ...(await identityWalk(open)),
    ...oidcWalk(open),
    ...(await ownDataWalk(open)),
    ...(await orderDeskWalk(open)),
    ...(await customerDeskWalk(open)),
    ...(await deliveryDeskWalk(open)),
    ...(await catalogDeskWalk(open)),
    ...(await promotionsDeskWalk(open)),
    ...(await reportsWalk(open)),
    ...(await settingsWalk(open)),
    ...(await fulfilmentWalk(open)),
    ...(await stockWalk(open)),
    ...(await subscriptionsWalk(open)),
    'operations.health': async () => ({}),
    'operations.ready': async () => ({}),
  }
})
after(() => open.close())

async function ask(
  { endpoint }: KnownEndpoint,
  { path: address = endpoint.path, body, headers = {}, by = guest }: Asking,
): Promise<{ status: number; contentType: string; body: string }> {
  const reply = await open.app.inject({
    method: endpoint.method,
    url: `/api${address}`,
    headers: {
      ...headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
  for (const { name, value } of reply.cookies) by.cookies.set(name, value)
  return { status: reply.statusCode, contentType: String(reply.headers['content-type']), body: reply.body }
}

test('every endpoint of the contract answers a good request with its reply', async (t) => {
  assert.deepEqual(Object.keys(walk).toSorted(), endpoints.map(({ name }) => name).toSorted())
  for (const known of endpoints) {
    await t.test(known.name, async () => {
      const asking = await walk[known.name as EndpointName]()
      const heard = await ask(known, asking)
      assert.equal(heard.status, known.endpoint.status ?? 200, heard.body)
      holdToContract({ ...heard, method: known.endpoint.method, url: `/api${asking.path ?? known.endpoint.path}` })
    })
  }
})

const withParams = (address: string, value: string): string => address.replaceAll(/:[A-Za-z]+/g, value)

test('every endpoint refuses what the contract does not name, as a problem document', async (t) => {
  for (const known of endpoints) {
    const { endpoint, name } = known
    await t.test(name, async () => {
      const asking = await walk[name as EndpointName]()
      const address = asking.path ?? endpoint.path
      const withQuery = await ask(known, {
        ...asking,
        path: `${address}${address.includes('?') ? '&' : '?'}surprise=1`,
      })
      assert.equal(withQuery.status, 422, `an unknown query parameter: ${withQuery.body}`)
      holdProblem(withQuery, endpoint, name)
      if (endpoint.method !== 'GET') {
        const withField = await ask(known, { ...asking, body: { ...(asking.body as object | undefined), surprise: 1 } })
        assert.equal(withField.status, 422, `an unknown field: ${withField.body}`)
        holdProblem(withField, endpoint, name)
        for (const body of [null, [], 'text', 7]) {
          const heard = await ask(known, { ...asking, body })
          // Nothing at all is what an endpoint without fields is given.
          if (heard.status < 400) assert.equal(body, null)
          else holdProblem(heard, endpoint, name)
          assert.ok(heard.status < 500, heard.body)
        }
      }
      if (endpoint.params) {
        const wrong = await ask(known, { ...asking, path: withParams(endpoint.path, '%27or%201=1--') })
        assert.ok([404, 422].includes(wrong.status), wrong.body)
        holdProblem(wrong, endpoint, name)
      }
    })
  }
})

test('refusals of a cart and an order come with the codes of the contract', async () => {
  const visitor = aVisitor(open.app)
  const { toPay } = await aFilledCart(visitor, { windowId: 'win_inner-afternoon' })
  const reasons: [string, ReturnType<typeof sql>][] = [
    ['day-closed', sql`insert into closures (day, reason) values ('2026-11-21', 'A wedding')`],
    ['sold-out', sql`update stock_items set on_hand = taken`],
    ['not-for-sale', sql`update products set status = 'archived'`],
  ]
  for (const [code, makeIt] of reasons) {
    await rows(open.shop.db, makeIt)
    await assert.rejects(place(visitor, toPay), (error) => error instanceof ApiProblem && error.problem.code === code)
  }
})

test('the document is valid, and every path in it answers', async () => {
  const document = openApiDocument()
  const result = await new Validator().validate(structuredClone(document))
  assert.deepEqual(result.errors ?? [], [])
  assert.deepEqual(JSON.parse((await open.app.inject('/api/openapi.json')).body), JSON.parse(JSON.stringify(document)))
  for (const [template, methods] of Object.entries(document['paths'] as Record<string, object>)) {
    for (const method of Object.keys(methods)) {
      const reply = await open.app.inject({
        method: method.toUpperCase() as 'GET',
        url: template.replaceAll(/\{\w+\}/g, 'x'),
      })
      assert.doesNotMatch(reply.body, /no-such-address/, `${method} ${template}`)
    }
  }
})

test('every code that the shop refuses with stands in the contract', () => {
  const root = path.join(import.meta.dirname, '..')
  const source = globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n')
  const codes = new Set([...source.matchAll(/new Refusal\(\s*\d+,\s*'([a-z-]+)'/g)].map(([, code]) => code!))
  assert.ok(codes.size > 12)
  // These belong to addresses that speak another language than the contract: webhooks, pictures, PDFs, and commands.
  const elsewhere = [
    'bad-signature',
    'picture-not-found',
    'photo-missing',
    'photo-not-readable',
    'photo-is-heic',
    'photo-too-large',
    'photo-too-small',
    'invoice-not-ready',
    'papers-busy',
    'print-not-found',
    'too-many-watchers',
    'shop-not-empty',
    'not-a-shop',
    'other-release',
    'file-not-whole',
    'file-not-found',
    'no-file',
    'proof-not-found',
    'too-many-photos',
    'shop-is-there',
    'demo-is-wrong',
    'no-such-account',
    'not-migrated',
  ]
  const named = new Set<string>([
    ...generalRefusals,
    ...endpoints.flatMap(({ endpoint }) => endpoint.refusals ?? []),
    ...elsewhere,
  ])
  assert.deepEqual(
    [...codes].filter((code) => !named.has(code)),
    [],
  )
})

test('an order that is paid still answers as the contract says', async () => {
  const fresh = await openPayingShop()
  try {
    const visitor = aVisitor(fresh.app)
    const placed = await placedOrder(visitor)
    await pay(fresh.stripe, placed)
    await fresh.work()
    const order = await visitor.call('GET /orders/:link', { params: { link: placed.order.link } })
    assert.deepEqual([order.status, order.can.invoice], ['CONFIRMED', { ok: true }])
    await visitor.call('POST /orders/:link/cancellation', { params: { link: placed.order.link }, body: {} })
    await fresh.work()
    assert.equal((await visitor.call('GET /orders/:link', { params: { link: placed.order.link } })).status, 'REFUNDED')
  } finally {
    await fresh.close()
  }
})
