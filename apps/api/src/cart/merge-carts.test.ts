import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cartLimits } from '@flora/contract/cart.ts'
import type { DeliveryId, LineId, VariantId, WindowId } from '@flora/contract/ids.ts'
import fc from 'fast-check'
import { type CartDeliveryDraft, type CartDocument, type CartLineDraft, emptyCart } from './cart.ts'
import { mergeCarts } from './merge-carts.ts'

const aud = (minor: number) => ({ minor, currency: 'AUD' }) as const
const nobody = { name: '', phone: '', line1: '', line2: '' }

function aDelivery(id: DeliveryId, parts: Partial<CartDeliveryDraft> = {}): CartDeliveryDraft {
  return {
    id,
    recipient: nobody,
    instructions: '',
    cardMessage: '',
    anonymous: false,
    substitution: 'nearest-match',
    ...parts,
  }
}

function aLine(id: LineId, deliveryId: DeliveryId, parts: Partial<CartLineDraft> = {}): CartLineDraft {
  return { id, deliveryId, variantId: 'var_lily', quantity: 1, purchase: 'once', seen: aud(4_800), ...parts }
}

function aCart(parts: Partial<CartDocument>): CartDocument {
  return { ...emptyCart, ...parts }
}

const june = { name: 'June', phone: '', line1: '12 Nicholson Street', line2: '' }
const saturday = { postcode: '3067', day: '2026-11-21', windowId: 'win_inner-morning', recipient: june } as const

test('the same size for the same door, day and window becomes one line of one delivery', () => {
  const mine = aCart({ deliveries: [aDelivery('dlv_a', saturday)], lines: [aLine('lin_a', 'dlv_a', { quantity: 2 })] })
  const other = aCart({
    deliveries: [aDelivery('dlv_b', saturday)],
    lines: [aLine('lin_b', 'dlv_b', { quantity: 3, seen: aud(5_000) })],
  })
  const { document, leftOut } = mergeCarts(mine, other)
  assert.deepEqual(document.lines, [aLine('lin_a', 'dlv_a', { quantity: 5, seen: aud(5_000) })])
  assert.deepEqual([document.deliveries, leftOut], [mine.deliveries, []])
})

test('pieces beyond a line’s limit are told', () => {
  const cart = (side: 'a' | 'b', quantity: number) =>
    aCart({ deliveries: [aDelivery(`dlv_${side}`)], lines: [aLine(`lin_${side}`, `dlv_${side}`, { quantity })] })
  const { document, leftOut } = mergeCarts(cart('a', 20), cart('b', 9))
  assert.deepEqual(
    [document.lines.map(({ quantity }) => quantity), leftOut],
    [[24], [{ variantId: 'var_lily', quantity: 5 }]],
  )
})

const differences: [what: string, parts: Partial<CartDeliveryDraft>][] = [
  ['another postcode', { postcode: '3065' }],
  ['another suburb', { suburb: 'Abbotsford' }],
  ['another day', { day: '2026-11-23' }],
  ['another window', { windowId: 'win_inner-afternoon' as WindowId }],
  ['another recipient', { recipient: { ...june, name: 'Ada' } }],
  ['a recipient who is not known yet', { recipient: nobody }],
  ['another house', { recipient: { ...june, line1: '14 Nicholson Street' } }],
  ['another card', { cardMessage: 'Dear Ada' }],
  ['other instructions', { instructions: 'Ring twice' }],
  ['a wish to stay unnamed', { anonymous: true }],
  ['another choice when something is short', { substitution: 'refund' }],
]
for (const [what, parts] of differences) {
  test(`${what} keeps two deliveries apart, and both keep all that was typed`, () => {
    const typed = { cardMessage: 'Dear June', instructions: 'Side lane' }
    const mine = aCart({
      deliveries: [aDelivery('dlv_a', { ...saturday, ...typed })],
      lines: [aLine('lin_a', 'dlv_a')],
    })
    const other = aCart({
      deliveries: [aDelivery('dlv_b', { ...saturday, ...typed, ...parts })],
      lines: [aLine('lin_b', 'dlv_b')],
    })
    const { document } = mergeCarts(mine, other)
    assert.deepEqual(document.deliveries, [...mine.deliveries, ...other.deliveries])
    assert.deepEqual(document.lines, [...mine.lines, ...other.lines])
  })
}

test('a card typed on one device fills the same delivery of the other', () => {
  const mine = aCart({
    deliveries: [aDelivery('dlv_a', { ...saturday, instructions: 'Side lane' })],
    lines: [aLine('lin_a', 'dlv_a')],
  })
  const other = aCart({
    deliveries: [aDelivery('dlv_b', { ...saturday, cardMessage: 'Dear June' })],
    lines: [aLine('lin_b', 'dlv_b')],
  })
  const [delivery] = mergeCarts(mine, other).document.deliveries
  assert.deepEqual([delivery?.instructions, delivery?.cardMessage], ['Side lane', 'Dear June'])
})

