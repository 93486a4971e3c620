import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderStatuses } from '@flora/contract/orders.ts'
import { money } from '@flora/money/money.ts'
import { decideCancellation, decidePayability } from './order.ts'

const instant = (text: string) => Temporal.Instant.from(text)
// Melbourne leaves summer time on 4 April 2027 at 3 am: 5 pm is 06:00 UTC on the Saturday and 07:00 UTC on the Sunday.
const cutOffAt = instant('2027-04-04T07:00:00Z')

const cancellations = [
  { status: 'PENDING', at: '2027-04-04T06:59:59Z', allowed: true },
  { status: 'CONFIRMED', at: '2027-04-04T06:59:59Z', allowed: true },
  { status: 'CONFIRMED', at: '2027-04-04T07:00:00Z', allowed: false },
  { status: 'PREPARING', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'READY', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'OUT_FOR_DELIVERY', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'NOT_DELIVERED', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'DELIVERED', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'CANCELLED', at: '2027-04-01T00:00:00Z', allowed: false },
  { status: 'REFUNDED', at: '2027-04-01T00:00:00Z', allowed: false },
] as const
for (const { status, at, allowed } of cancellations) {
  test(`${allowed ? 'lets a customer cancel' : 'does not let a customer cancel'} what is ${status} at ${at}`, () => {
    const decision = decideCancellation({ status, cutOffAt }, instant(at))
    assert.equal(decision.kind, allowed ? 'allow' : 'refuse')
    if (decision.kind === 'refuse') assert.match(decision.because, /\.$/)
  })
}

test('every status has been thought of', () => {
  assert.deepEqual(new Set(cancellations.map(({ status }) => status)), new Set(orderStatuses))
})

const holdUntil = instant('2026-11-20T10:20:00Z')
const payabilities = [
  { what: 'a held order', order: { status: 'PENDING', places: 'held' }, at: '2026-11-20T10:19:59Z', ok: true },
  {
    what: 'an order on the stroke of its hold',
    order: { status: 'PENDING', places: 'held' },
    at: '2026-11-20T10:20:00Z',
    ok: false,
  },
  { what: 'a paid order', order: { status: 'CONFIRMED', places: 'kept' }, at: '2026-11-20T10:00:00Z', ok: false },
  {
    what: 'a cancelled order',
    order: { status: 'CANCELLED', places: 'released' },
    at: '2026-11-20T10:00:00Z',
    ok: false,
  },
] as const
for (const { what, order, at, ok } of payabilities) {
  test(`${ok ? 'asks' : 'does not ask'} for money for ${what}`, () => {
    assert.equal(decidePayability({ ...order, holdUntil, toPay: money(100, 'AUD') }, instant(at)).ok, ok)
  })
}
