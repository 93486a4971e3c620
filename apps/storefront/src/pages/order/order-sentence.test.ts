import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrderView } from '@flora/contract/orders.ts'
import { aDelivery, anOrder, aud } from '../../../test/fixture-order.ts'
import { dayPart, isUnsettled, orderSentence, whose } from './order-sentence.ts'
import { pollDelayMs } from './poll-delays.ts'

const moment = { today: '2026-11-20', backFromBank: false } as const
const payment = (state: OrderView['payment']['state'], paid = 0, refunded = 0): OrderView['payment'] => ({
  state,
  paid: aud(paid),
  refunded: aud(refunded),
})
const no = { ok: false, because: 'no' } as const

test('each state of an order has its sentence', () => {
  const pickUp = aDelivery({ method: 'pick-up', window: { name: '9 am to 5.30 pm', starts: '09:00', ends: '17:30' } })
  const second = aDelivery({
    day: '2026-11-26',
    recipient: { ...aDelivery().recipient, name: 'Tobias Lind' },
    window: { name: '2 pm to 6 pm', starts: '14:00', ends: '18:00' },
  })
  const cases: [Partial<OrderView>, string][] = [
    [{ status: 'PENDING', payment: payment('waiting') }, 'Not paid yet. Your places are held.'],
    [{ status: 'PENDING', payment: payment('needs-action') }, 'Your bank wants a word. Then it’s yours.'],
    [{ status: 'PENDING', payment: payment('processing') }, 'We’re waiting for your bank.'],
    [{ status: 'PENDING', payment: payment('failed') }, 'Your bank said no. You haven’t been charged.'],
    [{ status: 'PENDING', payment: payment('expired') }, 'The hold is over. Nothing was charged.'],
    [
      { status: 'PENDING', payment: payment('waiting'), can: { pay: no, cancel: no, invoice: no } },
      'The hold is over. Nothing was charged.',
    ],
    [{ status: 'CONFIRMED' }, 'It’s in the book. June’s comes tomorrow morning.'],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery({ day: '2026-11-23' })] },
      'It’s in the book. June’s comes Monday morning.',
    ],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery({ day: '2026-11-20' })] },
      'It’s in the book. June’s comes this morning.',
    ],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery({ day: '2026-12-24' })] },
      'It’s in the book. June’s comes Thursday 24 December.',
    ],
    [
      { status: 'CONFIRMED', deliveries: [second, aDelivery()] },
      'It’s in the book. June’s comes tomorrow, Tobias’s Thursday.',
    ],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery(), aDelivery({ day: '2026-12-24' })] },
      'It’s in the book. The first comes tomorrow, the second Thursday 24 December.',
    ],
    [{ status: 'CONFIRMED', deliveries: [aDelivery(), aDelivery()] }, 'It’s in the book. Both come tomorrow morning.'],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery(), { ...second, day: '2026-11-21' }] },
      'It’s in the book. Both come tomorrow.',
    ],
    [
      { status: 'CONFIRMED', deliveries: [aDelivery(), second, second] },
      'It’s in the book. The first of 3 comes tomorrow morning.',
    ],
    [{ status: 'CONFIRMED', deliveries: [pickUp] }, 'It’s in the book. It’s ready tomorrow morning, from 9 am.'],
    [
      { status: 'CONFIRMED', payment: payment('partly-refunded', 10_000, 2_000) },
      'It’s in the book. June’s comes tomorrow morning.',
    ],
    [{ status: 'PREPARING' }, 'On the bench. June’s comes tomorrow morning.'],
    [{ status: 'OUT_FOR_DELIVERY' }, 'In the van. The knock is due by 12 noon.'],
    [{ status: 'OUT_FOR_DELIVERY', deliveries: [pickUp] }, 'It’s tied. Come and get it.'],
    [{ status: 'DELIVERED' }, 'Delivered. It’s with June.'],
    [{ status: 'DELIVERED', deliveries: [aDelivery(), second] }, 'All delivered. Every door has been knocked on.'],
    [{ status: 'DELIVERED', deliveries: [pickUp] }, 'Picked up. We hope they last.'],
    [{ status: 'CANCELLED', payment: payment('waiting') }, 'Cancelled. Nothing was charged.'],
    [{ status: 'CANCELLED', payment: payment('expired') }, 'The hold is over. Nothing was charged.'],
    [{ status: 'CANCELLED', payment: payment('paid', 33_550) }, 'Cancelled. $335.50 goes back to you.'],
    [{ status: 'CANCELLED', payment: payment('refunded', 33_550, 33_550) }, 'Cancelled. $335.50 is on its way back.'],
    [{ status: 'REFUNDED', payment: payment('refunded', 33_550, 33_550) }, 'Refunded. $335.50 is on its way back.'],
  ]
  for (const [change, sentence] of cases) assert.equal(orderSentence(anOrder(change), moment).join(' '), sentence)
})

test('who comes back from the bank is told to wait, not to pay', () => {
  for (const state of ['waiting', 'needs-action'] as const) {
    const order = anOrder({ status: 'PENDING', payment: payment(state) })
    assert.deepEqual(orderSentence(order, { ...moment, backFromBank: true }), ['We’re waiting for your bank.'])
    assert.ok(isUnsettled(order, { backFromBank: true }))
    assert.ok(!isUnsettled(order, { backFromBank: false }))
  }
})

test('the page stops asking as soon as the bank has answered', () => {
  assert.ok(isUnsettled(anOrder({ status: 'PENDING', payment: payment('processing') }), { backFromBank: false }))
  for (const [status, state] of [
    ['PENDING', 'failed'],
    ['CONFIRMED', 'paid'],
    ['CANCELLED', 'expired'],
  ] as const) {
    assert.ok(!isUnsettled(anOrder({ status, payment: payment(state) }), { backFromBank: true }), `${status} ${state}`)
  }
})

test('after the bank’s yes an earlier card’s no is not shown again', () => {
  const order = anOrder({ status: 'PENDING', payment: payment('failed') })
  const moment = { today: '2026-11-20', backFromBank: true, saidYes: true } as const
  assert.ok(isUnsettled(order, moment))
  assert.deepEqual(orderSentence(order, moment), ['We’re waiting for your bank.'])
})

test('days are said as one says them at the counter', () => {
  const cases: [`${number}-${number}-${number}`, string, string][] = [
    ['2026-11-20', '08:00', 'this morning'],
    ['2026-11-20', '12:00', 'this afternoon'],
    ['2026-11-21', '17:00', 'tomorrow evening'],
    ['2026-11-26', '14:00', 'Thursday afternoon'],
    ['2026-11-27', '14:00', 'Friday 27 November'],
    ['2026-11-18', '08:00', 'Wednesday 18 November'],
  ]
  for (const [day, starts, words] of cases) assert.equal(dayPart(day, starts, '2026-11-20'), words)
})

test('a recipient is called by the first name', () => {
  assert.equal(whose('June Okafor'), 'June’s')
  assert.equal(whose('  James  '), 'James’s')
  assert.equal(whose(''), 'Yours')
})

test('the page asks ever more slowly', () => {
  const delays = Array.from({ length: 12 }, (_, asked) => pollDelayMs(asked))
  assert.equal(delays[0], 1_500)
  assert.deepEqual(
    delays,
    delays.toSorted((a, b) => a - b),
  )
  assert.equal(Math.max(...delays), 30_000)
})
