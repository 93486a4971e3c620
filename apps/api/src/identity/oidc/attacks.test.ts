import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { createHash } from 'node:crypto'
import type { Browser, Page } from '@flora/sandbox/oidc/test/a-browser.ts'
import { buildHttpApp } from '../../entry/http-app.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import {
  anybody,
  aShopWithIssuer,
  clearPeople,
  counted,
  home,
  ines,
  isCallback,
  isPage,
  me,
  problemOf,
  type ShopWithIssuer,
  start,
  toCallback,
} from './test/a-shop-with-issuer.ts'

let open: ShopWithIssuer
const closing: (() => Promise<void>)[] = []
before(async () => {
  open = await aShopWithIssuer({ after: (close) => void closing.unshift(close) })
})
after(async () => {
  for (const close of closing) await close()
})
beforeEach(() => clearPeople(open))

/** The address that the shop sends a browser to, before the provider has seen it. */
async function begun(browser: Browser, to?: string): Promise<URL> {
  const { url } = await browser.open(start(to), ({ origin }) => origin === open.issuer.url)
  return url
}

/** Goes on at the provider from an address, perhaps a changed one. */
async function onwards(browser: Browser, address: URL): Promise<URL> {
  const who = await browser.open(address)
  const next = await browser.submit(who, ines, isCallback)
  return isCallback(next.url) ? next.url : (await browser.submit(next, { allow: 'yes' }, isCallback)).url
}

async function isTurnedAway(browser: Browser, callback: URL, problem: string): Promise<Page> {
  const page = await browser.open(callback, isPage)
  assert.equal(problemOf(page), problem)
  assert.equal(await me(open, browser), undefined)
  assert.deepEqual([...browser.cookiesFor(home).keys()], [])
  return page
}

function changed(address: URL, change: Record<string, string | undefined>): URL {
  const url = new URL(address)
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url
}

test('the browser is sent with state, nonce and the hash of a verifier, and keeps its secret to itself', async () => {
  const browser = open.browser()
  const { searchParams } = await begun(browser)
  assert.deepEqual(
    ['response_type', 'client_id', 'scope', 'redirect_uri', 'code_challenge_method'].map((name) =>
      searchParams.get(name),
    ),
    ['code', 'flora', 'openid email profile', `${home}/api/auth/oidc/callback`, 'S256'],
  )
  const secrets = ['state', 'nonce', 'code_challenge'].map((name) => searchParams.get(name)!)
  for (const secret of secrets) assert.match(secret, /^[\w-]{43}$/)
  assert.equal(new Set(secrets).size, 3)
  assert.deepEqual([...browser.cookiesFor(`${home}/api/auth/oidc/callback`).keys()], ['oidc'])
  assert.equal(browser.cookiesFor(`${home}/account`).size, 0)

  const [kept] = await rows<{ hash: string; payload: Record<string, string> }>(
    open.shop.db,
    sql`select hash, payload from account_tokens`,
  )
  assert.equal(createHash('sha256').update(kept!.payload['verifier']!).digest('base64url'), secrets[2])
  const secret = browser.cookiesFor(`${home}/api/auth/oidc/callback`).get('oidc')!
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(`${secrets[0]}|${secret}`))
})

test('its cookie is for this way only: HttpOnly, Lax, ten minutes', async () => {
  const reply = await open.shop.app.inject('/api/auth/oidc/start')
  assert.match(
    String(reply.headers['set-cookie']),
    /^oidc=[\w-]{43}; Max-Age=600; Path=\/api\/auth\/oidc; HttpOnly; SameSite=Lax$/,
  )
  assert.equal(reply.headers['cache-control'], 'private, no-store')
})

test('an answer with another state, or none, is not looked at', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  await isTurnedAway(browser, changed(callback, { state: 'A'.repeat(43) }), 'sign-in-expired')
  await isTurnedAway(browser, changed(callback, { state: undefined }), 'sign-in-expired')
  assert.equal(open.issuer.faults.asked('token'), 0)
  // The true one still finishes.
  assert.equal((await browser.open(callback, isPage)).url.pathname, '/account')
})

