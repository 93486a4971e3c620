import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import {
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  placedOrder,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { aSignedIn } from '../../test/signed-in.ts'
import { aCustomer, type Customer, mum } from './test/a-customer.ts'

let open: PayingShop
let florist: Visitor
let quist: Customer
before(async () => {
  open = await openPayingShop()
  florist = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role: 'florist' })).cookies)
    florist.cookies.set(name, value)
  quist = await aCustomer(open, { name: 'Philippa Quist' })
  await quist.visitor.call('PATCH /account/profile', { body: { phone: '0491 570 157' } })
  await quist.visitor.call('POST /account/addresses', { body: mum })
  const placed = await placedOrder(quist.visitor)
  await pay(open.stripe, placed)
  await open.work()
  // Placed and never paid: nothing was spent.
  await placedOrder(quist.visitor, { day: '2026-11-23' })
})
after(() => open.close())

const found = async (q: string) =>
  (await florist.call('GET /desk/customers', { query: { q } })).customers.map(({ name }) => name)
const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a customer is found by part of her name, her address or her telephone, whatever their case', async () => {
  for (const q of [
    'quist',
    'PHIL',
    quist.email.slice(0, 8),
    '0491570157',
    '491 570 157'.replaceAll(' ', ''),
    'phil quis',
  ])
    assert.ok((await found(q)).includes('Philippa Quist'), q)
  for (const q of ['quist nobody', '%', '_', '\\', '0400']) assert.deepEqual(await found(q), [], q)
})

test('her page has what she bought, and counts what she paid for only', async () => {
  const { accountId } = quist
  const page = await florist.call('GET /desk/customers/:accountId', { params: { accountId } })
  assert.equal(page.orders, 1)
  assert.equal(page.latest.length, 2)
  assert.deepEqual(page.spent, page.latest.find(({ status }) => status === 'CONFIRMED')!.total)
  assert.equal(page.addresses.length, 1)
  assert.equal(page.wantsLetter, false)
})

test('a note about her is kept, is in her own data, and goes with her account', async () => {
  const { accountId, visitor } = quist
  const page = await florist.call('PUT /desk/customers/:accountId/note', {
    params: { accountId },
    body: { note: 'Allergic to lilies.' },
  })
  assert.equal(page.note, 'Allergic to lilies.')
  const data = await visitor.call('GET /account/export', {})
  assert.match(JSON.stringify(data.tables.find(({ name }) => name === 'account')), /Allergic to lilies/)
})

test('pages follow each other without a gap, the newest customer first', async () => {
  for (let nth = 0; nth < 55; nth += 1) await aCustomer(open, { name: `Customer ${nth}` })
  const seen: string[] = []
  let next: string | undefined
  do {
    const page: { customers: { accountId: string }[]; next?: string | undefined } = await florist.call(
      'GET /desk/customers',
      {
        query: { ...(next && { after: next as Customer['accountId'] }) },
      },
    )
    seen.push(...page.customers.map(({ accountId }) => accountId))
    next = page.next
  } while (next)
  assert.equal(seen.length, 56)
  assert.equal(new Set(seen).size, 56)
})

test('who was erased is found no more', async () => {
  const { visitor, accountId, email } = await aCustomer(open, { name: 'Gone Tomorrow' })
  await visitor.call('POST /account/erasure', { body: { password: '', confirm: 'erase' } })
  assert.deepEqual(await found(email), [])
  await assert.rejects(
    florist.call('GET /desk/customers/:accountId', { params: { accountId } }),
    isProblem('customer-not-found'),
  )
  await assert.rejects(
    florist.call('PUT /desk/customers/:accountId/note', { params: { accountId }, body: { note: 'x' } }),
    isProblem('customer-not-found'),
  )
})
