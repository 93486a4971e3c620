import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { dieAtEveryStep, openCrashingShop, plenty } from '../../test/crashing.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { reconcile } from '../payments/reconcile.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { chargeDue } from './charge-due.ts'
import { lookAhead } from './look-ahead.ts'
import { aSubscriber, ledgerOf, replaceCard, sellByChoice, subscribe, type Subscriber } from './test/a-subscriber.ts'

const opening = '2026-11-20T10:00:00+11:00'
const due = '2026-11-30T16:00:00+11:00'
const over = '2026-12-02T16:00:00+11:00'

let open: Awaited<ReturnType<typeof openCrashingShop>>
let mercy: Subscriber
before(async () => {
  open = await openCrashingShop()
  await sellByChoice(open)
  await plenty(open)
  mercy = await aSubscriber(open)
})
after(() => open.close())

/** A subscription a quarter apart, so that a telling is about one delivery. */
async function begun(card?: string): Promise<string> {
  open.shop.clock.set(opening)
  // What earlier tellings left has had its time.
  await rows(open.shop.db, sql`update subscriptions set state = 'cancelled' where state = 'active'`)
  const { id } = await subscribe(mercy, { frequency: 'quarterly' })
  if (card) await replaceCard(open, mercy, card)
  await open.work()
  return id
}

const paidAtBank = (occurrenceOf: string) =>
  rows<{ id: string }>(open.shop.db, sql`select id from occurrences where subscription_id = ${occurrenceOf}`).then(
    ([row]) => open.stripe.books().intents.filter(({ metadata }) => metadata['paidFor'] === row!.id),
  )

/** The scheduler comes round again and again, as long as somebody starts it. */
async function scheduler(until: string): Promise<void> {
  await open.persist(() => chargeDue(open.shop))
  // After the lease of a worker that died, another one takes the delivery up.
  for (let round = 0; round < 3; round += 1) {
    open.shop.clock.advance({ minutes: 6 })
    await open.persist(() => chargeDue(open.shop))
  }
  await open.workThrough()
  await open.inPeace(() => reconcile(open.shop))
  await open.workThrough()
  assert.ok(
    Temporal.Instant.compare(open.shop.clock.now(), Temporal.Instant.from(until)) < 0,
    'the telling took too long',
  )
}

test('charging survives a death at any moment: one delivery, one payment, one receipt', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    const id = await open.inPeace(() => begun())
    open.shop.clock.set(due)
    await scheduler(over)
    const intents = await paidAtBank(id)
    assert.deepEqual(
      [
        (await ledgerOf(open, id)).map(({ state }) => state),
        intents.length,
        intents[0]?.amountSucceeded,
        intents[0]?.charges,
      ],
      [['paid'], 1, 6_600, 1],
    )
  })
  assert.ok(moments > 8, `${moments} moments`)
})

test('a card that says no survives a death at any moment: nothing is delivered, nothing is paid, and she is told', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    const id = await open.inPeace(() => begun('pm_card_authenticationRequired'))
    open.shop.clock.set(due)
    await scheduler(over)
    open.shop.clock.set(over)
    await open.persist(() => releaseExpiredHolds(open.shop))
    await open.workThrough()
    const intents = await paidAtBank(id)
    assert.deepEqual(
      [
        (await ledgerOf(open, id)).map(({ state }) => state),
        intents.reduce((sum, { amountSucceeded }) => sum + amountSucceeded, 0),
      ],
      [['failed'], 0],
    )
  })
  assert.ok(moments > 10, `${moments} moments`)
})

test('subscribing and drawing up survive a death at any moment: one row a period, one order a row', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    await open.inPeace(() => begun())
    const key = crypto.randomUUID()
    const wish = { frequency: 'fortnightly', firstDay: '2026-12-10' } as const
    const made = await open.persist(() => subscribe(mercy, wish, key))
    await open.workThrough()
    open.shop.clock.set('2026-11-27T10:00:00+11:00')
    await open.persist(() => lookAhead(open.shop))
    // A round that died over one subscription left it to the next.
    await open.inPeace(() => lookAhead(open.shop))
    await open.workThrough()
    const ledger = await ledgerOf(open, made.id)
    assert.deepEqual(
      ledger.map(({ period, state, status }) => [period, state, status]),
      Array.from({ length: 4 }, (_, period) => [period, 'planned', 'PENDING']),
    )
    await open.inPeace(async () => {
      await mercy.visitor.call('POST /account/subscriptions/:subscriptionId/cancellation', {
        params: { subscriptionId: made.id },
        body: {},
      })
    })
  })
  assert.ok(moments > 12, `${moments} moments`)
})

test('ending survives a death at any moment: all places go back, once', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    const id = await open.inPeace(() => begun())
    await open.persist(() =>
      mercy.visitor
        .call('POST /account/subscriptions/:subscriptionId/cancellation', {
          params: { subscriptionId: id as 'sub_' },
          body: {},
        })
        .catch((error: unknown) => {
          if (!(error instanceof ApiProblem) || error.problem.code !== 'subscription-ended') throw error
        }),
    )
    await open.workThrough()
    assert.deepEqual(
      (await ledgerOf(open, id)).map(({ state, status }) => [state, status]),
      [['cancelled', null]],
    )
  })
  assert.ok(moments > 1, `${moments} moments`)
})
