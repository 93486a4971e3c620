import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { type Agreed, decideAnnouncement, priceOf } from './price.ts'

const aud = (minor: number) => money(minor, 'AUD')
const now = Temporal.Instant.from('2026-11-20T10:00+11:00')
const agreed: Agreed = {
  unit: aud(6_595),
  fee: aud(1_200),
  quantity: 1,
  discountBasisPoints: 1_000,
  announced: undefined,
}

test('the lines of a delivery add up to what is charged, whatever the price, the quantity and the discount', () => {
  for (let unit = 1; unit < 20_000; unit += 173) {
    for (const quantity of [1, 2, 7]) {
      for (const discountBasisPoints of [0, 333, 1_000, 10_000]) {
        const price = priceOf({ ...agreed, unit: aud(unit), quantity, discountBasisPoints }, now, 1_000)
        assert.equal(
          price.sum.reduce((sum, { amount }) => sum + amount.minor, 0),
          price.total.minor,
        )
        assert.ok(price.goodsGst.minor + price.feeGst.minor <= price.total.minor)
      }
    }
  }
})

test('a tenth off the goods, and nothing off the van', () => {
  const price = priceOf(agreed, now, 1_000)
  assert.deepEqual(
    [price.goods.minor, price.discount.minor, price.fee.minor, price.total.minor],
    [6_595, 660, 1_200, 7_135],
  )
})

test('a rise is announced and charged fourteen days later, not a moment before', () => {
  const announced = decideAnnouncement(agreed, { unit: aud(7_000), fee: aud(1_200) }, now)!
  assert.equal(String(announced.from), String(now.add({ hours: 14 * 24 })))
  const told = { ...agreed, announced }
  assert.equal(priceOf(told, announced.from.subtract({ seconds: 1 }), 1_000).unit.minor, 6_595)
  assert.equal(priceOf(told, announced.from, 1_000).unit.minor, 7_000)
})

test('a fall counts at once', () => {
  const announced = decideAnnouncement(agreed, { unit: aud(6_000), fee: aud(1_200) }, now)!
  assert.equal(String(announced.from), String(now))
})

test('what was announced is not announced again, and a second rise has its own notice', () => {
  const announced = decideAnnouncement(agreed, { unit: aud(7_000), fee: aud(1_200) }, now)!
  const told = { ...agreed, announced }
  assert.equal(decideAnnouncement(told, { unit: aud(7_000), fee: aud(1_200) }, now), undefined)
  const later = now.add({ hours: 24 })
  assert.equal(
    String(decideAnnouncement(told, { unit: aud(7_500), fee: aud(1_200) }, later)!.from),
    String(later.add({ hours: 14 * 24 })),
  )
  const back = decideAnnouncement(told, { unit: aud(6_595), fee: aud(1_200) }, later)!
  assert.equal(String(back.from), String(later), 'a rise that was taken back is over')
})

test('what would come to less than a card can pay is given, and the lines say so', () => {
  const trial = { ...agreed, fee: aud(0), discountBasisPoints: 9_950, trialBasisPoints: 9_950 }
  for (const [unit, total] of [
    [2_000, 0],
    [9_800, 0],
    [10_000, 50],
    [20_000, 100],
  ] as const) {
    const price = priceOf({ ...trial, unit: aud(unit) }, now, 1_000)
    assert.deepEqual([price.total.minor, price.gst.minor === 0], [total, total === 0], `${unit} cents`)
    assert.equal(
      price.sum.reduce((sum, { amount }) => sum + amount.minor, 0),
      total,
    )
    assert.equal(price.goods.minor - price.discount.minor + price.fee.minor, total)
  }
  const free = priceOf({ ...trial, unit: aud(6_000), fee: aud(10), discountBasisPoints: 10_000 }, now, 1_000)
  assert.deepEqual([free.total.minor, free.fee.minor], [0, 0], 'a van for ten cents comes for nothing')
})
