import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { Role } from '@flora/contract/permissions.ts'
import type { DeskSubscriptionLine } from '@flora/contract/subscription-desk.ts'
import { brokenPromises } from '../../../test/invariants.ts'
import {
  aud,
  aVisitor,
  openPayingShop,
  type PayingShop,
  theBooks,
  type Visitor,
} from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { aCustomer } from '../../customers/test/a-customer.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { chargeDue } from '../charge-due.ts'
import { aGift } from '../test/a-mixed-cart.ts'
import { aSubscriber, keepCard, replaceCard, sellByChoice, subscribe, type Subscriber } from '../test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'
const firstCharge = '2026-11-30T16:00:00+11:00'

let open: PayingShop
let florist: Visitor
let manager: Visitor
let mercy: Subscriber

async function whoWorksAs(role: Role, name: string): Promise<Visitor> {
  const visitor = aVisitor(open.app)
  for (const [key, value] of (await aSignedIn(open.shop, { role, name })).cookies) visitor.cookies.set(key, value)
  return visitor
}

before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
  // The list of pages needs more of them than the small shop's vans carry.
  for (const more of [sql`update windows set capacity = 1000`, sql`update delivery_places set capacity = 1000`])
    await rows(open.shop.db, more)
  await rows(open.shop.db, sql`update bench_days set minutes = 100000`)
})
beforeEach(async () => {
  open.shop.clock.set(opening)
  // Somebody who sat down earlier may be signed out by the clock.
  florist = await whoWorksAs('florist', 'Tess Arnold')
  manager = await whoWorksAs('manager', 'Ada Marsh')
  mercy = await aSubscriber(open)
})
after(async () => {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
  await open.close()
})

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
// A letter’s lines are broken where they are full, which may be anywhere in a sentence.
const lettersTo = (email: string) =>
  open.shop.letters
    .filter(({ to }) => to === email)
    .map(({ subject, text }) => `${subject}\n${text}`.replaceAll(/\s+/g, ' '))

async function listed(query: Parameters<typeof florist.call<'GET /desk/subscriptions'>>[1]['query']) {
  const { subscriptions } = await florist.call('GET /desk/subscriptions', { query })
  return subscriptions.map(({ id }) => id)
}

test('a subscription is found by its subscriber, its recipient, its state, its rhythm and its next day', async () => {
  const { email } = mercy
  const weekly = await subscribe(mercy)
  const surprise = await subscribe(mercy, { kind: 'surprise', frequency: 'monthly', firstDay: '2026-12-07' })
  assert.deepEqual(await listed({ q: email }), [weekly.id, surprise.id], 'what comes next stands first')
  assert.deepEqual(
    await listed({ q: `${email.slice(0, 9).toUpperCase()} june` }),
    await listed({ q: email.slice(0, 9) }),
  )
  assert.deepEqual(await listed({ q: `${email} nobody` }), [])
  assert.deepEqual(await listed({ q: '%' }), [])
  assert.deepEqual(await listed({ q: email, rhythm: 'weekly' }), [weekly.id])
  assert.deepEqual(await listed({ q: email, rhythm: 'surprise' }), [surprise.id])
  assert.deepEqual(await listed({ q: email, rhythm: 'monthly' }), [], 'a surprise has a rhythm of its own')
  assert.deepEqual(await listed({ q: email, next: 'week' }), [])
  assert.deepEqual(await listed({ q: email, next: 'month', rhythm: 'weekly' }), [weekly.id])
  const params = { subscriptionId: weekly.id }
  await florist.call('POST /desk/subscriptions/:subscriptionId/pause', { params, body: { until: '2027-04-01' } })
  assert.deepEqual(await listed({ q: email, state: 'paused', next: 'none' }), [weekly.id])
  assert.deepEqual(await listed({ q: email, state: 'active' }), [surprise.id])
})

