import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrderStatus } from '@flora/contract/orders.ts'
import { money } from '@flora/money/money.ts'
import { type Changed, changesOf, decideSettlement, kindsOf, mayChange, type Standing, wished } from './change.ts'

const aud = (minor: number) => money(minor, 'AUD')

const changeable: Record<OrderStatus, readonly Changed[]> = {
  PENDING: ['move', 'address', 'card'],
  CONFIRMED: ['move', 'address', 'card'],
  PREPARING: ['address', 'card'],
  READY: ['address', 'card'],
  OUT_FOR_DELIVERY: [],
  DELIVERED: [],
  NOT_DELIVERED: ['move', 'address', 'card'],
  CANCELLED: [],
  REFUNDED: [],
}
for (const [status, allowed] of Object.entries(changeable) as [OrderStatus, readonly Changed[]][]) {
  test(`of what is ${status} may be changed: ${allowed.join(', ') || 'nothing'}`, () => {
    const delivery = { status, isCardPrinted: false, isOfSubscription: false }
    const may = (['move', 'address', 'card'] as const).filter((what) => mayChange(delivery, what).ok)
    assert.deepEqual(may, allowed)
  })
}

test('a printed card stands, and a subscription’s delivery is moved in its ledger', () => {
  assert.equal(mayChange({ status: 'CONFIRMED', isCardPrinted: true, isOfSubscription: false }, 'card').ok, false)
  assert.equal(mayChange({ status: 'CONFIRMED', isCardPrinted: true, isOfSubscription: false }, 'address').ok, true)
  assert.equal(mayChange({ status: 'CONFIRMED', isCardPrinted: false, isOfSubscription: true }, 'move').ok, false)
  assert.equal(mayChange({ status: 'PENDING', isCardPrinted: false, isOfSubscription: true }, 'address').ok, false)
})

const standing: Standing = {
  day: '2026-11-21',
  windowId: 'win_inner-morning',
  recipient: {
    name: 'June',
    phone: '',
    line1: '12 Nicholson Street',
    line2: '',
    suburb: 'Abbotsford',
    postcode: '3067',
  },
  instructions: '',
  cardMessage: 'Dear June',
  anonymous: false,
  substitution: 'nearest-match',
}

test('a wish that says what is so already changes nothing', () => {
  assert.deepEqual(changesOf(standing, wished(standing, { day: '2026-11-21', recipient: { name: 'June' } })), [])
})

test('a wish is told by what differs', () => {
  const then = wished(standing, { windowId: 'win_other', recipient: { line2: 'Unit 3' }, cardMessage: '' })
  assert.deepEqual(changesOf(standing, then), ['window', 'address', 'card'])
  assert.deepEqual(kindsOf(changesOf(standing, then)), ['move', 'address', 'card'])
})

const settlements = [
  { difference: 0, settle: 'none', ok: true },
  { difference: 0, settle: 'waive', ok: false },
  { difference: 300, settle: 'none', ok: false },
  { difference: 300, settle: 'due', ok: true },
  { difference: 300, settle: 'refund', ok: false },
  { difference: 300, settle: 'due', isPaid: false, ok: false },
  { difference: 300, settle: 'waive', reason: 'Our mistake', ok: true },
  { difference: 300, settle: 'waive', ok: false },
  { difference: 300, settle: 'waive', reason: 'Our mistake', mayWaive: false, ok: false },
  { difference: 300, settle: 'waive', reason: 'Our mistake', isPaid: false, ok: true },
  { difference: -300, settle: 'refund', ok: true },
  { difference: -301, settle: 'refund', ok: false },
  { difference: -300, settle: 'refund', isPaid: false, ok: false },
  { difference: -300, settle: 'refund', mayWaive: false, ok: true },
  { difference: -300, settle: 'waive', reason: 'She insists', ok: true },
] as const
for (const one of settlements) {
  test(`a difference of ${one.difference} ${one.ok ? 'may' : 'may not'} be settled by ${JSON.stringify(one)}`, () => {
    const { isPaid = true, mayWaive = true, reason } = one as { isPaid?: boolean; mayWaive?: boolean; reason?: string }
    const facts = { difference: aud(one.difference), isPaid, mayWaive, canGoBack: aud(300) }
    assert.equal(decideSettlement(facts, one.settle, reason).ok, one.ok)
  })
}
