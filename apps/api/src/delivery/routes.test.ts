import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { delivery, type DeliveryCalendar } from '@flora/contract/delivery.ts'
import { sql } from '../platform/sql.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { rows } from '../platform/db.ts'
import { takeBenchMinutes, takePlaces } from './index.ts'
import { deliveryJobs } from './jobs.ts'
import { deliveryRoutes } from './routes.ts'

let shop: TestShop

before(async () => {
  shop = await openShop({ now: '2026-11-20T10:24:00+11:00', routes: deliveryRoutes })
  await aSmallShop(shop)
  await rows(
    shop.db,
    sql`insert into surges (id, name, from_day, until_day, fee_minor) values ('srg_market', 'Market Saturday', '2026-12-05', '2026-12-05', 800)`,
  )
  await shop.inTransaction((tx) =>
    takePlaces(tx, [
      { day: '2026-11-24', windowId: 'win_inner-morning', places: 17 },
      { day: '2026-11-25', windowId: 'win_inner-morning', places: 20 },
    ]),
  )
  await shop.inTransaction((tx) => takeBenchMinutes(tx, [{ day: '2026-11-26', minutes: 475 }]))
})
after(() => shop.close())

async function calendar(query: string): Promise<DeliveryCalendar> {
  const reply = await shop.app.inject(`/api/delivery/calendar?${query}`)
  assert.equal(reply.statusCode, 200, reply.body)
  return delivery.showCalendar.reply.parse(reply.json())
}
const dayOf = ({ days }: DeliveryCalendar, day: string) => days.find((one) => one.day === day)!

test('answers for each of the next ninety days', async () => {
  const answer = await calendar('postcode=3067')
  assert.deepEqual(
    [answer.postcode, answer.suburbs, answer.zone, answer.unserved],
    ['3067', ['Abbotsford'], { id: 'zon_inner', name: 'Inner north' }, undefined],
  )
  assert.deepEqual(
    [answer.today, answer.at, answer.timeZone],
    ['2026-11-20', '2026-11-19T23:24:00Z', 'Australia/Melbourne'],
  )
  assert.deepEqual([answer.days.length, answer.days[0]!.day, answer.days.at(-1)!.day], [90, '2026-11-20', '2027-02-17'])
  assert.deepEqual(
    answer.days[0]!.windows.map(({ id, open }) => [id, open]),
    [
      ['win_inner-morning', false],
      ['win_inner-afternoon', true],
      ['win_pick-up-day', true],
    ],
  )
  for (const day of answer.days) assert.ok(day.open || day.reason, day.day)
})

test('knows what was taken, closed and raised', async () => {
  const answer = await calendar('postcode=3067&days=40')
  assert.equal(answer.days.length, 40)
  assert.equal(dayOf(answer, '2026-11-24').windows[0]!.placesLeft, 3)
  assert.deepEqual(dayOf(answer, '2026-11-25').windows[0]!.reason, {
    code: 'full',
    message: 'Full. All 20 places are taken.',
  })
  assert.deepEqual(dayOf(answer, '2026-12-05').from, { minor: 2_000, currency: 'AUD' })
  assert.equal(dayOf(answer, '2026-12-25').reason?.message, 'Closed on Friday 25 December. Christmas Day.')
  assert.equal(dayOf(answer, '2026-11-22').reason?.message, 'Closed. The growers rest, so do we.')
})

test('decides for the products that are asked about', async () => {
  const peonies = await calendar('postcode=3067&lines=var_coral-charm-small:1')
  assert.equal(dayOf(peonies, '2026-11-24').open, true)
  assert.equal(dayOf(peonies, '2026-11-26').reason?.code, 'bench-full')
  assert.equal(dayOf(peonies, '2027-01-05').reason?.code, 'out-of-season')
  assert.ok((await calendar('postcode=3067&lines=var_coral-charm-small:15')).days.some(({ open }) => open))
  assert.ok(
    (await calendar('postcode=3067&lines=var_coral-charm-small:16')).days.every(
      ({ open, reason }) => !open && reason!.code === 'sold-out',
    ),
  )
  assert.equal(
    dayOf(await calendar('postcode=3067&lines=var_beeswax-candle-one:24'), '2026-11-26').open,
    true,
    'a candle needs no bench',
  )
  assert.ok(
    (await calendar('postcode=3067&lines=var_unheard-of:1')).days.every(({ reason }) => reason?.code === 'sold-out'),
  )
})

