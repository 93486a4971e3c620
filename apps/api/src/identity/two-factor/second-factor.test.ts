import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { SecondFactorNeeded } from '@flora/contract/identity.ts'
import type { z } from 'zod'
import type { Visitor } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { anAuthenticator, aWrongCode, type Guarded, withTwoFactor } from '../test/authenticator.ts'
import {
  type IdentityShop,
  isProblem,
  linkIn,
  openIdentity,
  password,
  registered,
  signedIn,
} from '../test/open-identity.ts'

let open: IdentityShop
before(async () => {
  open = await openIdentity({ environment: { STAFF_TWO_FACTOR: 'on' } })
})
after(() => open.close())
// All browsers of these tests are one client, whose wrong codes add up.
beforeEach(() => rows(open.shop.db, sql`delete from sign_in_failures`))

let people = 0

/** Somebody with two-factor on, signed in where she switched it on. */
async function aGuarded(): Promise<{ email: string; visitor: Visitor; guarded: Guarded }> {
  people += 1
  const email = `guarded-${people}@example.com`
  const visitor = open.browser()
  await registered(open, visitor, { email })
  return { email, visitor, guarded: await withTwoFactor(visitor, open.shop.clock) }
}

async function aTicket(email: string, visitor = open.browser()): Promise<string> {
  const reply = await visitor.call('POST /auth/login', { body: { email, password } })
  assert.equal(reply.kind, 'second-factor')
  return (reply as z.output<typeof SecondFactorNeeded>).ticket
}

const show = (ticket: string, code: string, visitor = open.browser()) =>
  visitor.call('POST /auth/second-factor', { body: { ticket, code } })

test('two-factor is on once a code was given, and not a moment before', async () => {
  const visitor = open.browser()
  const email = 'on@example.com'
  await registered(open, visitor, { email })
  const begin = (secret: string) => visitor.call('POST /auth/two-factor', { body: { password: secret } })
  await assert.rejects(begin('nine purple wheelbarrow'), isProblem('password-wrong'))
  await assert.rejects(begin(''), isProblem('password-wrong'))
  await assert.rejects(
    visitor.call('PUT /auth/two-factor', { body: { code: '123456' } }),
    isProblem('two-factor-not-begun'),
  )

  const first = await begin(password)
  const offer = await begin(password)
  assert.notEqual(first.secret, offer.secret)
  assert.equal(new URL(offer.uri).searchParams.get('secret'), offer.secret)
  assert.match(offer.qr, /^<svg /)
  assert.equal((await visitor.call('GET /auth/me', {})).hasTwoFactor, false)
  assert.equal((await open.browser().call('POST /auth/login', { body: { email, password } })).kind, 'signed-in')

  const authenticator = anAuthenticator(offer.secret, open.shop.clock)
  const confirm = (code: string) => visitor.call('PUT /auth/two-factor', { body: { code } })
  await assert.rejects(confirm(aWrongCode(authenticator)), isProblem('code-wrong'))
  await assert.rejects(confirm(anAuthenticator(first.secret, open.shop.clock).codeNow()), isProblem('code-wrong'))
  await assert.rejects(confirm('k7m2q-9x4tz'), isProblem('code-wrong'))
  const { recoveryCodes } = await confirm(authenticator.codeNow())
  assert.equal(new Set(recoveryCodes).size, 10)
  assert.equal((await visitor.call('GET /auth/me', {})).hasTwoFactor, true)
  await open.work()
  assert.ok(open.shop.letters.some(({ to, subject }) => to === email && subject === 'Two-factor sign-in is on'))
  assert.ok(!open.shop.letters.some(({ text }) => text.includes(offer.secret) || text.includes(recoveryCodes[0]!)))
  await assert.rejects(confirm(authenticator.code()), isProblem('two-factor-not-begun'))

  // The code that switched it on has had its turn.
  const ticket = await aTicket(email)
  await assert.rejects(
    show(ticket, authenticator.codeNow()).then(() => show(ticket, authenticator.codeNow())),
    isProblem('link-not-valid'),
  )
})

test('the password alone signs nobody in where two-factor is on', async () => {
  const { email, guarded } = await aGuarded()
  const visitor = open.browser()
  const ticket = await aTicket(email, visitor)
  assert.deepEqual([...visitor.cookies.keys()], [])
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  const reply = await show(ticket, guarded.code(), visitor)
  assert.equal(reply.account.email, email)
  assert.deepEqual((await visitor.call('GET /auth/me', {})).id, reply.account.id)
  assert.deepEqual(await twoFactorOf(reply.account.id), [true, true])
})

