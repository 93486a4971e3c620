import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify, type webcrypto } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { type IssuerOptions, type OidcIssuer, startOidcIssuer } from './start-oidc-issuer.ts'
import { aBrowser, type Browser, type Page } from './test/a-browser.ts'

const redirectUri = 'http://127.0.0.1:3000/api/auth/oidc/callback'
const client = { clientId: 'shop', clientSecret: 'a-secret-of-the-shop', name: 'Flora', redirectUris: [redirectUri] }
const verifier = 'a-verifier-of-forty-three-letters-at-the-least'
const challenge = createHash('sha256').update(verifier).digest('base64url')

async function anIssuer(t: TestContext, options: Partial<IssuerOptions> = {}): Promise<OidcIssuer> {
  const issuer = await startOidcIssuer({ clients: [client], ...options })
  t.after(() => issuer.close())
  return issuer
}

function authorizeUrl({ url }: OidcIssuer, change: Record<string, string> = {}): URL {
  const address = new URL('/auth', url)
  const params = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  }
  for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value)
  return address
}

const isShop = ({ origin }: URL) => origin === 'http://127.0.0.1:3000'

type Claims = Record<string, unknown>

function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims
}

/** What a token says, when one of the issuer's published keys has signed it. */
async function verified({ url }: OidcIssuer, token: string): Promise<Claims> {
  const [header, payload, signature] = token.split('.')
  const { keys } = (await (await fetch(`${url}/jwks`)).json()) as { keys: (webcrypto.JsonWebKey & { kid: string })[] }
  const { kid, alg } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { kid: string; alg: string }
  const key = keys.find((known) => known.kid === kid)
  assert.ok(key && key.d === undefined && alg === 'RS256')
  const isGenuine = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(signature!, 'base64url'),
  )
  assert.ok(isGenuine)
  return claimsIn(token)
}

/** Begins, and chooses somebody. */
async function choose(browser: Browser, issuer: OidcIssuer, fields: Record<string, string>): Promise<Page> {
  return browser.submit(await browser.open(authorizeUrl(issuer)), fields, isShop)
}

