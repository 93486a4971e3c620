import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  add,
  allocate,
  compare,
  basisPointsOf,
  gstContained,
  isLess,
  isSame,
  isZero,
  least,
  money,
  negative,
  share,
  subtract,
  times,
  total,
} from './money.ts'

const aud = (minor: number) => money(minor, 'AUD')
const anySum = fc.integer({ min: -100_000_000, max: 100_000_000 }).map(aud)
const someWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0))
const anyRate = fc.integer({ min: 0, max: 10_000 })

test('adds, takes away and multiplies whole cents', () => {
  assert.deepEqual(add(aud(1050), aud(50)), aud(1100))
  assert.deepEqual(subtract(aud(50), aud(1050)), aud(-1000))
  assert.deepEqual(times(aud(4_800), 3), aud(14_400))
  assert.deepEqual(total([aud(1), aud(2), aud(3)], 'AUD'), aud(6))
  assert.deepEqual(total([], 'AUD'), aud(0))
})

test('the other way round is exact, and nothing stays nothing', () => {
  assert.deepEqual(negative(aud(3150)), aud(-3150))
  assert.ok(Object.is(negative(aud(0)).minor, 0))
})

test('refuses to mix currencies', () => {
  const nzd = money(1, 'NZD' as 'AUD')
  for (const mix of [add, subtract, compare, isSame, isLess, least])
    assert.throws(() => mix(aud(1), nzd), /cannot mix AUD with NZD/)
})

test('refuses what is not whole cents', () => {
  assert.throws(() => times(aud(333), 0.5), /not a whole number of cents/)
  assert.throws(() => aud(Number.NaN), RangeError)
  assert.throws(() => add(aud(Number.MAX_SAFE_INTEGER), aud(1)), RangeError)
})

test('compares', () => {
  assert.ok(isLess(aud(1), aud(2)) && !isLess(aud(2), aud(2)))
  assert.ok(isSame(aud(2), aud(2)) && !isSame(aud(2), aud(1)))
  assert.ok(isZero(aud(0)) && !isZero(aud(-1)))
  assert.deepEqual([least(aud(1), aud(2)), least(aud(2), aud(1))], [aud(1), aud(1)])
})

const shares: [of: number, basisPoints: number, is: number][] = [
  [1000, 2500, 250],
  [999, 5000, 500], // half a cent rounds up
  [-999, 5000, -499], // also below zero
  [0, 2000, 0],
  [12_345, 10_000, 12_345],
]
for (const [of, basisPoints, is] of shares)
  test(`${basisPoints} basis points of ${of} are ${is}`, () => assert.deepEqual(share(aud(of), basisPoints), aud(is)))

const gst: [total: number, basisPoints: number, contains: number][] = [
  [11_000, 1000, 1_000], // a tenth on top is an eleventh inside
  [1_100, 1000, 100],
  [100, 1000, 9], // 9.09
  [105, 1000, 10], // 9.545 rounds up
  [94, 1000, 9], // 8.545
  [6, 1000, 1], // 0.545
  [5, 1000, 0], // 0.4545
  [0, 1000, 0],
  [11_000, 0, 0],
  [3, 10_000, 2], // 1.5: half a cent rounds up
  [-11_000, 1000, -1_000],
]
test('a part of a sum in basis points, rounded half up, a loss below zero, and none of nothing', () => {
  const cases: [part: number, whole: number, basisPoints: number | undefined][] = [
    [2_500, 10_000, 2_500],
    [1, 3, 3_333],
    [2, 3, 6_667],
    [0, 5, 0],
    [-100, 400, -2_500],
    [5, 0, undefined],
  ]
  for (const [part, whole, expected] of cases) assert.equal(basisPointsOf(aud(part), aud(whole)), expected)
})

for (const [sum, basisPoints, contains] of gst) {
  test(`${sum} cents at ${basisPoints} basis points contain ${contains} of GST`, () =>
    assert.deepEqual(gstContained(aud(sum), basisPoints), aud(contains)))
}

test('a rate below zero or of half a basis point is refused', () => {
  for (const rate of [-1, 0.5, Number.NaN]) assert.throws(() => gstContained(aud(100), rate), RangeError)
})

test('GST is never further than half a cent from the exact share, and never more than the total', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), anyRate, (minor, rate) => {
      const contained = gstContained(aud(minor), rate).minor
      // |contained − minor × rate ÷ (10000 + rate)| ≤ ½, in whole numbers.
      const off = 2n * (BigInt(contained) * BigInt(10_000 + rate) - BigInt(minor) * BigInt(rate))
      assert.ok(off <= BigInt(10_000 + rate) && off > -BigInt(10_000 + rate))
      assert.ok(contained >= 0 && contained <= minor)
    }),
  )
})

test('allocates every cent, whatever the sum and the weights', () => {
  fc.assert(
    fc.property(anySum, someWeights, (sum, weights) => assert.deepEqual(total(allocate(sum, weights), 'AUD'), sum)),
  )
})

test('each part is within a cent of its exact share, and a weight of nothing gets nothing', () => {
  fc.assert(
    fc.property(anySum, someWeights, (sum, weights) => {
      const weightTotal = BigInt(weights.reduce((a, b) => a + b, 0))
      allocate(sum, weights).forEach(({ minor }, index) => {
        const off = BigInt(minor) * weightTotal - BigInt(sum.minor) * BigInt(weights[index]!)
        assert.ok(off > -weightTotal && off < weightTotal)
        if (weights[index] === 0) assert.equal(minor, 0)
      })
    }),
  )
})

test('a discount spread over lines never takes more from a line than it costs', () => {
  fc.assert(
    fc.property(someWeights, anyRate, (prices, rate) => {
      const discount = share(aud(prices.reduce((a, b) => a + b, 0)), rate)
      allocate(discount, prices).forEach(({ minor }, index) => assert.ok(minor >= 0 && minor <= prices[index]!))
    }),
  )
})

test('ties for the last cent go to the first', () =>
  assert.deepEqual(allocate(aud(100), [1, 1, 1]), [aud(34), aud(33), aud(33)]))

test('refuses weights that say nothing', () => {
  for (const weights of [[], [0, 0], [1, -1], [0.5], [Number.NaN]])
    assert.throws(() => allocate(aud(1), weights), RangeError)
})

test('refuses sums too large to divide exactly', () =>
  assert.throws(() => allocate(aud(2 ** 52), [2 ** 20, 1]), /too large/))

test('adding and taking away are each other’s reverse', () => {
  fc.assert(fc.property(anySum, anySum, (a, b) => assert.deepEqual(subtract(add(a, b), b), a)))
})
