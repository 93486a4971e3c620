import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, allocate, money, share, times, total } from './money.ts'

const eur = (minor: number) => money(minor, 'AUD')

test('adds sums of one currency', () => {
  assert.deepEqual(add(eur(1050), eur(50)), eur(1100))
})

test('refuses to mix currencies', () => {
  assert.throws(() => add(eur(1), money(1, 'NZD' as 'AUD')), /cannot mix AUD with NZD/)
})

test('refuses half a cent', () => {
  assert.throws(() => times(eur(333), 0.5), /not a whole number of cents/)
})

const shares = [
  { of: 1000, basisPoints: 2500, is: 250 },
  { of: 999, basisPoints: 5000, is: 500 }, // half a cent rounds up
  { of: 0, basisPoints: 2000, is: 0 },
]
for (const { of, basisPoints, is } of shares) {
  test(`takes ${basisPoints} basis points of ${of}`, () => assert.deepEqual(share(eur(of), basisPoints), eur(is)))
}

test('allocates every cent, whatever the weights', () => {
  for (let minor = -200; minor <= 200; minor += 7) {
    for (const weights of [[1, 1, 1], [70, 20, 10], [0, 3], [1]]) {
      const parts = allocate(eur(minor), weights)
      assert.deepEqual(total(parts, 'AUD'), eur(minor))
    }
  }
})
