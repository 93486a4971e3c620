import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Role } from '@flora/contract/permissions.ts'
import type { Staff } from '@flora/contract/staff.ts'
import { isProblem, linkIn, password, signedIn } from '../identity/test/open-identity.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { type Colleague, openStaff, type StaffShop } from './test/open-staff.ts'

let open: StaffShop
let ida: Colleague
before(async () => {
  open = await openStaff({ environment: { STAFF_TWO_FACTOR: 'off' } })
})
after(() => open.close())
beforeEach(async () => {
  open.shop.clock.set('2026-11-20T10:00:00+11:00')
  await rows(open.shop.db, sql`truncate accounts, account_tokens, sign_in_failures cascade`)
  ida = await open.somebody('Ida', 'owner')
})

const change = (by: Colleague, of: Colleague, role: Role | null): Promise<Staff> =>
  by.visitor.call('PATCH /staff/:accountId', { params: { accountId: of.accountId }, body: { role } })

const roles = ({ people }: Staff) => people.map(({ name, role }) => `${name} ${role}`)

async function invited(email: string, role: Role): Promise<string> {
  await ida.visitor.call('POST /staff/invitations', { body: { email, role } })
  await open.work()
  return linkIn(open.shop, 'accept-invitation')
}

async function roleOf(email: string): Promise<Role | null | undefined> {
  const [row] = await rows<{ role: Role | null }>(
    open.shop.db,
    sql`select role from accounts where lower(email) = lower(${email})`,
  )
  return row?.role
}

test('the list shows who works here, what she is, and what the one who looks may change', async () => {
  const fay = await open.somebody('Fay', 'florist', { twoFactor: false })
  const max = await open.somebody('Max', 'manager')
  await open.somebody('Carla', null)
  await rows(
    open.shop.db,
    sql`insert into two_factors (account_id, sealed_secret, confirmed_at) values (${fay.accountId}, 'sealed', now())`,
  )
  const staff = await ida.visitor.call('GET /staff', {})
  assert.deepEqual(roles(staff), ['Ida owner', 'Max manager', 'Fay florist'])
  assert.deepEqual(
    staff.people.map(({ hasTwoFactor, isYou, can }) => [hasTwoFactor, isYou, can.changeRole.ok]),
    [
      [false, true, false],
      [false, false, true],
      [true, false, true],
    ],
  )
  assert.deepEqual(
    staff.people.map(({ since, lastSeenAt }) => [since, lastSeenAt]),
    Array.from({ length: 3 }, () => ['2026-11-19T23:00:00Z', '2026-11-19T23:00:00Z']),
  )
  assert.ok(staff.can.invite.ok)
  const seenByMax = await max.visitor.call('GET /staff', {})
  assert.deepEqual(
    [seenByMax.can.invite.ok, ...seenByMax.people.map(({ can }) => can.changeRole.ok)],
    [false, false, false, false],
  )
})

test('somebody who was invited makes her account with the letter’s link and is what the letter says', async () => {
  const token = await invited('fay@example.com', 'florist')
  const letter = open.shop.letters.at(-1)!
  assert.deepEqual([letter.to, letter.subject], ['fay@example.com', 'Ida invites you to work at Flora'])
  const before = await ida.visitor.call('GET /staff', {})
  assert.deepEqual(before.invitations, [
    {
      email: 'fay@example.com',
      role: 'florist',
      invitedAt: '2026-11-19T23:00:00Z',
      expiresAt: '2026-11-26T23:00:00Z',
    },
  ])
  const fay = open.browser()
  const accept = (body: object) => fay.call('POST /staff/invitations/accept', { body: { token, ...body } })
  await assert.rejects(accept({}), isProblem('name-and-password-needed'))
  await assert.rejects(accept({ name: 'Fay' }), isProblem('name-and-password-needed'))
  await assert.rejects(accept({ name: 'Fay', password: 'password1234' }), isProblem('password-known'))
  const reply = await accept({ name: 'Fay Nguyen', password })
  assert.deepEqual(reply.kind === 'signed-in' && [reply.account.email, reply.account.role, reply.account.name], [
    'fay@example.com',
    'florist',
    'Fay Nguyen',
  ])
  assert.equal((await fay.call('GET /auth/me', {})).role, 'florist')
  signedIn(await open.browser().call('POST /auth/login', { body: { email: 'fay@example.com', password } }))
  const staff = await ida.visitor.call('GET /staff', {})
  assert.deepEqual([roles(staff), staff.invitations], [['Ida owner', 'Fay Nguyen florist'], []])
})

test('an invitation works once, for seven days, and only the newest of an address', async () => {
  const old = await invited('fay@example.com', 'manager')
  const token = await invited('FAY@example.com', 'florist')
  const accept = (which: string) =>
    open.browser().call('POST /staff/invitations/accept', { body: { token: which, name: 'Fay', password } })
  await assert.rejects(accept(old), isProblem('link-not-valid'))
  await accept(token)
  await assert.rejects(accept(token), isProblem('link-not-valid'))
  assert.equal(await roleOf('fay@example.com'), 'florist')

  const late = await invited('dan@example.com', 'driver')
  open.shop.clock.advance({ hours: 7 * 24 })
  await assert.rejects(accept(late), isProblem('link-not-valid'))
  assert.equal(await roleOf('dan@example.com'), undefined)
})

