import assert from 'node:assert/strict'
import { test } from 'node:test'
import { money, total } from '@flora/money/money.ts'
import { anOrder, aView, letterhead, paid, withGiftCard } from '../notifications/test/an-order.ts'
import { type Seller, toInvoice } from './invoice.ts'

const seller: Seller = { ...letterhead, abn: '12 345 678 901', gstBasisPoints: 1000 }
const aud = (minor: number) => money(minor, 'AUD')

test('an invoice names each piece, and its rows add up to its total', () => {
  const invoice = toInvoice(aView(anOrder(), paid), seller)
  assert.deepEqual(invoice.rows, [
    { label: 'Coral Charm', detail: 'Large', quantity: 1, unitPrice: aud(12_000), amount: aud(12_000) },
    { label: 'Peace lily', quantity: 2, unitPrice: aud(4_800), amount: aud(9_600) },
    { label: 'Beeswax candle', quantity: 1, unitPrice: aud(2_200), amount: aud(2_200) },
    { label: 'Delivery, Sat 21 Nov', quantity: 1, unitPrice: aud(1_200), amount: aud(1_200) },
    { label: 'Money off, SPRING10', detail: '10% off flowers and plants', quantity: 1, amount: aud(-2_160) },
  ])
  assert.deepEqual(
    total(
      invoice.rows.map(({ amount }) => amount),
      'AUD',
    ),
    invoice.total,
  )
  assert.deepEqual(invoice.total, aud(22_840))
  assert.deepEqual(invoice.gst, aud(2_076))
  assert.deepEqual(invoice.settlement, [{ label: 'Paid by Visa ending 4242', amount: aud(22_840) }])
  assert.equal(invoice.adjustment, undefined)
})

test('an order whose rows do not add up is a fault of ours and gets no invoice', () => {
  const order = anOrder()
  assert.throws(
    () => toInvoice(aView({ ...order, totalMinor: order.totalMinor + 1 }, paid), seller),
    /add up to 22840 and not to 22841/,
  )
})

test('a gift card is a way of paying and leaves the price and its GST whole', () => {
  const invoice = toInvoice(aView(withGiftCard(anOrder()), paid), seller)
  assert.deepEqual(invoice.total, aud(22_840))
  assert.deepEqual(invoice.gst, aud(2_076))
  assert.deepEqual(invoice.settlement, [
    { label: 'Paid by gift card ending 0001', amount: aud(5_000) },
    { label: 'Paid by Visa ending 4242', amount: aud(17_840) },
  ])
})

test('the day of payment is the day at the shop', () => {
  // Ten past midnight in Melbourne, and still yesterday in UTC.
  const events = [{ at: '2026-11-20T13:10:00Z', kind: 'confirmed', who: 'stripe', detail: {} }]
  assert.equal(toInvoice(aView(anOrder(), { ...paid, events }), seller).paidOn, '21 November 2026')
})

test('an order that needed no payment is dated by its placing', () => {
  assert.equal(toInvoice(aView(anOrder(), { ...paid, events: [] }), seller).paidOn, '20 November 2026')
})

const refunds = [
  { minor: 4_000, words: '$40.00 was refunded, with $3.64 GST in it. The sale is now $188.40, with $17.12 GST in it.' },
  { minor: 1, words: '$0.01 was refunded, with $0.00 GST in it. The sale is now $228.39, with $20.76 GST in it.' },
  { minor: 22_840, words: '$228.40 was refunded, with $20.76 GST in it. The sale is now $0.00, with $0.00 GST in it.' },
]
for (const { minor, words } of refunds) {
  test(`a refund of ${minor} cents adjusts the sale and its GST`, () => {
    const invoice = toInvoice(aView(anOrder(), { ...paid, refundedMinor: minor }), seller)
    assert.deepEqual(invoice.adjustment, { title: 'Adjustment', words })
    assert.deepEqual(invoice.settlement.at(-1), { label: 'Refunded to Visa ending 4242', amount: aud(-minor) })
  })
}

test('a whole refund reverses the GST as it was charged, line by line, and not as one sum would round it', () => {
  const invoice = toInvoice(aView(anOrder({ gstMinor: 2_078 }), { ...paid, refundedMinor: 22_840 }), seller)
  assert.match(invoice.adjustment!.words, /with \$20\.78 GST in it\. The sale is now \$0\.00, with \$0\.00 GST/)
})

test('a cancelled order is reversed whole, and says what is still on its way back', () => {
  const cancelled = (refundedMinor: number) =>
    toInvoice(aView(anOrder(), { ...paid, status: 'CANCELLED', places: 'released', refundedMinor }), seller).adjustment
  const words = 'This order was cancelled. The sale of $228.40 and the $20.76 GST in it are reversed.'
  assert.deepEqual(cancelled(22_840), { title: 'Cancelled – adjustment', words })
  assert.deepEqual(cancelled(0), {
    title: 'Cancelled – adjustment',
    words: `${words} $228.40 is still to be refunded.`,
  })
})

test('neither recipient nor card stands on an invoice', () => {
  const { seller: _, ...invoice } = toInvoice(aView(anOrder(), paid), seller)
  assert.doesNotMatch(JSON.stringify(invoice), /June|Nicholson|peonies asked|Buzzer/)
})
