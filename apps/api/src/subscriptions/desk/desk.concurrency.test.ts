import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { brokenPromises } from '../../../test/invariants.ts'
import { aVisitor, openPayingShop, type PayingShop, theBooks, type Visitor } from '../../../test/open-paying-shop.ts'
import { aSignedIn } from '../../../test/signed-in.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { aGift } from '../test/a-mixed-cart.ts'
import { aSubscriber, sellByChoice, subscribe } from '../test/a-subscriber.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
let manager: Visitor
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await sellByChoice(open)
  manager = aVisitor(open.app)
  for (const [name, value] of (await aSignedIn(open.shop, { role: 'manager', name: 'Ada Marsh' })).cookies)
    manager.cookies.set(name, value)
})
after(() => open?.close())

async function nothingBroken(): Promise<void> {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

test('she and the shop leave the same delivery out at once: its places go back once', { skip }, async () => {
  const mercy = await aSubscriber(open)
  const before = await theBooks(open.shop)
  const made = await subscribe(mercy, { frequency: 'yearly' })
  const params = { subscriptionId: made.id, occurrenceId: made.occurrences[0]!.id }
  await Promise.all([
    mercy.visitor.call('POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
      params,
      body: {},
    }),
    manager.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', { params, body: {} }),
    manager.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', { params, body: {} }),
  ])
  assert.deepEqual(await theBooks(open.shop), before)
  const events = await rows<{ kind: string }>(
    open.shop.db,
    sql`select kind from subscription_events where subscription_id = ${made.id} and kind = 'skipped'`,
  )
  assert.equal(events.length, 1, 'and one of them is written down as who did it')
  await nothingBroken()
})

test('two who end the same gift at once give its money back once', { skip }, async () => {
  const { link, subscriptionId } = await aGift(open, aVisitor(open.app), { deliveries: 3, email: 'giver@example.com' })
  const buyer = aVisitor(open.app)
  const ended = await Promise.allSettled([
    buyer.call('POST /orders/:link/gifts/:subscriptionId/cancellation', { params: { link, subscriptionId }, body: {} }),
    manager.call('POST /desk/subscriptions/:subscriptionId/cancellation', {
      params: { subscriptionId },
      body: { reason: 'June has moved away' },
    }),
  ])
  assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 1)
  await nothingBroken()
  const refunds = await rows<{ amount: number }>(
    open.shop.db,
    sql`select f.amount_minor as amount from refunds f join subscriptions s on s.begun_by = f.order_id where s.id = ${subscriptionId}`,
  )
  // The first delivery comes with the order that paid; the other two go back.
  assert.deepEqual(refunds, [{ amount: 2 * 6_600 }])
})
