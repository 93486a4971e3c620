import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { Problem } from '@flora/contract/problem.ts'
import type { InjectOptions, LightMyRequestResponse as Reply } from 'fastify'
import { endpoints } from '../../test/conformance.ts'
import {
  aFilledCart,
  aud,
  aVisitor,
  openPayingShop,
  type PayingShop,
  pay,
  place,
  placedOrder,
} from '../../test/open-paying-shop.ts'
import { sandboxKeys } from '../platform/config.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

const inject = (asked: InjectOptions): Promise<Reply> => open.app.inject(asked)
const json = (
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> =>
  inject({
    method,
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** An error must be a problem document that tells nothing about the machine. */
function problemOf(reply: Pick<Reply, 'statusCode' | 'headers' | 'body'>): Problem {
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/, reply.body)
  assert.equal(reply.headers['x-content-type-options'], 'nosniff')
  assert.doesNotMatch(reply.body, /\.[tj]s:\d+|node_modules|select |insert |FST_/, 'an answer tells about the machine')
  const problem = Problem.parse(JSON.parse(reply.body))
  assert.equal(problem.status, reply.statusCode)
  return problem
}

const codeOf = (reply: Reply): [number, string] => [reply.statusCode, problemOf(reply).code]

/** A path exactly as written: a client library would tidy it up. */
function raw(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string | string[]> } = {},
): Promise<{ statusCode: number; headers: http.IncomingHttpHeaders; body: string }> {
  const { port } = open.app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part: string) => (body += part))
      answer.on('end', () => resolve({ statusCode: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    request.on('error', reject)
    request.end()
  })
}

const anOtherLine = { variantId: 'var_peace-lily-one', quantity: 1 }

test('an order opens to its link and to nothing that resembles it', async () => {
  const { order } = await placedOrder(aVisitor(open.app))
  const guesses = [
    order.link.toUpperCase(),
    order.id,
    order.number,
    `${order.link.slice(0, -1)}0`.replace(order.link, '0'.repeat(32)),
    order.link.slice(1),
    `${order.link}x`,
    `${order.link}%00`,
    `%2e%2e%2f${order.link}`,
    `${order.link}'--`,
    '%25',
    '_'.repeat(32),
    '%'.repeat(3),
  ]
  for (const guess of guesses) {
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/payment'],
      ['POST', '/cancellation'],
    ] as const) {
      const reply = await inject({
        method,
        url: `/api/orders/${guess}${path}`,
        ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, payload: '{}' }),
      })
      assert.ok([400, 404, 422].includes(reply.statusCode), `${method} ${guess}: ${reply.statusCode}`)
      problemOf(reply)
      assert.ok(!reply.body.includes(order.number))
    }
    assert.ok([400, 404].includes((await inject({ url: `/api/orders/${guess}/invoice.pdf` })).statusCode), guess)
  }
  assert.equal((await inject({ url: `/api/orders/${order.link}` })).statusCode, 200)
})

