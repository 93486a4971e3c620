import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeliveryId, LineId, VariantId, WindowId } from '@flora/contract/ids.ts'
import { add, money, subtract, total } from '@flora/money/money.ts'
import fc from 'fast-check'
import type { VariantForSale } from '../catalog/index.ts'
import type { PromiseWithRoom } from '../delivery/index.ts'
import type { Promotion } from '../promotions/index.ts'
import type { CartDocument } from './cart.ts'
import { type Facts, priceCart } from './price-cart.ts'

const aud = (minor: number) => money(minor, 'AUD')

function aVariant(id: VariantId, priceMinor: number, rest: Partial<VariantForSale> = {}): [string, VariantForSale] {
  return [
    id,
    {
      variantId: id,
      productId: 'prd_a',
      slug: 'a',
      productName: 'Saturday Peonies',
      variantName: 'Medium',
      kind: 'bouquet',
      tint: 'blush',
      picture: { id: 'p', alt: '' },
      price: aud(priceMinor),
      benchMinutes: 12,
      leadDays: 0,
      stockBy: 'nothing',
      recipe: [],
      isForSale: true,
      soldOut: false,
      ...rest,
    },
  ]
}

function aPromise(feeMinor: number, surgeMinor = 0): PromiseWithRoom {
  return {
    ok: true,
    zoneId: 'zon_inner',
    zoneName: 'Inner North',
    method: 'standard',
    windowName: 'Morning',
    starts: '08:00',
    ends: '12:00',
    fee: aud(feeMinor),
    surge: aud(surgeMinor),
    cutOffAt: Temporal.Instant.from('2026-11-20T06:00:00Z'),
  }
}

function aCart(lines: { variantId: VariantId; quantity: number; seenMinor?: number }[], deliveries = 1): CartDocument {
  return {
    lines: lines.map(({ variantId, quantity, seenMinor }, index) => ({
      id: `lin_${index}` as LineId,
      deliveryId: `dlv_${index % deliveries}` as DeliveryId,
      variantId,
      quantity,
      purchase: 'once',
      seen: aud(seenMinor ?? 0),
    })),
    deliveries: Array.from({ length: deliveries }, (_, index) => ({
      id: `dlv_${index}` as DeliveryId,
      postcode: '3067',
      suburb: 'Abbotsford',
      day: '2026-11-21',
      windowId: 'win_a' as WindowId,
      recipient: { name: 'June', phone: '', line1: '12 Nicholson Street', line2: '' },
      instructions: '',
      cardMessage: '',
      anonymous: false,
      substitution: 'nearest-match',
    })),
    buyer: { name: 'Mercy', email: 'mercy@example.com', phone: '' },
  }
}

function someFacts(
  variants: [string, VariantForSale][],
  promises: PromiseWithRoom[],
  rest: Partial<Facts> = {},
): Facts {
  return {
    today: '2026-11-20',
    currency: 'AUD',
    gstBasisPoints: 1000,
    variants: new Map(variants),
    promises: new Map(promises.map((promise, index) => [`dlv_${index}` as DeliveryId, promise])),
    suburbs: new Map([['3067', ['Abbotsford']]]),
    promotion: undefined,
    giftCard: undefined,
    hasOrderedBefore: undefined,
    ...rest,
  }
}

function aPromotion(rest: Partial<Promotion>): Promotion {
  return {
    id: 'prm_a',
    code: 'SPRING10',
    label: 'Spring',
    kind: 'percent',
    basisPoints: 1000,
    amount: null,
    minimumGoods: aud(0),
    fromDay: null,
    untilDay: null,
    usesLeft: null,
    firstOrderOnly: false,
    active: true,
    ...rest,
  }
}

const peonies = aVariant('var_peonies', 12800)
const waratah = aVariant('var_waratah', 11800)
const chocolates = aVariant('var_chocolates', 2400, { kind: 'add-on', productName: 'Twelve chocolates' })

test('prices the design’s cart to the cent: ten percent off flowers, not off chocolates or delivery', () => {
  const cart = aCart(
    [
      { variantId: 'var_peonies', quantity: 1 },
      { variantId: 'var_waratah', quantity: 1 },
      { variantId: 'var_chocolates', quantity: 1 },
    ],
    2,
  )
  const priced = priceCart(
    cart,
    someFacts([peonies, waratah, chocolates], [aPromise(1200), aPromise(1600)], { promotion: aPromotion({}) }),
  )
  assert.deepEqual(
    [priced.goods, priced.fees, priced.discount, priced.total],
    [aud(27000), aud(2800), aud(2460), aud(27340)],
  )
  assert.deepEqual(
    priced.sum.map(({ label, amount }) => [label, amount.minor]),
    [
      ['Flowers and plants', 24600],
      ['With them', 2400],
      ['Delivery, Sat 21 Nov', 1200],
      ['Delivery, Sat 21 Nov', 1600],
      ['SPRING10', -2460],
    ],
  )
})

test('tells a price that changed since it was seen', () => {
  const [line] = priceCart(
    aCart([{ variantId: 'var_waratah', quantity: 1, seenMinor: 11200 }]),
    someFacts([waratah], [aPromise(1200)]),
  ).lines
  assert.deepEqual(line?.priceWas, aud(11200))
})

