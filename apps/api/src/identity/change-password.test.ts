import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visitor } from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import {
  type IdentityShop,
  isProblem,
  linkIn,
  openIdentity,
  password,
  registered,
  signedIn,
} from './test/open-identity.ts'

let open: IdentityShop
before(async () => {
  open = await openIdentity()
})
after(() => open.close())

const other = 'seven orange umbrellas'
let people = 0
const anAddress = () => `person-${(people += 1)}@example.com`

async function somebody(): Promise<{ visitor: Visitor; email: string; accountId: string }> {
  const visitor = open.browser()
  const email = anAddress()
  const { account } = await registered(open, visitor, { email })
  return { visitor, email, accountId: account.id }
}

async function resetLink(email: string): Promise<string> {
  // Two that ask at the same instant are answered by one letter.
  open.shop.clock.advance({ seconds: 1 })
  await open.browser().call('POST /auth/forgotten', { body: { email } })
  await open.work()
  return linkIn(open.shop, 'reset-password', email)
}

const signIn = (email: string, secret: string, visitor = open.browser()) =>
  visitor.call('POST /auth/login', { body: { email, password: secret } })
const refused = (visitor: Visitor) => assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))

test('a reset by the letter’s link changes the password, signs every device out and this one in', async () => {
  const { shop, browser, work } = open
  const { visitor, email } = await somebody()
  const cart = visitor.cookies.get('cart')
  const token = await resetLink(email)
  const fresh = browser()
  signedIn(await fresh.call('POST /auth/reset', { body: { token, password: other } }))
  await fresh.call('GET /auth/me', {})
  await refused(visitor)
  assert.notEqual(fresh.cookies.get('cart'), cart)
  await assert.rejects(signIn(email, password), isProblem('sign-in-wrong'))
  signedIn(await signIn(email, other))
  await work()
  const told = shop.letters.filter(({ to }) => to === email).map(({ subject }) => subject)
  for (const news of ['Your password was changed', 'A new device is signed in to your account'])
    assert.ok(told.includes(news), told.join('\n'))
})

test('a reset link works once, for half an hour, and only while it is the account’s', async () => {
  const { shop, browser } = open
  const reset = (token: string) => browser().call('POST /auth/reset', { body: { token, password: other } })
  const { email } = await somebody()
  const token = await resetLink(email)
  await reset(token)
  await assert.rejects(reset(token), isProblem('link-not-valid'))

  const [first, second] = [await resetLink(email), await resetLink(email)]
  await reset(second)
  await assert.rejects(
    reset(first),
    isProblem('link-not-valid'),
    'one that waits in the mailbox is over with the change',
  )

  shop.clock.advance({ hours: 1 })
  const late = await resetLink(email)
  shop.clock.advance({ minutes: 30 })
  await assert.rejects(reset(late), isProblem('link-not-valid'))
  await assert.rejects(reset('x'.repeat(43)), isProblem('link-not-valid'))
})

test('a link of one kind opens nothing of another', async () => {
  const { shop, browser, work } = open
  const { email } = await somebody()
  const token = await resetLink(email)
  await assert.rejects(browser().call('POST /auth/verify', { body: { token } }), isProblem('link-not-valid'))
  await assert.rejects(
    browser().call('POST /auth/email/confirmation', { body: { token } }),
    isProblem('link-not-valid'),
  )
  const june = anAddress()
  await browser().call('POST /auth/register', { body: { email: june, name: 'June', password } })
  await work()
  await assert.rejects(
    browser().call('POST /auth/reset', { body: { token: linkIn(shop, 'verify', june), password: other } }),
    isProblem('link-not-valid'),
  )
})

test('a refused new password leaves the link as it was', async () => {
  const { browser } = open
  const { email } = await somebody()
  const token = await resetLink(email)
  const reset = (secret: string) => browser().call('POST /auth/reset', { body: { token, password: secret } })
  await assert.rejects(reset('password123'), isProblem('password-known'))
  await assert.rejects(reset('short'), isProblem('malformed-request'))
  signedIn(await reset(other))
})

