import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderStatuses } from '@flora/contract/orders.ts'
import { aDelivery, anOrder, aud } from '../../../test/fixture-order.ts'
import { badgeOf, stopsOf } from './order-stops.ts'

const zone = 'Australia/Melbourne'
const events = [
  { at: '2026-11-19T23:30:00Z', kind: 'placed', label: 'Placed' },
  { at: '2026-11-19T23:31:00Z', kind: 'confirmed', label: 'Confirmed', detail: 'Payment received.' },
]
const preparing = { at: '2026-11-20T19:05:00Z', kind: 'preparing', label: 'On the bench' }
const out = { at: '2026-11-20T22:48:00Z', kind: 'out-for-delivery', label: 'In the van' }
const drawn = (stops: ReturnType<typeof stopsOf>) => stops.map(({ state, label }) => `${state}: ${label}`)

test('a confirmed delivery stands at its last event, with the rest ahead', () => {
  const order = anOrder({ status: 'CONFIRMED', events })
  const stops = stopsOf(order, aDelivery({ status: 'CONFIRMED' }), zone)
  assert.deepEqual(drawn(stops), [
    'done: Placed',
    'now: Confirmed',
    'ahead: Tied',
    'ahead: In the van',
    'ahead: At the door',
  ])
  assert.deepEqual(
    stops.map(({ time }) => time),
    ['Fri 10.30 am', 'Fri 10.31 am', 'Sat', 'From 8 am', 'By 12 noon'],
  )
  const far = stopsOf(order, aDelivery({ status: 'CONFIRMED', day: '2026-12-24' }), zone)
  assert.equal(far[0]!.time, 'Fri 20 Nov, 10.30 am', 'weeks ahead the date is said too')
})

test('a card that was refused is no part of the story once another has paid', () => {
  const failed = { at: '2026-11-19T23:30:30Z', kind: 'payment-failed', label: 'Payment didn’t go through' }
  const order = anOrder({ status: 'CONFIRMED', events: [events[0]!, failed, events[1]!] })
  assert.ok(
    !drawn(stopsOf(order, aDelivery({ status: 'CONFIRMED' }), zone))
      .join()
      .includes('didn’t go through'),
  )
  assert.ok(
    drawn(stopsOf({ ...order, status: 'PENDING' }, aDelivery({ status: 'PENDING' }), zone))
      .join()
      .includes('didn’t go through'),
  )
})

test('a delivery does not show the steps of another that is further', () => {
  const order = anOrder({ status: 'OUT_FOR_DELIVERY', events: [...events, preparing, out] })
  assert.equal(drawn(stopsOf(order, aDelivery({ status: 'OUT_FOR_DELIVERY' }), zone)).at(-2), 'now: In the van')
  assert.deepEqual(drawn(stopsOf(order, aDelivery({ status: 'CONFIRMED' }), zone)).slice(0, 3), [
    'done: Placed',
    'now: Confirmed',
    'ahead: Tied',
  ])
})

test('an order waiting for its money has everything ahead', () => {
  const order = anOrder({
    status: 'PENDING',
    events: events.slice(0, 1),
    payment: { state: 'waiting', paid: aud(0), refunded: aud(0) },
  })
  assert.deepEqual(drawn(stopsOf(order, aDelivery({ status: 'PENDING' }), zone)), [
    'now: Placed',
    'ahead: Confirmed',
    'ahead: Tied',
    'ahead: In the van',
    'ahead: At the door',
  ])
})

test('what is over has nothing ahead and no stop that is now', () => {
  const cancelled = [...events, { at: '2026-11-20T01:00:00Z', kind: 'cancelled', label: 'Cancelled' }]
  assert.deepEqual(
    drawn(stopsOf(anOrder({ status: 'CANCELLED', events: cancelled }), aDelivery({ status: 'CANCELLED' }), zone)),
    ['done: Placed', 'done: Confirmed', 'done: Cancelled'],
  )
  const delivered = [...events, preparing, out, { at: '2026-11-20T23:48:00Z', kind: 'delivered', label: 'At the door' }]
  assert.ok(
    stopsOf(anOrder({ status: 'DELIVERED', events: delivered }), aDelivery({ status: 'DELIVERED' }), zone).every(
      ({ state }) => state === 'done',
    ),
  )
})

test('a pick-up is got ready and picked up', () => {
  const stops = stopsOf(
    anOrder({ status: 'CONFIRMED', events }),
    aDelivery({ status: 'CONFIRMED', method: 'pick-up' }),
    zone,
  )
  assert.deepEqual(drawn(stops).slice(-2), ['ahead: Ready for you', 'ahead: Picked up'])
})

test('every status has a badge of its own', () => {
  assert.equal(new Set(orderStatuses.map((status) => badgeOf(status).mark)).size, orderStatuses.length)
})