test('an invitation that was withdrawn gives nothing', async () => {
  const token = await invited('fay@example.com', 'florist')
  const withdraw = () => ida.visitor.call('POST /staff/invitations/withdrawal', { body: { email: 'Fay@Example.com' } })
  assert.deepEqual((await withdraw()).invitations, [])
  await withdraw()
  await assert.rejects(
    open.browser().call('POST /staff/invitations/accept', { body: { token, name: 'Fay', password } }),
    isProblem('link-not-valid'),
  )
})

test('who has an account keeps it: the role is added, her password stays, and her devices sign in again', async () => {
  const carla = await open.somebody('Carla', null)
  const token = await invited('CARLA@example.com', 'manager')
  const thief = open.browser()
  const reply = await thief.call('POST /staff/invitations/accept', {
    body: { token, name: 'Somebody else', password: 'eleven green trombones' },
  })
  assert.equal(reply.kind, 'role-taken')
  assert.ok(!thief.cookies.has('access'), 'a letter that lay about is no key to an account')
  const [row] = await rows<{ name: string; role: string; hash: string | null }>(
    open.shop.db,
    sql`select name, role, password_hash as hash from accounts where id = ${carla.accountId}`,
  )
  assert.deepEqual(row, { name: 'Carla', role: 'manager', hash: null })
  await assert.rejects(carla.visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
})

test('the invitation of one is never the role of another, whoever is signed in when it is opened', async () => {
  const carla = await open.somebody('Carla', null)
  const token = await invited('fay@example.com', 'manager')
  await carla.visitor.call('POST /staff/invitations/accept', { body: { token, name: 'Fay', password } })
  assert.deepEqual([await roleOf('carla@example.com'), await roleOf('fay@example.com')], [null, 'manager'])
})

test('a letter that was on its way makes no driver of the only owner', async () => {
  const token = await invited('otto@example.com', 'driver')
  await open.somebody('Otto', 'owner')
  await change(ida, await open.somebody('Max', 'manager'), 'florist')
  await assert.rejects(
    open.browser().call('POST /staff/invitations/accept', { body: { token } }),
    isProblem('already-staff'),
  )
  assert.equal(await roleOf('otto@example.com'), 'owner')
  await assert.rejects(invited('Otto@example.com', 'driver'), isProblem('already-staff'))
})

test('what an owner has sent out counts no more once she is none', async () => {
  const token = await invited('fay@example.com', 'owner')
  const olga = await open.somebody('Olga', 'owner')
  await change(olga, ida, 'manager')
  const accept = () => open.browser().call('POST /staff/invitations/accept', { body: { token, name: 'Fay', password } })
  await assert.rejects(accept(), isProblem('link-not-valid'))
  assert.equal(await roleOf('fay@example.com'), undefined)
})

test('a role counts from the next request on, and one that is taken signs her out', async () => {
  const fay = await open.somebody('Fay', 'florist')
  await assert.rejects(fay.visitor.call('GET /staff', {}), isProblem('not-allowed'))
  open.shop.clock.advance({ minutes: 3 })
  const staff = await change(ida, fay, 'manager')
  assert.deepEqual(roles(staff), ['Ida owner', 'Fay manager'])
  assert.equal(staff.people[1]!.since, '2026-11-19T23:03:00Z')
  await fay.visitor.call('GET /staff', {})
  await change(ida, fay, null)
  await assert.rejects(fay.visitor.call('GET /staff', {}), isProblem('sign-in-needed'))
  await assert.rejects(fay.visitor.call('POST /auth/refresh', {}), isProblem('sign-in-needed'))
  await assert.rejects(change(ida, fay, 'florist'), isProblem('staff-not-found'))
})

test('nobody raises herself or a customer, and nobody but an owner raises anybody', async () => {
  const max = await open.somebody('Max', 'manager')
  const carla = await open.somebody('Carla', null)
  const fay = await open.somebody('Fay', 'florist')
  await assert.rejects(change(ida, ida, 'driver'), isProblem('own-role'))
  await assert.rejects(change(ida, carla, 'owner'), isProblem('staff-not-found'))
  for (const somebody of [max, fay, carla]) {
    await assert.rejects(change(somebody, somebody, 'owner'), isProblem('not-allowed'))
    await assert.rejects(change(somebody, ida, null), isProblem('not-allowed'))
    await assert.rejects(
      somebody.visitor.call('POST /staff/invitations', { body: { email: 'x@example.com', role: 'owner' } }),
      isProblem('not-allowed'),
    )
  }
  assert.deepEqual(roles(await ida.visitor.call('GET /staff', {})), ['Ida owner', 'Max manager', 'Fay florist'])
})

test('a role in a body that has no business there is refused, and changes nothing', async () => {
  const token = await invited('fay@example.com', 'driver')
  const attacks: [string, object][] = [
    ['/api/auth/register', { email: 'eve@example.com', name: 'Eve', password, role: 'owner' }],
    ['/api/staff/invitations/accept', { token, name: 'Fay', password, role: 'owner' }],
    ['/api/staff/invitations/accept', { token, name: 'Fay', password, email: 'eve@example.com' }],
    ['/api/auth/login', { email: 'ida@example.com', password, twoFactor: true }],
  ]
  for (const [url, payload] of attacks) {
    const reply = await open.shop.app.inject({ method: 'POST', url, payload })
    assert.equal(reply.statusCode, 422, `${url}: ${reply.body}`)
  }
  await open.browser().call('POST /staff/invitations/accept', { body: { token, name: 'Fay', password } })
  assert.equal(await roleOf('fay@example.com'), 'driver')
})
