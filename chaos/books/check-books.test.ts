import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { checkBooks } from './check-books.ts'
import type { Evidence } from './evidence.ts'

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T
type Draft = Writable<Evidence>

/** One that stands, one that was cancelled and paid back, one that nobody paid, one that a gift card paid. */
function rightBooks(): Draft {
  const order = (id: string, over: object) => ({
    id,
    number: id,
    status: 'CONFIRMED',
    places: 'kept',
    key: `key-${id}`,
    email: `${id}@example.com`,
    toPay: 5_000,
    paid: 5_000,
    refunded: 0,
    giftCardId: null,
    giftCard: 0,
    giftCardReturned: 0,
    promotionId: null,
    holdUntil: '2027-04-03T12:00:00Z',
    ...over,
  })
  const intent = (id: string, of: string, over: object) => ({
    id,
    created: 1,
    status: 'succeeded',
    currency: 'aud',
    amount: 5_000,
    amountSucceeded: 5_000,
    amountRefunded: 0,
    amountRefundPending: 0,
    charges: 1,
    refunds: 0,
    disputed: false,
    metadata: { order: of } as Record<string, string>,
    ...over,
  })
  const email = (id: string, once: string, of: string) => ({
    id,
    once,
    kind: once.split(':')[0]!,
    orderId: of,
    to: `${of}@example.com`,
    isSent: true,
    isNotNeeded: false,
  })
  const letter = (id: string, of: string, atMs: number) => ({
    messageId: `<${id}@shop>`,
    to: `${of}@example.com`,
    atMs,
    isAnswered: true,
  })
  const buyer = (of: string, over: object) => ({
    buyer: Number(of.slice(4)),
    story: 'pays',
    email: `${of}@example.com`,
    key: `key-${of}`,
    orderId: of,
    toPay: 5_000,
    hasPaid: true,
    sawConfirmed: true,
    hasCancelled: false,
    givenBack: 0,
    gaveUp: false,
    ...over,
  })
  const happened = (of: string, ...kinds: string[]) => kinds.map((kind) => ({ orderId: of, kind, reason: null }))
  return {
    shop: {
      orders: [
        order('ord_1', { promotionId: 'prm_1' }),
        order('ord_2', { status: 'REFUNDED', places: 'released', refunded: 5_000 }),
        order('ord_3', { status: 'CANCELLED', places: 'released', paid: 0 }),
        order('ord_4', { toPay: 0, paid: 0, giftCardId: 'gft_1', giftCard: 5_000 }),
      ],
      payments: [
        { orderId: 'ord_1', intentId: 'pi_1', state: 'paid', received: 5_000 },
        { orderId: 'ord_2', intentId: 'pi_2', state: 'paid', received: 5_000 },
        { orderId: 'ord_3', intentId: 'pi_3', state: 'cancelled', received: 0 },
      ],
      refunds: [{ id: 'rfd_1', orderId: 'ord_2', stripeId: 're_1', state: 'succeeded', amount: 5_000, way: 'card' }],
      happened: [
        ...happened('ord_1', 'placed', 'confirmed'),
        ...happened('ord_2', 'placed', 'confirmed', 'cancelled', 'refund-wanted', 'refunded'),
        ...happened('ord_3', 'placed', 'hold-expired'),
        ...happened('ord_4', 'placed', 'confirmed'),
      ],
      counters: [{ of: 'stock var_1', taken: 3, limit: 3 }],
      takings: [
        { orderId: 'ord_1', of: 'stock var_1', quantity: 1 },
        { orderId: 'ord_2', of: 'stock var_1', quantity: 1 },
        { orderId: 'ord_4', of: 'stock var_1', quantity: 2 },
      ],
      promotions: [{ id: 'prm_1', used: 1, limit: 1 }],
      giftCards: [{ id: 'gft_1', balance: 1_000 }],
      giftCardEntries: [
        { giftCardId: 'gft_1', orderId: null, amount: 6_000 },
        { giftCardId: 'gft_1', orderId: 'ord_4', amount: -5_000 },
      ],
      emails: [
        email('eml_1', 'confirmed:ord_1', 'ord_1'),
        email('eml_2', 'cancelled:ord_2', 'ord_2'),
        email('eml_3', 'refunded:ord_2:rfd_1', 'ord_2'),
        email('eml_4', 'confirmed:ord_4', 'ord_4'),
      ],
      jobs: [{ id: 'job_1', name: 'payments/process-event', state: 'completed', comesRound: false }],
      events: [{ id: 'evt_1', type: 'payment_intent.succeeded', isProcessed: true }],
    },
    bank: {
      intents: [
        intent('pi_1', 'ord_1', {}),
        intent('pi_2', 'ord_2', { amountRefunded: 5_000, refunds: 1 }),
        intent('pi_3', 'ord_3', { status: 'canceled', amountSucceeded: 0, charges: 0 }),
      ],
      refunds: [{ id: 're_1', intentId: 'pi_2', amount: 5_000, status: 'succeeded', ours: 'rfd_1' }],
    },
    letters: [
      letter('eml_1', 'ord_1', 1_000),
      letter('eml_2', 'ord_2', 2_000),
      letter('eml_3', 'ord_2', 3_000),
      letter('eml_4', 'ord_4', 4_000),
    ],
    buyers: [
      buyer('ord_1', {}),
      buyer('ord_2', { hasCancelled: true }),
      buyer('ord_3', { hasPaid: false, sawConfirmed: false }),
      buyer('ord_4', { toPay: 0, hasPaid: false }),
    ],
    photos: [{ id: 'pht_1', isWhole: true }],
    interruptions: [],
    falls: [],
  }
}

