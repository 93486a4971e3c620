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

let open: PayingShop
let owner: Visitor
before(async () => {
  open = await openPayingShop()
  owner = await signedIn('owner')
})
after(() => open.close())

async function signedIn(role: 'owner' | 'manager'): Promise<Visitor> {
  const visitor = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role })).cookies) visitor.cookies.set(name, value)
  return visitor
}

const standing = () => owner.call('GET /desk/settings', {})
const change = async (what: object) =>
  owner.call('PATCH /desk/settings', { body: { version: (await standing()).version, ...what } })
const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a new name stands on every page at once, and the rest stays', async () => {
  const before = await standing()
  const guest = aVisitor(open.app)
  await guest.call('GET /shop', {})
  const after = await change({ name: 'Rose Street Flowers' })
  assert.deepEqual({ ...after, version: 0, name: '' }, { ...before, version: 0, name: '' })
  assert.equal((await guest.call('GET /shop', {})).name, 'Rose Street Flowers')
})

test('of two who change at once the second is told, and nothing of hers is saved', async () => {
  const { version } = await standing()
  const [first, second] = await Promise.allSettled([
    owner.call('PATCH /desk/settings', { body: { version, tagline: 'one' } }),
    owner.call('PATCH /desk/settings', { body: { version, tagline: 'two' } }),
  ])
  assert.deepEqual([first.status, second.status].toSorted(), ['fulfilled', 'rejected'])
  const lost = first.status === 'rejected' ? first : (second as PromiseRejectedResult)
  assert.ok(isProblem('changed-meanwhile')(lost.reason))
  assert.equal((await standing()).tagline, first.status === 'fulfilled' ? 'one' : 'two')
})

test('a cart is priced by the new rate of tax, in every process that kept the old one', async () => {
  const visitor = aVisitor(open.app)
  const { order } = await placedOrder(visitor)
  assert.ok(order.gst.minor > 0)
  await change({ gstBasisPoints: 0 })
  const { order: later } = await placedOrder(aVisitor(open.app), { day: '2026-11-23' })
  assert.equal(later.gst.minor, 0)
  const [kept] = [await visitor.call('GET /orders/:link', { params: { link: order.link } })]
  assert.deepEqual(kept.gst, order.gst, 'what was placed stays as it was placed')
  await change({ gstBasisPoints: 1_000 })
})

test('the time zone stays while a day is promised in it', async () => {
  await assert.rejects(change({ timeZone: 'Australia/Perth' }), isProblem('time-zone-in-use'))
  assert.equal((await standing()).can.changeTimeZone.ok, false)
})

test('what cannot be is refused in words: an ABN with a slip, a zone that is none, no opening hours', async () => {
  await change({ abn: '51824753556' })
  assert.equal((await standing()).abn, '51 824 753 556')
  for (const [wrong, words] of [
    [{ abn: '51 824 753 557' }, /ABN/],
    [{ timeZone: 'Australia/Fitzroy' }, /time zone/],
    [{ hours: [] }, /opening hours/],
    [{ name: ' ' }, /name/],
    [{ holdMinutes: 1 }, /five minutes/],
  ] as const)
    await assert.rejects(
      change(wrong),
      (error) => error instanceof ApiProblem && words.test(error.problem.detail ?? ''),
    )
})

test('the shop’s own words stand around the facts of its next letter, and can be taken away again', async () => {
  const word = async (opening: string, closing: string) =>
    owner.call('PUT /desk/settings/letters/:letter', {
      params: { letter: 'confirmed' },
      body: { version: (await standing()).version, opening, closing },
    })
  const confirmed = async (day: '2026-11-24' | '2026-11-25') => {
    const placed = await placedOrder(aVisitor(open.app), { day })
    await pay(open.stripe, placed)
    await open.work()
    return open.shop.letters.at(-1)!
  }
  await word('We’re <b>tying</b> already.\n\nHonest.', 'See you soon.')
  const letter = await confirmed('2026-11-24')
  const at = (text: string) => letter.text.indexOf(text)
  assert.ok(at('We’re <b>tying</b> already.') > 0 && at('Honest.') > at('already.'))
  assert.ok(at('See you soon.') > at('Abbotsford'))
  assert.match(letter.html, /We’re &lt;b&gt;tying/)
  await word('', '')
  assert.doesNotMatch((await confirmed('2026-11-25')).text, /See you soon/)
})

test('a manager reads them and is told why she may not change them', async () => {
  const manager = await signedIn('manager')
  assert.equal((await manager.call('GET /desk/settings', {})).can.change.ok, false)
  const { version } = await standing()
  await assert.rejects(
    manager.call('PATCH /desk/settings', { body: { version, name: 'Mine' } }),
    isProblem('not-allowed'),
  )
})
