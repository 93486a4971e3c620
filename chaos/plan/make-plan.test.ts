import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FaultKind, faultKinds } from './fault.ts'
import { lotOf } from './lot.ts'
import { makePlan, minutesOf } from './make-plan.ts'

const wish = { seed: 7, orders: 10_000, faults: 120, without: [] as FaultKind[] }

test('the same seed gives the same plan, another seed another', () => {
  assert.deepEqual(makePlan(wish), makePlan(wish))
  assert.notDeepEqual(makePlan({ ...wish, seed: 8 }), makePlan(wish))
})

test('a plan has as many faults as were asked for, all while there are buyers to harm', () => {
  for (const [faults, orders] of [
    [15, 300],
    [120, 10_000],
    [400, 500],
  ] as const) {
    const plan = makePlan({ ...wish, faults, orders })
    assert.equal(plan.faults.length, faults)
    assert.ok(plan.faults.every(({ atBuyer }) => atBuyer > 0 && atBuyer < orders))
  }
})

test('every kind comes before any comes twice, but what this machine cannot bring', () => {
  const kinds = Object.keys(faultKinds) as FaultKind[]
  const brought = (without: FaultKind[]) => new Set(makePlan({ ...wish, without }).faults.map(({ what }) => what.kind))
  assert.deepEqual([...brought([])].toSorted(), kinds.toSorted())
  assert.ok(!brought(['cache-gone']).has('cache-gone'))
  const few = makePlan({ ...wish, faults: 10 }).faults.map(({ what }) => what.kind)
  assert.equal(new Set(few).size, 10)
})

test('a plan of one kind has no other', () => {
  const { faults } = makePlan({ ...wish, faults: 9, only: ['kill-serve'] })
  assert.deepEqual(
    faults.map(({ what }) => what.kind),
    Array.from({ length: 9 }, () => 'kill-serve'),
  )
})

test('enough of the shop’s time passes for holds to end, in a short run too', () => {
  for (const orders of [300, 10_000]) assert.ok(minutesOf(makePlan({ ...wish, orders })) > 60)
})

test('a lot is fair enough: all of four are drawn, and a weight of nothing never is', () => {
  const lot = lotOf('fair')
  const draws = Array.from({ length: 400 }, () => lot.pick([1, 2, 3, 4]))
  for (const each of [1, 2, 3, 4]) assert.ok(draws.filter((drawn) => drawn === each).length > 60)
  const weighed = Array.from({ length: 400 }, () =>
    lot.weighed([
      ['often', 3],
      ['seldom', 1],
      ['never', 0],
    ] as const),
  )
  assert.ok(!weighed.includes('never'))
  assert.ok(weighed.filter((drawn) => drawn === 'often').length > weighed.filter((drawn) => drawn === 'seldom').length)
})
