import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromPrice, inProse, inSum, orFree } from './in-words.ts'
import { money } from './money.ts'

const cases: [minor: number, prose: string, sum: string][] = [
  [1_200, '$12', '$12.00'],
  [1_250, '$12.50', '$12.50'],
  [5, '$0.05', '$0.05'],
  [0, '$0', '$0.00'],
  [-3_150, '−$31.50', '−$31.50'],
  [-100, '−$1', '−$1.00'],
  [99_900, '$999', '$999.00'],
  [100_000, '$1,000', '$1,000.00'],
  [123_456_789, '$1,234,567.89', '$1,234,567.89'],
]
for (const [minor, prose, sum] of cases) {
  test(`${minor} cents read ${prose} in prose and ${sum} in sums`, () => {
    assert.equal(inProse(money(minor, 'AUD')), prose)
    assert.equal(inSum(money(minor, 'AUD')), sum)
  })
}

test('a shelf says from which price', () => assert.equal(fromPrice(money(9_500, 'AUD')), 'from $95'))
test('nothing to pay has a word', () =>
  assert.deepEqual([orFree(money(0, 'AUD')), orFree(money(1_400, 'AUD'))], ['Free', '$14']))
