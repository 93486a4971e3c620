import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { openPayingShop, pay, type PayingShop } from '../../test/open-paying-shop.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { reconcile } from '../payments/reconcile.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import {
  aSubscriber,
  keepCard,
  ledgerOf,
  plan,
  replaceCard,
  sellByChoice,
  subscribe,
  type Subscriber,
} from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'
/** When the first delivery of the tests, on 3 December, is charged, and when its hold ends. */
const due = '2026-11-30T16:00:00+11:00'
const over = '2026-12-02T16:00:00+11:00'

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

async function at(instant: string): Promise<void> {
  open.shop.clock.set(instant)
  await chargeDue(open.shop)
  await releaseExpiredHolds(open.shop)
  await open.work()
}

const first = async (id: string) => (await ledgerOf(open, id))[0]!

async function ended(): Promise<void> {
  // What other tests left waits no longer than theirs.
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where state in ('planned', 'charging')`)
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

const subjects = () => open.shop.letters.filter(({ to }) => to === mercy.email).map(({ subject }) => subject)

function paidAtBank(): number[] {
  return open.stripe
    .books()
    .intents.filter(({ metadata }) => metadata['paidFor'])
    .map(({ amountSucceeded }) => amountSucceeded)
}

test('a delivery is charged when its last change closes, not a moment before, and once', async () => {
  const { id } = await subscribe(mercy)
  const before = paidAtBank().length
  await at('2026-11-30T15:59:59+11:00')
  assert.deepEqual([await first(id).then(({ state }) => state), paidAtBank().length], ['planned', before])
  await at(due)
  assert.deepEqual(
    (await ledgerOf(open, id)).slice(0, 2).map(({ state, status, attempts }) => [state, status, attempts]),
    [
      ['paid', 'CONFIRMED', 1],
      ['planned', 'PENDING', 0],
    ],
  )
  await at('2026-12-01T16:00:00+11:00')
  assert.deepEqual(paidAtBank().slice(before), [6_600])
  assert.ok(
    subjects().some((subject) => subject.startsWith('It’s in the book')),
    'the receipt',
  )
  const history = await mercy.visitor.call('GET /account/orders', { query: {} })
  assert.deepEqual(
    history.items.map(({ status }) => status),
    ['CONFIRMED'],
  )
  await ended()
})

test('two schedulers at once, and one that comes again, charge each delivery once', async () => {
  const ids = await Promise.all([1, 2, 3].map(async () => (await subscribe(mercy)).id))
  const before = paidAtBank().length
  open.shop.clock.set(due)
  const asked = await Promise.all([chargeDue(open.shop), chargeDue(open.shop)])
  assert.equal(asked[0]! + asked[1]!, 3)
  await chargeDue(open.shop)
  await open.work()
  for (const id of ids) assert.equal((await first(id)).state, 'paid')
  assert.deepEqual(paidAtBank().slice(before), [6_600, 6_600, 6_600])
  await ended()
})

test('a clock that jumps forward and back charges nothing twice', async () => {
  const { id } = await subscribe(mercy)
  const before = paidAtBank().length
  await at(due)
  await at('2026-11-28T09:00:00+11:00')
  await lookAhead(open.shop)
  await at(due)
  assert.deepEqual(paidAtBank().slice(before), [6_600])
  assert.equal((await first(id)).state, 'paid')
  await ended()
})

test('a scheduler that was down for three days tells what can not be kept any more, and charges none of it', async () => {
  const { id } = await subscribe(mercy)
  const before = paidAtBank().length
  await at('2026-12-03T17:00:00+11:00')
  await lookAhead(open.shop)
  await open.work()
  const [missed, next] = await ledgerOf(open, id)
  assert.deepEqual([missed!.state, missed!.because, missed!.status], ['could-not', 'too-late', 'CANCELLED'])
  assert.equal(next!.state, 'planned')
  assert.equal(paidAtBank().length, before)
  assert.ok(subjects().includes('We can’t come on Thursday 3 December'))
  await at('2026-12-07T16:00:00+11:00')
  assert.equal((await ledgerOf(open, id))[1]!.state, 'paid', 'the next one comes as if nothing had been')
  await ended()
})

test('a bank that only its customer can help is asked once; unpaid it is skipped, and after two in a row the rest is paused', async () => {
  const { id } = await subscribe(mercy)
  await replaceCard(open, mercy, 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds')
  const attempts: number[] = []
  for (const instant of [
    due,
    '2026-11-30T21:59:00+11:00',
    '2026-11-30T22:00:00+11:00',
    '2026-12-01T16:00:00+11:00',
    '2026-12-02T10:00:00+11:00',
    '2026-12-02T15:59:00+11:00',
  ]) {
    await at(instant)
    attempts.push((await first(id)).attempts)
  }
  // Off-session its bank wants to see her, and that is asked once: only she can help.
  assert.deepEqual(attempts, [1, 1, 1, 1, 1, 1])
  await at(over)
  const [failed] = await ledgerOf(open, id)
  assert.deepEqual([failed!.state, failed!.because, failed!.status], ['failed', 'unpaid', 'CANCELLED'])
  await at('2026-12-07T16:00:00+11:00')
  await at('2026-12-09T16:00:00+11:00')
  const view = await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: id },
  })
  assert.equal(view.state, 'paused')
  assert.match(view.pausedBecause ?? '', /not paid/)
  assert.deepEqual(view.occurrences.map(({ state }) => state).slice(0, 4), ['failed', 'failed', 'skipped', 'skipped'])
  assert.deepEqual(
    subjects()
      .filter((subject) => !subject.startsWith('Your subscription begins'))
      .toSorted(),
    [
      'We can’t come on Thursday 10 December',
      'We can’t come on Thursday 3 December',
      'We have paused your subscription',
      'Your card did not pay',
      'Your card did not pay',
    ],
  )
  await ended()
})

test('a bank without money is asked after 6, 24 and 42 hours; another card is asked at once', async () => {
  const { id } = await subscribe(mercy)
  const good = mercy.cardId
  await poor()
  const attempts: number[] = []
  for (const instant of [due, '2026-11-30T22:00:00+11:00', '2026-12-01T15:59:00+11:00', '2026-12-01T16:00:00+11:00']) {
    await at(instant)
    attempts.push((await first(id)).attempts)
  }
  assert.deepEqual(attempts, [1, 2, 2, 3])
  const { version } = await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: id },
  })
  const another = await keepCard(open, mercy.visitor, 'pm_card_mastercard')
  assert.notEqual(another, good)
  await mercy.visitor.call('PATCH /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: id },
    body: { version, cardId: another },
  })
  await open.work()
  assert.deepEqual([(await first(id)).state, (await first(id)).attempts], ['paid', 4])
  assert.equal(subjects().filter((subject) => subject === 'Your card did not pay').length, 3)
  await ended()

  async function poor(): Promise<void> {
    await replaceCard(open, mercy, 'pm_card_chargeCustomerFail')
  }
})

test('a bank that wants to see her gets her by the letter’s link, and is paid once', async () => {
  const { id } = await subscribe(mercy)
  const planned = await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', {
    params: { subscriptionId: id },
  })
  assert.equal(planned.occurrences[0]!.orderLink, undefined)
  await replaceCard(open, mercy, 'pm_card_authenticationRequired')
  const before = paidAtBank().length
  await at(due)
  const [asked] = (
    await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  ).occurrences
  const letter = open.shop.letters.findLast(({ subject }) => subject === 'Your card did not pay')!
  assert.match(letter.text, /Your bank wants to hear from you first/)
  assert.ok(letter.text.includes(`/order/${asked!.orderLink}`))
  assert.equal(asked!.payUntil, '2026-12-02T05:00:00Z')
  const link = asked!.orderLink!
  const order = await mercy.visitor.call('GET /orders/:link', { params: { link } })
  assert.deepEqual(order.can.pay, { ok: true })
  const sheet = await mercy.visitor.call('POST /orders/:link/payment', { params: { link }, body: {} })
  await pay(open.stripe, { order, payment: sheet })
  await open.work()
  assert.equal((await first(id)).state, 'paid')
  assert.deepEqual(paidAtBank().slice(before), [6_600])
  await ended()
})

test('nobody can pay the order of a planned delivery before its card was asked', async () => {
  const { id } = await subscribe(mercy)
  const [row] = await rows<{ link: string }>(
    open.shop.db,
    sql`select r.link from occurrences o join orders r on r.id = o.order_id where o.subscription_id = ${id} order by o.period limit 1`,
  )
  const { link } = row!
  const order = await mercy.visitor.call('GET /orders/:link', { params: { link } })
  assert.equal(order.can.pay.ok, false)
  await assert.rejects(
    mercy.visitor.call('POST /orders/:link/payment', { params: { link }, body: {} }),
    (error) => error instanceof ApiProblem && error.problem.code === 'order-not-payable',
  )
})

/** From now on Stripe's answers are lost: the money goes, and the shop does not know. Gives what ends that. */
function losingAnswers(): () => void {
  const { paymentIntents } = open.shop.stripe
  const { confirm } = paymentIntents
  paymentIntents.confirm = (async (...args: Parameters<typeof confirm>) => {
    await confirm.apply(paymentIntents, args)
    throw new TypeError('the process died')
  }) as typeof confirm
  return () => void (paymentIntents.confirm = confirm)
}

test('an answer that was lost is found again and charges nothing twice, whatever card she has by then', async () => {
  const { id } = await subscribe(mercy)
  // What other tests left is not asked for here.
  await rows(open.shop.db, sql`update occurrences set next_attempt_at = null where subscription_id <> ${id}`)
  const before = paidAtBank().length
  open.stripe.faults.holdEvents()
  const answered = losingAnswers()
  open.shop.clock.set(due)
  await chargeDue(open.shop)
  answered()
  assert.deepEqual([(await first(id)).state, (await first(id)).status], ['charging', 'PENDING'])
  await replaceCard(open, mercy, 'pm_card_mastercard')
  open.shop.clock.advance({ minutes: 6 })
  await chargeDue(open.shop)
  open.stripe.faults.dropHeldEvents()
  await open.work()
  assert.deepEqual([(await first(id)).state, (await first(id)).attempts], ['paid', 2])
  assert.deepEqual(paidAtBank().slice(before), [6_600])
  await ended()
})

test('a card that was let go leaves an order that can be paid by its link', async () => {
  const { id } = await subscribe(mercy)
  await rows(open.shop.db, sql`update subscriptions set card_id = 'pm_gone' where id = ${id}`)
  const before = paidAtBank().length
  await at(due)
  assert.deepEqual([(await first(id)).state, (await first(id)).attempts], ['charging', 1])
  assert.ok(subjects().includes('Your card did not pay'))
  const [asked] = (
    await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  ).occurrences
  const link = asked!.orderLink!
  const order = await mercy.visitor.call('GET /orders/:link', { params: { link } })
  const sheet = await mercy.visitor.call('POST /orders/:link/payment', { params: { link }, body: {} })
  await pay(open.stripe, { order, payment: sheet })
  await open.work()
  assert.equal((await first(id)).state, 'paid')
  assert.deepEqual(
    paidAtBank()
      .slice(before)
      .filter((paid) => paid > 0),
    [6_600],
  )
  await ended()
})

test('money that wins the race against the end of the hold brings the flowers after all', async () => {
  const { id } = await subscribe(mercy)
  open.stripe.faults.holdEvents()
  const answered = losingAnswers()
  open.shop.clock.set(due)
  await chargeDue(open.shop)
  answered()
  open.shop.clock.set('2026-12-02T16:00:00+11:00')
  await releaseExpiredHolds(open.shop)
  open.stripe.faults.dropHeldEvents()
  open.shop.clock.advance({ minutes: 10 })
  await reconcile(open.shop)
  await open.work()
  assert.deepEqual([(await first(id)).state, (await first(id)).status], ['paid', 'CONFIRMED'])
  await ended()
})

test('stems are taken when it is charged; too few are the nearest match, or told, as she chose', async () => {
  await rows(open.shop.db, sql`update products set season_months = null where slug = 'coral-charm'`)
  const variantId = 'var_coral-charm-small'
  const match = await subscribe(mercy, { variantId })
  const strict = await subscribe(mercy, { variantId, plan: { ...plan, substitution: 'refund' } })
  const plenty = await subscribe(mercy, {
    variantId,
    firstDay: '2026-12-02',
    plan: { ...plan, substitution: 'refund' },
  })
  const taken = () =>
    rows<{ taken: number }>(open.shop.db, sql`select taken from stock_items where item_id = 'stm_peony-coral'`).then(
      ([row]) => row!.taken,
    )
  const before = await taken()
  await at('2026-11-29T16:00:00+11:00')
  assert.equal((await first(plenty.id)).state, 'paid')
  assert.equal((await taken()) - before, 4)
  await rows(open.shop.db, sql`update stock_items set on_hand = taken where item_id = 'stm_peony-coral'`)
  await at(due)
  assert.equal((await first(match.id)).state, 'paid')
  assert.deepEqual([(await first(strict.id)).state, (await first(strict.id)).because], ['could-not', 'sold-out'])
  assert.equal((await taken()) - before, 4)
  await ended()
})

test('a paid delivery that is cancelled on its order’s page is cancelled in the ledger, and its money goes back', async () => {
  const { id } = await subscribe(mercy)
  await at(due)
  const [paid] = (
    await mercy.visitor.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId: id } })
  ).occurrences
  await mercy.visitor.call('POST /orders/:link/cancellation', { params: { link: paid!.orderLink! }, body: {} })
  await open.work()
  assert.deepEqual([(await first(id)).state, (await first(id)).status], ['cancelled', 'REFUNDED'])
  await ended()
})

test('a surprise is charged without a word about its day, and is no history before it came', async () => {
  const { id } = await subscribe(mercy, { kind: 'surprise', firstDay: '2026-11-30' })
  const day = (await first(id)).day!
  // Whichever day of the week was drawn, its charge is among these.
  for (const date of ['11-27', '11-28', '11-29', '11-30', '12-01', '12-02', '12-03'])
    await at(`2026-${date}T16:00:00+11:00`)
  const letters = open.shop.letters.filter(({ to }) => to === mercy.email)
  assert.ok(letters.some(({ subject }) => subject === 'Your next surprise is paid'))
  const date = `${Number(day.slice(8))} December`
  for (const { subject, text } of letters) assert.ok(!`${subject} ${text}`.includes(date), subject)
  assert.deepEqual((await mercy.visitor.call('GET /account/orders', { query: {} })).items, [])
  await ended()
})
