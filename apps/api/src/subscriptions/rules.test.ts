import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { OccurrenceId, SubscriptionId } from '@flora/contract/ids.ts'
import type { Subscription } from '@flora/contract/subscriptions.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { afternoon, aud, morning, openPayingShop, type PayingShop, theBooks } from '../../test/open-paying-shop.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import { aSubscriber, ledgerOf, plan, sellByChoice, subscribe, type Subscriber } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'

let open: PayingShop
let mercy: Subscriber
before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
})
beforeEach(async () => {
  open.shop.clock.set(opening)
  mercy = await aSubscriber(open)
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code
const subjects = () => open.shop.letters.filter(({ to }) => to === mercy.email).map(({ subject }) => subject)
const days = ({ occurrences }: Subscription) => occurrences.map(({ day, state }) => `${day} ${state}`)

async function ended(): Promise<void> {
  await open.work()
  await rows(
    open.shop.db,
    sql`update subscriptions set state = 'cancelled', paused_until = null, paused_because = null where state <> 'cancelled'`,
  )
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where state in ('planned', 'charging')`)
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

function on(subscription: { id: SubscriptionId }) {
  const params = { subscriptionId: subscription.id }
  const one = (occurrenceId: OccurrenceId) => ({ ...params, occurrenceId })
  const { visitor } = mercy
  return {
    show: () => visitor.call('GET /account/subscriptions/:subscriptionId', { params }),
    change: (body: Parameters<typeof visitor.call<'PATCH /account/subscriptions/:subscriptionId'>>[1]['body']) =>
      visitor.call('PATCH /account/subscriptions/:subscriptionId', { params, body }),
    pause: (until: '2026-12-20') =>
      visitor.call('POST /account/subscriptions/:subscriptionId/pause', { params, body: { until } }),
    resume: () => visitor.call('POST /account/subscriptions/:subscriptionId/resume', { params, body: {} }),
    cancel: () => visitor.call('POST /account/subscriptions/:subscriptionId/cancellation', { params, body: {} }),
    skip: (id: OccurrenceId) =>
      visitor.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
        params: one(id),
        body: {},
      }),
    unskip: (id: OccurrenceId) =>
      visitor.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip', {
        params: one(id),
        body: {},
      }),
    move: (id: OccurrenceId, day: '2026-12-05', windowId?: typeof afternoon) =>
      visitor.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/move', {
        params: one(id),
        body: { day, ...(windowId && { windowId }) },
      }),
  }
}

test('a skipped delivery gives its places back and takes them again, unless they are gone', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  const id = made.occurrences[1]!.id
  const before = await theBooks(open.shop)
  const skipped = await hers.skip(id)
  assert.equal(skipped.occurrences[1]!.state, 'skipped')
  assert.deepEqual(skipped.occurrences[1]!.can.unskip, { ok: true })
  assert.notDeepEqual(await theBooks(open.shop), before)
  const back = await hers.unskip(id)
  assert.equal(back.occurrences[1]!.state, 'planned')
  assert.deepEqual(await theBooks(open.shop), before)

  await hers.skip(id)
  await rows(open.shop.db, sql`update delivery_places set capacity = taken where day = '2026-12-10'`)
  await assert.rejects(hers.unskip(id), isProblem('window-full'))
  assert.equal((await hers.show()).occurrences[1]!.state, 'skipped')
  await rows(open.shop.db, sql`update delivery_places set capacity = 20 where day = '2026-12-10'`)
  await ended()
})

test('each change has its last moment, to the second, by the shop’s clock', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  const [first] = made.occurrences
  open.shop.clock.set('2026-11-30T15:59:59+11:00')
  await hers.skip(first!.id)
  await hers.unskip(first!.id)
  open.shop.clock.set('2026-11-30T16:00:00+11:00')
  const { can } = (await hers.show()).occurrences[0]!
  assert.match(can.skip.ok ? '' : can.skip.because, /Changes closed 4 pm on Monday 30 November/)
  await assert.rejects(hers.skip(first!.id), isProblem('too-late-to-change'))
  await assert.rejects(hers.move(first!.id, '2026-12-05'), isProblem('too-late-to-change'))
  await ended()
})

test('one delivery moves to another day and window between its neighbours, and stays there when the plan changes', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  const id = made.occurrences[1]!.id
  await assert.rejects(hers.move(id, '2026-12-18' as '2026-12-05'), isProblem('not-between-neighbours'))
  await assert.rejects(hers.move(id, '2026-12-03' as '2026-12-05'), isProblem('not-between-neighbours'))
  await assert.rejects(hers.move(id, '2026-12-13' as '2026-12-05'), isProblem('no-run'))
  const before = await theBooks(open.shop)
  assert.equal((await hers.show()).occurrences[1]!.day, '2026-12-10', 'a refused move leaves it where it is')
  const moved = await hers.move(id, '2026-12-12' as '2026-12-05', afternoon)
  assert.deepEqual([moved.occurrences[1]!.day, moved.occurrences[1]!.window!.id], ['2026-12-12', afternoon])
  assert.deepEqual(await theBooks(open.shop), before)
  const { version } = moved
  const changed = await hers.change({ version, plan: { cardMessage: 'Dear June,\nagain' } })
  assert.deepEqual([changed.occurrences[1]!.day, changed.occurrences[1]!.window!.id], ['2026-12-12', afternoon])
  await ended()
})

test('a change counts for what may still be changed; another price needs a yes; of two editors one is told', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  open.shop.clock.set('2026-12-01T10:00:00+11:00')
  const variantId = 'var_florists-choice-generous'
  await assert.rejects(hers.change({ version: made.version, variantId }), isProblem('price-changed'))
  const perDelivery = aud(8_100 + 1_200)
  const changed = await hers.change({ version: made.version, variantId, perDelivery })
  assert.deepEqual(changed.occurrences.map(({ price }) => price!.minor).slice(0, 3), [6_600, 9_300, 9_300])
  await assert.rejects(hers.change({ version: made.version, quantity: 2 }), isProblem('changed-elsewhere'))
  const address = { ...plan.recipient, line1: '41 Rose Street', suburb: 'Fitzroy', postcode: '3065' }
  await hers.change({ version: changed.version, plan: { recipient: address } })
  const [row] = await rows<{ lines: string[] }>(
    open.shop.db,
    sql`select json_agg(d.line1 order by d.day) as lines from occurrences o join order_deliveries d on d.order_id = o.order_id where o.subscription_id = ${made.id}`,
  )
  assert.deepEqual(row!.lines.slice(0, 2), ['12 Nicholson Street', '41 Rose Street'])
  const { events } = await hers.show()
  assert.deepEqual(
    events.map(({ kind, who }) => [kind, who]),
    [
      ['changed', 'customer'],
      ['changed', 'customer'],
      ['started', 'customer'],
    ],
  )
  await ended()
})

test('a new rhythm begins with the first delivery that could still be changed', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  const changed = await hers.change({ version: made.version, frequency: 'fortnightly', windowId: morning })
  assert.deepEqual(
    days(changed),
    ['2026-12-03', '2026-12-17', '2026-12-31', '2027-01-14'].map((day) => `${day} planned`),
  )
  const monthly = await hers.change({ version: changed.version, frequency: 'monthly' })
  assert.deepEqual(days(monthly), ['2026-12-03 planned', '2027-01-02 planned'], 'the 3rd is a Sunday')
  await ended()
})

test('a pause skips what lies in it and goes on by itself; ended early, what is still possible comes again', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  const paused = await hers.pause('2026-12-20')
  assert.deepEqual([paused.state, paused.pausedUntil], ['paused', '2026-12-20'])
  assert.deepEqual(days(paused).slice(0, 4), [
    '2026-12-03 skipped',
    '2026-12-10 skipped',
    '2026-12-17 skipped',
    '2026-12-24 planned',
  ])
  open.shop.clock.set('2026-12-02T10:00:00+11:00')
  const resumed = await hers.resume()
  assert.deepEqual(days(resumed).slice(0, 3), ['2026-12-03 skipped', '2026-12-10 planned', '2026-12-17 planned'])
  assert.equal(resumed.state, 'active')

  await hers.pause('2026-12-20')
  open.shop.clock.set('2026-12-20T09:00:00+11:00')
  await lookAhead(open.shop)
  await open.work()
  assert.equal((await hers.show()).state, 'active')
  assert.deepEqual(
    subjects()
      .filter((subject) => /rests|goes on/.test(subject))
      .toSorted(),
    [
      'Your subscription goes on',
      'Your subscription goes on',
      'Your subscription rests until Sunday 20 December',
      'Your subscription rests until Sunday 20 December',
    ],
  )
  await ended()
})

test('who ends it gets what is paid or being paid, and nothing after it', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  open.shop.clock.set('2026-11-30T16:00:00+11:00')
  await chargeDue(open.shop)
  const over = await hers.cancel()
  await open.work()
  assert.deepEqual(days(await hers.show()).slice(0, 2), ['2026-12-03 paid', '2026-12-10 cancelled'])
  assert.equal(over.can.change.ok, false)
  await assert.rejects(hers.cancel(), isProblem('subscription-ended'))
  await assert.rejects(hers.pause('2026-12-20'), isProblem('subscription-ended'))
  assert.ok(subjects().includes('Your subscription has ended'))
  open.shop.clock.set('2026-12-31T16:00:00+11:00')
  await chargeDue(open.shop)
  await releaseExpiredHolds(open.shop)
  await ended()
  assert.equal(open.stripe.books().intents.filter(({ metadata }) => metadata['paidFor']).length, 1)
})

test('a price that rises is announced, charged fourteen days later, and nothing before', async () => {
  const made = await subscribe(mercy)
  const hers = on(made)
  await rows(open.shop.db, sql`update variants set price_minor = 7000 where id = 'var_florists-choice-one'`)
  await lookAhead(open.shop)
  await lookAhead(open.shop)
  await open.work()
  const told = await hers.show()
  assert.equal(told.perDelivery.minor, 6_600)
  assert.deepEqual(told.newPrice, { perDelivery: aud(7_500), from: '2026-12-03T23:00:00Z' })
  // Charged on 30 November, and on 7 December and after hers.
  assert.deepEqual(told.occurrences.map(({ price }) => price!.minor).slice(0, 3), [6_600, 7_500, 7_500])
  assert.equal(subjects().filter((subject) => subject.startsWith('The price of')).length, 1)
  await rows(open.shop.db, sql`update variants set price_minor = 6000 where id = 'var_florists-choice-one'`)
  await lookAhead(open.shop)
  assert.deepEqual((await hers.show()).occurrences.map(({ price }) => price!.minor).slice(0, 3), [6_600, 6_600, 6_600])
  await ended()
})

test('a day that closes afterwards moves its delivery, and the letter says where to', async () => {
  const made = await subscribe(mercy)
  await rows(open.shop.db, sql`insert into closures (day, reason) values ('2026-12-10', 'A wedding in the shop')`)
  await lookAhead(open.shop)
  await open.work()
  assert.deepEqual((await ledgerOf(open, made.id))[1]!.day, '2026-12-09')
  const letter = open.shop.letters.find(({ to, subject }) => to === mercy.email && subject.includes('instead'))!
  assert.equal(letter.subject, 'June’s flowers come Wednesday 9 December instead')
  assert.match(letter.text, /A wedding in the shop/)
  await rows(open.shop.db, sql`delete from closures where day = '2026-12-10'`)
  await ended()
})

test('what comes is announced two days before its last change, once, and surprises are not', async () => {
  await subscribe(mercy)
  await subscribe(mercy, { kind: 'surprise', firstDay: '2026-11-30' })
  open.shop.clock.set('2026-11-28T15:00:00+11:00')
  await lookAhead(open.shop)
  assert.equal((await open.work(), subjects()).filter((subject) => subject.startsWith('June’s flowers come')).length, 0)
  open.shop.clock.set('2026-11-28T16:15:00+11:00')
  await lookAhead(open.shop)
  await lookAhead(open.shop)
  await open.work()
  assert.deepEqual(
    subjects().filter((subject) => subject.startsWith('June’s flowers come')),
    ['June’s flowers come Thursday 3 December'],
  )
  await ended()
})

test('flowers that leave the shelf pause it until others are chosen', async () => {
  const made = await subscribe(mercy, { variantId: 'var_florists-choice-generous' })
  await rows(open.shop.db, sql`update variants set active = false where id = 'var_florists-choice-generous'`)
  open.shop.clock.set('2026-11-28T10:00:00+11:00')
  await lookAhead(open.shop)
  await open.work()
  const hers = on(made)
  const paused = await hers.show()
  assert.match(paused.pausedBecause ?? '', /left our shelf/)
  assert.ok(days(paused).every((day) => day.endsWith('skipped')))
  const changed = await hers.change({
    version: paused.version,
    variantId: 'var_florists-choice-one',
    perDelivery: aud(6_600),
  })
  assert.equal(changed.state, 'paused')
  const resumed = await hers.resume()
  assert.ok(days(resumed).every((day) => day.endsWith('planned')))
  await rows(open.shop.db, sql`update variants set active = true where id = 'var_florists-choice-generous'`)
  await ended()
})
