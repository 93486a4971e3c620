import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { Problem } from '@flora/contract/problem.ts'
import type { LightMyRequestResponse as Reply } from 'fastify'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop({ environment: { RATE_LIMITS: 'on', TRUST_PROXY: '1' } })
})
after(() => open.close())

/** One client, named by the proxy before the shop. */
const as =
  (client: string) =>
  (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object): Promise<Reply> =>
    open.app.inject({ method, url, headers: { 'x-forwarded-for': client }, ...(body && { payload: body }) })

async function answers(count: number, ask: () => Promise<Reply>): Promise<number[]> {
  const statuses: number[] = []
  for (let asked = 0; asked < count; asked += 1) statuses.push((await ask()).statusCode)
  return statuses
}

function assertTooMany(reply: Reply): void {
  assert.equal(reply.statusCode, 429)
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  const problem = Problem.parse(reply.json())
  assert.equal(problem.code, 'too-many-requests')
  const wait = Number(reply.headers['retry-after'])
  assert.ok(wait > 0 && wait <= 60, `retry-after: ${reply.headers['retry-after']}`)
}

test('twelve codes a minute may be guessed, and the thirteenth is not looked at', async () => {
  const ask = as('203.0.113.1')
  const guess = () => ask('PUT', '/api/cart/code', { code: 'FLORA-GIFT-TEST-0002' })
  assert.deepEqual(new Set(await answers(12, guess)), new Set([404]))
  assertTooMany(await guess())
  assertTooMany(await ask('PUT', '/api/cart/code', { code: 'FLORA-GIFT-TEST-0001' }))
  assert.equal(
    (await as('203.0.113.2')('PUT', '/api/cart/code', { code: 'spring10' })).statusCode,
    409,
    'another client is not bothered',
  )
  assert.equal((await ask('GET', '/api/cart')).statusCode, 200, 'nor the same one elsewhere')
})

test('twelve times a minute may links be asked for', async () => {
  const find = () => as('203.0.113.3')('POST', '/api/orders/find', { email: 'mercy@example.com' })
  assert.deepEqual(new Set(await answers(12, find)), new Set([202]))
  assertTooMany(await find())
})

test('120 changes of a cart a minute are plenty', async () => {
  const change = () => as('203.0.113.4')('PUT', '/api/cart/buyer', { name: 'M', email: '', phone: '' })
  assert.deepEqual(new Set(await answers(120, change)), new Set([200]))
  assertTooMany(await change())
})

test('a request that is refused for its form counts too', async () => {
  const ask = as('203.0.113.5')
  assert.deepEqual(new Set(await answers(12, () => ask('PUT', '/api/cart/code', {}))), new Set([422]))
  assertTooMany(await ask('PUT', '/api/cart/code', { code: 'spring10' }))
})

test('who has a whole network of IPv6 addresses is one client, and names beyond the proxy are not believed', async () => {
  let host = 0
  const guessFrom = (address: string) => as(address)('PUT', '/api/cart/code', { code: 'NOTHING' })
  assert.deepEqual(new Set(await answers(12, () => guessFrom(`2001:db8:1:2::${(host += 1)}`))), new Set([404]))
  assertTooMany(await guessFrom('2001:db8:1:2:ffff::1'))
  assert.equal((await guessFrom('2001:db8:1:3::1')).statusCode, 404)

  let made = 0
  assert.deepEqual(
    new Set(await answers(12, () => guessFrom(`198.51.100.${(made += 1)}, 203.0.113.6`))),
    new Set([404]),
  )
  assertTooMany(await guessFrom('198.51.100.99, 203.0.113.6'))
})

test('pages are limited too, and say so as a page', async () => {
  const look = () => as('203.0.113.8')('GET', '/')
  const statuses = await answers(1_200, look)
  assert.ok(statuses.every((status) => status !== 429))
  const reply = await look()
  assert.deepEqual([reply.statusCode, reply.headers['content-type']], [429, 'text/html; charset=utf-8'])
  assert.ok(Number(reply.headers['retry-after']) > 0)
})

test('reading is limited too, far above what a person does', async () => {
  const read = () => as('203.0.113.7')('GET', '/api/health')
  const statuses = await answers(1_201, read)
  assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.at(-1)], [1_200, 429])
})

test('who hung up before being looked at is limited quietly, and nobody else is counted with them', async (t) => {
  const errors = t.mock.method(open.shop.log, 'error')
  // Between what it was sent and what it is asked for, this socket lost its other end.
  let isGone = true
  open.app.server.prependListener('request', ({ socket }) => {
    if (isGone) Object.defineProperty(socket, 'remoteAddress', { value: undefined, configurable: true })
    else Reflect.deleteProperty(socket, 'remoteAddress')
  })
  const { port } = open.app.server.address() as AddressInfo
  const guess = async (): Promise<number> => {
    const reply = await fetch(`http://127.0.0.1:${port}/api/cart/code`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'NOTHING' }),
    })
    await reply.body?.cancel()
    return reply.status
  }
  const statuses: number[] = []
  for (let asked = 0; asked < 13; asked += 1) statuses.push(await guess())
  assert.deepEqual(statuses, [...Array.from({ length: 12 }, () => 404), 429])
  assert.equal(errors.mock.callCount(), 0)
  isGone = false
  assert.equal(await guess(), 404)
})
