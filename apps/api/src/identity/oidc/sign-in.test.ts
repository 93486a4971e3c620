import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { AccountId } from '@flora/contract/ids.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { sendAccountLetter } from '../../notifications/send-account-letter.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { makeToken } from '../link-token.ts'
import { hashOf } from '../secret.ts'
import { linkIn } from '../test/open-identity.ts'
import {
  anybody,
  aShopWithIssuer,
  clearPeople,
  counted,
  home,
  ines,
  me,
  problemOf,
  type ShopWithIssuer,
  signInAs,
  start,
} from './test/a-shop-with-issuer.ts'
import { findToken } from '../token-queries.ts'

let open: ShopWithIssuer
let earlierLetters = 0
const closing: (() => Promise<void>)[] = []
before(async () => {
  open = await aShopWithIssuer({ after: (close) => void closing.unshift(close) })
})
beforeEach(async () => {
  await clearPeople(open)
  open.shop.clock.set(Temporal.Now.instant().toString())
  earlierLetters = open.shop.letters.length
})
afterEach(() => work())
after(async () => {
  for (const close of closing) await close()
})

const letters = () => open.shop.letters.slice(earlierLetters)

/** Sends the letters that wait; gives what is to be claimed for whom. */
async function work({ shop } = open): Promise<{ accountId: AccountId; email: string }[]> {
  const claims: { accountId: AccountId; email: string }[] = []
  await shop.runJobs({
    'notifications/send-email': (wanted) => sendAccountLetter(shop, wanted),
    'customers/claim-orders': async (claim) => void claims.push(claim),
  })
  return claims
}

const linkToken = () => linkIn({ letters: letters() }, 'link-sign-in')

const link = (token: string) => open.shop.app.inject({ method: 'POST', url: '/api/auth/oidc/link', payload: { token } })

const deeds = () =>
  rows<{ action: string; how: string | null; who: string; outcome: number }>(
    open.shop.db,
    sql`select action, detail ->> 'how' as how, who, outcome from audit_log order by id`,
  )

test('somebody new with a verified address gets an account, and the page she wanted', async () => {
  const browser = open.browser()
  const page = await signInAs(browser, ines, start('/checkout?step=2'))
  assert.equal(page.url.href, `${home}/checkout?step=2`)
  const account = await me(open, browser)
  assert.deepEqual(
    [account?.email, account?.name, account?.hasPassword, account?.providers],
    ['ines@example.com', 'Ines Marlow', false, ['Test issuer']],
  )
  // What she bought as a guest is claimed as after a letter of ours.
  assert.deepEqual(await work(), [{ accountId: account!.id, email: 'ines@example.com' }])
  assert.deepEqual(
    letters().map(({ to }) => to),
    ['ines@example.com'],
  )
  assert.deepEqual(await deeds(), [{ action: 'sign-in', how: 'provider', who: 'Ines Marlow', outcome: 200 }])
})

test('a letter that would make the same account with a password makes none any more', async () => {
  const verify = { kind: 'verify-email', email: 'Ines@example.com', minutes: 60, now: open.shop.clock.now() } as const
  const secret = await open.shop.inTransaction((tx) => makeToken(tx, verify))
  await signInAs(open.browser(), ines)
  const token = { kind: verify.kind, hash: hashOf(secret), now: verify.now }
  assert.equal(await findToken(open.shop.db, token), undefined)
})

test('the second time she is known, on any device, though her address is another one by now', async () => {
  await signInAs(open.browser(), ines)
  await rows(open.shop.db, sql`update accounts set email = 'ines@elsewhere.example'`)
  const browser = open.browser()
  assert.equal((await signInAs(browser, ines)).url.href, `${home}/account`)
  assert.equal((await me(open, browser))?.email, 'ines@elsewhere.example')
  assert.deepEqual(await counted(open), { accounts: 1, identities: 1, sessions: 2 })
})

for (const [what, person] of [
  ['an address that the provider has not verified', { person: 'demo|noor' }],
  ['no address', { person: 'demo|theo' }],
] as const) {
  test(`${what} makes nothing and signs nobody in`, async () => {
    const browser = open.browser()
    const page = await signInAs(browser, person, start('/checkout'))
    assert.equal(problemOf(page), 'email-unverified')
    assert.equal(page.url.searchParams.get('to'), '/checkout')
    assert.deepEqual(await counted(open), { accounts: 0, identities: 0, sessions: 0 })
    assert.equal(await me(open, browser), undefined)
    assert.equal(await work().then(() => letters().length), 0)
    assert.deepEqual(
      (await deeds()).map(({ who, outcome }) => [who, outcome]),
      [['Somebody by Test issuer', 401]],
    )
  })
}

test('an unverified address opens nothing that has it, and writes to nobody', async () => {
  await aSignedIn(open.shop, { email: 'noor@example.com' })
  assert.equal(problemOf(await signInAs(open.browser(), { person: 'demo|noor' })), 'email-unverified')
  await work()
  assert.deepEqual([(await counted(open)).identities, letters().length], [0, 0])
})

test('an account with the same address is joined by its owner only, who is asked by a letter', async () => {
  const owner = await aSignedIn(open.shop, { email: 'Ines@Example.com', name: 'Ines' })
  const browser = open.browser()
  assert.equal(problemOf(await signInAs(browser, ines)), 'link-sent')
  assert.equal(await me(open, browser), undefined)
  assert.equal((await counted(open)).identities, 0)
  await work()
  assert.deepEqual(
    letters().map(({ to, subject }) => [to, subject]),
    [['Ines@Example.com', 'Shall Test issuer open your account?']],
  )

  const reply = await link(linkToken())
  assert.equal(reply.statusCode, 200)
  assert.equal(reply.json<{ kind: string; account: { id: string } }>().account.id, owner.accountId)
  assert.ok(reply.cookies.some(({ name, httpOnly }) => name === 'refresh' && httpOnly))
  assert.deepEqual(
    (await deeds()).map(({ action, how, outcome }) => [action, how, outcome]),
    [
      ['sign-in', 'provider', 401],
      ['link-provider', null, 200],
      ['sign-in', 'linked', 200],
    ],
  )
  await signInAs(browser, ines)
  assert.equal((await me(open, browser))?.id, owner.accountId)
})