test('a nonce that was changed on the way is not taken', async () => {
  const browser = open.browser()
  const address = changed(await begun(browser), { nonce: 'B'.repeat(43) })
  await isTurnedAway(browser, await onwards(browser, address), 'provider-wrong')
  assert.equal((await counted(open)).accounts, 0)
})

test('a challenge that was changed on the way does not fit the verifier', async () => {
  const browser = open.browser()
  const challenge = createHash('sha256').update('the thief’s own verifier').digest('base64url')
  const address = changed(await begun(browser), { code_challenge: challenge })
  await isTurnedAway(browser, await onwards(browser, address), 'provider-wrong')
})

test('a code of another attempt opens nothing: it is bound to its own verifier', async () => {
  const thief = open.browser()
  const stolen = await toCallback(open.browser(), ines)
  const own = await toCallback(thief, anybody('thief@example.com'))
  await isTurnedAway(thief, changed(own, { code: stolen.searchParams.get('code')! }), 'provider-wrong')
})

test('an answer that says it is of another issuer is not taken', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  await isTurnedAway(browser, changed(callback, { iss: 'https://evil.example' }), 'provider-wrong')
})

test('an answer counts once, in the browser that finished and in any other', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  assert.equal((await browser.open(callback, isPage)).url.pathname, '/account')
  const sessions = (await counted(open)).sessions
  assert.equal(problemOf(await browser.open(callback, isPage)), 'sign-in-expired')
  assert.ok(await me(open, browser), 'whoever is signed in stays so')
  assert.equal((await counted(open)).sessions, sessions)
})

test('an attempt is used up by a wrong answer too', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  await isTurnedAway(browser, changed(callback, { code: 'guessed' }), 'provider-wrong')
  await isTurnedAway(browser, callback, 'sign-in-expired')
})

test('an answer that is opened in another browser signs nobody in there', async () => {
  const callback = await toCallback(open.browser(), ines)
  await isTurnedAway(open.browser(), callback, 'sign-in-expired')
})

test('a browser that began something itself is not signed in as whoever sends it an answer', async () => {
  const thief = await toCallback(open.browser(), anybody('thief@example.com'))
  const victim = open.browser()
  await begun(victim)
  await isTurnedAway(victim, thief, 'sign-in-expired')
  assert.equal((await counted(open)).accounts, 0)
})

test('two tabs may be on their way at once, and both arrive', async () => {
  const browser = open.browser()
  const [first, second] = [await begun(browser, '/one'), await begun(browser, '/two')]
  assert.equal((await browser.open(await onwards(browser, second), isPage)).url.pathname, '/two')
  assert.equal((await browser.open(await onwards(browser, first), isPage)).url.pathname, '/one')
})

test('what takes longer than ten minutes begins anew', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines, start('/checkout'))
  open.shop.clock.advance({ minutes: 10 })
  try {
    await isTurnedAway(browser, callback, 'sign-in-expired')
  } finally {
    open.shop.clock.advance({ minutes: -10 })
  }
})

for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/api/auth/me']) {
  test(`${JSON.stringify(to)} is no page to come back to`, async () => {
    const browser = open.browser()
    assert.equal(problemOf(await browser.open(start(to), isPage)), 'not-our-page')
    assert.equal((await rows(open.shop.db, sql`select 1 from account_tokens`)).length, 0)
  })
}

test('two pages at once are none', async () => {
  const reply = await open.shop.app.inject('/api/auth/oidc/start?to=/account&to=//evil.example')
  assert.equal(reply.headers.location, '/sign-in?problem=not-our-page')
})

