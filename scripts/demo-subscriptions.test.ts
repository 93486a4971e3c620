import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { Client } from '@flora/client/client.ts'
import { demoShop } from '@flora/demo-shop/demo-shop.ts'
import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { demoCustomers } from '../apps/api/src/demo/demo-customers.ts'
import { demoPassword, fillWithDemo, plantDemoStaff } from '../apps/api/src/demo/index.ts'
import { openDays } from '../apps/api/src/delivery/index.ts'
import { jobHandlers } from '../apps/api/src/entry/handlers.ts'
import { buildHttpApp } from '../apps/api/src/entry/http-app.ts'
import { sandboxKeys } from '../apps/api/src/platform/config.ts'
import { rows } from '../apps/api/src/platform/db.ts'
import { sql } from '../apps/api/src/platform/sql.ts'
import { brokenPromises } from '../apps/api/test/invariants.ts'
import { openShop } from '../apps/api/test/open-shop.ts'
import { placeDemoOrders } from './demo-orders.ts'
import { askForAccounts, type DemoTown, placeDemoSubscriptions } from './demo-subscriptions.ts'
import { aSignedIn } from './demo-visitor.ts'

const zone = 'Australia/Melbourne'

/** The demo shop as it opens on a first start, with the payment sandbox beside it; what is asked for is done at once. */
async function openDemo(t: TestContext, now: string) {
  let seconds = () => Temporal.Instant.from(now).epochMilliseconds / 1_000
  const stripe = await startStripeSandbox({ secretKey: sandboxKeys.secretKey, clock: () => seconds() })
  const shop = await openShop({ now, environment: { STRIPE_API_BASE: stripe.url } })
  seconds = () => Math.floor(shop.clock.now().epochMilliseconds / 1_000)
  await fillWithDemo(shop, demoShop)
  await plantDemoStaff(shop)
  await openDays(shop)
  const app = await buildHttpApp(shop, async () => ({ database: true, migrations: true, queue: true }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  stripe.deliverTo({ url: `${url}/api/stripe/webhook`, secret: sandboxKeys.webhookSecret })
  t.after(async () => {
    await app.close()
    await stripe.close()
    await shop.close()
  })
  const handlers = jobHandlers(shop)
  const work = async (): Promise<void> => {
    do await stripe.events.settled()
    while ((await shop.runJobs(handlers)) > 0)
  }
  // Several wait for their letters, and one at a time does the work of the post.
  let post = Promise.resolve()
  const letterTo: DemoTown['letterTo'] = async (email, says) => {
    post = post.then(work)
    await post
    const letter = shop.letters.find(({ to, text }) => to === email && says.test(text))
    assert.ok(letter, `a letter to ${email}`)
    return letter.text
  }
  const florist = await aSignedIn(url, { email: 'florist@flora.example', password: demoPassword })
  const broken = () => brokenPromises({ db: shop.db, books: stripe.books(), letters: shop.letters })
  return { shop, url, florist, letterTo, work, broken }
}

const subscribeAll = async (town: DemoTown) => placeDemoSubscriptions(town.url, await askForAccounts(town))

async function listed(florist: Client) {
  const { subscriptions, counts } = await florist.call('GET /desk/subscriptions', { query: {} })
  return { subscriptions, counts: [counts.active, counts.paused, counts.cancelled, counts.inTrouble] }
}

const days: [says: string, now: string][] = [
  ['a Friday morning in spring', '2026-11-20T10:00:00+11:00'],
  ['Christmas Eve, when the vans are home', '2026-12-24T19:00:00+11:00'],
  ['a Sunday in the shop’s own holidays', '2027-01-03T12:00:00+11:00'],
  ['the night summer time ends', '2027-04-04T02:30:00+10:00'],
  ['a leap day, after the calendar’s last closure', '2028-02-29T23:59:00+11:00'],
]
for (const [says, now] of days) {
  test(`on a first start the desk lists five subscriptions of all sorts: ${says}`, async (t) => {
    const town = await openDemo(t, now)
    assert.equal(await placeDemoOrders(town.florist).then((count) => count > 0), true)
    assert.equal(await subscribeAll(town), 5)
    await town.work()
    const { subscriptions, counts } = await listed(town.florist)
    assert.deepEqual(counts, [4, 1, 0, 0])
    const lines = subscriptions.map((one) => [
      one.owner.name,
      one.recipient,
      one.kind,
      one.frequency,
      one.giftDeliveries,
      one.state,
    ])
    assert.deepEqual(lines.toSorted(), [
      ['Ella Park', 'Ella Park', 'recurring', 'weekly', undefined, 'paused'],
      ['Kofi Boateng', 'Ama Boateng', 'surprise', 'monthly', undefined, 'active'],
      ['Mercy Okafor', 'June Okafor', 'recurring', 'fortnightly', undefined, 'active'],
      ['Mercy Okafor', 'Mercy Okafor', 'recurring', 'weekly', undefined, 'active'],
      ['Rosalind Walsh', 'Bea Walsh', 'recurring', 'monthly', 4, 'active'],
    ])
    const today = shopDayAt(Temporal.Instant.from(now), zone)
    for (const { owner, nextDay } of subscriptions) assert.ok(nextDay !== undefined && nextDay > today, owner.name)
    assert.deepEqual(await statesOf(town.florist, 'weekly', 'active'), ['skipped', 'planned', 'planned'])
    assert.deepEqual(await statesOf(town.florist, 'weekly', 'paused'), ['skipped', 'skipped', 'skipped'])
    assert.deepEqual(await statesOf(town.florist, 'gift', 'active'), ['paid', 'planned'])
    assert.deepEqual(await town.broken(), [])
  })
}

/** Of the first three deliveries to come. */
async function statesOf(florist: Client, rhythm: 'weekly' | 'gift', state: 'active' | 'paused'): Promise<string[]> {
  const { subscriptions } = await florist.call('GET /desk/subscriptions', { query: { rhythm, state } })
  assert.equal(subscriptions.length, 1)
  const params = { subscriptionId: subscriptions[0]!.id }
  const { coming } = await florist.call('GET /desk/subscriptions/:subscriptionId', { params })
  return coming.slice(0, 3).map((one) => one.state)
}

test('a demo customer signs in and finds hers, and the order she once gave by telephone', async (t) => {
  const town = await openDemo(t, '2026-11-20T10:00:00+11:00')
  await placeDemoOrders(town.florist)
  await subscribeAll(town)
  await town.work()
  const mercy = await aSignedIn(town.url, { ...demoCustomers.mercy, password: demoPassword })
  const hers = await mercy.call('GET /account/subscriptions', {})
  assert.deepEqual(
    hers.map(({ plan, occurrences }) => [plan.recipient.name, occurrences[0]!.state]),
    [
      ['Mercy Okafor', 'skipped'],
      ['June Okafor', 'planned'],
    ],
  )
  const { items } = await mercy.call('GET /account/orders', { query: {} })
  assert.equal(items.length, 1)
})

test('who fills it twice makes nothing twice', async (t) => {
  const town = await openDemo(t, '2026-11-20T10:00:00+11:00')
  await subscribeAll(town)
  await town.work()
  const all = async () => {
    const [counted] = await rows(
      town.shop.db,
      sql`select (select count(*)::int from subscriptions) as subscriptions, (select count(*)::int from accounts) as accounts,
            (select count(*)::int from orders) as orders, (select count(*)::int from occurrences) as occurrences`,
    )
    return { counted, letters: town.shop.letters.length }
  }
  const before = await all()
  assert.equal(await subscribeAll(town), 0)
  await town.work()
  assert.deepEqual(await all(), before)
})