test('pages follow each other without a gap, those without a next day last', async () => {
  for (let nth = 0; nth < 4; nth += 1) {
    const somebody = await aSubscriber(open)
    for (let more = 0; more < 15; more += 1) await subscribe(somebody, { frequency: 'yearly' })
  }
  const seen: DeskSubscriptionLine[] = []
  let next: string | undefined
  do {
    const page: { subscriptions: DeskSubscriptionLine[]; next?: string | undefined } = await florist.call(
      'GET /desk/subscriptions',
      { query: { ...(next && { after: next }) } },
    )
    seen.push(...page.subscriptions)
    next = page.next
  } while (next)
  const { counts } = await florist.call('GET /desk/subscriptions', { query: {} })
  assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length)
  assert.equal(seen.length, counts.active + counts.paused + counts.cancelled)
  const days = seen.map(({ nextDay }) => nextDay ?? '9999')
  assert.deepEqual(days, days.toSorted())
})

test('what a florist leaves out, takes back in and moves is written under her name, and its subscriber is told', async () => {
  const made = await subscribe(mercy)
  const before = await theBooks(open.shop)
  const params = { subscriptionId: made.id, occurrenceId: made.occurrences[1]!.id }
  const skipped = await florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
    params,
    body: {},
  })
  assert.equal(skipped.coming[1]!.state, 'skipped')
  assert.equal(skipped.coming[1]!.because, undefined, 'its state says it')
  assert.deepEqual(
    { label: skipped.events[0]!.label, who: skipped.events[0]!.who },
    { label: 'Left out', who: 'Tess Arnold' },
  )
  await florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip', {
    params,
    body: { tellHer: false },
  })
  assert.deepEqual(await theBooks(open.shop), before, 'its places are taken again')
  const moved = await florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/move', {
    params,
    body: { day: '2026-12-11' },
  })
  assert.deepEqual([moved.coming[1]!.day, moved.coming[1]!.insteadOf], ['2026-12-11', '2026-12-10'])
  await open.work()
  const told = lettersTo(mercy.email).filter((letter) => letter.startsWith('We changed your subscription for you'))
  assert.equal(told.length, 2, 'and what she need not hear of is not told')
  assert.match(told.join('\n'), /Thursday 10 December is left out/)
  assert.match(told.join('\n'), /Thursday 10 December comes Friday 11 December instead/)
  const { events } = await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: made.id },
  })
  assert.deepEqual([...new Set(events.map(({ who }) => who))].toSorted(), ['customer', 'shop'], 'no names of staff')
})

test('the last moment is the same for staff, and the reason says how it goes on', async () => {
  const made = await subscribe(mercy)
  const params = { subscriptionId: made.id, occurrenceId: made.occurrences[0]!.id }
  open.shop.clock.set(firstCharge)
  florist = await whoWorksAs('florist', 'Tess Arnold')
  const before = await florist.call('GET /desk/subscriptions/:subscriptionId', { params })
  const { skip } = before.coming[0]!.can
  assert.match(
    skip.ok ? '' : skip.because,
    /^Changes closed .* It is about to be charged; then its order can be changed\.$/,
  )
  await assert.rejects(
    florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', { params, body: {} }),
    isProblem('too-late-to-change'),
  )
  await chargeDue(open.shop)
  await open.work()
  const [paid] = (await florist.call('GET /desk/subscriptions/:subscriptionId', { params })).coming
  assert.deepEqual([paid!.state, paid!.attempts, paid!.order?.status], ['paid', 1, 'CONFIRMED'])
  const order = await florist.call('GET /desk/orders/:orderId', { params: { orderId: paid!.order!.id } })
  assert.equal(order.subscriptionId, made.id, 'and its order leads back')
})

