import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DeskPromotion } from '@flora/contract/promotions-desk.ts'
import {
  aFilledCart,
  aVisitor,
  openPayingShop,
  type PayingShop,
  place,
  type Visitor,
} from '../../../test/open-paying-shop.ts'
import { aManager, refusalOf } from '../../delivery/desk/test/at-the-desk.ts'
import { firstRow } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

let open: PayingShop
let ada: Visitor
before(async () => {
  open = await openPayingShop()
  ada = await aManager(open)
})
after(() => open.close())

const create = (body: object) =>
  ada.call('POST /desk/promotions', { body: { code: 'MOTHERS', label: 'Mothers', ...body } as never })
const change = ({ id, version }: Pick<DeskPromotion, 'id' | 'version'>, body: object) =>
  ada.call('PATCH /desk/promotions/:promotionId', { params: { promotionId: id }, body: { version, ...body } })
const use = async (code: string) => {
  const shopper = aVisitor(open.app)
  await aFilledCart(shopper)
  const cart = await shopper.call('PUT /cart/code', { body: { code } })
  return { shopper, cart }
}

test('a code that is made works at once, and its orders are listed', async () => {
  const made = await create({ code: 'mum-15', off: { kind: 'percent', basisPoints: 1_500 }, useLimit: 2 })
  assert.deepEqual([made.code, made.state, made.used], ['MUM-15', 'running', 0])
  assert.equal((await refusalOf(create({ code: 'MUM-15', off: { kind: 'free-delivery' } }))).code, 'code-taken')
  const { shopper, cart } = await use('mum-15')
  const { order } = await place(shopper, cart.toPay)
  const { uses, promotion } = await ada.call('GET /desk/promotions/:promotionId', {
    params: { promotionId: made.id },
    query: {},
  })
  assert.deepEqual(
    uses.map(({ number, discount }) => [number, discount.minor]),
    [[order.number, 720]],
  )
  assert.deepEqual([promotion.used, promotion.version], [1, 1])
})

test('what a used code takes off stays; its days and limit change; ended it works no more', async () => {
  const made = await create({ off: { kind: 'fixed', amountMinor: 1_000 } })
  const other = await change(made, { off: { kind: 'fixed', amountMinor: 1_200 }, untilDay: '2026-12-01' })
  assert.deepEqual([other.amount?.minor, other.untilDay], [1_200, '2026-12-01'])
  assert.equal((await refusalOf(change(made, { label: 'x' }))).code, 'changed-meanwhile')
  assert.equal((await refusalOf(change(other, { fromDay: '2026-12-02' }))).code, 'days-not-valid')
  const { shopper, cart } = await use('MOTHERS')
  await place(shopper, cart.toPay)
  assert.equal((await refusalOf(change(other, { off: { kind: 'free-delivery' } }))).code, 'promotion-used')
  const limited = await change(other, { useLimit: 1 })
  assert.equal(limited.state, 'used-up')
  const two = await change(limited, { useLimit: 3, fromDay: '2026-11-21' })
  assert.equal(two.state, 'to-come')
  const running = await change(two, { fromDay: null })
  const late = await use('MOTHERS')
  const ended = await ada.call('POST /desk/promotions/:promotionId/end', {
    params: { promotionId: made.id },
    body: { version: running.version },
  })
  assert.deepEqual([ended.state, ended.can.end.ok], ['ended', false])
  await refusalOf(place(late.shopper, late.cart.toPay))
  await refusalOf(use('MOTHERS'))
})

test('a gift card is issued once a form, spends like any, and its balance is the sum of its ledger', async () => {
  const body = { key: crypto.randomUUID(), amountMinor: 2_000, note: 'For a late delivery' }
  const [one, two] = await Promise.all([1, 2].map(() => ada.call('POST /desk/gift-cards', { body })))
  assert.equal(one!.card.id, two!.card.id)
  const codes = [one!.code, two!.code].filter((code) => code !== undefined)
  assert.equal(codes.length, 1)
  const code = codes[0]!
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  const kept = await firstRow<{ text: string }>(
    open.shop.db,
    sql`select (select json_agg(g)::text from gift_cards g) || (select coalesce(json_agg(a), '[]')::text from audit_log a) as text`,
  )
  assert.ok(!kept!.text.includes(code) && !kept!.text.includes(code.replaceAll('-', '')))

  const { shopper, cart } = await use(code)
  const { order } = await place(shopper, cart.toPay)
  const params = { giftCardId: one!.card.id }
  const adjust = (amountMinor: number, key: string = crypto.randomUUID()) =>
    ada.call('POST /desk/gift-cards/:giftCardId/adjustments', { params, body: { key, amountMinor, note: 'Counter' } })
  assert.equal((await refusalOf(adjust(-1))).code, 'balance-too-low')
  const key = crypto.randomUUID()
  await adjust(700, key)
  const adjusted = await adjust(700, key)
  assert.deepEqual(
    adjusted.entries.map(({ amount, balance, reason, who, order: by }) => [
      amount.minor,
      balance.minor,
      reason,
      who,
      by?.number,
    ]),
    [
      [2_000, 2_000, 'issued', 'Ada Marsh', undefined],
      [-2_000, 0, 'spent', undefined, order.number],
      [700, 700, 'adjusted', 'Ada Marsh', undefined],
    ],
  )
  // Ids that were made elsewhere may sort after it: what was issued last stands first all the same.
  await firstRow(
    open.shop.db,
    sql`update gift_card_entries set at = '2026-11-01T00:00:00Z' where gift_card_id like 'gft_demo%'`,
  )
  const { items } = await ada.call('GET /desk/gift-cards', { query: {} })
  assert.equal(items[0]?.id, one!.card.id)
  const found = await ada.call('GET /desk/gift-cards', { query: { q: code.toLowerCase() } })
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [one!.card.id],
  )
  const stop = () => ada.call('POST /desk/gift-cards/:giftCardId/void', { params, body: { note: 'Lost' } })
  const stopped = await stop()
  assert.deepEqual([stopped.balance.minor, stopped.active, stopped.entries.at(-1)?.reason], [0, false, 'voided'])
  assert.equal((await stop()).entries.length, 4)
  assert.equal((await refusalOf(adjust(100))).code, 'gift-card-void')
  await refusalOf(use(code))
})

test('a florist sees codes and cards, and is told who changes them', async () => {
  const fern = await aManager(open, { name: 'Fern Ito', role: 'florist' })
  const { items } = await fern.call('GET /desk/promotions', { query: {} })
  assert.deepEqual(items[0]?.can.edit, { ok: false, because: 'Owners and managers do that.' })
  assert.equal(
    (
      await refusalOf(
        fern.call('POST /desk/gift-cards', { body: { key: crypto.randomUUID(), amountMinor: 500, note: 'x' } }),
      )
    ).code,
    'not-allowed',
  )
})
