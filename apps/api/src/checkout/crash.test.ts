import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../platform/sql.ts'
import { type CrashingShop, dieAtEveryStep, openCrashingShop, plenty } from '../../test/crashing.ts'
import { aFilledCart, aVisitor, pay, place } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'

let open: Awaited<ReturnType<typeof openCrashingShop>>
before(async () => {
  open = await openCrashingShop()
  await plenty(open)
})
after(() => open.close())

// Far enough ahead that a clock which moves at each death does not pass its cut-off.
const day = '2026-12-05'

async function statusOf({ shop }: CrashingShop, id: string): Promise<unknown> {
  return (await rows<{ status: string }>(shop.db, sql`select status from orders where id = ${id}`))[0]?.status
}

test('placing, preparing and paying survive a death at any moment: one order, one payment, one letter', async () => {
  const moments = await dieAtEveryStep(open, async () => {
    const guest = aVisitor(open.app)
    const cart = await open.inPeace(() => aFilledCart(guest, { day }))
    const key = crypto.randomUUID()
    const placed = await open.persist(() => place(guest, cart.toPay, key))
    await pay(open.stripe, placed)
    await open.workThrough()
    assert.equal(await statusOf(open, placed.order.id), 'CONFIRMED')
    assert.equal(open.stripe.books().intents.filter(({ metadata }) => metadata['order'] === placed.order.id).length, 1)
  })
  assert.ok(moments > 9, `${moments} moments`)
})

test('an order that a gift card pays survives a death at any moment, and so does the card’s ledger', async () => {
  await rows(
    open.shop.db,
    sql`insert into gift_card_entries (gift_card_id, amount_minor, reason, at) select id, 1000000, 'issued', now() from gift_cards`,
  )
  await rows(open.shop.db, sql`update gift_cards set balance_minor = balance_minor + 1000000`)
  const moments = await dieAtEveryStep(open, async () => {
    const guest = aVisitor(open.app)
    const cart = await open.inPeace(async () => {
      await aFilledCart(guest, { day, variantId: 'var_beeswax-candle-one' })
      return guest.call('PUT /cart/code', { body: { code: 'FLORA-GIFT-TEST-0001' } })
    })
    const key = crypto.randomUUID()
    const { order } = await open.persist(() => place(guest, cart.toPay, key))
    assert.deepEqual([order.status, order.toPay.minor], ['CONFIRMED', 0])
  })
  assert.ok(moments > 5, `${moments} moments`)
})