test('two deliveries of one cart that look alike stay two', () => {
  const mine = aCart({ deliveries: [aDelivery('dlv_a')], lines: [aLine('lin_a', 'dlv_a')] })
  const other = aCart({
    deliveries: [aDelivery('dlv_b'), aDelivery('dlv_c')],
    lines: [aLine('lin_b', 'dlv_b'), aLine('lin_c', 'dlv_c')],
  })
  const { document } = mergeCarts(mine, other)
  assert.deepEqual(
    document.lines.map(({ deliveryId, quantity }) => [deliveryId, quantity]),
    [
      ['dlv_a', 2],
      ['dlv_c', 1],
    ],
  )
})

test('an add-on goes with the line that its own became', () => {
  const candle = (id: LineId, deliveryId: DeliveryId, goesWith: LineId) =>
    aLine(id, deliveryId, { variantId: 'var_candle', goesWith })
  const mine = aCart({
    deliveries: [aDelivery('dlv_a')],
    lines: [aLine('lin_a', 'dlv_a'), candle('lin_a2', 'dlv_a', 'lin_a')],
  })
  const other = aCart({
    deliveries: [aDelivery('dlv_b')],
    lines: [
      aLine('lin_b', 'dlv_b'),
      candle('lin_b2', 'dlv_b', 'lin_b'),
      aLine('lin_c', 'dlv_b', { variantId: 'var_vase', goesWith: 'lin_b' }),
    ],
  })
  const { document } = mergeCarts(mine, other)
  assert.deepEqual(
    document.lines.map(({ variantId, quantity, goesWith }) => [variantId, quantity, goesWith]),
    [
      ['var_lily', 2, undefined],
      ['var_candle', 2, 'lin_a'],
      ['var_vase', 1, 'lin_a'],
    ],
  )
})

test('the account’s contact stays, its blanks are filled, and the codes typed in this visit apply', () => {
  const mine = aCart({
    buyer: { name: 'Mercy', email: 'mercy@example.com', phone: '' },
    promotionCode: 'OLD',
    giftCardId: 'gft_old',
  })
  const other = aCart({
    buyer: { name: 'Ada', email: 'ada@example.com', phone: '0491 570 156' },
    promotionCode: 'SPRING10',
  })
  const { buyer, promotionCode, giftCardId } = mergeCarts(mine, other).document
  assert.deepEqual(buyer, { name: 'Mercy', email: 'mercy@example.com', phone: '0491 570 156' })
  assert.deepEqual([promotionCode, giftCardId], ['SPRING10', 'gft_old'])
})

// Few values for each field, so that deliveries and lines of two carts meet often.
const drafts = fc.record({
  postcode: fc.constantFrom('3065', '3067'),
  day: fc.constantFrom(undefined, '2026-11-21' as const),
  recipient: fc.constantFrom(nobody, june),
  cardMessage: fc.constantFrom('', 'Dear June', 'Dear Ada'),
  instructions: fc.constantFrom('', 'Side lane'),
})
const wishes = fc.record({
  delivery: fc.nat({ max: cartLimits.deliveries - 1 }),
  variantId: fc.constantFrom<VariantId>('var_lily', 'var_peony', 'var_fern'),
  quantity: fc.integer({ min: 1, max: cartLimits.quantity }),
  addOns: fc.uniqueArray(fc.constantFrom<VariantId>('var_candle', 'var_vase'), { maxLength: 2 }),
  addOnQuantity: fc.integer({ min: 1, max: cartLimits.quantity }),
})
const typedContact = fc.record({
  name: fc.constantFrom('', 'Mercy', 'Ada'),
  email: fc.constantFrom('', 'mercy@example.com'),
  phone: fc.constantFrom('', '0491 570 156'),
})