test('a link is good once, for half an hour, and only the newest', async () => {
  await aSignedIn(open.shop, { email: 'ines@example.com' })
  const ask = async () => {
    assert.equal(problemOf(await signInAs(open.browser(), ines)), 'link-sent')
    await work()
    return linkToken()
  }
  const first = await ask()
  open.shop.clock.advance({ minutes: 3 })
  const second = await ask()
  assert.notEqual(first, second)
  assert.equal((await link(first)).statusCode, 410)
  open.shop.clock.advance({ minutes: 30 })
  assert.equal((await link(second)).json<{ code: string }>().code, 'link-not-valid')
  assert.deepEqual((await counted(open)).identities, 0)
  // The provider’s own clock did not move.
  open.shop.clock.set(Temporal.Now.instant().toString())
  const third = await ask()
  assert.deepEqual([(await link(third)).statusCode, (await link(third)).statusCode], [200, 410])
})

test('who tries again at once gets no second letter', async () => {
  await aSignedIn(open.shop, { email: 'ines@example.com' })
  for (let tries = 0; tries < 3; tries += 1) {
    assert.equal(problemOf(await signInAs(open.browser(), ines)), 'link-sent')
    await work()
  }
  assert.equal(letters().length, 1)
  assert.equal((await link(linkToken())).statusCode, 200)
})

test('a letter that went to an address the account has left joins nothing', async () => {
  await aSignedIn(open.shop, { email: 'ines@example.com' })
  await signInAs(open.browser(), ines)
  await work()
  await rows(open.shop.db, sql`update accounts set email = 'moved@example.com'`)
  assert.equal((await link(linkToken())).statusCode, 410)
  assert.equal((await counted(open)).identities, 0)
})

test('an identity that went its own way meanwhile is not taken from where it went', async () => {
  const { accountId } = await aSignedIn(open.shop, { email: 'ines@example.com' })
  await signInAs(open.browser(), ines)
  await work()
  const token = linkToken()
  await rows(open.shop.db, sql`update accounts set email = 'moved@example.com'`)
  const browser = open.browser()
  await signInAs(browser, ines)
  const hers = (await me(open, browser))?.id
  assert.ok(hers && hers !== accountId)
  await rows(open.shop.db, sql`update accounts set email = 'away@example.com' where id = ${hers}`)
  await rows(open.shop.db, sql`update accounts set email = 'ines@example.com' where id = ${accountId}`)
  assert.equal((await link(token)).statusCode, 410)
  await signInAs(browser, ines)
  assert.equal((await me(open, browser))?.id, hers)
})

test('who was erased may come back, as somebody new', async () => {
  await signInAs(open.browser(), ines)
  await rows(open.shop.db, sql`update accounts set erased_at = now(), email = 'erased', name = ''`)
  const browser = open.browser()
  await signInAs(browser, ines)
  assert.equal((await me(open, browser))?.email, 'ines@example.com')
  assert.deepEqual([(await counted(open)).accounts, (await counted(open)).identities], [2, 1])
})

test('a second factor is asked for all the same: the browser gets a ticket, behind the #, and no session', async () => {
  await signInAs(open.browser(), ines)
  await rows(
    open.shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) select id, 'sealed', now() from accounts`,
  )
  const browser = open.browser()
  const { url } = await signInAs(browser, ines, start('/account/orders'))
  assert.equal(url.pathname + url.search, '/sign-in?to=%2Faccount%2Forders')
  assert.match(url.hash, /^#[\w-]{43}$/)
  assert.equal(await me(open, browser), undefined)
  assert.deepEqual([...browser.cookiesFor(home).keys()], [])
  assert.equal((await counted(open)).sessions, 1)
})

test('joining by the letter’s link asks for the second factor too', async () => {
  const { accountId } = await aSignedIn(open.shop, { email: 'ines@example.com', role: 'owner' })
  await rows(
    open.shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) values (${accountId}, 'sealed', now())`,
  )
  await signInAs(open.browser(), ines)
  await work()
  const reply = await link(linkToken())
  assert.equal(reply.json<{ kind: string }>().kind, 'second-factor')
  assert.deepEqual(reply.cookies, [])
})

test('claims that are said at userinfo only are read there', async (t) => {
  const strict = await aShopWithIssuer(t, { issuer: { claimsIn: 'userinfo' } })
  const browser = strict.browser()
  await signInAs(browser, anybody('mercy.okafor@example.com'))
  assert.deepEqual((await me(strict, browser))?.name, 'Mercy Okafor')
  assert.equal(strict.issuer.faults.asked('userinfo'), 1)
})

test('a shop on this machine has two names, and who came by one comes back by it', async () => {
  const { url } = await signInAs(open.browser(), ines, start().replace('127.0.0.1', 'localhost'))
  assert.equal(url.href, 'http://localhost:3000/account')
})

test('the list of providers is what the configuration says, and asks nobody', async () => {
  const list = await open.shop.app.inject('/api/auth/providers')
  assert.deepEqual(list.json(), [{ name: 'Test issuer', startUrl: '/api/auth/oidc/start' }])
  const asked = open.issuer.faults.asked('discovery')
  await open.shop.app.inject('/api/auth/providers')
  assert.equal(open.issuer.faults.asked('discovery'), asked)
})
