import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { weekdayOf } from '@flora/calendar/shop-day.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aud, aVisitor, morning, openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { aSubscriber, choice, firstDay, ledgerOf, plan, sellByChoice, subscribe } from './test/a-subscriber.ts'

let open: PayingShop
before(async () => {
  open = await openPayingShop()
  await sellByChoice(open)
})
after(() => open.close())

const isProblem = (code: string) => (error: unknown) => error instanceof ApiProblem && error.problem.code === code

async function nothingBroken(): Promise<void> {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

test('a weekly subscription has the places of the next eight weeks, and a tenth off', async () => {
  const mercy = await aSubscriber(open)
  const made = await subscribe(mercy)
  assert.deepEqual(made.perDelivery, aud(5_400 + 1_200))
  assert.deepEqual(
    made.occurrences.map(({ day, state }) => [day, state]),
    // The 24th and 31st are Thursdays before holidays, and open.
    ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31', '2027-01-07', '2027-01-14'].map((day) => [
      day,
      'planned',
    ]),
  )
  assert.deepEqual(
    made.later.map(({ day }) => day),
    ['2027-01-21', '2027-01-28', '2027-02-04', '2027-02-11'],
  )
  const [first] = made.occurrences
  // Orders for the morning close at 5 pm the day before: the last change is at 4 pm two days before that, and so is the charge.
  assert.equal(first!.lastChangeAt, '2026-11-30T05:00:00Z')
  assert.equal(first!.chargeAt, first!.lastChangeAt)
  const [places] = await rows<{ taken: number }>(
    open.shop.db,
    sql`select taken from delivery_places where day = ${firstDay}::date and window_id = ${morning}`,
  )
  assert.equal(places!.taken, 1)
  await nothingBroken()
  assert.deepEqual(await mercy.visitor.call('GET /account/orders', { query: {} }), { items: [] }, 'no history yet')
  const letters = open.shop.letters.filter(({ to }) => to === mercy.email)
  assert.deepEqual(
    letters.map(({ subject }) => subject),
    ['Your subscription begins on Thursday 3 December'],
  )
})

test('the same key gives the same subscription, also when it comes twice at once', async () => {
  const mercy = await aSubscriber(open)
  const key = crypto.randomUUID()
  const both = await Promise.all([subscribe(mercy, {}, key), subscribe(mercy, {}, key)])
  const again = await subscribe(mercy, {}, key)
  assert.deepEqual(new Set([...both, again].map(({ id }) => id)).size, 1)
  assert.equal((await mercy.visitor.call('GET /account/subscriptions', {})).length, 1)
})

test('what cannot be had is refused with its reason, and nothing is written', async () => {
  const mercy = await aSubscriber(open)
  const refused = async (code: string, wish: Parameters<typeof subscribe>[1]) => {
    await assert.rejects(subscribe(mercy, wish), isProblem(code), code)
  }
  await refused('day-closed', { firstDay: '2026-12-25' })
  await refused('no-run', { firstDay: '2026-12-06' })
  await refused('past-cut-off', { firstDay: '2026-11-19' })
  await refused('only-in-season', { variantId: 'var_coral-charm-small' })
  await refused('not-for-sale', { variantId: 'var_beeswax-candle-one' })
  await refused('not-for-sale', { variantId: 'var_nothing' })
  await refused('price-changed', { perDelivery: aud(1) })
  await refused('frequency-not-offered', { kind: 'surprise', frequency: 'yearly' })
  await refused('card-not-found', { cardId: 'pm_somebodyelses' })
  await refused('card-too-long', { plan: { ...plan, cardMessage: 'line\n'.repeat(40) } })
  await refused('suburb-postcode', { plan: { ...plan, recipient: { ...plan.recipient, suburb: 'Fitzroy' } } })
  await refused('address-incomplete', { plan: { ...plan, recipient: { ...plan.recipient, line1: '' } } })
  await refused('address-not-served', { plan: { ...plan, recipient: { ...plan.recipient, postcode: '3000' } } })
  assert.deepEqual(await mercy.visitor.call('GET /account/subscriptions', {}), [])
  await assert.rejects(
    aVisitor(open.app).call('GET /account/subscriptions', {}),
    isProblem('sign-in-needed'),
    'nobody without an account',
  )
})

test('somebody else’s subscription is answered like one that never was', async () => {
  const [mercy, stranger] = [await aSubscriber(open), await aSubscriber(open)]
  const hers = await subscribe(mercy)
  const params = { subscriptionId: hers.id }
  const one = { ...params, occurrenceId: hers.occurrences[0]!.id }
  const gone = isProblem('subscription-not-found')
  await assert.rejects(stranger.visitor.call('GET /account/subscriptions/:subscriptionId', { params }), gone)
  await assert.rejects(
    stranger.visitor.call('POST /account/subscriptions/:subscriptionId/cancellation', { params, body: {} }),
    gone,
  )
  await assert.rejects(
    stranger.visitor.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
      params: one,
      body: {},
    }),
    gone,
  )
  assert.deepEqual(
    (await ledgerOf(open, hers.id)).every(({ state }) => state === 'planned'),
    true,
  )
})