test('who reads the address’s letters need not wait for those who guess at it', async () => {
  const { browser } = open
  const { email } = await somebody()
  for (let wrong = 0; wrong < 5; wrong += 1) await assert.rejects(signIn(email, 'wrong password'))
  await assert.rejects(signIn(email, password), isProblem('sign-in-wait'))
  await browser().call('POST /auth/reset', { body: { token: await resetLink(email), password: other } })
  signedIn(await signIn(email, other))
})

test('a reset of an account with a second factor asks for it before anybody is signed in', async () => {
  const { shop, browser } = open
  const { visitor, email, accountId } = await somebody()
  await rows(
    shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) values (${accountId}, 'sealed', now())`,
  )
  const fresh = browser()
  const reply = await fresh.call('POST /auth/reset', { body: { token: await resetLink(email), password: other } })
  assert.equal(reply.kind, 'second-factor')
  assert.deepEqual([...fresh.cookies], [])
  await refused(visitor)
})

test('who is signed in changes her password with the one she has; other devices are out, this one is not', async () => {
  const { browser, shop, work } = open
  const { visitor, email } = await somebody()
  const telephone = browser()
  await signIn(email, password, telephone)
  const change = (current: string, secret = other) =>
    visitor.call('PUT /auth/password', { body: { current, password: secret } })
  await assert.rejects(change('not my password'), isProblem('password-wrong'))
  await assert.rejects(change(''), isProblem('password-wrong'))
  await assert.rejects(change(password, 'password123'), isProblem('password-known'))
  await change(password)
  await visitor.call('GET /auth/me', {})
  await refused(telephone)
  signedIn(await signIn(email, other))
  await work()
  assert.ok(shop.letters.some(({ to, subject }) => to === email && subject === 'Your password was changed'))
})

test('somebody at an open browser cannot guess at its owner’s password without end', async () => {
  const { visitor, email } = await somebody()
  const change = () => visitor.call('PUT /auth/password', { body: { current: 'a guess', password: other } })
  for (let wrong = 0; wrong < 5; wrong += 1) await assert.rejects(change(), isProblem('password-wrong'))
  await assert.rejects(change(), isProblem('sign-in-wait'))
  signedIn(await signIn(email, password))
})

test('one who came by a provider chooses her first password without one', async () => {
  const { shop } = open
  const { headers, email } = await aSignedIn(shop)
  const change = (current: string) =>
    shop.app.inject({ method: 'PUT', url: '/api/auth/password', headers, payload: { current, password: other } })
  assert.equal((await change('anything')).json<{ code: string }>().code, 'password-wrong')
  assert.equal((await change('')).statusCode, 200)
  assert.equal((await change('')).json<{ code: string }>().code, 'password-wrong', 'only the first')
  signedIn(await signIn(email, other))
})

test('an account moves to a new address when its owner follows the link there, and the old one is told', async () => {
  const { shop, browser, work } = open
  const { visitor, email } = await somebody()
  const next = anAddress()
  const change = (secret: string) => visitor.call('PUT /auth/email', { body: { email: next, password: secret } })
  await assert.rejects(change('not my password'), isProblem('password-wrong'))
  await work()
  const before = shop.letters.length
  await change(password)
  await work()
  assert.deepEqual(
    shop.letters
      .slice(before)
      .map(({ to, subject }) => [to, subject])
      .toSorted(),
    [
      [email, 'Your account is about to move'],
      [next, 'Is this your new address?'],
    ],
  )
  assert.equal((await visitor.call('GET /auth/me', {})).email, email)
  const letter = shop.letters.find(({ to }) => to === next)!
  const token = linkIn({ letters: [letter] }, 'confirm-email')
  await browser().call('POST /auth/email/confirmation', { body: { token } })
  assert.equal((await visitor.call('GET /auth/me', {})).email, next)
  await assert.rejects(signIn(email, password), isProblem('sign-in-wrong'))
  signedIn(await signIn(next, password))
  await assert.rejects(
    browser().call('POST /auth/email/confirmation', { body: { token } }),
    isProblem('link-not-valid'),
  )
  await work()
  assert.ok(
    shop.letters.some(({ to, subject }) => to === email && subject === 'Your account has moved to another address'),
  )
})

test('nobody moves to an address that has an account, and nobody learns that it has one', async () => {
  const { shop, browser, work } = open
  const [one, two] = [await somebody(), await somebody()]
  const free = anAddress()
  const heard: unknown[] = []
  for (const email of [two.email, free])
    heard.push(await one.visitor.call('PUT /auth/email', { body: { email, password } }))
  assert.deepEqual(heard[0], heard[1])
  await work()
  const toTaken = shop.letters.findLast(({ to, subject }) => to === two.email && subject.startsWith('This address'))
  assert.ok(toTaken)
  assert.doesNotMatch(toTaken.text, /[\w-]{43}/)

  // The address is free when the link is written, and taken when it is followed.
  const letter = shop.letters.find(({ to }) => to === free)!
  await registered(open, browser(), { email: free })
  await assert.rejects(
    browser().call('POST /auth/email/confirmation', {
      body: { token: linkIn({ letters: [letter] }, 'confirm-email') },
    }),
    isProblem('link-not-valid'),
  )
  assert.equal((await one.visitor.call('GET /auth/me', {})).email, one.email)
})

test('a change of the password stops a move that somebody else began', async () => {
  const { shop, browser, work } = open
  const { visitor, email } = await somebody()
  const theirs = anAddress()
  await visitor.call('PUT /auth/email', { body: { email: theirs, password } })
  await work()
  const token = linkIn({ letters: [shop.letters.find(({ to }) => to === theirs)!] }, 'confirm-email')
  await browser().call('POST /auth/reset', { body: { token: await resetLink(email), password: other } })
  await assert.rejects(
    browser().call('POST /auth/email/confirmation', { body: { token } }),
    isProblem('link-not-valid'),
  )
})

test('a link that waits in the old mailbox opens nothing after a move', async () => {
  const { shop, browser, work } = open
  const { visitor, email } = await somebody()
  const waiting = await resetLink(email)
  const next = anAddress()
  await visitor.call('PUT /auth/email', { body: { email: next, password } })
  await work()
  const token = linkIn({ letters: [shop.letters.find(({ to }) => to === next)!] }, 'confirm-email')
  await browser().call('POST /auth/email/confirmation', { body: { token } })
  await assert.rejects(
    browser().call('POST /auth/reset', { body: { token: waiting, password: other } }),
    isProblem('link-not-valid'),
  )
})

test('a letter whose link is over is not sent when the mail server comes back', async () => {
  const { shop } = open
  const { email } = await somebody()
  await open.work()
  await open.browser().call('POST /auth/forgotten', { body: { email } })
  const broken = { send: () => Promise.reject(new Error('no mail today')), close: () => undefined }
  const before = shop.letters.length
  const { writeResetLink } = await import('./reset-password.ts')
  const { sendUnsent } = await import('../notifications/send-unsent.ts')
  const { sendAccountLetter } = await import('../notifications/send-account-letter.ts')
  await shop.runJobs({
    'identity/forgotten': (wanted) => writeResetLink(shop, wanted),
    'notifications/send-email': (wanted) => sendAccountLetter({ ...shop, mail: broken }, wanted).catch(() => undefined),
    'customers/claim-orders': async () => undefined,
  })
  shop.clock.advance({ minutes: 31 })
  await sendUnsent(shop)
  assert.equal(shop.letters.length, before)
  const words = await rows(shop.db, sql`select 1 from emails where kind = 'account/reset' and body <> ''`)
  assert.equal(words.length, 0)
})
