import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { customerLimits } from '@flora/contract/customers.ts'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { aCustomer, mum } from './test/a-customer.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('the first address is the default, others are listed after it by their label', async () => {
  const { visitor } = await aCustomer(open)
  const add = (label: string, name = 'June') =>
    visitor.call('POST /account/addresses', { body: { ...mum, label, name } })
  const first = await add('Mum')
  assert.deepEqual([first.isDefault, first.warning], [true, undefined])
  await add('work')
  await add('', 'Esi')
  await add('Aunt')
  const kept = await visitor.call('GET /account/addresses', {})
  assert.deepEqual(
    kept.map(({ label, name, isDefault }) => [label || name, isDefault]),
    [
      ['Mum', true],
      ['Aunt', false],
      ['Esi', false],
      ['work', false],
    ],
  )
})

test('the default is handed on: by wish, and when it is deleted', async () => {
  const { visitor } = await aCustomer(open)
  const add = (label: string) => visitor.call('POST /account/addresses', { body: { ...mum, label } })
  const [one, two, three] = [await add('One'), await add('Two'), await add('Three')]
  const defaults = (kept: { label: string; isDefault: boolean }[]) => kept.filter(({ isDefault }) => isDefault)
  const params = (addressId: typeof one.id) => ({ params: { addressId } })
  const chosen = await visitor.call('PUT /account/addresses/:addressId/default', params(two.id))
  assert.deepEqual(
    defaults(chosen).map(({ label }) => label),
    ['Two'],
  )
  const other = await visitor.call('DELETE /account/addresses/:addressId', params(one.id))
  assert.deepEqual(
    defaults(other).map(({ label }) => label),
    ['Two'],
  )
  const handedOn = await visitor.call('DELETE /account/addresses/:addressId', params(two.id))
  assert.deepEqual(
    handedOn.map(({ label, isDefault }) => [label, isDefault]),
    [['Three', true]],
  )
  assert.deepEqual(await visitor.call('DELETE /account/addresses/:addressId', params(three.id)), [])
  assert.equal((await add('Four')).isDefault, true)
})

test('what is not said of an address stays, and its warning comes and goes with what is said', async () => {
  const { visitor } = await aCustomer(open)
  const { id: addressId } = await visitor.call('POST /account/addresses', { body: mum })
  const change = (body: object) => visitor.call('PATCH /account/addresses/:addressId', { params: { addressId }, body })
  const moved = await change({ suburb: 'Fitzroy', instructions: undefined })
  assert.deepEqual([moved.name, moved.suburb, moved.warning?.code], [mum.name, 'Fitzroy', 'suburb-postcode'])
  assert.equal((await change({ postcode: '6000' })).warning?.code, 'address-not-served')
  assert.deepEqual(await change({ suburb: 'Abbotsford', postcode: '3067' }), { ...mum, id: addressId, isDefault: true })
})

test('an account keeps so many addresses and no more', async () => {
  const { visitor, accountId } = await aCustomer(open)
  const { id } = await visitor.call('POST /account/addresses', { body: mum })
  await rows(
    open.shop.db,
    sql`insert into addresses select 'adr_' || n, account_id, label || n, name, phone, line1, line2, suburb, postcode, false, created_at
        from addresses, generate_series(1, ${customerLimits.addresses - 2}) n where id = ${id}`,
  )
  await visitor.call('POST /account/addresses', { body: mum })
  await assert.rejects(visitor.call('POST /account/addresses', { body: mum }), isProblem('too-many-addresses'))
  const [kept] = await rows<{ count: number }>(
    open.shop.db,
    sql`select count(*)::int as count from addresses where account_id = ${accountId}`,
  )
  assert.equal(kept?.count, customerLimits.addresses)
  assert.equal((await visitor.call('GET /account/addresses', {})).length, customerLimits.addresses)
})

const refused: [what: string, parts: object][] = [
  ['without a name', { name: ' ' }],
  ['without a street', { line1: '' }],
  ['without a suburb', { suburb: '' }],
  ['with half a postcode', { postcode: '30' }],
  ['without a postcode', { postcode: '' }],
  ['with a phone that is none', { phone: '12' }],
  ['with a label that is a letter to Mum', { label: 'x'.repeat(41) }],
  ['with a line break in a field', { line1: '12 Nicholson\nStreet' }],
  ['that names its owner', { accountId: 'acc_other' }],
  ['that says it is the default', { isDefault: true }],
  ['that chooses its id', { id: 'adr_mine' }],
]
for (const [what, parts] of refused) {
  test(`an address ${what} is refused, and so is a change to one`, async () => {
    const { visitor } = await aCustomer(open)
    await assert.rejects(
      visitor.call('POST /account/addresses', { body: { ...mum, ...parts } }),
      isProblem('malformed-request'),
    )
    const { id: addressId } = await visitor.call('POST /account/addresses', { body: mum })
    await assert.rejects(
      visitor.call('PATCH /account/addresses/:addressId', { params: { addressId }, body: parts }),
      isProblem('malformed-request'),
    )
    assert.deepEqual(await visitor.call('GET /account/addresses', {}), [{ ...mum, id: addressId, isDefault: true }])
  })
}

test('the database itself keeps an account to one default', async () => {
  const { visitor, accountId } = await aCustomer(open)
  await visitor.call('POST /account/addresses', { body: mum })
  await visitor.call('POST /account/addresses', { body: { ...mum, label: 'Work' } })
  await assert.rejects(
    rows(open.shop.db, sql`update addresses set is_default = true where account_id = ${accountId}`),
    /addresses_default/,
  )
})
