import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shareOut } from './share-out.ts'

const untouched = (...weights: number[]) => weights.map((weight) => ({ weight, taken: 0 }))

test('places are shared out by what windows usually have', () => {
  assert.deepEqual(shareOut(60, untouched(20, 10)), [40, 20])
  assert.deepEqual(shareOut(10, untouched(1, 1, 1)), [4, 3, 3])
  assert.deepEqual(shareOut(5, untouched(0, 0)), [3, 2])
  assert.deepEqual(shareOut(0, untouched(20, 10)), [0, 0])
})

test('a window that is taken keeps its places, and the others get the rest', () => {
  assert.deepEqual(
    shareOut(30, [
      { weight: 20, taken: 0 },
      { weight: 10, taken: 18 },
    ]),
    [12, 18],
  )
})

test('no place is lost or made, and none is taken from under an order while there are enough', () => {
  const window = fc.record({ weight: fc.nat(50), taken: fc.nat(50) })
  fc.assert(
    fc.property(fc.nat(500), fc.array(window, { minLength: 1, maxLength: 8 }), (places, windows) => {
      const parts = shareOut(places, windows)
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        places,
      )
      const taken = windows.reduce((sum, one) => sum + one.taken, 0)
      for (const [at, part] of parts.entries()) {
        assert.ok(part >= 0)
        if (places >= taken) assert.ok(part >= windows[at]!.taken)
        else assert.ok(part <= windows[at]!.taken)
      }
    }),
  )
})
