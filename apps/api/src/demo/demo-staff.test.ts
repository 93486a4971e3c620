import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { isProblem, openIdentity, type IdentityShop, signedIn } from '../identity/test/open-identity.ts'
import { readConfig } from '../platform/config.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { demoCustomers } from './demo-customers.ts'
import { demoPassword, demoStaff, dismissDemoStaff, plantDemoStaff } from './index.ts'

let open: IdentityShop
beforeEach(async () => {
  open = await openIdentity()
})
afterEach(() => open.close())

const login = (email: string) => open.browser().call('POST /auth/login', { body: { email, password: demoPassword } })

const inMode = (mode: 'rehearsal' | 'production') => ({ ...open.shop, config: { ...open.shop.config, mode } })

test('each of the demo staff signs in with the password that npm start prints', async () => {
  assert.equal(await plantDemoStaff(open.shop), 'planted')
  for (const { email, name, role } of demoStaff) {
    const { account } = signedIn(await login(email))
    assert.deepEqual([account.name, account.role], [name, role])
  }
  assert.deepEqual(
    demoStaff.map(({ role }) => role),
    ['owner', 'manager', 'florist', 'driver'],
  )
})

test('they are planted once: who was changed stays so', async () => {
  await plantDemoStaff(open.shop)
  await rows(open.shop.db, sql`update accounts set role = null where email = 'driver@flora.example'`)
  assert.equal(await plantDemoStaff(open.shop), 'there already')
  const [row] = await rows<{ role: string | null }>(
    open.shop.db,
    sql`select role from accounts where email = 'driver@flora.example'`,
  )
  assert.equal(row!.role, null)
})

test('a shop that has staff of its own gets none with a known password', async () => {
  await aSignedIn(open.shop, { role: 'owner' })
  assert.equal(await plantDemoStaff(open.shop), 'there already')
  await assert.rejects(login('owner@flora.example'), isProblem('sign-in-wrong'))
})

test('nowhere but in development are they planted', async () => {
  assert.equal(readConfig({}).mode, 'development')
  for (const mode of ['rehearsal', 'production'] as const)
    await assert.rejects(plantDemoStaff(inMode(mode)), /for development only/)
  assert.equal((await rows(open.shop.db, sql`select 1 from accounts`)).length, 0)
})

test('a database that is taken further lets none of them in', async () => {
  await plantDemoStaff(open.shop)
  const visitor = open.browser()
  await visitor.call('POST /auth/login', { body: { email: 'owner@flora.example', password: demoPassword } })
  const real = await aSignedIn(open.shop, { role: 'owner' })
  assert.equal(await dismissDemoStaff(open.shop), 0)
  await visitor.call('GET /auth/me', {})

  assert.equal(await dismissDemoStaff(inMode('production')), 4)
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  for (const { email } of demoStaff) await assert.rejects(login(email), isProblem('sign-in-wrong'))
  const staff = await rows<{ id: string }>(open.shop.db, sql`select id from accounts where role is not null`)
  assert.deepEqual(staff, [{ id: real.accountId }])
  assert.equal(await dismissDemoStaff(inMode('production')), 0)
})

test('back in development they are there again', async () => {
  await plantDemoStaff(open.shop)
  await dismissDemoStaff(inMode('rehearsal'))
  assert.equal(await plantDemoStaff(open.shop), 'planted')
  for (const { email, role } of demoStaff) assert.equal(signedIn(await login(email)).account.role, role)
  assert.equal((await rows(open.shop.db, sql`select 1 from accounts`)).length, 4)
})

test('a demo customer, who signs in with the same password, is let in no further than the staff are', async () => {
  await plantDemoStaff(open.shop)
  const { name, email } = demoCustomers.mercy
  await aSignedIn(open.shop, { name, email })
  await rows(
    open.shop.db,
    sql`update accounts set password_hash = (select password_hash from accounts where email = 'owner@flora.example') where email = ${email}`,
  )
  const visitor = open.browser()
  await visitor.call('POST /auth/login', { body: { email, password: demoPassword } })
  assert.equal(await dismissDemoStaff(inMode('production')), 5)
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  await assert.rejects(login(email), isProblem('sign-in-wrong'))
})
