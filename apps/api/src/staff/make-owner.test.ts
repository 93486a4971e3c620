import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isProblem, password, signedIn } from '../identity/test/open-identity.ts'
import { endTwoFactor } from '../ops/end-two-factor.ts'
import { owner } from '../ops/owner.ts'
import { Refusal } from '../platform/refusal.ts'
import { openStaff, type StaffShop } from './test/open-staff.ts'
import { withTwoFactor } from '../identity/test/authenticator.ts'

let open: StaffShop
before(async () => {
  open = await openStaff({ environment: { STAFF_TWO_FACTOR: 'off', PUBLIC_URL: 'https://flora.example' } })
})
after(() => open.close())

const tokenIn = (said: string) => /https:\/\/flora\.example\/reset-password#([\w-]{43})/.exec(said)![1]!

test('the first owner comes by a link that the operator is shown, once', async () => {
  const said = await owner(open.shop, ['ida@example.com', 'Ida', 'Marsh'])
  assert.match(said, /Made an account for ida@example\.com/)
  const token = tokenIn(said)
  const ida = open.browser()
  const choose = () => ida.call('POST /auth/reset', { body: { token, password } })
  const { account } = signedIn(await choose())
  assert.deepEqual([account.email, account.name, account.role], ['ida@example.com', 'Ida Marsh', 'owner'])
  assert.ok((await ida.call('GET /staff', {})).can.invite.ok)
  await assert.rejects(choose(), isProblem('link-not-valid'))
  const { entries } = await ida.call('GET /audit', { query: { action: 'ops owner' } })
  assert.deepEqual(
    entries.map(({ who, subject, detail }) => [who, subject, detail]),
    [['An operator', account.id, { email: 'ida@example.com', isNew: true }]],
  )
})

test('who has an account becomes an owner with it, and her devices sign in again', async () => {
  const carla = await open.somebody('Carla', null)
  const said = await owner(open.shop, ['CARLA@example.com'])
  assert.match(said, /has an account, and is an owner now/)
  await assert.rejects(carla.visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  const reply = signedIn(await open.browser().call('POST /auth/reset', { body: { token: tokenIn(said), password } }))
  assert.deepEqual([reply.account.id, reply.account.name, reply.account.role], [carla.accountId, 'Carla', 'owner'])
})

test('a link is over after a day', async () => {
  const said = await owner(open.shop, ['late@example.com'])
  open.shop.clock.advance({ hours: 24 })
  await assert.rejects(
    open.browser().call('POST /auth/reset', { body: { token: tokenIn(said), password } }),
    isProblem('link-not-valid'),
  )
})

test('what is no address makes nobody an owner', async () => {
  for (const given of [[], ['nonsense'], ['']])
    await assert.rejects(owner(open.shop, given), (error) => error instanceof Refusal && error.status === 422)
})

test('who lost device and recovery codes is let in again by the operator, with her password', async () => {
  const said = await owner(open.shop, ['lost@example.com'])
  const visitor = open.browser()
  await visitor.call('POST /auth/reset', { body: { token: tokenIn(said), password } })
  await withTwoFactor(visitor, open.shop.clock)
  const login = () => open.browser().call('POST /auth/login', { body: { email: 'lost@example.com', password } })
  assert.equal((await login()).kind, 'second-factor')
  assert.match(await endTwoFactor(open.shop, ['lost@example.com']), /is off/)
  await assert.rejects(visitor.call('GET /auth/me', {}), isProblem('sign-in-needed'))
  signedIn(await login())
  await assert.rejects(endTwoFactor(open.shop, ['nobody@example.com']), isRefusal('no-such-account'))
})

const isRefusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
