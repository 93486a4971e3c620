import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Markable, markable } from '@flora/contract/day-board.ts'
import { type OrderStatus, orderStatuses } from '@flora/contract/orders.ts'
import { decideMarking, decideShopCancellation, nextStep, orderStatusOf } from './delivery-status.ts'

const today = '2026-11-21'

// Each state, and what it may be marked as on its day: a van's, and a pick-up's where that differs.
const steps: Record<OrderStatus, { van: readonly Markable[]; pickUp?: readonly Markable[] }> = {
  PENDING: { van: [] },
  CONFIRMED: {
    van: ['PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED'],
    pickUp: ['PREPARING', 'READY', 'DELIVERED'],
  },
  PREPARING: {
    van: ['CONFIRMED', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED'],
    pickUp: ['CONFIRMED', 'READY', 'DELIVERED'],
  },
  READY: {
    van: ['CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'],
    pickUp: ['CONFIRMED', 'PREPARING', 'DELIVERED', 'NOT_DELIVERED'],
  },
  OUT_FOR_DELIVERY: { van: ['READY', 'DELIVERED', 'NOT_DELIVERED'] },
  DELIVERED: { van: ['READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED'], pickUp: ['READY', 'NOT_DELIVERED'] },
  NOT_DELIVERED: { van: ['READY', 'OUT_FOR_DELIVERY', 'DELIVERED'], pickUp: ['READY', 'DELIVERED'] },
  CANCELLED: { van: [] },
  REFUNDED: { van: [] },
}
for (const status of orderStatuses) {
  test(`what is ${status} may be marked as what comes of it, and as nothing else`, () => {
    const { van, pickUp = van } = steps[status]
    for (const [method, allowed] of [
      ['standard', van],
      ['pick-up', pickUp],
    ] as const) {
      const marked = markable.filter((to) => decideMarking({ status, method, day: today }, to, today).kind === 'mark')
      assert.deepEqual(marked, allowed, method)
    }
  })
}

test('marking what is so already is no mistake', () => {
  for (const status of markable)
    assert.equal(decideMarking({ status, method: 'standard', day: today }, status, today).kind, 'already')
})

test('nothing leaves before its day, and everything may after it', () => {
  for (const to of ['OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED'] as const) {
    const ahead = decideMarking({ status: 'READY', method: 'standard', day: '2026-11-22' }, to, today)
    assert.ok(ahead.kind === 'refuse' && ahead.because.includes('Sunday 22 November'))
    assert.equal(decideMarking({ status: 'READY', method: 'standard', day: '2026-11-20' }, to, today).kind, 'mark')
  }
  assert.equal(
    decideMarking({ status: 'CONFIRMED', method: 'standard', day: '2026-11-22' }, 'READY', today).kind,
    'mark',
  )
})

test('the next step is one that may be taken', () => {
  for (const status of orderStatuses) {
    for (const method of ['standard', 'pick-up'] as const) {
      if (status === 'OUT_FOR_DELIVERY' && method === 'pick-up') continue
      const next = nextStep({ status, method })
      if (next)
        assert.equal(decideMarking({ status, method, day: today }, next, today).kind, 'mark', `${status} ${method}`)
    }
  }
})

const orders: readonly [readonly OrderStatus[], OrderStatus][] = [
  [['CONFIRMED'], 'CONFIRMED'],
  [['NOT_DELIVERED'], 'NOT_DELIVERED'],
  [['DELIVERED', 'DELIVERED'], 'DELIVERED'],
  [['READY', 'READY'], 'READY'],
  [['CONFIRMED', 'DELIVERED'], 'PREPARING'],
  [['CONFIRMED', 'READY'], 'PREPARING'],
  [['OUT_FOR_DELIVERY', 'DELIVERED'], 'OUT_FOR_DELIVERY'],
  [['NOT_DELIVERED', 'DELIVERED'], 'NOT_DELIVERED'],
  [['NOT_DELIVERED', 'OUT_FOR_DELIVERY'], 'OUT_FOR_DELIVERY'],
]
for (const [deliveries, status] of orders) {
  test(`an order of ${deliveries.join(' and ')} is ${status}`, () => {
    assert.equal(orderStatusOf(deliveries), status)
    assert.equal(orderStatusOf(deliveries.toReversed()), status)
  })
}

test('the shop may cancel what is not at the door yet, whatever the hour', () => {
  const allowed = orderStatuses.filter((status) => decideShopCancellation(status).kind === 'allow')
  assert.deepEqual(allowed, ['PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED'])
})
