import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Endpoint } from '@flora/contract/endpoint.ts'
import { z } from 'zod'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { callerOf } from '../platform/caller.ts'
import { serve } from '../platform/http.ts'
import { accessTokenMinutes } from './access-token.ts'

const line = (path: string, who: Endpoint['who']): Endpoint => ({
  method: 'GET',
  path,
  summary: '',
  who,
  limit: 'reads',
  reply: z.object({ name: z.string() }),
})

let shop: TestShop
before(async () => {
  shop = await openShop({
    now: '2026-11-20T10:00:00+11:00',
    environment: { STAFF_TWO_FACTOR: 'on' },
    routes: (app) => {
      serve(app, line('/anyone', 'anyone'), async (_, { caller }) => ({ name: caller?.name ?? 'nobody' }))
      serve(app, line('/mine', 'customer'), async (_, request) => ({ name: callerOf(request).name }))
      serve(app, line('/studio', { may: 'content/publish' }), async (_, request) => ({ name: callerOf(request).name }))
    },
  })
})
after(() => shop.close())

const ask = (url: string, headers: Record<string, string> = {}) => shop.app.inject({ url, headers })
const cookieOf = (cookies: Map<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

test('what is for anyone is answered without a look at who asks', async () => {
  const { headers } = await aSignedIn(shop)
  assert.deepEqual((await ask('/api/anyone', headers)).json(), { name: 'nobody' })
})

test('what is for those who signed in is for nobody else, on GET and HEAD', async () => {
  const { headers } = await aSignedIn(shop, { name: 'June' })
  assert.deepEqual((await ask('/api/mine', headers)).json(), { name: 'June' })
  const refused = await ask('/api/mine')
  assert.deepEqual([refused.statusCode, refused.json<{ code: string }>().code], [401, 'sign-in-needed'])
  assert.equal(refused.headers['www-authenticate'], 'Bearer')
  assert.equal((await shop.app.inject({ method: 'HEAD', url: '/api/mine' })).statusCode, 401)
})

test('a staff permission is of some roles, and of nobody without a second factor', async () => {
  const statusFor = async (parts: Parameters<typeof aSignedIn>[1]) =>
    (await ask('/api/studio', (await aSignedIn(shop, parts)).headers)).statusCode
  assert.equal(await statusFor({ role: 'owner' }), 200)
  assert.equal(await statusFor({ role: 'manager' }), 200)
  assert.equal(await statusFor({ role: 'florist' }), 403)
  assert.equal(await statusFor({ role: null }), 403)
  assert.equal(await statusFor({ role: 'owner', twoFactor: false }), 403)
})

test('a browser whose access token is over is renewed on the way, once', async () => {
  const { cookies } = await aSignedIn(shop)
  shop.clock.advance({ minutes: accessTokenMinutes })
  const reply = await ask('/api/mine', { cookie: cookieOf(cookies) })
  assert.equal(reply.statusCode, 200, reply.body)
  const fresh = new Map(reply.cookies.map(({ name, value }) => [name, value]))
  assert.deepEqual([...fresh.keys()].toSorted(), ['access', 'cart', 'refresh', 'signed-in'])
  assert.notEqual(fresh.get('refresh'), cookies.get('refresh'))
  const next = await ask('/api/mine', { cookie: cookieOf(fresh) })
  assert.deepEqual([next.statusCode, next.cookies], [200, []])
})
