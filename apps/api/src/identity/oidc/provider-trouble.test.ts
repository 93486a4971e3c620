import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '@flora/sandbox/oidc/start-oidc-issuer.ts'
import { openLog } from '../../platform/log.ts'
import { SignInStopped } from './problem.ts'
import { openProvider } from './provider.ts'
import { toStop } from './provider-fault.ts'
import {
  aShopWithIssuer,
  counted,
  ines,
  isPage,
  problemOf,
  signInAs,
  start,
  toCallback,
} from './test/a-shop-with-issuer.ts'

const troubles: [Fault, string][] = [
  ['error', 'provider-down'],
  ['nonsense', 'provider-wrong'],
]
for (const [fault, problem] of troubles) {
  test(`a provider whose description is an ${fault} leaves the shop as it is, and is asked again a little later`, async (t) => {
    const open = await aShopWithIssuer(t)
    open.issuer.faults.begin('discovery', fault)
    for (let tries = 0; tries < 3; tries += 1) {
      const page = await open.browser().open(start('/checkout'), isPage)
      assert.equal(problemOf(page), problem)
      assert.equal(page.url.searchParams.get('to'), '/checkout')
    }
    assert.equal(open.issuer.faults.asked('discovery'), 1)
    const list = await open.shop.app.inject('/api/auth/providers')
    assert.equal(list.json<unknown[]>().length, 1)
    open.issuer.faults.end()
    open.shop.clock.advance({ seconds: 5 })
    assert.equal((await signInAs(open.browser(), ines)).url.pathname, '/account')
    await signInAs(open.browser(), ines)
    assert.equal(open.issuer.faults.asked('discovery'), 2)
  })
}

test('a provider that is not there at all is down', async (t) => {
  const open = await aShopWithIssuer(t)
  await open.issuer.close()
  assert.equal(problemOf(await open.browser().open(start(), isPage)), 'provider-down')
})

test('one that falls silent is not waited for longer than its patience', async (t) => {
  const open = await aShopWithIssuer(t)
  open.issuer.faults.begin('discovery', 'silence')
  const provider = openProvider(open.shop.config.oidc!, open.shop.clock, 50)
  const isDown = (error: unknown) => error instanceof SignInStopped && error.problem === 'provider-down'
  // Far from fifty milliseconds, for slow machines, and from the half minute that the library would wait.
  await t.test('its silence is an answer', { timeout: 20_000 }, () =>
    assert.rejects(provider.begin('http://127.0.0.1:3000/api/auth/oidc/callback'), isDown),
  )
})

test('a connection that is cut off while she waits is a provider that is down', async (t) => {
  const open = await aShopWithIssuer(t)
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  open.issuer.faults.begin('token', 'silence')
  const page = browser.open(callback, isPage)
  while (open.issuer.faults.asked('token') === 0) await new Promise(setImmediate)
  open.issuer.faults.end()
  assert.equal(problemOf(await page), 'provider-down')
})

test('all who come while the first question is open wait for its answer', async (t) => {
  const open = await aShopWithIssuer(t)
  const isAtProvider = ({ origin }: URL) => origin === open.issuer.url
  const pages = await Promise.all(Array.from({ length: 8 }, () => open.browser().open(start(), isAtProvider)))
  assert.ok(pages.every(({ url }) => isAtProvider(url)))
  assert.equal(open.issuer.faults.asked('discovery'), 1)
})

const afterwards: ['token' | 'keys' | 'userinfo', Fault, string][] = [
  ['token', 'error', 'provider-down'],
  ['token', 'nonsense', 'provider-wrong'],
  ['keys', 'error', 'provider-down'],
  ['userinfo', 'error', 'provider-down'],
  ['userinfo', 'nonsense', 'provider-wrong'],
]
for (const [door, fault, problem] of afterwards) {
  test(`${fault} at the ${door} door signs nobody in and makes nothing; beginning anew helps`, async (t) => {
    const open = await aShopWithIssuer(t, { issuer: { claimsIn: door === 'userinfo' ? 'userinfo' : 'id-token' } })
    const browser = open.browser()
    const callback = await toCallback(browser, ines, start('/checkout'))
    open.issuer.faults.begin(door, fault)
    const page = await browser.open(callback, isPage)
    assert.equal(page.url.href, `http://127.0.0.1:3000/sign-in?problem=${problem}&to=%2Fcheckout`)
    assert.deepEqual(await counted(open), { accounts: 0, identities: 0, sessions: 0 })
    open.issuer.faults.end()
    assert.equal((await signInAs(browser, ines)).url.pathname, '/account')
  })
}

test('a secret that the provider does not know is our trouble, and its reason is in the log without the secret', async (t) => {
  const open = await aShopWithIssuer(t, { environment: { OIDC_CLIENT_SECRET: 'not-the-secret-it-knows' } })
  const lines: string[] = []
  const log = openLog('warn', { write: (line: string) => void lines.push(line) })
  Object.assign(open.shop.log, { warn: log.warn.bind(log) })
  const browser = open.browser()
  const callback = await toCallback(browser, ines)
  assert.equal(problemOf(await browser.open(callback, isPage)), 'provider-wrong')
  assert.match(lines.join(''), /"said":"invalid_client"/)
  assert.doesNotMatch(lines.join(''), new RegExp(`not-the-secret|${callback.searchParams.get('code')}`))
})

test('a shop without a provider lists none and begins nothing', async (t) => {
  const open = await aShopWithIssuer(t, {
    environment: {
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_CLIENT_SECRET: '',
      OIDC_NAME: '',
      OIDC_AUDIENCE: '',
    },
  })
  assert.deepEqual((await open.shop.app.inject('/api/auth/providers')).json(), [])
  assert.equal(problemOf(await open.browser().open(start(), isPage)), 'provider-down')
})

test('an error that is none of the provider’s is not taken for one', () => {
  const bug = new TypeError('x is not a function')
  assert.equal(toStop(bug), bug)
  assert.equal(toStop('text'), 'text')
})
