import assert from 'node:assert/strict'
import { createHash, createPublicKey, type webcrypto } from 'node:crypto'
import { after, before, mock, test } from 'node:test'
import { startOidcIssuer } from '@flora/sandbox/oidc/start-oidc-issuer.ts'
import { importJWK, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import {
  aShopWithIssuer,
  audience,
  client,
  home,
  ines,
  isCallback,
  type ShopWithIssuer,
  signInAs,
} from './test/a-shop-with-issuer.ts'

let open: ShopWithIssuer
const closing: (() => Promise<void>)[] = []
before(async () => {
  open = await aShopWithIssuer({ after: (close) => void closing.unshift(close) })
  await signInAs(open.browser(), ines)
})
after(async () => {
  for (const close of closing) await close()
})

const ask = (token: string, { shop } = open) =>
  shop.app.inject({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}` } })

async function isRefused(token: string, where = open): Promise<void> {
  const reply = await ask(token, where)
  assert.equal(reply.statusCode, 401, reply.body)
  assert.equal(reply.json<{ code: string }>().code, 'sign-in-needed')
}

const now = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1_000)

/** What the provider puts into a token for the API. */
const claims = (change: Record<string, unknown> = {}): JWTPayload => ({
  iss: open.issuer.url,
  sub: 'demo|ines',
  aud: audience,
  iat: now(),
  exp: now() + 3_600,
  ...change,
})

/** Signs as the provider itself would, or with another key and header. */
async function signed(
  payload: JWTPayload,
  { header = {}, key = open.issuer.key as JWK }: { header?: Record<string, string>; key?: JWK } = {},
): Promise<string> {
  const alg = header['alg'] ?? 'RS256'
  return new SignJWT(payload)
    .setProtectedHeader({ typ: 'at+jwt', kid: String(open.issuer.key.kid), ...header, alg })
    .sign(await importJWK(key, alg))
}

/** A token for an API, as a program of its own gets it from the provider: by a browser and the code. */
async function tokenFromProvider(resource: string): Promise<string> {
  const verifier = 'v'.repeat(43)
  const redirectUri = `${home}/api/auth/oidc/callback`
  const address = new URL('/auth', open.issuer.url)
  address.search = new URLSearchParams({
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid shop',
    resource,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  const browser = open.browser()
  const next = await browser.submit(await browser.open(address), ines, isCallback)
  const { url } = isCallback(next.url) ? next : await browser.submit(next, { allow: 'yes' }, isCallback)
  const reply = await fetch(`${open.issuer.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code')!,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    }),
  })
  return ((await reply.json()) as { access_token: string }).access_token
}

test('a token that the provider gave for our API opens the account that its owner linked', async () => {
  const reply = await ask(await tokenFromProvider(audience))
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal(reply.json<{ email: string }>().email, 'ines@example.com')
  assert.deepEqual(reply.cookies, [])
})

test('a token that it gave for another API does not', async () => {
  await isRefused(await tokenFromProvider('https://other.example/api'))
})

test('what the tests sign for themselves below is good when nothing is wrong with it', async () => {
  for (const typ of ['at+jwt', 'JWT', 'application/at+jwt'])
    assert.equal((await ask(await signed(claims(), { header: { typ } }))).statusCode, 200, typ)
  assert.equal((await ask(await signed(claims({ aud: [audience, `${open.issuer.url}/me`] })))).statusCode, 200)
})

const wrong: [string, () => Promise<string> | string][] = [
  ['is for nobody linked', () => signed(claims({ sub: 'demo|noor' }))],
  ['is of another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
  ['is for the client, as ID tokens are', () => signed(claims({ aud: client.clientId }))],
  ['is for an API whose name begins alike', () => signed(claims({ aud: `${audience}.evil.example` }))],
  ['is for nothing', () => signed(claims({ aud: [] }))],
  ['has expired', () => signed(claims({ iat: now() - 7_200, exp: now() - 60 }))],
  ['never expires', () => signed(claims({ exp: undefined }))],
  ['does not count yet', () => signed(claims({ nbf: now() + 600 }))],
  ['names nobody', () => signed(claims({ sub: undefined }))],
  ['is of another kind', () => signed(claims(), { header: { typ: 'logout+jwt' } })],
  ['is signed by a key that is not the provider’s', async () => signed(claims(), { key: await strangersKey() })],
  ['names a key that nobody has', () => signed(claims(), { header: { kid: 'nobodys' } })],
  ['is signed by an algorithm that is not on the list', () => signedAs('RS512')],
  ['is signed by no algorithm', () => new UnsecuredJWT(claims()).encode()],
  ['is signed with the public key as a shared secret', () => confused('pem')],
  ['is signed with the public key’s JSON as a shared secret', () => confused('json')],
  ['was changed after it was signed', async () => changedAfterwards(await signed(claims({ sub: 'demo|noor' })))],
  ['has lost its signature', async () => `${(await signed(claims())).split('.').slice(0, 2).join('.')}.`],
  ['is no token', () => 'a.b.c'],
  ['is very long', () => `a.${'b'.repeat(9_000)}.c`],
]
for (const [what, token] of wrong) {
  test(`a token that ${what} is refused`, async () => isRefused(await token()))
}

async function strangersKey(): Promise<JWK> {
  const stranger = await startOidcIssuer({ clients: [] })
  await stranger.close()
  return stranger.key as JWK
}

// The provider's own key, used in a way that it never uses it.
function signedAs(alg: string): Promise<string> {
  const { alg: _, ...key } = open.issuer.key
  return signed(claims(), { header: { alg }, key: { ...(key as JWK), alg } })
}

// The oldest trick: what verifies RS256 is public, and what verifies HS256 signs it too.
function confused(form: 'pem' | 'json'): Promise<string> {
  const key = createPublicKey({ key: open.issuer.key as webcrypto.JsonWebKey, format: 'jwk' })
  const { kty, n, e, kid } = open.issuer.key as JWK
  const secret =
    form === 'pem'
      ? key.export({ type: 'spki', format: 'pem' })
      : JSON.stringify({ kty, use: 'sig', kid, alg: 'RS256', e, n })
  return new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: String(kid) })
    .sign(Buffer.from(String(secret)))
}

