import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import fc from 'fast-check'
import { allOf, decideRefund, refundableOf } from './refund.ts'

const aud = (minor: number) => money(minor, 'AUD')
const refundable = (card: number, inShop: number, giftCard: number) => ({
  card: aud(card),
  inShop: aud(inShop),
  giftCard: aud(giftCard),
})

const cases = [
  { has: [6_000, 0, 0], wants: 2_000, is: [2_000, 0, 0] },
  { has: [6_000, 0, 0], wants: 6_001, is: 'refund-too-much' },
  { has: [0, 0, 0], wants: 1, is: 'nothing-to-refund' },
  { has: [1_000, 800, 5_000], wants: 1_500, is: [1_000, 500, 0] },
  { has: [1_000, 800, 5_000], wants: 6_800, is: [1_000, 800, 5_000] },
  { has: [0, 0, 5_000], wants: 5_000, is: [0, 0, 5_000] },
] as const
for (const { has, wants, is } of cases) {
  test(`${wants} of ${has.join(', ')} goes back as ${is}`, () => {
    const decision = decideRefund(refundable(has[0], has[1], has[2]), { parts: [], goodwill: aud(wants) })
    if (decision.kind === 'refuse') assert.equal(decision.code, is)
    else assert.deepEqual([decision.card.minor, decision.inShop.minor, decision.giftCard.minor], is)
  })
}

test('of no line goes back more than it cost, though there is more', () => {
  const parts = [{ name: 'Kitchen Table', left: aud(3_000), amount: aud(3_001) }]
  const decision = decideRefund(refundable(6_000, 0, 0), { parts, goodwill: aud(0) })
  assert.ok(decision.kind === 'refuse' && decision.code === 'refund-too-much')
})

test('a refund is paid in full, by no way more than came by it', () => {
  const sum = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(sum, sum, sum, sum, (card, inShop, giftCard, wants) => {
      const has = refundable(card, inShop, giftCard)
      const decision = decideRefund(has, { parts: [], goodwill: aud(wants) })
      if (decision.kind === 'refuse') return assert.ok(allOf(has).minor === 0 || wants > allOf(has).minor)
      assert.equal(allOf(decision).minor, wants)
      assert.ok(decision.card.minor <= card && decision.inShop.minor <= inShop && decision.giftCard.minor <= giftCard)
    }),
  )
})

const books = {
  currency: 'AUD',
  isAlive: true,
  isCancelled: false,
  paidMinor: 6_800,
  refundedMinor: 1_300,
  inShopMinor: 800,
  inShopRefundedMinor: 300,
  giftCardMinor: 500,
  giftCardReturnedMinor: 200,
} as const

test('what is left of each way is what came by it less what went back by it', () => {
  assert.deepEqual(refundableOf(books), refundable(5_000, 500, 300))
})

test('of a cancelled order only what was taken by hand waits to be given back by hand', () => {
  assert.deepEqual(refundableOf({ ...books, isAlive: false, isCancelled: true }), refundable(0, 500, 0))
  assert.deepEqual(refundableOf({ ...books, isAlive: false, isCancelled: false }), refundable(0, 0, 0))
})