function twoFactorOf(accountId: string): Promise<boolean[]> {
  return rows<{ on: boolean }>(
    open.shop.db,
    sql`select two_factor as on from sessions where account_id = ${accountId} and ended_at is null order by created_at, id`,
  ).then((found) => found.map(({ on }) => on))
}

test('neither a new password nor any other letter goes round the second factor', async () => {
  const { email, guarded } = await aGuarded()
  const visitor = open.browser()
  await visitor.call('POST /auth/forgotten', { body: { email } })
  await open.work()
  const reply = await visitor.call('POST /auth/reset', {
    body: { token: linkIn(open.shop, 'reset-password'), password: 'eleven green trombones' },
  })
  assert.equal(reply.kind, 'second-factor')
  assert.ok(!visitor.cookies.has('access'))
  signedIn(await show((reply as z.output<typeof SecondFactorNeeded>).ticket, guarded.code(), visitor))
})

test('a code counts once, and none older than one that counted', async () => {
  const { email, guarded } = await aGuarded()
  const old = guarded.code()
  const fresh = guarded.code()
  await show(await aTicket(email), fresh)
  const ticket = await aTicket(email)
  await assert.rejects(show(ticket, fresh), isProblem('code-wrong'))
  await assert.rejects(show(ticket, old), isProblem('code-wrong'))
  await show(ticket, guarded.code())
})

test('a ticket outlives wrong codes, and the fifth was the last', async () => {
  const { email, guarded } = await aGuarded()
  const patient = await aTicket(email)
  for (let wrong = 0; wrong < 4; wrong += 1)
    await assert.rejects(show(patient, aWrongCode(guarded)), isProblem('code-wrong'))
  await show(patient, guarded.code())

  const spent = await aTicket(email)
  for (let wrong = 0; wrong < 5; wrong += 1)
    await assert.rejects(show(spent, aWrongCode(guarded)), isProblem('code-wrong'))
  open.shop.clock.advance({ seconds: 20 })
  await assert.rejects(show(spent, guarded.code()), isProblem('link-not-valid'))
  await show(await aTicket(email), guarded.code())
})

test('who guesses codes with one ticket after another waits longer and longer', async () => {
  const { email, guarded } = await aGuarded()
  for (let wrong = 0; wrong < 5; wrong += 1)
    await assert.rejects(show(await aTicket(email), aWrongCode(guarded)), isProblem('code-wrong'))
  const ticket = await aTicket(email)
  await assert.rejects(show(ticket, guarded.codeNow()), isProblem('sign-in-wait'))
  // Who has to wait has spent no try: the same ticket does afterwards.
  await show(ticket, guarded.code())
})

test('a ticket works for five minutes, once, and for its own account only', async () => {
  const mercy = await aGuarded()
  const june = await aGuarded()
  const stolen = await aTicket(mercy.email)
  await assert.rejects(show(stolen, june.guarded.code()), isProblem('code-wrong'))
  await assert.rejects(show(stolen, june.guarded.recoveryCodes[0]!), isProblem('code-wrong'))
  await show(stolen, mercy.guarded.code())
  await assert.rejects(show(stolen, mercy.guarded.code()), isProblem('link-not-valid'))

  const late = await aTicket(mercy.email)
  open.shop.clock.advance({ minutes: 5 })
  await assert.rejects(show(late, mercy.guarded.code()), isProblem('link-not-valid'))

  // It is no key to anything else.
  const ticket = await aTicket(mercy.email)
  const visitor = open.browser()
  await assert.rejects(
    visitor.call('POST /auth/reset', { body: { token: ticket, password: 'eleven green trombones' } }),
    isProblem('link-not-valid'),
  )
  await assert.rejects(visitor.call('POST /auth/verify', { body: { token: ticket } }), isProblem('link-not-valid'))
  visitor.cookies.set('refresh', ticket)
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
})

test('signing out everywhere ends half-finished sign-ins too', async () => {
  const { email, guarded, visitor } = await aGuarded()
  const ticket = await aTicket(email)
  await visitor.call('DELETE /auth/sessions', {})
  await assert.rejects(show(ticket, guarded.code()), isProblem('link-not-valid'))
})

