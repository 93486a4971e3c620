import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money } from '@flora/money/money.ts'
import { cents, decimal, price, priceOrFree } from './money.ts'

const aud = (minor: number) => money(minor, 'AUD')

test('prices in prose leave out cents that are nought', () => {
  assert.deepEqual(
    [1200, 1250, 5, 112800, 0].map((minor) => price(aud(minor))),
    ['$12', '$12.50', '$0.05', '$1,128', '$0'],
  )
})

test('sums that stack keep their cents and carry a real minus', () => {
  assert.deepEqual(
    [12800, -3150, 123456789, -5].map((minor) => cents(aud(minor))),
    ['$128.00', '−$31.50', '$1,234,567.89', '−$0.05'],
  )
})

test('a fee of nothing is free', () => {
  assert.deepEqual([priceOrFree(aud(0)), priceOrFree(aud(1400))], ['Free', '$14'])
})

test('machines read a sum with a point and two digits, whatever its size', () => {
  assert.deepEqual(
    [0, 5, 9500, -3150, 123456789].map((minor) => decimal(aud(minor))),
    ['0.00', '0.05', '95.00', '-31.50', '1234567.89'],
  )
})
