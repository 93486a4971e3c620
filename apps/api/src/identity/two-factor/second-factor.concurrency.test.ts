import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import type { Visitor } from '../../../test/open-paying-shop.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { anAuthenticator, aWrongCode, type Guarded, withTwoFactor } from '../test/authenticator.ts'
import { type IdentityShop, openIdentity, password, registered } from '../test/open-identity.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: IdentityShop
before(async () => {
  if (!skip) open = await openIdentity({ on: 'server' })
})
after(() => open?.close())
beforeEach(async () => {
  if (!skip) await rows(open.shop.db, sql`delete from sign_in_failures`)
})

let people = 0

async function aGuarded(): Promise<{ email: string; visitor: Visitor; guarded: Guarded }> {
  people += 1
  const email = `guarded-${people}@example.com`
  const visitor = open.browser()
  await registered(open, visitor, { email })
  return { email, visitor, guarded: await withTwoFactor(visitor, open.shop.clock) }
}

async function aTicket(email: string): Promise<string> {
  const reply = await open.browser().call('POST /auth/login', { body: { email, password } })
  assert.equal(reply.kind, 'second-factor')
  return reply.kind === 'second-factor' ? reply.ticket : ''
}

const show = (ticket: string, code: string) =>
  open.browser().call('POST /auth/second-factor', { body: { ticket, code } })

/** What came of everything that was asked at the same moment, counted. */
async function counted(asked: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const outcome: Record<string, number> = {}
  for (const result of await Promise.allSettled(asked)) {
    const word =
      result.status === 'fulfilled'
        ? 'in'
        : result.reason instanceof ApiProblem
          ? result.reason.problem.code
          : String(result.reason)
    outcome[word] = (outcome[word] ?? 0) + 1
  }
  return outcome
}

test('a code that two tickets show at the same moment lets one of them in', { skip }, async () => {
  const { email, guarded } = await aGuarded()
  const tickets = [await aTicket(email), await aTicket(email), await aTicket(email), await aTicket(email)]
  const code = guarded.code()
  assert.deepEqual(await counted(tickets.map((ticket) => show(ticket, code))), { in: 1, 'code-wrong': 3 })
})

test('a recovery code that four tickets show at the same moment lets one of them in', { skip }, async () => {
  const { email, guarded } = await aGuarded()
  const tickets = [await aTicket(email), await aTicket(email), await aTicket(email), await aTicket(email)]
  const [code = ''] = guarded.recoveryCodes
  assert.deepEqual(await counted(tickets.map((ticket) => show(ticket, code))), { in: 1, 'code-wrong': 3 })
})

test('one ticket with two good codes at the same moment is one sign-in, and spends one of them', { skip }, async () => {
  const { email, guarded } = await aGuarded()
  const ticket = await aTicket(email)
  const [one = '', two = ''] = guarded.recoveryCodes
  assert.deepEqual(await counted([show(ticket, one), show(ticket, two)]), { in: 1, 'link-not-valid': 1 })
  const [left] = await rows<{ count: number }>(
    open.shop.db,
    sql`select count(*)::int as count from recovery_codes c join accounts a on a.id = c.account_id where a.email = ${email} and c.used_at is null`,
  )
  assert.equal(left?.count, 9)
})

test('fifty guesses at the same moment are five tries', { skip }, async () => {
  const { email, guarded } = await aGuarded()
  const ticket = await aTicket(email)
  const wrong = aWrongCode(guarded)
  const outcome = await counted(Array.from({ length: 50 }, () => show(ticket, wrong)))
  assert.equal(outcome['code-wrong'], 5)
  assert.equal((outcome['sign-in-wait'] ?? 0) + (outcome['link-not-valid'] ?? 0), 45, JSON.stringify(outcome))
})

test('who confirms twice at the same moment is shown one set of recovery codes, and those work', { skip }, async () => {
  people += 1
  const email = `guarded-${people}@example.com`
  const visitor = open.browser()
  await registered(open, visitor, { email })
  const { secret } = await visitor.call('POST /auth/two-factor', { body: { password } })
  const code = anAuthenticator(secret, open.shop.clock).codeNow()
  const confirm = () => visitor.call('PUT /auth/two-factor', { body: { code } })
  const results = await Promise.allSettled([confirm(), confirm(), confirm()])
  const shown = results.filter((result) => result.status === 'fulfilled')
  assert.equal(shown.length, 1)
  await show(await aTicket(email), shown[0]!.value.recoveryCodes[0]!)
})

test('switching off and signing in at the same moment leaves no half of either', { skip }, async () => {
  for (let round = 0; round < 5; round += 1) {
    const { email, visitor, guarded } = await aGuarded()
    const ticket = await aTicket(email)
    const [one = '', two = ''] = guarded.recoveryCodes
    const end = visitor.call('POST /auth/two-factor/end', { body: { code: two } })
    await Promise.allSettled([show(ticket, one), end])
    const [left] = await rows<{ codes: number; factors: number; shown: number }>(
      open.shop.db,
      sql`select (select count(*)::int from recovery_codes where account_id = a.id) as codes,
                 (select count(*)::int from two_factors where account_id = a.id) as factors,
                 (select count(*)::int from sessions where account_id = a.id and two_factor) as shown
          from accounts a where email = ${email}`,
    )
    await end
    assert.deepEqual({ ...left, shown: 0 }, { codes: 0, factors: 0, shown: 0 })
    assert.ok(left!.shown === 0, 'a device counts as having shown a factor that is gone')
  }
})
