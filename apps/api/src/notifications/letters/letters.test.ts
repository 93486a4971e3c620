import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrderView } from '@flora/contract/orders.ts'
import { money } from '@flora/money/money.ts'
import type { OrderLetter } from '../../jobs.ts'
import { aDelivery, anOrder, aView, letterhead, paid, withGiftCard } from '../test/an-order.ts'
import { composeOrderLetter } from './compose-order-letter.ts'
import { orderLinks } from './order-links.ts'
import type { ReturnedMoney } from './refunded.ts'
import type { WrittenLetter } from './sheet.ts'

const failed = { state: 'failed', failureCode: 'expired_card', method: null, intentId: 'pi_one' }
const over = { ...paid, status: 'CANCELLED', places: 'released' } as const
const address = 'https://flora.example/order/abcdefghijklmnopqrstuvwxyz012345'

function compose(letter: OrderLetter, order: OrderView, returned?: ReturnedMoney): WrittenLetter | undefined {
  return composeOrderLetter({ letter, order, returned, shop: letterhead })
}

// What a reader of the HTML sees, without its markup.
function words({ html }: WrittenLetter): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

const letters: { name: string; letter: WrittenLetter | undefined; subject: string; says: string[]; link: string }[] = [
  {
    name: 'the confirmation is the receipt',
    letter: compose('confirmed', aView(anOrder(), paid)),
    subject: 'It’s in the book: June’s flowers come Saturday 21 November',
    says: [
      'We have your $228.40 (Visa ending 4242).',
      'order FL-4K7QXB',
      'Saturday 21 November, 8 am to 12 noon',
      'June Okafor',
      '12 Nicholson Street',
      'Abbotsford 3067',
      'Coral Charm, Large',
      '2 × Peace lily',
      'Beeswax candle',
      'For the driver: Side lane',
      'the peonies asked after you.',
      'Your Mercy',
      'its nearest match goes in.',
      '$120.00',
      '$48 each',
      '$96.00',
      '$22.00',
      'Delivery, Sat 21 Nov',
      '$12.00',
      'SPRING10',
      '10% off',
      '−$21.60',
      'Paid',
      '$228.40',
      'Includes $20.76 GST.',
      'You can cancel until 5 pm on Friday 20 November',
    ],
    link: address,
  },
  {
    name: 'the confirmation of an order that a gift card helped to pay says what the card was for',
    letter: compose('confirmed', aView(withGiftCard(anOrder()), paid)),
    subject: 'It’s in the book: June’s flowers come Saturday 21 November',
    says: [
      'We have your $178.40',
      'Gift card ending 0001',
      '−$50.00',
      '$178.40',
      'The whole order, $228.40, includes $20.76 GST.',
    ],
    link: address,
  },
  {
    name: 'the confirmation of a pick-up says where to come',
    letter: compose(
      'confirmed',
      aView(
        anOrder({ deliveries: [{ ...aDelivery, method: 'pick-up', windowStarts: '09:00', windowEnds: '17:00' }] }),
        paid,
      ),
    ),
    subject: 'It’s in the book: your flowers are ready Saturday 21 November',
    says: ['Pick-up', 'June Okafor picks up', 'Flora, 41 Rose Street, Fitzroy 3065', '9 am to 5 pm'],
    link: address,
  },
  {
    name: 'the confirmation of an anonymous gift says that it stays one',
    letter: compose(
      'confirmed',
      aView(anOrder({ deliveries: [{ ...aDelivery, anonymous: true, cardMessage: '' }] }), paid),
    ),
    subject: 'It’s in the book: June’s flowers come Saturday 21 November',
    says: ['June won’t see your name or the price, even if they ask us.'],
    link: address,
  },
  {
    name: 'a refused card was not charged, and another may do',
    letter: compose('payment-failed', aView(anOrder(), { payment: failed })),
    subject: 'Your bank said no. You haven’t been charged',
    says: [
      'This card has expired.',
      'Order FL-4K7QXB for $228.40, on Saturday 21 November, is not paid yet.',
      'until 10.20 am',
      'Pay with another card',
    ],
    link: address,
  },
  {
    name: 'money that came after the places were gone goes back',
    letter: compose('hold-expired', aView(anOrder(), { ...over, cancelledBecause: 'hold-expired' })),
    subject: 'Your payment came after the places were gone. All of it goes back to you',
    says: [
      'somebody else had the places on Saturday 21 November',
      '$228.40 is going back to Visa ending 4242.',
      'five to ten days',
      'Choose another day',
    ],
    link: 'https://flora.example',
  },
  {
    name: 'a cancelled order gives its money and its gift card back',
    letter: compose('cancelled', aView(withGiftCard(anOrder()), over)),
    subject: 'Cancelled. Your $178.40 goes back to you',
    says: [
      'Order FL-4K7QXB, on Saturday 21 November, is cancelled.',
      '$178.40, goes back to Visa ending 4242.',
      'The $50 from your gift card is on it again.',
      '(03) 7010 4418',
    ],
    link: address,
  },
  {
    name: 'a cancelled order that was never paid says so',
    letter: compose('cancelled', aView(anOrder(), { status: 'CANCELLED', places: 'released' })),
    subject: 'Cancelled. Nothing was charged',
    says: ['Nothing will be delivered.'],
    link: address,
  },
  {
    name: 'a part refund says how much of how much',
    letter: compose('refunded', aView(anOrder(), { ...paid, refundedMinor: 4_000 }), {
      amount: money(4_000, 'AUD'),
      reason: 'goodwill',
    }),
    subject: '$40 is on its way back to you',
    says: [
      'We have sent $40 for order FL-4K7QXB back to Visa ending 4242.',
      'five to ten days',
      'Of the $228.40 you paid, $40 is refunded in all.',
    ],
    link: address,
  },
  {
    name: 'a whole refund says that it is the whole',
    letter: compose('refunded', aView(anOrder(), { ...over, status: 'REFUNDED', refundedMinor: 22_840 }), {
      amount: money(22_840, 'AUD'),
      reason: 'cancelled',
    }),
    subject: '$228.40 is on its way back to you',
    says: ['The order is cancelled. With that, all you paid is refunded.'],
    link: address,
  },
  {
    name: 'the links of an address are told with their days at the shop',
    // A quarter past midnight in Melbourne is still the day before in UTC.
    letter: orderLinks(
      [{ number: 'FL-4K7QXB', link: anOrder().link, placedAt: '2026-11-19 13:15:00+00', status: 'CONFIRMED' }],
      letterhead,
    ),
    subject: 'Your order, and the way to it',
    says: ['Order FL-4K7QXB', 'placed Friday 20 November, confirmed', 'the links went to this address only'],
    link: address,
  },
]

