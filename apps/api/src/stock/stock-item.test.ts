import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Counters, inShop, leftOf, takeFromLots, withArrival, withHandOver, withLoss } from './stock-item.ts'

test('what is lost beyond what is free is owed to orders, and what comes covers that first', () => {
  const full: Counters = { onHand: 10, taken: 8, owed: 0 }
  const lost = withLoss(full, 5)
  assert.deepEqual(lost, { onHand: 8, taken: 8, owed: 3 })
  assert.deepEqual([inShop(lost), leftOf(lost)], [5, 0])
  assert.deepEqual(withArrival(lost, 2), { onHand: 8, taken: 8, owed: 1 })
  assert.deepEqual(withArrival(lost, 10), { onHand: 15, taken: 8, owed: 0 })
})

test('what leaves with its order is promised no longer; what was owed to it was found elsewhere', () => {
  assert.deepEqual(withHandOver({ onHand: 10, taken: 8, owed: 0 }, 8), { onHand: 2, taken: 0, owed: 0 })
  assert.deepEqual(withHandOver({ onHand: 8, taken: 8, owed: 6 }, 5), { onHand: 3, taken: 3, owed: 3 })
})

test('whatever happens in whatever order, nothing is sold that is not there, and the shop holds what the ledger says', () => {
  const deed = fc.record({
    kind: fc.constantFrom('arrive', 'lose', 'take', 'hand-over'),
    pieces: fc.integer({ min: 1, max: 30 }),
  })
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      let counters: Counters = { onHand: 0, taken: 0, owed: 0 }
      let there = 0
      for (const { kind, pieces } of deeds) {
        if (kind === 'arrive') {
          counters = withArrival(counters, pieces)
          there += pieces
        } else if (kind === 'lose' && pieces <= there) {
          counters = withLoss(counters, pieces)
          there -= pieces
        } else if (kind === 'take' && pieces <= leftOf(counters)) {
          counters = { ...counters, taken: counters.taken + pieces }
        } else if (kind === 'hand-over' && pieces <= counters.taken) {
          counters = withHandOver(counters, pieces)
          there = Math.max(0, there - pieces)
        }
        assert.equal(inShop(counters), there)
        assert.ok(counters.owed >= 0 && counters.taken >= 0 && leftOf(counters) >= 0)
        assert.ok(counters.owed === 0 || counters.onHand === counters.taken)
      }
    }),
  )
})

test('lots give in their order, and what none has comes from what is in no lot', () => {
  const lots = [
    { id: 'lot_a', remaining: 3 },
    { id: 'lot_b', remaining: 5 },
  ]
  assert.deepEqual(takeFromLots(lots, 4), [
    { lotId: 'lot_a', pieces: 3 },
    { lotId: 'lot_b', pieces: 1 },
  ])
  assert.deepEqual(takeFromLots(lots, 10).at(-1), { lotId: null, pieces: 2 })
  assert.deepEqual(takeFromLots(lots, 0), [])
})