test('a subscriber keeps her place when everybody else wants the day', async () => {
  const mercy = await aSubscriber(open)
  const hers = await subscribe(mercy, { firstDay: '2026-12-05' })
  await rows(open.shop.db, sql`update delivery_places set capacity = taken where day = '2026-12-05'`)
  const late = await aSubscriber(open)
  await assert.rejects(subscribe(late, { firstDay: '2026-12-05' }), isProblem('window-full'))
  assert.equal((await ledgerOf(open, hers.id))[0]!.day, '2026-12-05')
  await nothingBroken()
})

test('a period whose day is closed or full goes to the nearest open day, and she is told', async () => {
  const mercy = await aSubscriber(open)
  // Fridays: the 25th is Christmas. The 24th is as near as the 26th, and earlier.
  const hers = await subscribe(mercy, { firstDay: '2026-12-04' })
  assert.deepEqual(
    hers.occurrences.map(({ day }) => day),
    ['2026-12-04', '2026-12-11', '2026-12-18', '2026-12-24', '2027-01-01', '2027-01-08', '2027-01-15'],
  )
  await open.work()
  const moved = open.shop.letters.filter(({ to, subject }) => to === mercy.email && subject.includes('instead'))
  assert.deepEqual(
    moved.map(({ subject }) => subject),
    ['June’s flowers come Thursday 24 December instead'],
  )
})

test('a surprise is drawn and not told: neither its day, nor its deadlines, nor its order', async () => {
  const mercy = await aSubscriber(open)
  const excluded = { ...plan, excludedWeekdays: [1, 2], excludedDays: ['2026-12-03' as const] }
  const hers = await subscribe(mercy, { kind: 'surprise', firstDay: '2026-11-30', plan: excluded })
  const ledger = await ledgerOf(open, hers.id)
  assert.equal(ledger.length, 7)
  for (const { day } of ledger) assert.ok(day && ![1, 2, 7].includes(weekdayOf(day)) && day !== '2026-12-03')
  assert.deepEqual(hers.occurrences[0]!.between, { from: '2026-11-30', until: '2026-12-06' })
  assert.ok(hers.occurrences[0]!.notOn?.includes('2026-12-06'), 'no van goes on a Sunday, and everybody may know')
  const days = new Set(ledger.map(({ day }) => day))
  assert.ok(hers.occurrences.every(({ notOn = [] }) => notOn.every((day) => !days.has(day))))
  for (const one of hers.occurrences)
    assert.deepEqual(
      [one.day, one.lastChangeAt, one.chargeAt, one.orderLink, one.can.move.ok],
      [undefined, undefined, undefined, undefined, false],
    )
  await nothingBroken()
})

test('prices are the shop’s: two of them cost twice, and the van once', async () => {
  const guest = aVisitor(open.app)
  const body = {
    kind: 'recurring',
    frequency: 'monthly',
    variantId: choice,
    windowId: morning,
    firstDay,
    postcode: '3067',
  } as const
  const quote = await guest.call('POST /subscriptions/quote', { body: { ...body, quantity: 2 } })
  assert.deepEqual(quote.perDelivery, aud(10_800 + 1_200))
  assert.equal(
    quote.sum.reduce((sum, { amount }) => sum + amount.minor, 0),
    quote.perDelivery.minor,
  )
  assert.deepEqual(quote.first, {
    day: firstDay,
    lastChangeAt: '2026-11-30T05:00:00Z',
    chargeAt: '2026-11-30T05:00:00Z',
  })
  assert.deepEqual(
    quote.next!.map(({ day }) => day),
    ['2026-12-03', '2027-01-03', '2027-02-03', '2027-03-03'],
  )
  assert.equal(quote.next![0]!.lastChangeAt, quote.first!.lastChangeAt)
  assert.equal(quote.next![1]!.lastChangeAt, undefined, 'a Sunday, from which it will move')
  const surprise = await guest.call('POST /subscriptions/quote', { body: { ...body, kind: 'surprise', quantity: 1 } })
  assert.deepEqual(surprise.next![1], { between: { from: '2027-01-03', until: '2027-02-02' } })
})

test('a trial that would leave less than a card can pay is free: it comes, and no card is asked for it', async () => {
  await rows(open.shop.db, sql`update shop set trial_discount_basis_points = 9950`)
  await rows(open.shop.db, sql`update windows set fee_minor = 0 where id = ${morning}`)
  const mercy = await aSubscriber(open)
  const { id, occurrences } = await subscribe(mercy, { firstDay: '2026-12-04' })
  assert.deepEqual(
    occurrences.slice(0, 2).map(({ price }) => price),
    [aud(0), aud(5_400)],
  )
  const paid = () => open.stripe.books().intents.filter(({ amountSucceeded }) => amountSucceeded > 0).length
  const before = paid()
  await rows(
    open.shop.db,
    sql`update occurrences set next_attempt_at = ${open.shop.clock.now().toString()}::timestamptz where subscription_id = ${id} and period = 0`,
  )
  await chargeDue(open.shop)
  await nothingBroken()
  assert.deepEqual(
    (await ledgerOf(open, id)).slice(0, 2).map(({ state, status }) => [state, status]),
    [
      ['paid', 'CONFIRMED'],
      ['planned', 'PENDING'],
    ],
  )
  assert.equal(paid(), before)
  await rows(open.shop.db, sql`update shop set trial_discount_basis_points = 0`)
})