test('another browser’s cart is nobody’s: its ids change nothing', async () => {
  const owner = aVisitor(open.app)
  const { lines, deliveries } = await aFilledCart(owner)
  const stranger = aVisitor(open.app)
  await assert.rejects(
    stranger.call('PATCH /cart/lines/:lineId', { params: { lineId: lines[0]!.id }, body: { quantity: 9 } }),
    isProblem('line-not-found'),
  )
  await assert.rejects(
    stranger.call('PATCH /cart/deliveries/:deliveryId', {
      params: { deliveryId: deliveries[0]!.id },
      body: { cardMessage: 'mine' },
    }),
    isProblem('delivery-not-found'),
  )
  await assert.rejects(
    stranger.call('POST /cart/lines', {
      body: { ...anOtherLine, variantId: 'var_peace-lily-one', deliveryId: deliveries[0]!.id },
    }),
    isProblem('delivery-not-found'),
  )
  await stranger.call('DELETE /cart/lines/:lineId', { params: { lineId: lines[0]!.id } })
  const { count, deliveries: kept } = await owner.call('GET /cart', {})
  assert.deepEqual([count, kept[0]?.cardMessage], [1, 'Dear June'])
})

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('quantities and sums that are no honest numbers are refused', async () => {
  for (const quantity of [0, -1, 25, 1e9, 1.5, '1', null, true, [1], { minor: 1 }]) {
    assert.deepEqual(
      codeOf(await json('POST', '/api/cart/lines', { ...anOtherLine, quantity })),
      [422, 'malformed-request'],
      JSON.stringify(quantity),
    )
  }
  assert.equal(
    (await json('POST', '/api/cart/lines', '{"variantId":"var_peace-lily-one","quantity":1e400}')).statusCode,
    422,
  )
  const guest = aVisitor(open.app)
  const { toPay } = await aFilledCart(guest)
  for (const minor of [0, 1, -toPay.minor, toPay.minor - 1, toPay.minor + 1])
    await assert.rejects(place(guest, aud(minor)), isProblem('price-changed'))
  const cookie = `cart=${guest.cookies.get('cart')}`
  for (const sum of [
    { ...toPay, currency: 'USD' },
    { ...toPay, minor: toPay.minor + 0.5 },
    { minor: String(toPay.minor), currency: 'AUD' },
    toPay.minor,
  ]) {
    assert.equal(
      (await json('POST', '/api/checkout/orders', { toPay: sum }, { cookie, 'idempotency-key': crypto.randomUUID() }))
        .statusCode,
      422,
    )
  }
  assert.equal(
    (await json('POST', '/api/cart/lines', { ...anOtherLine, unitPrice: aud(1) })).statusCode,
    422,
    'nobody brings a price along',
  )
})