test('only an owner or a manager ends one, with a reason that its subscriber does not read', async () => {
  const { id } = await subscribe(mercy)
  const params = { subscriptionId: id }
  const end = (by: Visitor) =>
    by.call('POST /desk/subscriptions/:subscriptionId/cancellation', { params, body: { reason: 'She was rude' } })
  const seen = await florist.call('GET /desk/subscriptions/:subscriptionId', { params })
  assert.deepEqual(seen.can.cancel, { ok: false, because: 'Only an owner or a manager ends one.' })
  assert.deepEqual(seen.can.pause, { ok: true })
  await assert.rejects(end(florist), isProblem('not-allowed'))
  const over = await end(manager)
  assert.equal(over.subscription.state, 'cancelled')
  assert.deepEqual([over.events[0]!.detail, over.events[0]!.who], ['She was rude', 'Ada Marsh'])
  assert.match(over.can.pause.ok ? '' : over.can.pause.because, /^It has ended\./)
  await assert.rejects(end(manager), isProblem('subscription-ended'))
  await open.work()
  const hers = await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', { params })
  assert.doesNotMatch(JSON.stringify(hers), /rude/)
  assert.ok(lettersTo(mercy.email).some((letter) => letter.startsWith('Your subscription has ended')))
  assert.ok(lettersTo(mercy.email).every((letter) => !letter.includes('rude')))
})

test('a pause and its end are staff’s too, and are told', async () => {
  const { id } = await subscribe(mercy)
  const params = { subscriptionId: id }
  await florist.call('POST /desk/subscriptions/:subscriptionId/pause', { params, body: { until: '2026-12-20' } })
  const on = await florist.call('POST /desk/subscriptions/:subscriptionId/resume', { params, body: {} })
  assert.equal(on.subscription.state, 'active')
  assert.ok(on.coming.slice(0, 3).every(({ state }) => state === 'planned'))
  assert.deepEqual(
    on.events.slice(0, 2).map(({ label, who }) => [label, who]),
    [
      ['Goes on', 'Tess Arnold'],
      ['Paused until Sun 20 Dec', 'Tess Arnold'],
    ],
  )
  await open.work()
  assert.ok(lettersTo(mercy.email).some((letter) => letter.includes('rests until Sunday 20 December')))
})

test('another address keeps its price; another number of bouquets wants the sum she has agreed to', async () => {
  const made = await subscribe(mercy)
  const params = { subscriptionId: made.id }
  const change = (body: Parameters<typeof florist.call<'PATCH /desk/subscriptions/:subscriptionId'>>[1]['body']) =>
    florist.call('PATCH /desk/subscriptions/:subscriptionId', { params, body })
  const elsewhere = { ...made.plan.recipient, line1: '14 Nicholson Street' }
  const moved = await change({ version: made.version, plan: { recipient: elsewhere } })
  assert.equal(moved.subscription.plan.recipient.line1, '14 Nicholson Street')
  assert.deepEqual(moved.subscription.perDelivery, made.perDelivery)
  await assert.rejects(change({ version: made.version, quantity: 2 }), isProblem('changed-elsewhere'))
  const { version } = moved.subscription
  await assert.rejects(change({ version, quantity: 2 }), (error) => {
    assert.ok(error instanceof ApiProblem)
    assert.deepEqual((error.problem as { perDelivery?: unknown }).perDelivery, aud(12_000))
    return error.problem.code === 'price-changed'
  })
  const doubled = await change({ version, quantity: 2, perDelivery: aud(12_000) })
  assert.deepEqual([doubled.subscription.quantity, doubled.subscription.perDelivery], [2, aud(12_000)])
})

test('staff see the day of a surprise, and no letter tells it', async () => {
  const made = await subscribe(mercy, { kind: 'surprise', firstDay: '2026-12-07' })
  const params = { subscriptionId: made.id }
  const seen = await florist.call('GET /desk/subscriptions/:subscriptionId', { params })
  const [first] = seen.coming
  assert.ok(first!.isSecret && first!.day >= '2026-12-07' && first!.day <= '2026-12-13')
  assert.equal(first!.insteadOf, undefined)
  await florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
    params: { ...params, occurrenceId: first!.id },
    body: {},
  })
  await open.work()
  const told = lettersTo(mercy.email).find((letter) => letter.startsWith('We changed your subscription for you'))
  assert.match(told!, /Your next surprise is left out/)
  assert.doesNotMatch(told!, /December/)
})