test('who says no at the provider is told so on the page she came from', async () => {
  const browser = open.browser()
  const page = await browser.submit(await browser.open(start('/checkout'), isPage), { cancel: 'yes' }, isPage)
  assert.equal(page.url.href, `${home}/sign-in?problem=provider-refused&to=%2Fcheckout`)
})

test('an error in the answer is not shown, whatever it says', async () => {
  const browser = open.browser()
  const { searchParams } = await begun(browser)
  const callback = new URL(`${home}/api/auth/oidc/callback`)
  callback.search = new URLSearchParams({
    state: searchParams.get('state')!,
    iss: open.issuer.url,
    error: 'invalid_request',
    error_description: '<script>alert(1)</script>',
  }).toString()
  const { url } = await isTurnedAway(browser, callback, 'provider-refused')
  assert.doesNotMatch(url.href, /script/)
})

test('asking for the head of an answer uses nothing up', async () => {
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  const cookie = `oidc=${browser.cookiesFor(callback).get('oidc')}`
  const head = await open.shop.app.inject({
    method: 'HEAD',
    url: callback.pathname + callback.search,
    headers: { cookie },
  })
  assert.equal(head.statusCode, 404)
  assert.equal((await browser.open(callback, isPage)).url.pathname, '/account')
})

test('a cookie of another form, and ten of them, are no secret', async () => {
  for (const cookie of ['oidc=', 'oidc=short', `oidc=${'a'.repeat(44)}`, `oidc=${"'".repeat(43)}`]) {
    const reply = await open.shop.app.inject({
      url: '/api/auth/oidc/callback?state=a&code=b',
      headers: { cookie },
    })
    assert.equal(reply.headers.location, '/sign-in?problem=sign-in-expired')
  }
})

test('who begins too often is told so on the sign-in page, in the whole shop', async (t) => {
  const limited = await aShopWithIssuer(t, { environment: { RATE_LIMITS: 'on' } })
  const app = await buildHttpApp(limited.shop, async () => ({ database: true, migrations: true, queue: true }))
  t.after(() => app.close())
  const locations: string[] = []
  for (let tries = 0; tries < 13; tries += 1) {
    const reply = await app.inject('/api/auth/oidc/start')
    assert.equal(reply.statusCode, 302)
    locations.push(String(reply.headers.location))
  }
  assert.ok(locations.slice(0, 12).every((location) => location.startsWith(limited.issuer.url)))
  assert.equal(locations[12], '/sign-in?problem=too-many-requests')
})

test('an ID token that is signed by a shared secret is not taken', async (t) => {
  const sharing = await aShopWithIssuer(t, { client: { idTokenAlg: 'HS256' } })
  const browser = sharing.browser()
  const page = await browser.open(await toCallback(browser, ines), isPage)
  assert.equal(problemOf(page), 'provider-wrong')
  assert.equal((await counted(sharing)).accounts, 0)
})

test('an ID token whose signature fits no key of the provider’s is not taken', async (t) => {
  const fresh = await aShopWithIssuer(t)
  const browser = fresh.browser()
  const callback = await toCallback(browser, ines)
  fresh.issuer.faults.begin('keys', 'nonsense')
  assert.equal(problemOf(await browser.open(callback, isPage)), 'provider-wrong')
  assert.equal((await counted(fresh)).accounts, 0)
})

test('a session that a stranger planted does not become hers', async () => {
  const stranger = open.browser()
  await stranger.open(await toCallback(stranger, anybody('stranger@example.com')), isPage)
  const planted = stranger.cookiesFor(home)
  // She goes the way in the stranger's browser, as it were: with all of his cookies.
  await stranger.open(await toCallback(stranger, ines), isPage)
  assert.equal((await me(open, stranger))?.email, 'ines@example.com')
  const cookie = [...planted].map(([name, value]) => `${name}=${value}`).join('; ')
  const old = await open.shop.app.inject({ url: '/api/auth/me', headers: { cookie } })
  assert.equal(old.statusCode, 401)
})
