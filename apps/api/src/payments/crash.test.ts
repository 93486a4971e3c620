import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import { newId } from '@flora/contract/ids.ts'
import { sql } from '../platform/sql.ts'
import { dieAtEveryStep, openCrashingShop, plenty } from '../../test/crashing.ts'
import { aud, aVisitor, pay, placedOrder } from '../../test/open-paying-shop.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { rows } from '../platform/db.ts'
import { reconcile } from './reconcile.ts'

let open: Awaited<ReturnType<typeof openCrashingShop>>
before(async () => {
  open = await openCrashingShop()
})
after(() => open.close())

// Far enough ahead that a clock which moves at each death does not pass its cut-off.
const day = '2026-12-05'

const placed = (): Promise<Placed> => placedOrder(aVisitor(open.app), { day })

async function paid(): Promise<Placed> {
  const order = await placed()
  await pay(open.stripe, order)
  await open.work()
  return order
}

async function statusOf({ order }: Placed): Promise<unknown> {
  return (await rows<{ status: string }>(open.shop.db, sql`select status from orders where id = ${order.id}`))[0]
    ?.status
}

/** Who presses again after silence is told that it is done. */
async function cancel({ order }: Placed): Promise<void> {
  await aVisitor(open.app)
    .call('POST /orders/:link/cancellation', { params: { link: order.link }, body: {} })
    .catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'order-not-cancellable') throw error
    })
}

test('cancelling and refunding survive a death at any moment: the money goes back once', async () => {
  await plenty(open)
  const moments = await dieAtEveryStep(open, async () => {
    const order = await open.inPeace(paid)
    await open.persist(() => cancel(order))
    await open.workThrough()
    assert.equal(await statusOf(order), 'REFUNDED')
  })
  assert.ok(moments > 12, `${moments} moments`)
})

test('a hold that is over survives a death at any moment: places go back once, and nobody can pay it any more', async () => {
  await plenty(open)
  const moments = await dieAtEveryStep(open, async () => {
    const order = await open.inPeace(placed)
    open.shop.clock.advance({ minutes: 21 })
    await open.persist(() => releaseExpiredHolds(open.shop))
    await open.workThrough()
    assert.equal(await statusOf(order), 'CANCELLED')
  })
  assert.ok(moments > 5, `${moments} moments`)
})

test('money after the hold survives a death at any moment: its places are taken again', async () => {
  await plenty(open)
  await dieAtEveryStep(open, async () => {
    const order = await open.inPeace(placed)
    open.shop.clock.advance({ minutes: 21 })
    await open.inPeace(() => releaseExpiredHolds(open.shop))
    await pay(open.stripe, order)
    await open.workThrough()
    assert.equal(await statusOf(order), 'CONFIRMED')
  })
})

test('money after the hold whose places are gone survives a death at any moment: it goes back once, with one letter', async () => {
  await dieAtEveryStep(open, async () => {
    await plenty(open)
    const order = await open.inPeace(placed)
    open.shop.clock.advance({ minutes: 21 })
    await open.inPeace(() => releaseExpiredHolds(open.shop))
    await rows(open.shop.db, sql`update delivery_places set capacity = taken`)
    await pay(open.stripe, order)
    await open.workThrough()
    assert.equal(await statusOf(order), 'REFUNDED')
  })
})

test('reconciliation survives a death at any moment: events that never came are found all the same', async () => {
  await plenty(open)
  const moments = await dieAtEveryStep(open, async () => {
    const [order, gone] = await open.inPeace(async () => [await placed(), await paid()] as const)
    open.stripe.faults.holdEvents()
    await pay(open.stripe, order)
    await open.inPeace(async () => {
      await cancel(gone)
      await open.work()
    })
    open.stripe.faults.dropHeldEvents()
    open.shop.clock.advance({ minutes: 6 })
    await open.persist(() => reconcile(open.shop))
    await open.workThrough()
    // An event that was stored by a run which died is left to the next one, as soon as nobody else can be at it.
    open.shop.clock.advance({ minutes: 6 })
    await open.inPeace(() => reconcile(open.shop))
    assert.deepEqual([await statusOf(order), await statusOf(gone)], ['CONFIRMED', 'REFUNDED'])
    assert.deepEqual(await open.inPeace(() => reconcile(open.shop)), [], 'a second run finds nothing')
  })
  assert.ok(moments > 8, `${moments} moments`)
})

test('a refund of a part, its events late and doubled, survives a death at any moment: it is paid once', async () => {
  await plenty(open)
  const moments = await dieAtEveryStep(open, async () => {
    const { order } = await open.inPeace(paid)
    open.stripe.faults.holdEvents()
    const refund = {
      refundId: newId('rfd'),
      orderId: order.id,
      amount: aud(1_500),
      reason: 'goodwill',
      who: 'shop',
    } as const
    await open.inPeace(() =>
      open.shop.inTransaction((tx) => open.shop.jobs.enqueue(tx, 'payments/refund-order', refund)),
    )
    await open.workThrough()
    open.stripe.faults.releaseEvents({ doubled: true })
    await open.workThrough()
    const book = open.stripe.books().intents.find(({ metadata }) => metadata['order'] === order.id)
    assert.deepEqual([book?.refunds, book?.amountRefunded], [1, 1_500])
  })
  assert.ok(moments > 8, `${moments} moments`)
})

test('a refund from the dashboard survives a death at any moment: it is in our books once', async () => {
  await plenty(open)
  await dieAtEveryStep(open, async () => {
    const order = await open.inPeace(paid)
    await open.inPeace(() =>
      open.shop.stripe.refunds.create({
        payment_intent: order.payment!.clientSecret.split('_secret_')[0]!,
        amount: 1500,
      }),
    )
    await open.workThrough()
    assert.equal(await statusOf(order), 'CONFIRMED')
  })
})
