import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWish, type Wish } from './read-wish.ts'

const wishOf = (...args: string[]): Wish => {
  const wish = readWish(args)
  assert.ok(!('problem' in wish), JSON.stringify(wish))
  return wish
}

test('a full run is ten thousand orders and a hundred and twenty faults, and is kept', () => {
  const { orders, faults, isKept, seed } = wishOf()
  assert.deepEqual([orders, faults, isKept], [10_000, 120, true])
  assert.ok(seed > 0, 'a seed is drawn when none is given')
})

test('what is quick, dry or of some kinds only is not kept', () => {
  assert.equal(wishOf('--quick').isKept, false)
  assert.equal(wishOf('--dry', '--orders', '500').isKept, false)
  assert.deepEqual(wishOf('--only', 'kill-serve,disk-full').only, ['kill-serve', 'disk-full'])
  assert.equal(wishOf('--only', 'kill-serve').isKept, false)
})

test('a number that is given outdoes what quick would take', () => {
  const { orders, faults, seed } = wishOf('--quick', '--faults', '30', '--seed', '9')
  assert.deepEqual([orders, faults, seed], [300, 30, 9])
})

for (const args of [['--orders'], ['--orders', 'many'], ['--seed', '0'], ['--only', 'rain'], ['--log'], ['--speed']])
  test(`${args.join(' ')} is told, not guessed`, () => {
    assert.ok('problem' in readWish(args))
  })
