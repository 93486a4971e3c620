import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { accessTokenMinutes } from './access-token.ts'
import { beginAttempt } from './attempt.ts'
import { graceSeconds } from './session.ts'
import { type IdentityShop, linkIn, openIdentity, password, registered } from './test/open-identity.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: IdentityShop
before(async () => {
  if (!skip) open = await openIdentity({ on: 'server' })
})
after(() => open?.close())

const many = <T>(count: number, ask: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => ask(at)))
const post = (path: string, payload: object) =>
  open.shop.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload })
const statuses = (replies: { statusCode: number }[]) => replies.map(({ statusCode }) => statusCode).toSorted()

test('thirty tabs that renew at the same moment are all served, by one renewal', { skip }, async () => {
  const { shop, browser } = open
  const visitor = browser()
  const { account } = await registered(open, visitor, { email: 'tabs@example.com' })
  shop.clock.advance({ minutes: accessTokenMinutes })
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const replies = await many(30, () => shop.app.inject({ url: '/api/auth/me', headers: { cookie } }))
  assert.deepEqual(new Set(statuses(replies)), new Set([200]))
  const given = new Set(replies.map(({ cookies }) => cookies.find(({ name }) => name === 'refresh')?.value))
  assert.equal(given.size, 1)
  const tokens = await rows(
    shop.db,
    sql`select 1 from refresh_tokens t join sessions s on s.id = t.session_id where s.account_id = ${account.id}`,
  )
  assert.equal(tokens.length, 2)
})

test(
  'a stolen token that thirty bring at once after its grace ends the session, and one letter says so',
  { skip },
  async () => {
    const { shop, browser, work } = open
    const visitor = browser()
    await registered(open, visitor, { email: 'stolen@example.com' })
    const cookie = `refresh=${visitor.cookies.get('refresh')}`
    shop.clock.advance({ minutes: accessTokenMinutes })
    await visitor.call('GET /auth/me', {})
    shop.clock.advance({ seconds: graceSeconds })
    await work()
    const before = shop.letters.length
    const replies = await many(30, () => shop.app.inject({ url: '/api/auth/me', headers: { cookie } }))
    assert.deepEqual(new Set(statuses(replies)), new Set([401]))
    await work()
    assert.equal(shop.letters.length - before, 1)
  },
)

test('a reset link that ten bring at once sets one password', { skip }, async () => {
  const { shop, browser, work } = open
  await registered(open, browser(), { email: 'reset@example.com' })
  await post('forgotten', { email: 'reset@example.com' })
  await work()
  const token = linkIn(shop, 'reset-password', 'reset@example.com')
  const replies = await many(10, (at) => post('reset', { token, password: `orange umbrella number ${at}` }))
  assert.deepEqual(statuses(replies), [200, ...Array.from({ length: 9 }, () => 410)])
  const won = replies.findIndex(({ statusCode }) => statusCode === 200)
  const good = await post('login', { email: 'reset@example.com', password: `orange umbrella number ${won}` })
  assert.equal(good.statusCode, 200)
})

test('a link that makes an account makes one, however many follow it, and so do two links', { skip }, async () => {
  const { shop, work } = open
  const links: string[] = []
  for (let letters = 0; letters < 2; letters += 1) {
    await post('register', { email: 'once@example.com', name: 'Mercy', password })
    await work()
    links.push(linkIn(shop, 'verify', 'once@example.com'))
  }
  const replies = await many(10, (at) => post('verify', { token: links[at % 2]!, password }))
  assert.deepEqual(statuses(replies), [200, ...Array.from({ length: 9 }, () => 410)])
  const accounts = await rows(shop.db, sql`select 1 from accounts where email = 'once@example.com'`)
  assert.equal(accounts.length, 1)
})

test('of a hundred guesses at the same moment five are looked at', { skip }, async () => {
  const { shop } = open
  const tried = [{ by: 'address', email: 'guessed@example.com' } as const]
  const outcomes = await many(100, () =>
    beginAttempt(shop, tried).then(
      () => 'looked at',
      () => 'refused',
    ),
  )
  assert.equal(outcomes.filter((outcome) => outcome === 'looked at').length, 5)
})

test('a sign-in that overtakes a reset does not outlive it', { skip }, async () => {
  const { shop, browser, work } = open
  const email = 'overtaken@example.com'
  const { account } = await registered(open, browser(), { email })
  await post('forgotten', { email })
  await work()
  const token = linkIn(shop, 'reset-password', email)
  const all = await many(8, (at) =>
    at === 3 ? post('reset', { token, password: 'seven orange umbrellas' }) : post('login', { email, password }),
  )
  assert.equal(all[3]!.statusCode, 200)
  const live = await rows<{ how: string }>(
    shop.db,
    sql`select 1 from sessions where account_id = ${account.id} and ended_at is null`,
  )
  assert.equal(live.length, 1, 'only what the new password began')
})