test('a declined card is listed as trouble until it is mended', async () => {
  const { id } = await subscribe(mercy)
  await replaceCard(open, mercy, 'pm_card_chargeCustomerFail')
  open.shop.clock.set(firstCharge)
  florist = await whoWorksAs('florist', 'Tess Arnold')
  await chargeDue(open.shop)
  await open.work()
  const asked = { q: mercy.email, trouble: 'card-declined' } as const
  assert.deepEqual(await listed(asked), [id])
  assert.deepEqual(await listed({ q: mercy.email, trouble: 'any' }), [id])
  assert.deepEqual(await listed({ q: mercy.email, trouble: 'unpaid' }), [])
  const seen = await florist.call('GET /desk/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  assert.match(seen.troubles[0]!.message, /declined for Thu 3 Dec/)
  assert.equal(seen.coming[0]!.failure, 'The bank said no, and not why.')
  const back = await aCustomerAgain()
  const { version } = await back.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  const cardId = await keepCard(open, back)
  await back.call('PATCH /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: id },
    body: { version, cardId },
  })
  await open.work()
  assert.deepEqual(await listed(asked), [])
})

/** Mercy, signed in once more: ten days later her first sign-in is over. */
async function aCustomerAgain(): Promise<Visitor> {
  const visitor = aVisitor(open.app)
  const { cookies } = await aSignedIn(open.shop, { accountId: mercy.accountId })
  for (const [key, value] of cookies) visitor.cookies.set(key, value)
  return visitor
}

test('a gift of somebody without an account is ruled at the desk, and its rest is refunded when it ends', async () => {
  const { subscriptionId } = await aGift(open, aVisitor(open.app), { deliveries: 3, email: 'giver@example.com' })
  const params = { subscriptionId }
  const seen = await florist.call('GET /desk/subscriptions/:subscriptionId', { params })
  assert.deepEqual([seen.owner.email, seen.owner.accountId], ['giver@example.com', undefined])
  assert.match(seen.can.pause.ok ? '' : seen.can.pause.because, /^It is paid already/)
  assert.ok((await listed({ rhythm: 'gift', q: 'giver@' })).includes(subscriptionId))
  const later = seen.coming[1]!
  const skipped = await florist.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
    params: { ...params, occurrenceId: later.id },
    body: {},
  })
  assert.equal(skipped.coming.filter(({ state }) => state !== 'skipped').length, 3, 'it comes at the end instead')
  const over = await manager.call('POST /desk/subscriptions/:subscriptionId/cancellation', {
    params,
    body: { reason: 'June has moved away' },
  })
  assert.equal(over.subscription.gift!.left, 0)
  await open.work()
  const refunded = await rows<{ amount: number; state: string; who: string }>(
    open.shop.db,
    sql`select f.amount_minor as amount, f.state, a.name as who from refunds f join subscriptions s on s.begun_by = f.order_id
        left join accounts a on a.id = f.who where s.id = ${subscriptionId}`,
  )
  assert.deepEqual(refunded, [
    { amount: seen.subscription.gift!.refundable.minor, state: 'succeeded', who: 'Ada Marsh' },
  ])
  assert.ok(
    lettersTo('giver@example.com').some((letter) => letter.includes('It is paid, so it comes at the end instead')),
  )
})

test('what is not there is not found, and a customer is no staff', async () => {
  const params = { subscriptionId: 'sub_never' } as const
  await assert.rejects(
    florist.call('GET /desk/subscriptions/:subscriptionId', { params }),
    isProblem('subscription-not-found'),
  )
  const { visitor } = await aCustomer(open, { name: 'Eve' })
  await assert.rejects(visitor.call('GET /desk/subscriptions', { query: {} }), isProblem('not-allowed'))
})
