import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aud, aVisitor, openPayingShop, type PayingShop, type Visitor } from '../../test/open-paying-shop.ts'
import { openDays } from '../delivery/index.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import { aGift } from './test/a-mixed-cart.ts'
import { ledgerOf, plan, sellByChoice } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'
const email = 'giver@example.com'

let open: PayingShop
let guest: Visitor
before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
})
beforeEach(() => {
  open.shop.clock.set(opening)
  guest = aVisitor(open.app)
})
after(() => open.close())

async function at(instant: string): Promise<void> {
  open.shop.clock.set(instant)
  await openDays(open.shop)
  await lookAhead(open.shop)
  await chargeDue(open.shop)
  await releaseExpiredHolds(open.shop)
  await open.work()
}

async function ended(): Promise<void> {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
  // What this test began bothers the next one no more.
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where state = 'planned'`)
}

const nextMoment = ({ subscriptionId }: Key) =>
  rows<{ at: string | null }>(
    open.shop.db,
    sql`select to_char(min(charge_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from occurrences
        where subscription_id = ${subscriptionId} and state = 'planned'`,
  ).then(([row]) => row!.at)

interface Key {
  readonly link: string
  readonly subscriptionId: SubscriptionId
}
const shown = ({ link, subscriptionId }: Key) =>
  guest.call('GET /orders/:link/gifts/:subscriptionId', { params: { link, subscriptionId } })
// A letter's lines end where they are full.
const lettersTo = () =>
  open.shop.letters
    .filter(({ to }) => to === email)
    .map(({ subject, text }) => ({ subject, text: text.replaceAll(/\s+/g, ' ') }))
const refused = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

test('a guest gives three months of flowers, paid at once; the last is drawn up when its time comes, and then it is over', async () => {
  const { placed, ...gift } = await aGift(open, guest, { deliveries: 4, frequency: 'monthly', email })
  assert.deepEqual(placed.order.toPay, aud(4 * 6_600))
  assert.equal(placed.order.lines.length, 2)
  const begun = await shown(gift)
  assert.deepEqual([begun.gift!.deliveries, begun.gift!.left, begun.cardId], [4, 3, undefined])
  assert.deepEqual(
    begun.occurrences.map(({ state, day }) => [state, day]),
    [
      ['paid', '2026-12-03'],
      ['planned', begun.occurrences[1]!.day],
    ],
  )
  assert.equal(begun.later.length, 1, 'of four deliveries two are drawn up, and one more is in sight')
  // The clock goes from one delivery's last moment, and the day before it, to the next, until all of it has come.
  for (let moment = await nextMoment(gift); moment; moment = await nextMoment(gift)) {
    await at(Temporal.Instant.from(moment).subtract({ hours: 24 }).toString())
    await at(moment)
  }
  await at('2027-04-01T10:00:00+11:00')
  assert.deepEqual(
    (await ledgerOf(open, gift.subscriptionId)).map(({ state, status }) => [state, status]),
    Array.from({ length: 4 }, () => ['paid', 'CONFIRMED']),
  )
  const over = await shown(gift)
  assert.deepEqual([over.state, over.gift!.left, over.gift!.refundable], ['cancelled', 0, aud(0)])
  assert.equal(open.stripe.books().intents.filter(({ amountSucceeded }) => amountSucceeded > 0).length, 1)
  assert.ok(
    lettersTo().some(
      ({ subject, text }) => subject.startsWith('Your gift begins') && text.includes(`/order/${gift.link}/gift/`),
    ),
  )
  assert.ok(lettersTo().some(({ text }) => text.includes('It is paid. Until')))
  await ended()
})

test('its buyer moves a delivery, sends it elsewhere and leaves one out, which comes at the end', async () => {
  const { placed: _, ...gift } = await aGift(open, guest, { deliveries: 3, email })
  const before = await shown(gift)
  const [, second, third] = before.occurrences
  const on = (occurrenceId: NonNullable<typeof second>['id']) => ({ params: { ...gift, occurrenceId } })
  const moved = await guest.call('POST /orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/move', {
    ...on(second!.id),
    body: { day: '2026-12-11' },
  })
  assert.equal(moved.occurrences[1]!.day, '2026-12-11')
  const skipped = await guest.call('POST /orders/:link/gifts/:subscriptionId/occurrences/:occurrenceId/skip', {
    ...on(third!.id),
    body: {},
  })
  assert.deepEqual(
    skipped.occurrences.map(({ state }) => state),
    ['paid', 'planned', 'skipped', 'planned'],
  )
  const changed = await guest.call('PATCH /orders/:link/gifts/:subscriptionId', {
    params: gift,
    body: { version: skipped.version, plan: { recipient: { ...plan.recipient, name: 'Rosa Okafor' } } },
  })
  assert.equal(changed.plan.recipient.name, 'Rosa Okafor')
  assert.equal(changed.can.pause.ok, false)
  assert.deepEqual(
    changed.events.slice(0, 3).map(({ label }) => label),
    ['Changed: where it goes and what comes with it', 'Left out', 'Moved from Thu 10 Dec to Fri 11 Dec'],
  )
  await open.work()
  await ended()
})

test('who ends a gift gets what has not come back, to the cent, and no more', async () => {
  const { placed: _, ...gift } = await aGift(open, guest, { deliveries: 5, email })
  await at('2026-12-07T16:00:00+11:00')
  const before = await shown(gift)
  assert.deepEqual([before.gift!.left, before.gift!.refundable], [3, aud(3 * 6_600)])
  const after = await guest.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params: gift, body: {} })
  assert.deepEqual([after.state, after.gift!.refundable], ['cancelled', aud(0)])
  await open.work()
  const order = await guest.call('GET /orders/:link', { params: { link: gift.link } })
  assert.deepEqual([order.payment.refunded, order.payment.state], [aud(3 * 6_600), 'partly-refunded'])
  await assert.rejects(
    guest.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params: gift, body: {} }),
    refused('subscription-ended'),
  )
  assert.ok(lettersTo().some(({ subject }) => subject === 'Your gift has ended'))
  await ended()
})

test('a scheduler that was down over the last moment loses nobody’s gift: it is told, and comes at the end', async () => {
  const { placed: _, ...gift } = await aGift(open, guest, { deliveries: 2, email })
  open.shop.clock.set('2026-12-09T18:00:00+11:00')
  await releaseExpiredHolds(open.shop)
  await open.work()
  assert.deepEqual(
    (await ledgerOf(open, gift.subscriptionId)).map(({ state }) => state),
    ['paid', 'could-not'],
  )
  assert.ok(lettersTo().some(({ text }) => text.includes('comes at the end of your gift')))
  await lookAhead(open.shop)
  const [, , third] = (await shown(gift)).occurrences
  assert.deepEqual([third!.state, third!.day], ['planned', '2026-12-17'])
  await at('2026-12-14T16:00:00+11:00')
  assert.equal((await shown(gift)).gift!.left, 0)
  await ended()
})

test('what has left the shelf ends a gift, and the money of what did not come goes back', async () => {
  const { placed: _, ...gift } = await aGift(open, guest, { deliveries: 12, email })
  await rows(open.shop.db, sql`update products set status = 'archived' where slug = 'florists-choice'`)
  await at('2027-01-15T10:00:00+11:00')
  const over = await shown(gift)
  assert.equal(over.state, 'cancelled')
  await rows(open.shop.db, sql`update products set status = 'live' where slug = 'florists-choice'`)
  await ended()
})

test('cancelling the order of a gift before its cut-off takes all of it back', async () => {
  const { placed: _, ...gift } = await aGift(open, guest, { deliveries: 3, email })
  await guest.call('POST /orders/:link/cancellation', { params: { link: gift.link }, body: {} })
  await open.work()
  const order = await guest.call('GET /orders/:link', { params: { link: gift.link } })
  assert.deepEqual(order.payment.refunded, aud(3 * 6_600))
  assert.deepEqual(
    (await ledgerOf(open, gift.subscriptionId)).filter(({ state }) => state === 'planned'),
    [],
  )
  await ended()
})

test('somebody else’s link opens nobody’s gift', async () => {
  const mine = await aGift(open, guest, { deliveries: 2, email })
  const other = await aGift(open, aVisitor(open.app), { deliveries: 2, email: 'other@example.com' })
  await assert.rejects(
    shown({ link: other.link, subscriptionId: mine.subscriptionId }),
    refused('subscription-not-found'),
  )
  await ended()
})
