import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visitor } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { readSigningKeys, withNewSigningKey } from '../platform/signing-keys.ts'
import { accessTokenMinutes, signAccessToken } from './access-token.ts'
import { graceSeconds, idleDays, longestDays, seenMinutes } from './session.ts'
import { type IdentityShop, isProblem, openIdentity, password, registered, signedIn } from './test/open-identity.ts'

let open: IdentityShop
before(async () => {
  open = await openIdentity()
})
after(() => open.close())

let people = 0
const anAddress = () => `person-${(people += 1)}@example.com`

/** Somebody in a browser of her own. */
async function somebody(): Promise<{ visitor: Visitor; email: string; accountId: string }> {
  const visitor = open.browser()
  const email = anAddress()
  const { account } = await registered(open, visitor, { email })
  return { visitor, email, accountId: account.id }
}

/** Another browser with the same cookies: a thief's, or a backup. */
function copyOf(visitor: Visitor, ...names: string[]): Visitor {
  const copy = open.browser()
  for (const [name, value] of visitor.cookies)
    if (names.length === 0 || names.includes(name)) copy.cookies.set(name, value)
  return copy
}

const refused = (visitor: Visitor) => assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
const me = (visitor: Visitor) => visitor.call('GET /auth/me', {})
const expire = () => open.shop.clock.advance({ minutes: accessTokenMinutes })
const setCookies = async (visitor: Visitor, path = '/api/auth/me') =>
  (
    await open.shop.app.inject({
      url: path,
      headers: { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
  ).headers['set-cookie']

test('the cookies of a session are out of the reach of scripts and other sites', async () => {
  const reply = async (shop: IdentityShop) => {
    const email = anAddress()
    await registered(shop, shop.browser(), { email })
    const { headers } = await shop.shop.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      payload: { email, password },
    })
    return new Map([headers['set-cookie'] ?? []].flat().map((cookie) => [cookie.split('=')[0]!, cookie]))
  }
  const plain = await reply(open)
  const month = idleDays * 24 * 60 * 60
  assert.match(plain.get('access')!, new RegExp(`^access=[\\w.-]+; Max-Age=${month}; Path=/; HttpOnly; SameSite=Lax$`))
  assert.match(
    plain.get('refresh')!,
    new RegExp(`^refresh=[\\w-]{43}; Max-Age=${month}; Path=/; HttpOnly; SameSite=Lax$`),
  )
  assert.match(plain.get('signed-in')!, new RegExp(`^signed-in=1; Max-Age=${month}; Path=/; SameSite=Lax$`))
  assert.match(plain.get('device')!, /^device=[\w.-]+; Max-Age=34560000; Path=\/api\/auth; HttpOnly; SameSite=Lax$/)
  const secure = await openIdentity({ environment: { PUBLIC_URL: 'https://flora.example' } })
  try {
    for (const [name, cookie] of await reply(secure)) assert.match(cookie, /; Secure/, name)
  } finally {
    await secure.close()
  }
})

test('a used refresh token that comes back is theft: both are out, and the owner is told', async () => {
  const { shop, work } = open
  const { visitor, email } = await somebody()
  await work()
  const thief = copyOf(visitor)
  expire()
  await me(visitor)
  shop.clock.advance({ seconds: graceSeconds })
  const before = shop.letters.length
  await refused(thief)
  await refused(visitor)
  expire()
  await refused(visitor)
  await work()
  assert.deepEqual(
    shop.letters.slice(before).map(({ to, subject }) => [to, subject]),
    [[email, 'We signed a device out, to be safe']],
    'once, however often it is tried',
  )
})

test('a thief who is first is shut out as soon as the owner comes', async () => {
  const { shop } = open
  const { visitor } = await somebody()
  const thief = copyOf(visitor)
  expire()
  await me(thief)
  shop.clock.advance({ seconds: graceSeconds })
  await refused(visitor)
  await refused(thief)
})

test('a thief who comes in the same moment as the owner has no line of his own: one of the two is seen next time', async () => {
  const { shop } = open
  const { visitor } = await somebody()
  const thief = copyOf(visitor)
  expire()
  await me(visitor)
  await me(thief)
  assert.equal(thief.cookies.get('refresh'), visitor.cookies.get('refresh'))
  expire()
  await me(visitor)
  shop.clock.advance({ seconds: graceSeconds })
  thief.cookies.delete('access')
  await refused(thief)
  await refused(visitor)
})

test('two tabs that renew at once are both served, and an answer that was lost may be asked for again', async () => {
  const { shop } = open
  const { visitor } = await somebody()
  const [first, second, late] = [copyOf(visitor), copyOf(visitor), copyOf(visitor, 'refresh')]
  expire()
  await Promise.all([me(first), me(second), me(visitor)])
  shop.clock.advance({ seconds: graceSeconds - 1 })
  await me(late)
  expire()
  await me(visitor)
})

test('a late tab whose answer is older than the next renewal keeps the newer cookie', async () => {
  const { visitor } = await somebody()
  const tab = copyOf(visitor)
  expire()
  await me(visitor)
  await visitor.call('POST /auth/refresh', {})
  const cookies = await setCookies(tab)
  assert.deepEqual(
    [cookies ?? []].flat().map((cookie) => cookie.split('=')[0]),
    ['access', 'signed-in', 'cart'],
    'the refresh cookie that the browser has is later than any this tab could be given',
  )
  await me(visitor)
})

test('a device stays signed in for 30 days from the last visit, and never beyond 180', async () => {
  const { shop } = open
  const { visitor } = await somebody()
  const other = await somebody()
  for (let day = 0; day < longestDays - 1; day += 29) {
    await me(visitor)
    shop.clock.advance({ hours: 29 * 24 })
    if (day === 0) await me(other.visitor)
  }
  await refused(other.visitor)
  shop.clock.advance({ hours: 24 * 24 })
  await refused(visitor)
})

test('an ended session, a role that was taken, and an erased account count at once, whatever the token says', async () => {
  const { shop } = open
  const ask = async (headers: Record<string, string>) =>
    (await shop.app.inject({ url: '/api/auth/me', headers })).statusCode
  const one = await aSignedIn(shop)
  assert.equal(await ask(one.headers), 200)
  await rows(shop.db, sql`update accounts set erased_at = now() where id = ${one.accountId}`)
  assert.equal(await ask(one.headers), 401)
  const two = await aSignedIn(shop)
  await rows(
    shop.db,
    sql`update sessions set ended_at = now(), ended_because = 'signed-out' where id = ${two.sessionId}`,
  )
  assert.equal(await ask(two.headers), 401)
})

test('a bearer token is a program’s: its cookies count for nothing, good or bad', async () => {
  const { shop } = open
  const [one, two] = [await aSignedIn(shop, { name: 'One' }), await aSignedIn(shop, { name: 'Two' })]
  const cookie = [...two.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = (authorization: string) => shop.app.inject({ url: '/api/auth/me', headers: { authorization, cookie } })
  assert.equal((await ask(one.headers.authorization)).json<{ name: string }>().name, 'One')
  for (const authorization of ['Bearer nonsense', 'Bearer', 'Basic b25lOnR3bw==', '', `Bearer ${two.refreshToken}`]) {
    const reply = await ask(authorization)
    assert.deepEqual([reply.statusCode, reply.cookies], [401, []], authorization)
  }
})

test('cookies that open nothing any more are taken away', async () => {
  const { visitor } = await somebody()
  const copy = copyOf(visitor)
  await copy.call('POST /auth/logout', {})
  assert.equal(visitor.cookies.get('signed-in'), '1')
  await refused(visitor)
  assert.equal(visitor.cookies.get('signed-in'), '')
})

test('a token of one account does not open the session of another', async () => {
  const { shop } = open
  const [one, two] = [await aSignedIn(shop), await aSignedIn(shop)]
  const { token } = await signAccessToken(
    shop.config,
    { accountId: one.accountId, sessionId: two.sessionId },
    shop.clock.now(),
  )
  const reply = await shop.app.inject({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}` } })
  assert.equal(reply.statusCode, 401)
})

test('signing in makes everything new: what was planted before is not joined, and is ended', async () => {
  const { shop } = open
  const attacker = await somebody()
  const { email } = await somebody()
  const victim = copyOf(attacker.visitor)
  const planted = new Map(victim.cookies)
  const reply = signedIn(await victim.call('POST /auth/login', { body: { email, password } }))
  for (const name of ['access', 'refresh']) assert.notEqual(victim.cookies.get(name), planted.get(name), name)
  assert.equal((await me(victim)).id, reply.account.id)
  await refused(attacker.visitor)
  expire()
  await refused(attacker.visitor)
  assert.equal((await me(victim)).id, reply.account.id)
  assert.equal(
    (await rows(shop.db, sql`select 1 from sessions where account_id = ${reply.account.id} and ended_at is null`))
      .length,
    2,
  )
})

test('a refresh cookie that was planted beside a session is not renewed in its place', async () => {
  const attacker = await somebody()
  const { visitor } = await somebody()
  visitor.cookies.set('refresh', attacker.visitor.cookies.get('refresh')!)
  expire()
  await refused(visitor)
  await assert.rejects(visitor.call('POST /auth/refresh', {}), isProblem('sign-in-needed'))
  assert.equal((await me(attacker.visitor)).id, attacker.accountId, 'his own was not used up either')
})

test('renewing by hand gives a new token and a new cookie', async () => {
  const { visitor, accountId } = await somebody()
  const before = new Map(visitor.cookies)
  expire()
  const reply = await visitor.call('POST /auth/refresh', {})
  assert.deepEqual([reply.account.id, reply.accessToken], [accountId, visitor.cookies.get('access')])
  assert.notEqual(visitor.cookies.get('refresh'), before.get('refresh'))
  for (const nothing of ['', 'short', 'x'.repeat(43)]) {
    const stranger = open.browser()
    stranger.cookies.set('refresh', nothing)
    await assert.rejects(stranger.call('POST /auth/refresh', {}), isProblem('sign-in-needed'))
  }
})

test('signing out ends the session by whatever the browser still has of it', async () => {
  for (const names of [['access'], ['refresh'], ['access', 'refresh', 'signed-in']]) {
    const { visitor } = await somebody()
    const copy = copyOf(visitor)
    expire()
    const leaving = copyOf(visitor, ...names)
    await leaving.call('POST /auth/logout', {})
    await refused(copy)
    await leaving.call('POST /auth/logout', {})
  }
  const { visitor } = await somebody()
  await visitor.call('POST /auth/logout', {})
  assert.deepEqual(
    ['access', 'refresh', 'signed-in', 'cart'].map((name) => visitor.cookies.get(name)),
    ['', '', '', ''],
  )
  await open.browser().call('POST /auth/logout', {})
})

test('devices are listed, this one first, and one can be signed out', async () => {
  const { shop, browser } = open
  const { visitor, email } = await somebody()
  shop.clock.advance({ minutes: 1 })
  const telephone = browser()
  await telephone.call('POST /auth/login', { body: { email, password } })
  const listed = await visitor.call('GET /auth/sessions', {})
  assert.deepEqual(
    listed.map(({ isThisOne, device }) => [isThisOne, device]),
    [
      [true, 'An unknown device'],
      [false, 'An unknown device'],
    ],
  )
  const left = await visitor.call('DELETE /auth/sessions/:sessionId', {
    params: { sessionId: listed[1]!.id as `ses_${string}` },
  })
  assert.equal(left.length, 1)
  await refused(telephone)
})

test('nobody signs out another’s device', async () => {
  const victim = await somebody()
  const [session] = await victim.visitor.call('GET /auth/sessions', {})
  const { visitor } = await somebody()
  const mine = await visitor.call('DELETE /auth/sessions/:sessionId', {
    params: { sessionId: session!.id as `ses_${string}` },
  })
  assert.ok(!mine.some(({ id }) => id === session!.id))
  await me(victim.visitor)
})

test('all other devices are signed out at once, and their copy of the cart opens nothing', async () => {
  const { browser, shop } = open
  const { visitor, email } = await somebody()
  const telephone = browser()
  await telephone.call('POST /auth/login', { body: { email, password } })
  assert.equal(telephone.cookies.get('cart'), visitor.cookies.get('cart'), 'one cart on all devices')
  const left = await visitor.call('DELETE /auth/sessions', {})
  assert.equal(left.length, 1)
  await refused(telephone)
  expire()
  await refused(telephone)
  await me(visitor)
  assert.notEqual(visitor.cookies.get('cart'), telephone.cookies.get('cart'))
  const [row] = await rows<{ because: string }>(
    shop.db,
    sql`select ended_because as because from sessions s join accounts a on a.id = s.account_id where a.email = ${email} and ended_at is not null`,
  )
  assert.equal(row?.because, 'everywhere')
})

test('when a device was seen is written every few minutes and no oftener', async () => {
  const { shop } = open
  const { headers, sessionId } = await aSignedIn(shop)
  const ask = () => shop.app.inject({ url: '/api/auth/me', headers })
  const seen = async () =>
    (await rows<{ at: string }>(shop.db, sql`select last_seen_at as at from sessions where id = ${sessionId}`))[0]!.at
  const first = await seen()
  shop.clock.advance({ seconds: seenMinutes * 60 - 1 })
  await ask()
  assert.equal(await seen(), first)
  shop.clock.advance({ seconds: 1 })
  await ask()
  assert.notEqual(await seen(), first)
})

test('changing the signing keys signs nobody out', async () => {
  const { shop } = open
  const { visitor, accountId } = await somebody()
  const keys = shop.config.signingKeys
  const withKeys = (signingKeys: typeof keys) => Object.assign(shop.config, { signingKeys })
  try {
    const rotated = readSigningKeys(withNewSigningKey(keys))!
    withKeys(rotated)
    assert.equal(await setCookies(visitor), undefined, 'the token by the old key is still good')
    const program = await aSignedIn(shop)
    // The old key is taken away while tokens of its live: browsers are renewed without being asked anything.
    withKeys(rotated.slice(0, 1))
    assert.equal((await me(visitor)).id, accountId)
    assert.equal((await shop.app.inject({ url: '/api/auth/me', headers: program.headers })).statusCode, 200)
  } finally {
    withKeys(keys)
  }
})

test('the public keys are there for other services, and the private ones are not', async () => {
  const reply = await open.shop.app.inject('/.well-known/jwks.json')
  assert.deepEqual(
    [reply.statusCode, reply.headers['content-type'], reply.headers['cache-control']],
    [200, 'application/jwk-set+json; charset=utf-8', 'public, max-age=300'],
  )
  const { keys } = reply.json<{ keys: { kid: string; d?: string }[] }>()
  assert.deepEqual(
    keys.map(({ kid }) => kid),
    open.shop.config.signingKeys.map(({ kid }) => kid),
  )
  assert.ok(keys.every((key) => !('d' in key)))
})

test('the nightly sweep throws away what signs nobody in any more, and nothing else', async () => {
  const { shop, work } = open
  const { visitor, accountId } = await somebody()
  const gone = await somebody()
  await gone.visitor.call('POST /auth/logout', {})
  const sweep = () => shop.inTransaction((tx) => shop.jobs.enqueue(tx, 'identity/sweep', {}))
  const sessions = async (id: string) =>
    (await rows(shop.db, sql`select 1 from sessions where account_id = ${id}`)).length
  await sweep()
  await work()
  assert.deepEqual([await sessions(accountId), await sessions(gone.accountId)], [1, 1])
  for (let day = 0; day < 91; day += 13) {
    await me(visitor)
    shop.clock.advance({ hours: 13 * 24 })
  }
  await sweep()
  await work()
  assert.deepEqual([await sessions(accountId), await sessions(gone.accountId)], [1, 0])
  const left = await rows(
    shop.db,
    sql`select 1 from refresh_tokens where expires_at < ${shop.clock.now().subtract({ hours: 24 }).toString()}::timestamptz`,
  )
  assert.equal(left.length, 0)
  await me(visitor)
})