/** A cart as changes make one: no more than its limits, and one line for a size in a delivery. */
function carts(side: 'a' | 'b'): fc.Arbitrary<CartDocument> {
  return fc
    .record({
      drafts: fc.array(drafts, { minLength: 1, maxLength: cartLimits.deliveries }),
      wishes: fc.array(wishes, { maxLength: 18 }),
      buyer: typedContact,
      promotionCode: fc.constantFrom(undefined, 'SPRING10', 'ROSES'),
    })
    .map(({ drafts: parts, wishes: wanted, buyer, promotionCode }) => {
      const lines = new Map<string, CartLineDraft>()
      const put = (key: string, line: Omit<CartLineDraft, 'id' | 'purchase' | 'seen'>) => {
        const id: LineId = lines.get(key)?.id ?? `lin_${side}${lines.size}`
        if (lines.has(key) || lines.size < cartLimits.lines) lines.set(key, aLine(id, line.deliveryId, line))
        return id
      }
      for (const { delivery, variantId, quantity, addOns, addOnQuantity } of wanted) {
        const deliveryId: DeliveryId = `dlv_${side}${delivery % parts.length}`
        const main = put(`${deliveryId} ${variantId}`, { deliveryId, variantId, quantity })
        for (const addOn of addOns)
          put(`${deliveryId} ${variantId} ${addOn}`, {
            deliveryId,
            variantId: addOn,
            quantity: addOnQuantity,
            goesWith: main,
          })
      }
      const kept = [...lines.values()]
      return {
        lines: kept,
        deliveries: parts
          .map(({ day, ...rest }, index) => aDelivery(`dlv_${side}${index}`, { ...rest, ...(day && { day }) }))
          .filter(({ id }) => kept.some(({ deliveryId }) => deliveryId === id)),
        buyer,
        ...(promotionCode && { promotionCode }),
      }
    })
}

const pieces = (lines: readonly { variantId: VariantId; quantity: number }[], variantId: VariantId) =>
  lines.reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), 0)

test('no piece is lost or doubled, whatever two carts hold', () => {
  fc.assert(
    fc.property(carts('a'), carts('b'), (mine, other) => {
      const { document, leftOut } = mergeCarts(mine, other)
      for (const variantId of ['var_lily', 'var_peony', 'var_fern', 'var_candle', 'var_vase'] as const) {
        assert.equal(
          pieces(document.lines, variantId) + pieces(leftOut, variantId),
          pieces(mine.lines, variantId) + pieces(other.lines, variantId),
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('a merged cart keeps a cart’s limits, and nothing in it points to nothing', () => {
  fc.assert(
    fc.property(carts('a'), carts('b'), (mine, other) => {
      const { lines, deliveries } = mergeCarts(mine, other).document
      assert.ok(lines.length <= cartLimits.lines && deliveries.length <= cartLimits.deliveries)
      assert.ok(lines.every(({ quantity }) => quantity >= 1 && quantity <= cartLimits.quantity))
      assert.equal(new Set([...lines, ...deliveries].map(({ id }) => id)).size, lines.length + deliveries.length)
      for (const line of lines) {
        assert.ok(deliveries.some(({ id }) => id === line.deliveryId))
        const main = lines.find(({ id }) => id === line.goesWith)
        if (line.goesWith) assert.equal(main?.deliveryId, line.deliveryId)
      }
      assert.ok(deliveries.every(({ id }) => lines.some(({ deliveryId }) => deliveryId === id)))
    }),
    { numRuns: 400 },
  )
})

test('a line of the account’s cart holds the sum of both, bounded by the limit', () => {
  fc.assert(
    fc.property(carts('a'), carts('b'), (mine, other) => {
      const { document } = mergeCarts(mine, other)
      for (const before of mine.lines) {
        const after = document.lines.find(({ id }) => id === before.id)
        assert.ok(after && after.quantity >= before.quantity, 'a line of the account’s cart is never less')
        const added = other.lines.filter(
          (line) => line.variantId === before.variantId && !document.lines.some(({ id }) => id === line.id),
        )
        const most = Math.min(before.quantity + pieces(added, before.variantId), cartLimits.quantity)
        assert.ok(after.quantity <= most)
      }
    }),
    { numRuns: 400 },
  )
})

test('merging what is left of the browser’s cart once more changes nothing', () => {
  fc.assert(
    fc.property(carts('a'), carts('b'), (mine, other) => {
      const { document } = mergeCarts(mine, other)
      assert.deepEqual(mergeCarts(document, emptyCart), { document, leftOut: [] })
      assert.deepEqual(mergeCarts(emptyCart, document), { document, leftOut: [] })
    }),
    { numRuns: 200 },
  )
})

test('nothing that was typed is lost: each text of both carts is still there, while there is room', () => {
  fc.assert(
    fc.property(carts('a'), carts('b'), (mine, other) => {
      const { document, leftOut } = mergeCarts(mine, other)
      fc.pre(leftOut.length === 0)
      const typed = [...mine.deliveries, ...other.deliveries].flatMap(({ cardMessage, instructions, recipient }) => [
        cardMessage,
        instructions,
        recipient.name,
      ])
      const kept = new Set(
        document.deliveries.flatMap((delivery) => [
          delivery.cardMessage,
          delivery.instructions,
          delivery.recipient.name,
        ]),
      )
      assert.deepEqual(
        typed.filter((text) => text !== '' && !kept.has(text)),
        [],
      )
      for (const field of ['name', 'email', 'phone'] as const)
        assert.equal(document.buyer[field], mine.buyer[field] || other.buyer[field])
      assert.equal(document.promotionCode, other.promotionCode ?? mine.promotionCode)
    }),
    { numRuns: 300 },
  )
})
