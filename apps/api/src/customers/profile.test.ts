import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { suggestionCount } from '@flora/contract/customers.ts'
import { aProduct } from '../../test/builders.ts'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aCustomer } from './test/a-customer.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('somebody new has her name and address, nothing else, and everything to choose from', async () => {
  const { visitor, email } = await aCustomer(open)
  const profile = await visitor.call('GET /account/profile', {})
  assert.deepEqual([profile.name, profile.email, profile.phone], ['Mercy Okafor', email, ''])
  assert.deepEqual(
    profile.preferences.map(({ label, values }) => [label, values.map(({ value, chosen }) => [value, chosen])]),
    [
      [
        'Occasion',
        [
          ['birthday', false],
          ['thank-you', false],
        ],
      ],
      [
        'Colour',
        [
          ['coral', false],
          ['white', false],
        ],
      ],
      ['Mood', [['quiet', false]]],
    ],
  )
})

test('what is not said stays', async () => {
  const { visitor } = await aCustomer(open)
  await visitor.call('PATCH /account/profile', {
    body: { phone: '0491 570 156', preferences: { colour: ['white', 'white'], mood: ['quiet'] } },
  })
  await visitor.call('PATCH /account/profile', { body: { name: '<b>Ada</b>', preferences: { mood: [] } } })
  const changed = await visitor.call('PATCH /account/profile', { body: {} })
  assert.deepEqual(changed, await visitor.call('GET /account/profile', {}))
  assert.deepEqual([changed.name, changed.phone], ['<b>Ada</b>', '0491 570 156'])
  assert.deepEqual(
    changed.preferences.flatMap(({ values }) => values.filter(({ chosen }) => chosen).map(({ value }) => value)),
    ['white'],
  )
})

test('a favourite that the catalogue does not have is refused whole, and one that leaves it is no longer shown', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await assert.rejects(
    visitor.call('PATCH /account/profile', {
      // A colour, and no mood.
      body: { name: 'Ada', preferences: { colour: ['white'], mood: ['coral'] } },
    }),
    isProblem('preference-not-known'),
  )
  assert.equal((await visitor.call('GET /account/profile', {})).name, 'Mercy Okafor')
  await rows(
    open.shop.db,
    sql`insert into customers (account_id, preferences) values (${accountId}, '{"colour": ["puce", "white"]}')`,
  )
  const { preferences } = await visitor.call('GET /account/profile', {})
  assert.deepEqual(
    preferences.flatMap(({ values }) => values.filter(({ chosen }) => chosen).map(({ value }) => value)),
    ['white'],
  )
})

const notHers: [what: string, body: object][] = [
  ['a role', { role: 'owner' }],
  ['another address', { email: 'owner@example.com' }],
  ['another account', { accountId: 'acc_other' }],
  ['a customer at Stripe', { stripeCustomerId: 'cus_other' }],
  ['a facet that is no preference', { preferences: { type: ['peonies'] } }],
  ['no name', { name: ' ' }],
  ['a name that is a book', { name: 'x'.repeat(81) }],
  ['a phone that is none', { phone: 'ring me' }],
  ['too many favourites', { preferences: { colour: Array.from({ length: 13 }, (_, index) => `colour-${index}`) } }],
]
for (const [what, body] of notHers) {
  test(`a profile takes not: ${what}`, async () => {
    const { visitor, accountId } = await aCustomer(open)
    const before = await rows(open.shop.db, sql`select * from accounts where id = ${accountId}`)
    await assert.rejects(visitor.call('PATCH /account/profile', { body }), isProblem('malformed-request'))
    assert.deepEqual(await rows(open.shop.db, sql`select * from accounts where id = ${accountId}`), before)
    assert.deepEqual(await rows(open.shop.db, sql`select 1 from customers where account_id = ${accountId}`), [])
  })
}

test('suggestions are the shelf until she has favourites, then those that meet most of them', async () => {
  const { visitor } = await aCustomer(open)
  const slugs = async () => {
    const { isPersonal, items } = await visitor.call('GET /account/suggestions', {})
    return [isPersonal, ...items.map(({ slug }) => slug)]
  }
  const shelf = (await visitor.call('GET /products', { query: {} })).items.map(({ slug }) => slug)
  assert.deepEqual(await slugs(), [false, ...shelf])
  assert.deepEqual(shelf, ['coral-charm', 'peace-lily'])

  await visitor.call('PATCH /account/profile', { body: { preferences: { colour: ['white'] } } })
  assert.deepEqual(await slugs(), [true, 'peace-lily', 'coral-charm'])
  // Both meet two now, and the shelf decides.
  await visitor.call('PATCH /account/profile', { body: { preferences: { occasion: ['birthday', 'thank-you'] } } })
  assert.deepEqual(await slugs(), [true, 'coral-charm', 'peace-lily'])
  // Nothing on the shelf is quiet.
  await visitor.call('PATCH /account/profile', { body: { preferences: { occasion: [], colour: [], mood: ['quiet'] } } })
  assert.deepEqual(await slugs(), [false, ...shelf])
})

test('suggestions are as many as a page shows, of what is on the shelf today, add-ons not among them', async () => {
  const fresh = await openPayingShop()
  try {
    for (let number = 0; number < suggestionCount + 2; number += 1)
      await aProduct(fresh.shop, { slug: `lily-${number}`, facets: ['colour/white'], position: 200 + number })
    await aProduct(fresh.shop, { slug: 'hidden', facets: ['colour/white'], status: 'draft', position: 1 })
    await aProduct(fresh.shop, { slug: 'later', facets: ['colour/white'], visibleFrom: '2026-12-01', position: 1 })
    await aProduct(fresh.shop, { slug: 'vase', facets: ['colour/white'], kind: 'add-on', position: 1 })
    const { visitor } = await aCustomer(fresh)
    await visitor.call('PATCH /account/profile', { body: { preferences: { colour: ['white'] } } })
    const { items } = await visitor.call('GET /account/suggestions', {})
    assert.deepEqual(
      items.map(({ slug }) => slug),
      ['peace-lily', ...Array.from({ length: suggestionCount - 1 }, (_, number) => `lily-${number}`)],
    )
  } finally {
    await fresh.close()
  }
})
