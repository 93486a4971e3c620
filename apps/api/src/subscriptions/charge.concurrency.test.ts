import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { openPayingShop, type PayingShop } from '../../test/open-paying-shop.ts'
import { chargeDue } from './charge-due.ts'
import { drawUp } from './draw-up.ts'
import { lookAhead } from './look-ahead.ts'
import { aSubscriber, ledgerOf, sellByChoice, subscribe, type Subscriber } from './test/a-subscriber.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
let mercy: Subscriber
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await sellByChoice(open)
  mercy = await aSubscriber(open)
})
after(() => open?.close())

async function nothingBroken(): Promise<void> {
  await open.work()
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

test('four who draw up the same subscription at once write each period once', { skip }, async () => {
  const { id } = await subscribe(mercy)
  open.shop.clock.set('2026-11-27T10:00:00+11:00')
  await Promise.all([drawUp(open.shop, id), drawUp(open.shop, id), lookAhead(open.shop), lookAhead(open.shop)])
  assert.deepEqual(
    (await ledgerOf(open, id)).map(({ period, status }) => [period, status]),
    Array.from({ length: 8 }, (_, period) => [period, 'PENDING']),
  )
  await nothingBroken()
})

test('four schedulers at once charge ten deliveries ten times in all', { skip }, async () => {
  const ids = await Promise.all(Array.from({ length: 9 }, async () => (await subscribe(mercy)).id))
  open.shop.clock.set('2026-11-30T16:00:00+11:00')
  const asked = await Promise.all([1, 2, 3, 4].map(() => chargeDue(open.shop)))
  assert.equal(
    asked.reduce((sum, count) => sum + count, 0),
    10,
  )
  await nothingBroken()
  for (const id of ids) assert.equal((await ledgerOf(open, id))[0]!.state, 'paid')
  assert.deepEqual(
    open.stripe.books().intents.map(({ amountSucceeded, charges }) => [amountSucceeded, charges]),
    Array.from({ length: 10 }, () => [6_600, 1]),
  )
})

test('she skips at the moment it is charged: one of the two happens, and not both', { skip }, async () => {
  const { id, occurrences } = await subscribe(mercy, { firstDay: '2026-12-10' })
  const params = { subscriptionId: id, occurrenceId: occurrences[0]!.id }
  const path = 'POST /account/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip' as const
  open.shop.clock.set('2026-12-07T15:59:59+11:00')
  const skipping = mercy.visitor.call(path, { params, body: {} }).catch(() => undefined)
  open.shop.clock.set('2026-12-07T16:00:00+11:00')
  await Promise.all([skipping, chargeDue(open.shop)])
  await nothingBroken()
  assert.ok(['skipped', 'paid'].includes((await ledgerOf(open, id))[0]!.state))
})