const problems = [
  {
    what: 'a product that left the shelf',
    facts: someFacts([aVariant('var_a', 100, { isForSale: false })], [aPromise(0)]),
    where: 'lines',
    code: 'not-for-sale',
  },
  {
    what: 'a product that sold out',
    facts: someFacts([aVariant('var_a', 100, { soldOut: true })], [aPromise(0)]),
    where: 'lines',
    code: 'sold-out',
  },
  {
    what: 'a window that is full',
    facts: someFacts([aVariant('var_a', 100)], [{ ...aPromise(0), placesLeft: 0 }]),
    where: 'deliveries',
    code: 'window-full',
  },
  {
    what: 'a day past its cut-off',
    facts: someFacts([aVariant('var_a', 100)], [{ ok: false, code: 'past-cut-off', message: 'Too late.' }]),
    where: 'deliveries',
    code: 'past-cut-off',
  },
  {
    what: 'a suburb that is not of the postcode',
    facts: someFacts([aVariant('var_a', 100)], [aPromise(0)], { suburbs: new Map([['3067', ['Collingwood']]]) }),
    where: 'deliveries',
    code: 'suburb-postcode',
  },
] as const
for (const { what, facts, where, code } of problems) {
  test(`says so of ${what}`, () => {
    const priced = priceCart(aCart([{ variantId: 'var_a', quantity: 1 }]), facts)
    assert.equal(priced[where][0]?.problem?.code, code)
  })
}

test('refuses a card that would not print', () => {
  const cart = aCart([{ variantId: 'var_peonies', quantity: 1 }])
  const withCard = (cardMessage: string) =>
    priceCart({ ...cart, deliveries: [{ ...cart.deliveries[0]!, cardMessage }] }, someFacts([peonies], [aPromise(0)]))
      .deliveries[0]?.problem?.code
  assert.equal(withCard('Happy birthday, June'), undefined)
  assert.equal(withCard('\n'.repeat(14).replaceAll('\n', 'line\n')), undefined)
  assert.equal(withCard(Array(15).fill('line').join('\n')), 'card-too-long')
  assert.equal(withCard('For you 💐'), 'card-too-long')
})

test('a gift card pays what it can and no more', () => {
  const card = { id: 'gft_a', ending: 'DEMO', balance: aud(5000), expiresDay: null, active: true } as const
  const cart = aCart([{ variantId: 'var_chocolates', quantity: 1 }])
  assert.deepEqual(priceCart(cart, someFacts([chocolates], [aPromise(1200)], { giftCard: card })).toPay, aud(0))
  assert.deepEqual(
    priceCart(
      { ...cart, lines: [{ ...cart.lines[0]!, quantity: 3 }] },
      someFacts([chocolates], [aPromise(1200)], { giftCard: card }),
    ).toPay,
    aud(3400),
  )
})

test('whatever is in the cart, every total is the sum of its lines and GST is contained in it', () => {
  const carts = fc.record({
    prices: fc.array(
      fc.record({
        minor: fc.integer({ min: 0, max: 99_999 }),
        quantity: fc.integer({ min: 1, max: 24 }),
        isAddOn: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    fees: fc.array(fc.record({ fee: fc.integer({ min: 0, max: 4_000 }), surge: fc.integer({ min: 0, max: 2_000 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    promotion: fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 1, max: 10_000 }).map((basisPoints) => aPromotion({ basisPoints })),
      fc
        .integer({ min: 1, max: 500_000 })
        .map((minor) => aPromotion({ kind: 'fixed', basisPoints: null, amount: aud(minor) })),
      fc.constant(aPromotion({ kind: 'free-delivery', basisPoints: null })),
    ),
    balance: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(
    fc.property(carts, ({ prices, fees, promotion, balance }) => {
      const variants = prices.map(({ minor, isAddOn }, index) =>
        aVariant(`var_${index}`, minor, isAddOn ? { kind: 'add-on' } : {}),
      )
      const cart = aCart(
        prices.map(({ quantity }, index) => ({ variantId: `var_${index}` as VariantId, quantity })),
        fees.length,
      )
      const giftCard = { id: 'gft_a', ending: 'DEMO', balance: aud(balance), expiresDay: null, active: true } as const
      const priced = priceCart(
        cart,
        someFacts(
          variants,
          fees.map(({ fee, surge }) => aPromise(fee, surge)),
          { promotion, giftCard },
        ),
      )

      const sum = (sums: readonly { minor: number }[]) => sums.reduce((all, { minor }) => all + minor, 0)
      assert.equal(sum(priced.lines.map((line) => line.total)), priced.goods.minor)
      assert.equal(sum(priced.deliveries.map(({ fee, surge }) => add(fee, surge))), priced.fees.minor)
      assert.equal(sum(priced.sum.map(({ amount }) => amount)), priced.toPay.minor)
      assert.deepEqual(subtract(add(priced.goods, priced.fees), priced.discount), priced.total)
      for (const part of priced.lines) assert.ok(part.discount.minor >= 0 && part.discount.minor <= part.total.minor)
      for (const part of priced.deliveries) assert.ok(part.discount.minor >= 0 && part.discount.minor <= part.fee.minor)
      assert.ok(priced.toPay.minor >= 0 && priced.giftCardUse.minor <= balance)
      assert.deepEqual(
        priced.gst,
        total(
          [...priced.lines, ...priced.deliveries].map(({ gst }) => gst),
          'AUD',
        ),
      )
      assert.ok(priced.gst.minor >= 0 && priced.gst.minor <= priced.total.minor)
    }),
    { numRuns: 400 },
  )
})