for (const { name, letter, subject, says, link } of letters) {
  test(name, () => {
    assert.ok(letter)
    assert.equal(letter.subject, subject)
    const text = letter.text.replaceAll(/\s+/g, ' ')
    for (const sentence of [`${subject}.`, ...says]) {
      assert.ok(words(letter).includes(sentence), `the HTML lacks “${sentence}”`)
      assert.ok(text.includes(sentence), `the text lacks “${sentence}”`)
    }
    assert.ok(letter.html.includes(`href="${link}"`))
    assert.ok(letter.text.split('\n').includes(link))
    assert.doesNotMatch(letter.html, /<img|<script|https?:\/\/(?!flora\.example)/)
    assert.equal(letter.html.match(/<h1/g)?.length, 1)
  })

  test(`${name}: no line of its text is longer than 72 columns`, () => {
    const long = letter!.text.split('\n').filter((line) => [...line].length > 72)
    assert.deepEqual(long, [])
  })
}

const hostile = `<img src=x onerror="alert('1')">&'"`

test('what people typed is text in a letter, and never markup', () => {
  const order = anOrder({
    buyerName: hostile,
    deliveries: [
      {
        ...aDelivery,
        recipientName: hostile,
        line1: hostile,
        line2: hostile,
        suburb: hostile,
        instructions: hostile,
        cardMessage: `${hostile}\n</td></table>`,
      },
    ],
    lines: anOrder().lines.map((line) => ({ ...line, name: hostile, variantName: hostile })),
  })
  const letter = compose('confirmed', aView(order, { ...paid, payment: { ...paid.payment, method: hostile } }))!
  const honest = compose('confirmed', aView(anOrder(), paid))!
  assert.doesNotMatch(letter.html, /<img/i)
  assert.ok(letter.html.includes('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;&#39;&quot;'))
  assert.ok(letter.text.includes(hostile))
  // The same table structure as an honest order's, plus nothing.
  const tables = (text: string) => text.match(/<\/?(table|tr|td)\b/g)?.length
  assert.equal(tables(letter.html), tables(honest.html))
})

test('an endless word does not widen the text, nor turn its direction', () => {
  const letter = compose(
    'confirmed',
    aView(
      anOrder({ deliveries: [{ ...aDelivery, line1: 'x'.repeat(100), cardMessage: `${'y'.repeat(200)}\u202Eevil` }] }),
      paid,
    ),
  )!
  assert.ok(letter.text.split('\n').every((line) => [...line].length <= 72))
  assert.doesNotMatch(letter.text + letter.html, /[\u202A-\u202E\u2066-\u2069]/)
})

test('an unpaid order carries nothing of what was typed: it costs nothing to place in a stranger’s name', () => {
  const typed = 'Visit http://evil.example now'
  const order = anOrder({
    buyerName: typed,
    deliveries: [{ ...aDelivery, recipientName: typed, line1: typed, instructions: typed, cardMessage: typed }],
  })
  const letter = compose('payment-failed', aView(order, { payment: failed }))!
  assert.doesNotMatch(letter.subject + letter.html + letter.text, /evil/)
})

const notNeeded: { name: string; letter: OrderLetter; order: OrderView }[] = [
  { name: 'the order was paid meanwhile', letter: 'payment-failed', order: aView(anOrder(), paid) },
  {
    name: 'the order was cancelled meanwhile',
    letter: 'payment-failed',
    order: aView(anOrder(), { status: 'CANCELLED', places: 'released', payment: failed }),
  },
  {
    name: 'the hold is over',
    letter: 'payment-failed',
    order: aView(anOrder(), { payment: failed }, '2026-11-20T10:20:00+11:00'),
  },
  {
    name: 'another card is being tried',
    letter: 'payment-failed',
    order: aView(anOrder(), { payment: { ...failed, state: 'processing' } }),
  },
  {
    name: 'the order was cancelled before its confirmation was written',
    letter: 'confirmed',
    order: aView(anOrder(), over),
  },
]
for (const { name, letter, order } of notNeeded) {
  test(`no ${letter} letter when ${name}`, () => assert.equal(compose(letter, order), undefined))
}