test('a recovery code signs in once, and its owner hears of it', async () => {
  const { email, guarded } = await aGuarded()
  const [code = ''] = guarded.recoveryCodes
  await show(await aTicket(email), code.replace('-', ' ').toUpperCase())
  await open.work()
  const letter = open.shop.letters.findLast(({ subject }) => subject === 'A recovery code signed you in')
  assert.match(letter!.text, /9 are left/)
  await assert.rejects(show(await aTicket(email), code), isProblem('code-wrong'))
  const stored = await rows<{ row: string }>(open.shop.db, sql`select recovery_codes::text as row from recovery_codes`)
  for (const each of guarded.recoveryCodes)
    assert.ok(!stored.some(({ row }) => row.includes(each) || row.includes(each.replace('-', ''))))
})

test('two-factor moves to another device by a code of the old one, which counts until the new one was tried', async () => {
  const { email, visitor, guarded } = await aGuarded()
  const begin = (code?: string) =>
    visitor.call('POST /auth/two-factor', { body: { password, ...(code !== undefined && { code }) } })
  await assert.rejects(begin(), isProblem('two-factor-is-on'))
  await assert.rejects(begin(aWrongCode(guarded)), isProblem('code-wrong'))
  const offer = await begin(guarded.recoveryCodes[3])
  await show(await aTicket(email), guarded.code())

  const next = anAuthenticator(offer.secret, open.shop.clock)
  const { recoveryCodes } = await visitor.call('PUT /auth/two-factor', { body: { code: next.code() } })
  const ticket = await aTicket(email)
  await assert.rejects(show(ticket, guarded.code()), isProblem('code-wrong'))
  await assert.rejects(show(ticket, guarded.recoveryCodes[4]!), isProblem('code-wrong'))
  await show(ticket, next.code())
  await show(await aTicket(email), recoveryCodes[0]!)
})

test('a customer switches two-factor off with a code; twice does no harm', async () => {
  const { email, visitor, guarded } = await aGuarded()
  const end = (code: string) => visitor.call('POST /auth/two-factor/end', { body: { code } })
  await assert.rejects(end(aWrongCode(guarded)), isProblem('code-wrong'))
  await end(guarded.code())
  assert.equal((await visitor.call('GET /auth/me', {})).hasTwoFactor, false)
  await end(aWrongCode(guarded))
  const reply = signedIn(await open.browser().call('POST /auth/login', { body: { email, password } }))
  assert.deepEqual(await twoFactorOf(reply.account.id), [false, false])
  await open.work()
  assert.ok(open.shop.letters.some(({ subject }) => subject === 'Two-factor sign-in is off'))
})

test('who works here keeps two-factor, with the best of codes', async () => {
  const { email, visitor, guarded } = await aGuarded()
  await rows(open.shop.db, sql`update accounts set role = 'florist' where email = ${email}`)
  const end = () => visitor.call('POST /auth/two-factor/end', { body: { code: guarded.code() } })
  await assert.rejects(end(), isProblem('two-factor-is-needed'))
  assert.equal((await visitor.call('GET /auth/me', {})).hasTwoFactor, true)
  await rows(open.shop.db, sql`update accounts set role = null where email = ${email}`)
  await end()
})

test('who has no password, because she comes by a provider, gives none and may have two-factor', async () => {
  const account = await aSignedIn(open.shop, { email: 'provider@example.com' })
  const visitor = open.browser()
  for (const [name, value] of account.cookies) visitor.cookies.set(name, value)
  await assert.rejects(
    visitor.call('POST /auth/two-factor', { body: { password: 'anything at all' } }),
    isProblem('password-wrong'),
  )
  await withTwoFactor(visitor, open.shop.clock, { password: '' })
  assert.deepEqual(await twoFactorOf(account.accountId), [true])
})

test('what the database holds of secrets opens nothing, and an account’s row opens for that account only', async () => {
  const mercy = await aGuarded()
  const june = await aGuarded()
  const stored = await rows<{ row: string }>(open.shop.db, sql`select two_factors::text as row from two_factors`)
  assert.ok(!stored.some(({ row }) => row.includes(mercy.guarded.secret) || row.includes(june.guarded.secret)))
  // Whoever can write to the table puts her own secret into another's row.
  await rows(
    open.shop.db,
    sql`update two_factors set sealed_secret = (select t.sealed_secret from two_factors t join accounts a on a.id = t.account_id where a.email = ${june.email})
        where account_id = (select id from accounts where email = ${mercy.email})`,
  )
  const ticket = await aTicket(mercy.email)
  await assert.rejects(show(ticket, june.guarded.code()), isProblem('our-fault'))
})