test('where no van goes it says so, and what can be picked up', async () => {
  const answer = await calendar('postcode=3350&days=5')
  assert.deepEqual(
    [answer.zone, answer.suburbs, answer.unserved],
    [undefined, [], { code: 'address-not-served', message: 'Not to 3350 yet. Pick-up is open.' }],
  )
  assert.deepEqual(
    answer.days.map(({ open, windows }) => [open, windows.map(({ id }) => id)]),
    [
      [true, ['win_pick-up-day']],
      [true, ['win_pick-up-day']],
      [false, []],
      [true, ['win_pick-up-day']],
      [true, ['win_pick-up-day']],
    ],
  )
})

for (const query of [
  'postcode=abc',
  'postcode=306',
  '',
  'postcode=3067&days=91',
  'postcode=3067&days=0',
  'postcode=3067&lines=rose:1',
  'postcode=3067&colour=red',
]) {
  test(`refuses "${query}"`, async () => {
    const reply = await shop.app.inject(`/api/delivery/calendar?${query}`)
    assert.deepEqual([reply.statusCode, reply.json().code], [422, 'malformed-request'])
  })
}

const places: [typed: string, found: string[]][] = [
  ['abb', ['3067 Abbotsford']],
  ['ABBOTSFORD', ['3067 Abbotsford']],
  ['306', ['3065 Fitzroy', '3067 Abbotsford']],
  ['3067 a', ['3067 Abbotsford']],
  ['3065 a', []],
  ['%', []],
  ['', []],
]
for (const [typed, found] of places) {
  test(`"${typed}" finds ${found.join(', ') || 'nothing'}`, async () => {
    const reply = await shop.app.inject(`/api/delivery/places?q=${encodeURIComponent(typed)}`)
    const answer = delivery.findPlaces.reply.parse(reply.json())
    assert.deepEqual(
      answer.map(({ postcode, suburb }) => `${postcode} ${suburb}`),
      found,
    )
    for (const place of answer) assert.equal(place.zone, 'Inner north')
  })
}

test('tells who the shop is, where it goes, and that its payments are a rehearsal', async () => {
  const reply = await shop.app.inject('/api/shop')
  const facts = delivery.showShop.reply.parse(reply.json())
  assert.deepEqual(
    [facts.name, facts.today, facts.currency, facts.hours],
    ['Flora', '2026-11-20', 'AUD', [{ days: 'Monday to Saturday', text: '7 am–5 pm' }]],
  )
  assert.deepEqual(
    facts.zones.find(({ name }) => name === 'Inner north'),
    {
      name: 'Inner north',
      postcodes: ['3065', '3067'],
      windows: [
        {
          name: '8 am to 12 noon',
          method: 'standard',
          days: 'Monday to Saturday',
          fee: { minor: 1_200, currency: 'AUD' },
          cutOff: '5 pm the day before',
        },
        {
          name: '2 pm to 6 pm',
          method: 'standard',
          days: 'Monday to Saturday',
          fee: { minor: 1_200, currency: 'AUD' },
          cutOff: '12 noon that day',
        },
      ],
    },
  )
  assert.ok(facts.closures.some(({ day }) => day === '2026-12-25'))
  assert.ok(facts.surges.some(({ name, from }) => name === 'Market Saturday' && from === '2026-12-05'))
  assert.deepEqual(facts.payments, {
    mode: 'sandbox',
    publishableKey: shop.config.stripe.publishableKey,
    apiBase: shop.config.stripe.apiBase,
  })
})

test('the days that come into sight get their places once, and keep what staff made of them', async () => {
  const count = async () =>
    (
      await rows<{ places: number; bench: number }>(
        shop.db,
        sql`select (select count(*)::int from delivery_places) as places, (select count(*)::int from bench_days) as bench`,
      )
    )[0]!
  const { 'delivery/open-days': run } = deliveryJobs(shop)
  await rows(
    shop.db,
    sql`update delivery_places set capacity = 25 where day = '2026-11-25' and window_id = 'win_inner-morning'`,
  )
  await run({})
  const once = await count()
  // Today and 95 days on are 96; 82 of them are no Sundays, and each of those has three windows.
  assert.deepEqual(once, { places: 82 * 3, bench: 96 })
  await run({})
  assert.deepEqual(await count(), once)
  assert.deepEqual(dayOf(await calendar('postcode=3067'), '2026-11-25').windows[0]!.placesLeft, 5)

  shop.clock.set('2026-11-21T00:00:00+11:00')
  await run({})
  assert.deepEqual((await count()).bench, 97)
})
