import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { decideGiftCard, giftCardHash } from './gift-card.ts'
import { decidePromotion, type Promotion, type PromotionCase } from './promotion.ts'

const aud = (minor: number) => money(minor, 'AUD')
const percent: Promotion = {
  id: 'prm_a',
  code: 'SPRING10',
  label: 'Spring',
  kind: 'percent',
  basisPoints: 1000,
  amount: null,
  minimumGoods: aud(0),
  fromDay: null,
  untilDay: null,
  usesLeft: null,
  firstOrderOnly: false,
  active: true,
}
const fixed: Promotion = { ...percent, kind: 'fixed', basisPoints: null, amount: aud(1000) }
const cart: PromotionCase = {
  today: '2026-11-20',
  goods: [aud(12800), aud(11805)],
  fees: [aud(1200)],
  hasOrderedBefore: undefined,
}

const effects = [
  { what: 'percent rounds each line half up', promotion: percent, is: [[1280, 1181], [0]] },
  { what: 'a fixed sum is spread over the lines to the cent', promotion: fixed, is: [[520, 480], [0]] },
  {
    what: 'a fixed sum takes no more than the flowers cost',
    promotion: { ...fixed, amount: aud(99_999) },
    is: [[12800, 11805], [0]],
  },
  {
    what: 'free delivery takes the fee',
    promotion: { ...percent, kind: 'free-delivery', basisPoints: null } as Promotion,
    is: [[0, 0], [1200]],
  },
]
for (const { what, promotion, is } of effects) {
  test(what, () => {
    const effect = decidePromotion(promotion, cart)
    assert.equal(effect.kind, 'applies')
    if (effect.kind === 'applies')
      assert.deepEqual([effect.offGoods.map(({ minor }) => minor), effect.offFees.map(({ minor }) => minor)], is)
  })
}

const refusals = [
  { what: 'stopped', promotion: { ...percent, active: false } },
  { what: 'not begun', promotion: { ...percent, fromDay: '2026-11-21' } },
  { what: 'over', promotion: { ...percent, untilDay: '2026-11-19' } },
  { what: 'used up', promotion: { ...percent, usesLeft: 0 } },
  { what: 'below its minimum', promotion: { ...percent, minimumGoods: aud(24606) } },
  {
    what: 'for a first order, from somebody who has ordered',
    promotion: { ...percent, firstOrderOnly: true },
    hasOrderedBefore: true,
  },
  { what: 'for flowers, with add-ons alone', promotion: percent, goods: [] },
] as const
for (const { what, promotion, ...rest } of refusals) {
  test(`refuses a promotion that is ${what}, with a sentence`, () => {
    const effect = decidePromotion(promotion as Promotion, { ...cart, ...rest })
    assert.equal(effect.kind, 'no')
    if (effect.kind === 'no') assert.match(effect.because, /\.$/)
  })
}

test('the first and the last day of a promotion are days of it', () => {
  const oneDay = { ...percent, fromDay: '2026-11-20', untilDay: '2026-11-20' } as const
  assert.equal(decidePromotion(oneDay, cart).kind, 'applies')
})

test('a gift card’s code may be typed with or without dashes, in any case', () => {
  assert.equal(giftCardHash('flora-gift 2026-DEMO'), giftCardHash('FLORAGIFT2026DEMO'))
})

test('a gift card is good on its last day and not after', () => {
  const card = { id: 'gft_a', ending: 'DEMO', balance: aud(500), expiresDay: '2026-11-20', active: true } as const
  assert.equal(decideGiftCard(card, { today: '2026-11-20', due: aud(100) }).kind, 'pays')
  assert.equal(decideGiftCard(card, { today: '2026-11-21', due: aud(100) }).kind, 'no')
})

const payments = [
  { what: 'covers a smaller sum', balance: 5000, due: 3400, is: 3400 },
  { what: 'pays all it has', balance: 3000, due: 3400, is: 3000 },
  { what: 'leaves at least the 50 cents that a card payment needs', balance: 3380, due: 3400, is: 3350 },
  { what: 'leaves exactly 50 cents when that is what is left', balance: 3350, due: 3400, is: 3350 },
]
for (const { what, balance, due, is } of payments) {
  test(`a gift card ${what}`, () => {
    const card = { id: 'gft_a', ending: 'DEMO', balance: aud(balance), expiresDay: null, active: true } as const
    assert.deepEqual(decideGiftCard(card, { today: '2026-11-20', due: aud(due) }), { kind: 'pays', amount: aud(is) })
  })
}