const order = (books: Draft, id: string) => books.shop.orders.find((one) => one.id === id)!
const intent = (books: Draft, id: string) => books.bank.intents.find((one) => one.id === id)!
const buyer = (books: Draft, number: number) => books.buyers.find((one) => one.buyer === number)!

/** What is done to right books, and the promise that is broken by it. */
const wrongs: readonly [string, (books: Draft) => unknown, string][] = [
  [
    'a payment whose order was given up keeps its money',
    (books) => Object.assign(intent(books, 'pi_3'), { status: 'succeeded', amountSucceeded: 5_000, charges: 1 }),
    'a payment has a confirmed order or is given back in full',
  ],
  [
    'a payment for an order that is not there',
    (books) => books.bank.intents.push({ ...intent(books, 'pi_1'), id: 'pi_9', metadata: { order: 'ord_9' } }),
    'a payment has a confirmed order or is given back in full',
  ],
  [
    'half of the money of a cancelled order comes back',
    (books) => (intent(books, 'pi_2').amountRefunded = 2_500),
    'a payment has a confirmed order or is given back in full',
  ],
  [
    'more comes back than was paid',
    (books) => (intent(books, 'pi_2').amountRefunded = 5_001),
    'no more is given back than was paid',
  ],
  [
    'an order is paid by two intents',
    (books) => books.bank.intents.push({ ...intent(books, 'pi_1'), id: 'pi_9' }),
    'an order is paid once',
  ],
  ['an intent is charged twice', (books) => (intent(books, 'pi_1').charges = 2), 'an intent is charged once'],
  [
    'a confirmed order that the bank knows nothing of',
    (books) => (books.bank.intents = books.bank.intents.filter(({ id }) => id !== 'pi_1')),
    'a confirmed order has exactly one payment',
  ],
  [
    'a confirmed order paid with another sum',
    (books) => (intent(books, 'pi_1').amountSucceeded = 4_999),
    'a confirmed order has exactly one payment',
  ],
  [
    'a confirmed order whose payment waits in our books',
    (books) => (books.shop.payments[0]!.state = 'waiting'),
    'a confirmed order has exactly one payment',
  ],
  [
    'a cent that we wrote down and nobody paid',
    (books) => (order(books, 'ord_1').paid = 5_001),
    'our books have what the bank took',
  ],
  [
    'a refund that the order does not count',
    (books) => (order(books, 'ord_2').refunded = 4_999),
    'our books have what the bank gave back',
  ],
  [
    'an order that is over and keeps a cent',
    (books) => (order(books, 'ord_2').refunded = 4_999),
    'an order that is over keeps no money',
  ],
  [
    'an intent of a cancelled order that can still be paid',
    (books) => (intent(books, 'pi_3').status = 'requires_payment_method'),
    'nobody can pay an order that is over',
  ],
  [
    'an order that waits for ever',
    (books) => Object.assign(order(books, 'ord_3'), { status: 'PENDING', places: 'held' }),
    'no order is left unpaid and holding',
  ],
  [
    'what a gift card paid is paid by card too',
    (books) => books.bank.intents.push({ ...intent(books, 'pi_1'), id: 'pi_9', metadata: { order: 'ord_4' } }),
    'nobody pays what costs nothing',
  ],
  [
    'a refund of ours that the bank has not',
    (books) => (books.bank.refunds = []),
    'refunds at the bank are the refunds of our books, to the cent',
  ],
  [
    'a refund at the bank that we have not',
    (books) => books.bank.refunds.push({ ...books.bank.refunds[0]!, id: 're_9', ours: null }),
    'refunds at the bank are the refunds of our books, to the cent',
  ],
  [
    'a refund that differs by a cent',
    (books) => (books.bank.refunds[0]!.amount = 4_999),
    'refunds at the bank are the refunds of our books, to the cent',
  ],
  [
    'a refund that is wanted for ever',
    (books) => (books.shop.refunds[0]!.state = 'wanted'),
    'refunds at the bank are the refunds of our books, to the cent',
  ],
  ['a counter that forgot an order', (books) => (books.shop.counters[0]!.taken = 2), 'a counter is what orders took'],
  [
    'a counter that a released order left its piece in',
    (books) => (order(books, 'ord_4').places = 'released'),
    'a counter is what orders took',
  ],
  ['a piece sold twice', (books) => (books.shop.counters[0]!.limit = 2), 'nothing is oversold'],
  ['an order that took of what is not counted', (books) => (books.shop.counters = []), 'a counter is what orders took'],
  ['a promotion counted twice', (books) => (books.shop.promotions[0]!.used = 2), 'a promotion counts its orders'],
  [
    'a promotion used beyond its limit',
    (books) => (order(books, 'ord_4').promotionId = 'prm_1'),
    'nothing is oversold',
  ],
  [
    'a gift card that has more than its ledger',
    (books) => (books.shop.giftCards[0]!.balance = 1_001),
    'a gift card’s balance is its ledger',
  ],
  [
    'a gift card that was not charged',
    (books) => books.shop.giftCardEntries.pop(),
    'an order spends of a gift card what it says',
  ],
  [
    'a cancelled order whose gift card has nothing back',
    (books) => (order(books, 'ord_4').places = 'released'),
    'an order spends of a gift card what it says',
  ],
  [
    'a confirmation that was never written',
    (books) => books.shop.emails.shift(),
    'a letter that is due is written once',
  ],
  [
    'a letter about a refund that was never written',
    (books) => books.shop.emails.splice(2, 1),
    'a letter that is due is written once',
  ],
  [
    'a letter that is called sent and was not',
    (books) => books.letters.shift(),
    'a letter that is called sent was taken',
  ],
  ['a letter left lying', (books) => (books.shop.emails[0]!.isSent = false), 'no letter is left lying'],
  [
    'a letter sent twice without a reason',
    (books) => books.letters.push({ ...books.letters[0]!, atMs: 9_000 }),
    'a letter is doubled at most once per crash',
  ],
  [
    'a letter to somebody else',
    (books) => (books.letters[0]!.to = 'ord_2@example.com'),
    'a letter goes to whom it is for',
  ],
  [
    'a letter nobody knows of',
    (books) => books.letters.push({ messageId: '<eml_9@shop>', to: 'a@example.com', atMs: 1, isAnswered: true }),
    'the mail server has no letter that we do not know',
  ],
  ['a job that hangs', (books) => (books.shop.jobs[0]!.state = 'active'), 'no job is stuck'],
  ['a job that gave up', (books) => (books.shop.jobs[0]!.state = 'failed'), 'no job is given up'],
  ['an event nobody worked on', (books) => (books.shop.events[0]!.isProcessed = false), 'every event is worked on'],
  ['a door that fell', (books) => books.falls.push({ door: 'work 1', how: '1' }), 'a door ends when it is told to'],
  ['half a photo', (books) => (books.photos[0]!.isWhole = false), 'a photo that is kept is there, whole'],
  [
    'an order confirmed twice',
    (books) => books.shop.happened.push({ orderId: 'ord_1', kind: 'confirmed', reason: null }),
    'an order’s history is what became of it',
  ],
  [
    'one key that made two orders',
    (books) => books.shop.orders.push({ ...order(books, 'ord_1'), id: 'ord_9' }),
    'one key, one order',
  ],
  [
    'an order that was promised and lost',
    (books) => (books.shop.orders = books.shop.orders.filter(({ id }) => id !== 'ord_3')),
    'an order that was told of is there',
  ],
  ['an order that nobody placed', (books) => books.buyers.shift(), 'every order was placed by somebody'],
  [
    'somebody who was turned away and has an order',
    (books) => (buyer(books, 3).refusal = 'sold-out'),
    'whoever is turned away has no order',
  ],
  ['a payment that the bank took and lost', (books) => (buyer(books, 3).hasPaid = true), 'the bank has what she paid'],
  [
    'somebody who paid, has no order and no money',
    (books) => (order(books, 'ord_2').refunded = 0),
    'whoever has paid has her order or her money',
  ],
  [
    'an order that was shown as confirmed and is gone',
    (books) => (buyer(books, 3).sawConfirmed = true),
    'what was shown as confirmed stays so',
  ],
  [
    'an order that was shown as cancelled and stands',
    (books) => (buyer(books, 1).hasCancelled = true),
    'what was shown as cancelled stays so',
  ],
  ['another sum than was agreed to', (books) => (buyer(books, 1).toPay = 4_900), 'she pays what she agreed to'],
  [
    'goodwill that was promised and not given',
    (books) => (buyer(books, 1).givenBack = 500),
    'what staff gave back is given back',
  ],
  ['somebody else’s order', (books) => (buyer(books, 1).email = 'ord_2@example.com'), 'an order is its buyer’s'],
]

