import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { newsletterWording as wording } from '@flora/contract/newsletter.ts'
import { aVisitor, openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { aCustomer } from '../customers/test/a-customer.ts'
import { consentToken } from './consent-link.ts'
import { isWanted, listConsents } from './queries.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
const said = async (email: string) =>
  (await listConsents(open.shop.db, email)).map(({ kind, source }) => `${kind} ${source}`)

async function linkFor(email: string): Promise<string> {
  await open.work()
  const letter = open.shop.letters.findLast(({ to }) => to === email)
  return /newsletter#(\S+)/.exec(letter!.text)![1]!
}

test('nobody gets the letter who did not say yes from her own address, and the words she read are kept', async () => {
  const email = 'june@example.com'
  const visitor = aVisitor(open.app)
  await visitor.call('POST /newsletter', { body: { email, wording } })
  assert.equal(await isWanted(open.shop.db, email), false)
  const token = await linkFor(email)
  await visitor.call('POST /newsletter/confirmation', { body: { token } })
  await visitor.call('POST /newsletter/confirmation', { body: { token } })
  assert.equal(await isWanted(open.shop.db, 'JUNE@example.com'), true)
  assert.deepEqual(await said(email), ['asked footer', 'confirmed letter'])
  assert.ok((await listConsents(open.shop.db, email)).every((consent) => consent.wording === wording))
})

test('an address that says yes already is not asked again, and one is asked twice a day at most', async () => {
  const visitor = aVisitor(open.app)
  const count = (email: string) => open.shop.letters.filter(({ to }) => to === email).length
  for (let nth = 0; nth < 4; nth += 1)
    await visitor.call('POST /newsletter', { body: { email: 'esi@example.com', wording } })
  await open.work()
  assert.equal(count('esi@example.com'), 2)
  await visitor.call('POST /newsletter/confirmation', { body: { token: await linkFor('esi@example.com') } })
  open.shop.clock.advance({ hours: 48 })
  await visitor.call('POST /newsletter', { body: { email: 'esi@example.com', wording } })
  await open.work()
  assert.equal(count('esi@example.com'), 2)
})

test('a link does what it was made for and nothing else, and a yes is not for ever to be given', async () => {
  const { sealingKey } = open.shop.config
  const visitor = aVisitor(open.app)
  const at = open.shop.clock.now()
  const confirm = consentToken(sealingKey, 'confirm', { email: 'ada@example.com', at })
  const leave = consentToken(sealingKey, 'leave', { email: 'ada@example.com', at })
  await assert.rejects(
    visitor.call('POST /newsletter/leaving', { body: { token: confirm } }),
    isProblem('link-not-valid'),
  )
  await assert.rejects(
    visitor.call('POST /newsletter/confirmation', { body: { token: leave } }),
    isProblem('link-not-valid'),
  )
  open.shop.clock.advance({ hours: 31 * 24 })
  await assert.rejects(
    visitor.call('POST /newsletter/confirmation', { body: { token: confirm } }),
    isProblem('link-not-valid'),
  )
  await visitor.call('POST /newsletter/leaving', { body: { token: leave } })
})

test('an account says yes and no for its own proven address', async () => {
  const { visitor, email } = await aCustomer(open)
  assert.deepEqual(await visitor.call('GET /account/newsletter', {}), { isWanted: false })
  for (const nth of [1, 2])
    assert.deepEqual(
      await visitor.call('PUT /account/newsletter', { body: { isWanted: true, wording } }),
      { isWanted: true },
      String(nth),
    )
  assert.deepEqual(await visitor.call('PUT /account/newsletter', { body: { isWanted: false } }), { isWanted: false })
  assert.deepEqual(await said(email), ['confirmed account', 'left account'])
})
