import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spansOf, spanWords } from './season-spans.ts'

const words = (...months: number[]): string => spansOf(months).map(spanWords).join(', ')

test('a season is said as its first and last month, in the order of a Melbourne year', () => {
  assert.equal(words(10, 11, 12), 'October to December')
  assert.equal(words(11, 12, 1, 2), 'November to February')
  assert.equal(words(5), 'May')
})

test('a season that runs through August and September shows as two bars, as on the ruler', () => {
  assert.deepEqual(spansOf([6, 7, 8, 9, 10]), [
    { from: 0, length: 2 },
    { from: 9, length: 3 },
  ])
})

test('twelve months are all year', () => {
  assert.equal(words(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 'all year')
})