test('bodies that are too large, too deep, broken, or of another kind are refused', async () => {
  assert.deepEqual(codeOf(await json('POST', '/api/cart/lines', { ...anOtherLine, suburb: 'x'.repeat(70_000) })), [
    413,
    'too-large',
  ])
  assert.deepEqual(codeOf(await json('POST', '/api/cart/lines', `${'['.repeat(30_000)}${']'.repeat(30_000)}`)), [
    422,
    'malformed-request',
  ])
  assert.deepEqual(codeOf(await json('POST', '/api/cart/lines', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`)), [
    422,
    'malformed-request',
  ])
  for (const body of ['{', '', '{"a":1}}', "{'a':1}", '\u0000'])
    assert.deepEqual(codeOf(await json('POST', '/api/cart/lines', body))[1], 'malformed-request', JSON.stringify(body))
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json-patch',
  ]) {
    const reply = await inject({
      method: 'POST',
      url: '/api/cart/lines',
      headers: { 'content-type': type },
      payload: JSON.stringify(anOtherLine),
    })
    assert.deepEqual(codeOf(reply), [415, 'unsupported-media-type'], type)
  }
  const tooLargeHook = await json('POST', '/api/stripe/webhook', 'x'.repeat(600_000))
  assert.deepEqual(codeOf(tooLargeHook), [413, 'too-large'])
})

test('keys that would reach into every object reach nothing', async () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    const reply = await json(
      'POST',
      '/api/cart/lines',
      `{"variantId":"var_peace-lily-one","quantity":1,"${key}":{"polluted":true}}`,
    )
    assert.ok([400, 422].includes(reply.statusCode), `${key}: ${reply.statusCode} ${reply.body}`)
    problemOf(reply)
    const nested = await json(
      'PUT',
      '/api/cart/buyer',
      `{"name":"M","email":"","phone":"","x":{"${key}":{"prototype":{"polluted":true}}}}`,
    )
    assert.ok([400, 422].includes(nested.statusCode))
    assert.ok([400, 422].includes((await inject({ url: `/api/products?${key}=1` })).statusCode), `?${key}`)
    assert.ok([400, 422].includes((await inject({ url: `/api/products?q[${key}]=1` })).statusCode), `?q[${key}]`)
  }
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

test('text that no database holds is refused, and every honest letter is kept', async () => {
  const guest = aVisitor(open.app)
  const { deliveries } = await aFilledCart(guest)
  const url = `/api/cart/deliveries/${deliveries[0]!.id}`
  const headers = { cookie: `cart=${guest.cookies.get('cart')}` }
  for (const text of [
    'a\\u0000b',
    'half an emoji \\ud83c',
    '\\udf38 the other half',
    'bell \\u0007',
    'escape \\u001b[2J',
    'next line \\u0085',
  ]) {
    for (const body of [
      `{"cardMessage":"${text}"}`,
      `{"instructions":"${text}"}`,
      `{"recipient":{"name":"${text}"}}`,
    ]) {
      assert.deepEqual(codeOf(await json('PATCH', url, body, headers)), [422, 'malformed-request'], body)
    }
  }
  const kept = [
    'O’Brien & Söhne',
    '花 🌸 שלום',
    '<b>Bold</b>',
    '"; drop table carts; --',
    '{{7*7}} ${7*7} %s %n',
    "=cmd|' /C calc'!A0",
  ]
  for (const name of kept) {
    const cart = await guest.call('PATCH /cart/deliveries/:deliveryId', {
      params: { deliveryId: deliveries[0]!.id },
      body: { recipient: { name } },
    })
    assert.equal(cart.deliveries[0]?.recipient.name, name)
  }
})

test('markup in names and cards goes through an order as text, and into letters as text', async () => {
  const guest = aVisitor(open.app)
  const evil = '<img src=x onerror=alert(1)>'
  await aFilledCart(guest, { cardMessage: `Love ${evil}` })
  const { toPay } = await guest.call('PUT /cart/buyer', { body: { name: evil, email: 'mercy@example.com', phone: '' } })
  const placed = await place(guest, toPay)
  assert.deepEqual([placed.order.buyer.name, placed.order.deliveries[0]?.cardMessage], [evil, `Love ${evil}`])
  const reply = await inject({ url: `/api/orders/${placed.order.link}` })
  assert.deepEqual(
    [String(reply.headers['content-type']).split(';')[0], reply.headers['x-content-type-options']],
    ['application/json', 'nosniff'],
  )
  const before = open.shop.letters.length
  await pay(open.stripe, placed)
  await open.work()
  const letter = open.shop.letters[before]!
  assert.ok(!letter.html.includes('<img src=x'), 'markup of a customer in a letter')
  assert.ok(!/[\r\n]/.test(letter.subject))
})

test('search takes every sign for a letter', async () => {
  for (const q of [
    "'",
    '"',
    '%',
    '_',
    '\\',
    '%%%%',
    "' or 1=1 --",
    'a & | ! ( ) : * <->',
    ':*',
    '(((',
    '\\x00',
    '*',
    'peony:*',
    '🌸',
    'ﬁ',
    '\u202e',
    '..%2f',
    '<script>',
  ]) {
    for (const path of ['/api/products', '/api/suggestions', '/api/delivery/places']) {
      const { statusCode, body } = await inject({ url: path, query: { q } })
      assert.equal(statusCode, 200, `${path} ${q}: ${body}`)
    }
  }
  for (const query of [
    'q=%00',
    `q=${'x'.repeat(81)}`,
    'q=a&q=b',
    'page=0',
    'page=-1',
    'page=1e9',
    'price-from=-5',
    'sort=;drop',
    'occasion=a,,b',
    'kind=../../etc',
  ]) {
    assert.deepEqual(codeOf(await inject({ url: `/api/products?${query}` })), [422, 'malformed-request'], query)
  }
})

const sneaky = [
  '/pictures/..%2f..%2f..%2fetc%2fpasswd',
  '/pictures/%2e%2e%2fpackage.json',
  '/pictures/..%5c..%5cwindows',
  '/pictures/../../../../etc/passwd',
  '/pictures/no-picture-400.svg%00.avif',
  '/pictures/no-picture-400.svg/..',
  '/pictures/NO-PICTURE-400.SVG',
  '/pictures/no-picture-401.svg',
  `/pictures/${'a'.repeat(500)}-400.svg`,
  '/pictures/',
  '/pictures/%',
  '/pictures/%ff',
  '/assets/..%2f..%2fserver%2fentry-server.js',
  '/assets/%2e%2e/server/entry-server.js',
  '/assets//etc/passwd',
  '/assets/..;/x.js',
  '/assets/%00',
  '/assets/%',
  '/api/docs/..%2f..%2fpackage.json',
  '/api/docs/../../package.json',
  '/api/docs/package.json',
  '/api/docs/%2e%2e%2fpackage.json',
  '/studio/..%2f..%2fpackage.json',
  '/studio/%2e%2e/package.json',
  '/api/../../etc/passwd',
  '/api/%2e%2e/etc/passwd',
  '/.env',
  '/.git/config',
  '/api/.env',
  '/node_modules/fastify/package.json',
  '/..',
  '//',
  '//[',
  '//evil.example/x',
  '/\\evil',
  '/api//cart',
  '/api/cart/',
  '/%',
  '/%c0%ae%c0%ae/',
]

test('paths that would leave their folder lead nowhere, and none of them is a fault of ours', async () => {
  for (const path of sneaky) {
    const { statusCode, body, headers } = await raw(path)
    assert.ok(statusCode < 500 || statusCode === 503, `${path}: ${statusCode} ${body.slice(0, 200)}`)
    assert.doesNotMatch(body, /root:|"dependencies"|\[core\]|"license"|STRIPE_/, path)
    assert.ok(
      statusCode >= 400 || /text\/html/.test(String(headers['content-type'])) || [301, 302].includes(statusCode),
      `${path}: ${statusCode}`,
    )
    const { location } = headers
    if (location) assert.match(location, /^\/(?![/\\])/, `${path} sends people to ${location}`)
  }
})

test('an address that cannot be read is told so as a problem document', async () => {
  for (const path of [
    '/api/orders/%',
    '/api/products/%ff',
    '/pictures/%E0%A4%A',
    `/api/products/${'a'.repeat(300)}`,
    '/api/nothing',
    '/api',
    '/api/cart/lines/../../nothing',
  ]) {
    const reply = await raw(path)
    assert.ok([400, 404, 414, 422].includes(reply.statusCode), `${path}: ${reply.statusCode}`)
    problemOf(reply as never)
  }
})

test('cookies that are broken, doubled or enormous are no cart', async () => {
  const odd = [
    'cart=%E0%A4%A',
    'cart=',
    'cart',
    '=',
    ';;;;',
    'cart="quoted"',
    `cart=${'a'.repeat(31)}`,
    `cart=${'a'.repeat(33)}`,
    "cart=' or 1=1",
    '__proto__=x; constructor=y',
    `cart=${'x'.repeat(7_000)}`,
    'postcode=<script>; theme=%00',
  ]
  for (const cookie of odd) {
    const { statusCode, body } = await raw('/api/cart', { headers: { cookie } })
    assert.deepEqual([statusCode, (JSON.parse(body) as { count: number }).count], [200, 0], cookie)
  }
  assert.equal((await raw('/api/cart', { headers: { cookie: `cart=${'x'.repeat(40_000)}` } })).statusCode, 431)
})

test('methods the shop has no use for are answered quietly', async () => {
  const head = await inject({ method: 'HEAD', url: '/api/cart' })
  assert.deepEqual([head.statusCode, head.body], [200, ''])
  for (const method of ['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PROPFIND', 'LOCK', 'QUERY']) {
    const reply = await raw('/api/cart', { method })
    assert.ok([400, 404, 405, 501].includes(reply.statusCode), `${method}: ${reply.statusCode}`)
    assert.equal(reply.headers['access-control-allow-origin'], undefined)
  }
  assert.equal(
    (
      await raw('/api/cart', {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
      })
    ).headers['access-control-allow-origin'],
    undefined,
  )
  assert.equal(
    (await json('POST', '/api/cart/code/promotion', {}, { 'x-http-method-override': 'DELETE' })).statusCode,
    404,
  )
})

test('pages of other sites change nothing here', async () => {
  const own = `http://127.0.0.1:${open.shop.config.port}`
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1.evil.example' },
    { origin: `${own}.evil.example` },
    { origin: 'http://localhost:1' },
    { origin: '%%%' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: own },
  ]
  const writes = endpoints
    .filter(({ endpoint }) => endpoint.method !== 'GET')
    .map(({ endpoint: { method, path } }) => [method as 'POST', `/api${path.replaceAll(/:\w+/g, 'x')}`] as const)
  assert.ok(writes.length > 30)
  for (const headers of foreign) {
    for (const [method, url] of writes)
      assert.deepEqual(
        codeOf(await json(method, url, {}, headers)),
        [403, 'other-site'],
        `${method} ${url} ${JSON.stringify(headers)}`,
      )
  }
  for (const headers of [
    { origin: own, 'sec-fetch-site': 'same-origin' },
    { origin: 'http://shop.example', host: 'shop.example' },
    {},
  ]) {
    assert.equal(
      (await json('POST', '/api/cart/lines', anOtherLine, headers as Record<string, string>)).statusCode,
      200,
      JSON.stringify(headers),
    )
  }
})

test('a webhook is believed once, and neither late nor altered', async () => {
  const { webhooks } = open.shop.stripe
  const payload = JSON.stringify({
    id: 'evt_attack',
    object: 'event',
    api_version: 'x',
    type: 'payment_intent.succeeded',
    created: 1,
    data: { object: { id: 'pi_x', object: 'payment_intent', metadata: {}, status: 'succeeded' } },
  })
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000)
  const signed = (timestamp: number, secret: string = sandboxKeys.webhookSecret): string =>
    String(webhooks.generateTestHeaderString({ payload, secret, timestamp }))
  const send = (signature: string | undefined, body = payload) =>
    json('POST', '/api/stripe/webhook', body, signature === undefined ? {} : { 'stripe-signature': signature })
  for (const [signature, body] of [
    [signed(now - 301), payload],
    [signed(1), payload],
    [signed(now, 'whsec_other'), payload],
    [signed(now), `${payload} `],
    [signed(now).replace('v1=', 'v0='), payload],
    [undefined, payload],
    ['', payload],
    [`t=${now},v1=${'0'.repeat(64)}`, payload],
    ['t=NaN,v1=', payload],
    [signed(now), ''],
  ] as const) {
    const reply = await send(signature, body)
    assert.equal(reply.statusCode, 400, String(signature))
    assert.equal(problemOf(reply).code, 'bad-signature')
  }
  const outcomes = []
  for (let times = 0; times < 3; times += 1)
    outcomes.push((await send(signed(now))).json<{ outcome: string }>().outcome)
  assert.deepEqual(outcomes, ['stored', 'known', 'known'])
  assert.equal((await rows(open.shop.db, sql`select 1 from payment_events where id = 'evt_attack'`)).length, 1)
  await open.work()
})

test('every kind of answer tells the browser to be careful with it', async () => {
  const common = { 'x-content-type-options': 'nosniff' }
  for (const url of [
    '/api/cart',
    '/api/products',
    '/api/shop',
    '/api/health',
    '/api/nothing',
    '/pictures/no-picture-400.svg',
    '/robots.txt',
    '/api/openapi.json',
    '/',
  ]) {
    const { headers, statusCode } = await inject({ url })
    assert.deepEqual({ 'x-content-type-options': headers['x-content-type-options'] }, common, `${url} (${statusCode})`)
    assert.equal(headers['x-powered-by'], undefined)
    assert.equal(headers['server'], undefined)
  }
  const drawing = await inject({ url: '/pictures/no-picture-400.svg' })
  assert.match(String(drawing.headers['content-security-policy']), /default-src 'none'.*sandbox/)
  const cart = await inject({ url: '/api/cart' })
  assert.match(String(cart.headers['content-security-policy']), /default-src 'none'/)
  assert.equal(cart.headers['cache-control'], 'private, no-store')
  const page = await inject({ url: '/' })
  assert.match(String(page.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/)
  const docs = await inject({ url: '/api/docs' })
  assert.match(String(docs.headers['content-security-policy']), /script-src 'self'/)
})

test('the cart’s cookie is out of the reach of scripts and other sites, and goes over https only where there is https', async () => {
  const setBy = async (shop: PayingShop) =>
    String(
      (await shop.app.inject({ method: 'POST', url: '/api/cart/lines', payload: anOtherLine })).headers['set-cookie'],
    )
  assert.match(await setBy(open), /^cart=[\w-]{32}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  const secure = await openPayingShop({ environment: { PUBLIC_URL: 'https://flora.example' } })
  try {
    assert.match(await setBy(secure), /^cart=[\w-]{32}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  } finally {
    await secure.close()
  }
})