test('right books are found right', () => {
  assert.deepEqual(checkBooks(rightBooks()), [])
})

for (const [what, spoil, promise] of wrongs) {
  test(`caught: ${what}`, () => {
    const books = rightBooks()
    spoil(books)
    const promises = checkBooks(books).map((violation) => violation.promise)
    assert.ok(promises.includes(promise), `found ${promises.join('; ') || 'nothing'}`)
  })
}

test('every promise that is checked is seen broken here', () => {
  const sources = globSync('check-*.ts', { cwd: import.meta.dirname, exclude: (name) => name.endsWith('.test.ts') })
  const named = sources.flatMap((file) =>
    [
      ...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(
        /(?:say\(|promise = |promise: )\s*'([^']+)'/g,
      ),
    ].map(([, promise]) => promise!),
  )
  assert.ok(named.length > 30)
  assert.deepEqual([...new Set(named)].toSorted(), [...new Set(wrongs.map(([, , promise]) => promise))].toSorted())
})

test('a letter that went again is excused by a crash in between, and by no more than that', () => {
  const books = rightBooks()
  books.letters.push({ ...books.letters[0]!, atMs: 60_000 })
  books.interruptions = [{ atMs: 1_200, untilMs: 1_200 }]
  assert.deepEqual(checkBooks(books), [])
  books.letters.push({ ...books.letters[0]!, atMs: 120_000 })
  assert.equal(checkBooks(books).length, 1)
  books.interruptions.push({ atMs: 60_500, untilMs: 61_000 })
  assert.deepEqual(checkBooks(books), [])
})

test('an answer of the mail server that was lost excuses one copy more', () => {
  const books = rightBooks()
  books.letters[0]!.isAnswered = false
  books.letters.push({ ...books.letters[0]!, atMs: 60_000, isAnswered: true })
  assert.deepEqual(checkBooks(books), [])
  books.letters.push({ ...books.letters[0]!, atMs: 90_000, isAnswered: true })
  assert.equal(checkBooks(books).length, 1)
})

test('a crash long before or after a letter went twice excuses nothing', () => {
  const books = rightBooks()
  books.letters.push({ ...books.letters[0]!, atMs: 60_000 })
  for (const atMs of [-20_000, 30_000, 90_000]) {
    books.interruptions = [{ atMs, untilMs: atMs }]
    assert.equal(checkBooks(books).length, 1, String(atMs))
  }
})
