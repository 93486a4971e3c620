import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeliveryId, RunId } from '@flora/contract/ids.ts'
import { byDriving, planRuns, type StopToPlan } from './plan-runs.ts'

const aStop = (id: string, parts: Partial<StopToPlan> = {}): StopToPlan => ({
  deliveryId: `dlv_${id}`,
  zonePosition: 0,
  windowStarts: '08:00',
  windowEnds: '12:00',
  postcode: '3065',
  suburb: 'Fitzroy',
  line1: `${id} Rose Street`,
  ...parts,
})
const plan = (runs: Record<string, readonly StopToPlan[]>, loose: readonly StopToPlan[]) =>
  Object.fromEntries(
    planRuns(
      Object.entries(runs).map(([id, stops]) => ({ id: id as RunId, stops })),
      loose,
    ),
  )

test('a run goes by window, zone, postcode and along the street by house', () => {
  const stops = [
    aStop('1', { windowStarts: '14:00', windowEnds: '18:00' }),
    aStop('2', { line1: 'Unit 3, 210 Rose Street' }),
    aStop('3', { line1: '4/88 Rose Street' }),
    aStop('4', { line1: '9 Rose Street' }),
    aStop('5', { postcode: '3068', suburb: 'Fitzroy North' }),
    aStop('6', { zonePosition: 1, postcode: '3000', suburb: 'Melbourne' }),
    aStop('7', { line1: '100 Argyle Street' }),
  ]
  assert.deepEqual(plan({ run_a: [] }, stops), { run_a: ['7', '4', '3', '2', '5', '6', '1'].map((id) => `dlv_${id}`) })
})

test('zones stay together and vans carry the same', () => {
  const north = ['1', '2', '3', '4'].map((id) => aStop(id))
  const west = ['5', '6', '7', '8'].map((id) => aStop(id, { zonePosition: 1, postcode: '3011', suburb: 'Footscray' }))
  const planned = plan({ run_a: [], run_b: [] }, [west[0]!, ...north, ...west.slice(1)])
  assert.deepEqual(planned, {
    run_a: ['dlv_1', 'dlv_2', 'dlv_3', 'dlv_4'],
    run_b: ['dlv_5', 'dlv_6', 'dlv_7', 'dlv_8'],
  })
})

test('what somebody put in order stays so, and a late order comes in where it lies on the way', () => {
  const byHand = [aStop('9'), aStop('2'), aStop('30', { windowStarts: '14:00', windowEnds: '18:00' })]
  const { run_a: stops } = plan({ run_a: byHand }, [aStop('20')])
  assert.deepEqual(stops, ['dlv_9', 'dlv_2', 'dlv_20', 'dlv_30'])
})

test('no stop is lost or doubled, none changes its van, and none carries more than its share because of it', () => {
  const stop = fc.record({
    zonePosition: fc.integer({ min: 0, max: 4 }),
    window: fc.constantFrom(['08:00', '12:00'], ['14:00', '18:00'], ['09:00', '17:00']),
    postcode: fc.constantFrom('3000', '3065', '3067', '3121'),
    house: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(stop, { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      fc.array(stop, { maxLength: 60 }),
      (taken, left) => {
        let count = 0
        const make = ({ window, house, ...rest }: (typeof left)[number]) => {
          count += 1
          return aStop(String(count), {
            ...rest,
            windowStarts: window[0]!,
            windowEnds: window[1]!,
            line1: `${house} Rose Street`,
          })
        }
        const runs = taken.map((stops, index) => ({ id: `run_${index}` as RunId, stops: stops.map(make) }))
        const loose = left.map(make)
        const planned = planRuns(runs, loose)
        const all = [...planned.values()].flat()
        assert.equal(all.length, count)
        assert.equal(new Set(all).size, count)
        const share = Math.ceil(count / runs.length)
        for (const { id, stops } of runs) {
          const now = planned.get(id)!
          const kept = now.filter((each) => stops.some(({ deliveryId }) => deliveryId === each))
          assert.deepEqual(
            kept,
            stops.map(({ deliveryId }): DeliveryId => deliveryId),
          )
          assert.ok(now.length <= Math.max(share, stops.length))
        }
      },
    ),
  )
})

test('an empty run is driven in order from first to last', () => {
  const stops = [3, 1, 2].map((house) => aStop(String(house)))
  const { run_a: order } = plan({ run_a: [] }, stops)
  assert.deepEqual(
    order,
    stops.toSorted(byDriving).map(({ deliveryId }) => deliveryId),
  )
})
