import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '@flora/calendar/instant.ts'
import type { ShopDay, Zone } from '@flora/calendar/shop-day.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import { firstDays, nextDeliveries } from './next-deliveries.ts'

const zone: Zone = 'Australia/Melbourne'
const weekly = { kind: 'recurring', frequency: 'weekly', firstDay: '2026-12-03' } as const

// Orders close at 10 am of the day.
const open = (day: ShopDay) => ({ ok: true, cutOffAt: instantOf(day, '10:00', zone) }) as PromiseWithRoom
const closed = { ok: false, code: 'day-closed', message: '' } as PromiseWithRoom

test('the first four by the rule, each with its last change and its charge', () => {
  const days = firstDays(weekly)
  const next = nextDeliveries(weekly, days.map(open), { zone, paid: 'none' })
  assert.deepEqual(
    next.map(({ day }) => day),
    ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'],
  )
  assert.equal(next[0]!.lastChangeAt, '2026-12-01T05:00:00Z', '4 pm two days before')
  assert.ok(next.every(({ lastChangeAt, chargeAt }) => chargeAt === lastChangeAt))
})

test('a day that is closed has no moments yet', () => {
  const next = nextDeliveries(weekly, [open('2026-12-03'), closed], { zone, paid: 'none' })
  assert.deepEqual(next[1], { day: '2026-12-10' })
})

test('what is paid before is not charged: the first of a cart, and all of a gift', () => {
  const promises = firstDays(weekly).map(open)
  const [first, second] = nextDeliveries(weekly, promises, { zone, paid: 'first' })
  assert.deepEqual([first, second!.chargeAt], [{ day: '2026-12-03' }, '2026-12-08T05:00:00Z'])
  const gift = nextDeliveries({ ...weekly, deliveries: 2 }, promises, { zone, paid: 'all' })
  assert.deepEqual(gift, [{ day: '2026-12-03' }, { day: '2026-12-10', lastChangeAt: '2026-12-08T05:00:00Z' }])
})

test('a surprise says between which days, and nothing that would tell the day', () => {
  const surprise = { ...weekly, kind: 'surprise' } as const
  const next = nextDeliveries(surprise, firstDays(surprise).map(open), { zone, paid: 'none' })
  assert.equal(next.length, 4)
  assert.deepEqual(next[1], { between: { from: '2026-12-10', until: '2026-12-16' } })
})