async function exchange({ url }: OidcIssuer, { url: callback }: Page, change: Record<string, string> = {}) {
  const response = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: client.clientId,
      client_secret: client.clientSecret,
      ...change,
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

test('somebody is chosen, allows once, and the shop is told who she is by a signed token', async (t) => {
  const issuer = await anIssuer(t)
  const browser = aBrowser()
  const who = await browser.open(authorizeUrl(issuer))
  assert.match(who.body, /Test issuer/)
  assert.match(who.body, /Ines Marlow[\s\S]*Noor Castle[\s\S]*Theo Quill/)
  const consent = await browser.submit(who, { person: 'demo|ines' })
  assert.match(consent.body, /May Flora know you\?/)
  const back = await browser.submit(consent, { allow: 'yes' }, isShop)
  assert.equal(back.url.searchParams.get('state'), 'a-state')

  const { status, body } = await exchange(issuer, back)
  assert.equal(status, 200)
  const payload = await verified(issuer, body['id_token']!)
  assert.deepEqual([payload['iss'], payload['aud']], [issuer.url, client.clientId])
  assert.deepEqual(
    [payload['sub'], payload['email'], payload['email_verified'], payload['name'], payload['nonce']],
    ['demo|ines', 'ines@example.com', true, 'Ines Marlow', 'a-nonce'],
  )
})

test('what was allowed once is not asked again, but who comes is', async (t) => {
  const issuer = await anIssuer(t)
  const browser = aBrowser()
  await browser.submit(await choose(browser, issuer, { person: 'demo|ines' }), { allow: 'yes' }, isShop)
  const who = await browser.open(authorizeUrl(issuer))
  assert.match(who.body, /you, last time/)
  assert.ok(isShop((await browser.submit(who, { person: 'demo|ines' }, isShop)).url))
  const another = await choose(browser, issuer, { person: 'demo|noor' })
  assert.match(another.body, /May Flora know you\?/)
  const back = await browser.submit(another, { allow: 'yes' }, isShop)
  assert.equal(claimsIn((await exchange(issuer, back)).body['id_token']!)['sub'], 'demo|noor')
})

test('an address that is typed is somebody, the same one each time, verified or not as ticked', async (t) => {
  const claims = async (fields: Record<string, string>) => {
    const issuer = await anIssuer(t)
    const browser = aBrowser()
    const back = await browser.submit(await choose(browser, issuer, fields), { allow: 'yes' }, isShop)
    return claimsIn((await exchange(issuer, back)).body['id_token']!)
  }
  const [verified, not] = [
    await claims({ email: 'mercy.okafor@example.com', verified: 'on' }),
    await claims({ email: 'Mercy.Okafor@example.com' }),
  ]
  assert.equal(verified['sub'], not['sub'])
  assert.deepEqual([verified['email_verified'], not['email_verified']], [true, false])
  assert.equal(verified['name'], 'Mercy Okafor')
})

test('what is no address is asked for again', async (t) => {
  const page = await choose(aBrowser(), await anIssuer(t), { email: 'mercy' })
  assert.match(page.body, /does not look like name@example\.com/)
})

test('who cancels goes back with a no', async (t) => {
  const back = await choose(aBrowser(), await anIssuer(t), { cancel: 'yes' })
  assert.equal(back.url.searchParams.get('error'), 'access_denied')
})

test('claims may be said at userinfo only', async (t) => {
  const issuer = await anIssuer(t, { claimsIn: 'userinfo' })
  const browser = aBrowser()
  const back = await browser.submit(await choose(browser, issuer, { person: 'demo|noor' }), { allow: 'yes' }, isShop)
  const { body } = await exchange(issuer, back)
  assert.equal(claimsIn(body['id_token']!)['email'], undefined)
  const userinfo = await fetch(`${issuer.url}/me`, { headers: { authorization: `Bearer ${body['access_token']}` } })
  assert.deepEqual(await userinfo.json(), {
    sub: 'demo|noor',
    name: 'Noor Castle',
    email: 'noor@example.com',
    email_verified: false,
  })
})

test('an API is given tokens of its own, signed for it alone', async (t) => {
  const issuer = await anIssuer(t)
  const browser = aBrowser()
  const asked = { resource: 'https://api.flora.example', scope: 'openid email shop' }
  const who = await browser.open(authorizeUrl(issuer, asked))
  const consent = await browser.submit(who, { person: 'demo|ines' }, isShop)
  const back = await browser.submit(consent, { allow: 'yes' }, isShop)
  const { body } = await exchange(issuer, back)
  const payload = await verified(issuer, body['access_token']!)
  assert.deepEqual(
    [payload['iss'], payload['aud'], payload['sub']],
    [issuer.url, 'https://api.flora.example', 'demo|ines'],
  )
})

test('it is strict, being the real thing: wrong secrets, verifiers, addresses and second uses are refused', async (t) => {
  const issuer = await anIssuer(t)
  const browser = aBrowser()
  const back = async () =>
    browser.submit(await choose(browser, issuer, { person: 'demo|ines' }), { allow: 'yes' }, isShop)
  const first = await back()
  assert.equal((await exchange(issuer, first, { client_secret: 'another' })).status, 401)
  const again = aBrowser()
  const consent = await choose(again, issuer, { person: 'demo|ines' })
  assert.ok(isShop(consent.url), 'consent is the issuer’s memory, not the browser’s')
  assert.equal(
    (await exchange(issuer, consent, { code_verifier: `another-${verifier}` })).body['error'],
    'invalid_grant',
  )
  const used = await choose(again, issuer, { person: 'demo|ines' })
  assert.equal((await exchange(issuer, used)).status, 200)
  assert.equal((await exchange(issuer, used)).body['error'], 'invalid_grant')
  const elsewhere = await aBrowser().open(authorizeUrl(issuer, { redirect_uri: 'https://evil.example/' }))
  assert.match(elsewhere.body, /That did not work/)
  const withoutPkce = authorizeUrl(issuer)
  withoutPkce.searchParams.delete('code_challenge')
  withoutPkce.searchParams.delete('code_challenge_method')
  assert.equal((await aBrowser().open(withoutPkce, isShop)).url.searchParams.get('error'), 'invalid_request')
})

test('it breaks when told to, counts who asks, and is well again', async (t) => {
  const issuer = await anIssuer(t)
  const discover = () => fetch(`${issuer.url}/.well-known/openid-configuration`)
  issuer.faults.begin('discovery', 'error')
  assert.equal((await discover()).status, 500)
  issuer.faults.begin('discovery', 'silence')
  const unheard = assert.rejects(discover())
  while (issuer.faults.asked('discovery') < 2) await new Promise(setImmediate)
  issuer.faults.end()
  await unheard
  assert.equal(((await (await discover()).json()) as { issuer: string }).issuer, issuer.url)
  assert.equal(issuer.faults.asked('discovery'), 3)
})

test('names that point at this machine are not answered, and its pages run no script', async (t) => {
  const issuer = await anIssuer(t)
  const page = await fetch(issuer.url)
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self'/)
  assert.doesNotMatch(await page.text(), /<script/)
  const { request } = await import('node:http')
  const status = await new Promise((resolve, reject) =>
    request(issuer.url, { headers: { host: 'evil.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end(),
  )
  assert.equal(status, 403)
})