function changedAfterwards(token: string): string {
  const [header, , signature] = token.split('.')
  return [header, Buffer.from(JSON.stringify(claims())).toString('base64url'), signature].join('.')
}

test('an account with two-factor is opened by no provider’s token', async () => {
  const token = await signed(claims())
  await rows(
    open.shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) select id, 'sealed', now() from accounts`,
  )
  await isRefused(token)
  await rows(open.shop.db, sql`delete from two_factors`)
  assert.equal((await ask(token)).statusCode, 200)
})

test('an account that was erased is opened by nothing', async () => {
  const token = await signed(claims())
  await rows(open.shop.db, sql`update accounts set erased_at = now()`)
  await isRefused(token)
  await rows(open.shop.db, sql`update accounts set erased_at = null`)
})

test('our own tokens are never shown to the provider’s keys, nor the other way round', async () => {
  const asked = open.issuer.faults.asked('keys')
  await isRefused(await signed(claims({ iss: home, aud: 'flora' })))
  assert.equal(open.issuer.faults.asked('keys'), asked)
})

test('without an audience the provider’s tokens open nothing, and nobody is asked', async (t) => {
  const without = await aShopWithIssuer(t, { environment: { OIDC_AUDIENCE: '' } })
  await signInAs(without.browser(), ines)
  await isRefused(await signed(claims({ iss: without.issuer.url }), { key: without.issuer.key as JWK }), without)
  // Signing in has asked for the keys; the token has not.
  assert.equal(without.issuer.faults.asked('keys'), 1)
})

test('tokens that can be nobody’s cost no question, and keys nobody has are looked for once in a while', async (t) => {
  const fresh = await aShopWithIssuer(t)
  const own = (header: Record<string, string> = {}) =>
    signed(claims({ iss: fresh.issuer.url }), { key: fresh.issuer.key as JWK, header })
  await isRefused('a.b.c', fresh)
  await isRefused(new UnsecuredJWT(claims({ iss: fresh.issuer.url })).encode(), fresh)
  assert.deepEqual([fresh.issuer.faults.asked('discovery'), fresh.issuer.faults.asked('keys')], [0, 0])
  for (let tries = 0; tries < 5; tries += 1) await isRefused(await own({ kid: `nobodys-${tries}` }), fresh)
  assert.deepEqual([fresh.issuer.faults.asked('discovery'), fresh.issuer.faults.asked('keys')], [1, 1])
})

test('while the provider gives no keys its tokens open nothing; it is asked again a few seconds later', async (t) => {
  const fresh = await aShopWithIssuer(t)
  await rows(
    fresh.shop.db,
    sql`with made as (insert into accounts (id, email, name, created_at) values ('acc_ines', 'ines@example.com', 'Ines', now()) returning id)
        insert into identities (issuer, subject, account_id, created_at) select ${fresh.issuer.url}, 'demo|ines', id, now() from made`,
  )
  const kid = String(fresh.issuer.key.kid)
  const token = await signed(claims({ iss: fresh.issuer.url }), { key: fresh.issuer.key as JWK, header: { kid } })
  fresh.issuer.faults.begin('keys', 'error')
  await isRefused(token, fresh)
  await isRefused(token, fresh)
  assert.equal(fresh.issuer.faults.asked('keys'), 1)
  fresh.issuer.faults.end()
  await isRefused(token, fresh)
  fresh.shop.clock.advance({ seconds: 5 })
  assert.equal((await ask(token, fresh)).statusCode, 200)
  assert.equal(fresh.issuer.faults.asked('keys'), 2)
})

test('a key that came later is found, half a minute after the last look', async (t) => {
  const first = await startOidcIssuer({ clients: [] })
  t.after(() => first.close())
  const port = Number(new URL(first.url).port)
  const fresh = await aShopWithIssuer(t, { environment: { OIDC_ISSUER: first.url } })
  await rows(
    fresh.shop.db,
    sql`with made as (insert into accounts (id, email, name, created_at) values ('acc_ines', 'ines@example.com', 'Ines', now()) returning id)
        insert into identities (issuer, subject, account_id, created_at) select ${first.url}, 'demo|ines', id, now() from made`,
  )
  const sign = ({ key }: { key: object & { kid?: unknown } }) =>
    signed(claims({ iss: first.url }), { key: key as JWK, header: { kid: String(key.kid) } })
  assert.equal((await ask(await sign(first), fresh)).statusCode, 200)
  await first.close()
  const second = await startOidcIssuer({ clients: [], port })
  t.after(() => second.close())
  const token = await sign(second)
  await isRefused(token, fresh)
  // The library reads the world's clock for this, not the shop's.
  mock.timers.enable({ apis: ['Date'], now: Temporal.Now.instant().epochMilliseconds + 31_000 })
  try {
    assert.equal((await ask(token, fresh)).statusCode, 200)
  } finally {
    mock.timers.reset()
  }
})
