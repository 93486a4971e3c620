import type { OrderView } from '@flora/contract/orders.ts'
import { money } from '@flora/money/money.ts'
import {
  insertOrder,
  type NewOrder,
  type NewOrderDelivery,
  type NewOrderLine,
  type OrderRecord,
  toOrderView,
} from '../../orders/index.ts'
import type { Shop } from '../../shop.ts'
import type { Letterhead } from '../letters/sheet.ts'

/** The morning on which the orders below are placed, at the shop. */
export const placedAt = '2026-11-20T10:00:00+11:00'

export const letterhead: Letterhead = {
  name: 'Flora',
  tagline: 'florists, Fitzroy',
  address: '41 Rose Street, Fitzroy 3065',
  phone: '(03) 7010 4418',
  email: 'hello@flora.example',
  zone: 'Australia/Melbourne',
  publicUrl: 'https://flora.example',
}

const aud = (minor: number) => money(minor, 'AUD')

export const aDelivery: NewOrderDelivery = {
  id: 'dlv_june',
  method: 'standard',
  zoneId: 'zon_inner',
  windowId: 'win_inner-morning',
  day: '2026-11-21',
  windowName: '8 am to 12 noon',
  windowStarts: '08:00',
  windowEnds: '12:00',
  cutOffAt: '2026-11-20T17:00:00+11:00',
  benchMinutes: 24,
  recipientName: 'June Okafor',
  recipientPhone: '',
  line1: '12 Nicholson Street',
  line2: '',
  suburb: 'Abbotsford',
  postcode: '3067',
  instructions: 'Side lane, not the front. Buzzer 3 sticks.',
  cardMessage: 'Dear June,\nthe peonies asked after you.\n\nYour Mercy',
  anonymous: false,
  substitution: 'nearest-match',
  feeMinor: 1_200,
  surgeMinor: 0,
  discountMinor: 0,
  gstMinor: 109,
}

export const aLine: NewOrderLine = {
  id: 'lin_peonies',
  deliveryId: 'dlv_june',
  goesWith: null,
  variantId: 'var_coral-charm-large',
  slug: 'coral-charm',
  name: 'Coral Charm',
  variantName: 'Large',
  kind: 'bouquet',
  tint: 'blush',
  picture: {
    id: 'picture-coral-charm',
    alt: 'Coral peonies.',
    widths: [400],
    aspect: 0.8,
  } as unknown as NewOrderLine['picture'],
  purchase: 'once',
  quantity: 1,
  unitPriceMinor: 12_000,
  totalMinor: 12_000,
  discountMinor: 1_200,
  gstMinor: 982,
}

const lilies: NewOrderLine = {
  ...aLine,
  id: 'lin_lilies',
  variantId: 'var_peace-lily-one',
  slug: 'peace-lily',
  name: 'Peace lily',
  variantName: 'One size',
  kind: 'plant',
  quantity: 2,
  unitPriceMinor: 4_800,
  totalMinor: 9_600,
  discountMinor: 960,
  gstMinor: 785,
}

const candle: NewOrderLine = {
  ...aLine,
  id: 'lin_candle',
  goesWith: 'lin_peonies',
  variantId: 'var_beeswax-candle-one',
  slug: 'beeswax-candle',
  name: 'Beeswax candle',
  variantName: 'One size',
  kind: 'add-on',
  unitPriceMinor: 2_200,
  totalMinor: 2_200,
  discountMinor: 0,
  gstMinor: 200,
}

/** $120.00 + 2 × $48.00 + $22.00 + delivery $12.00 − SPRING10 $21.60 = $228.40, with $20.76 GST in it. Nothing is paid yet. */
export function anOrder(parts: Partial<NewOrder> = {}): NewOrder {
  return {
    id: 'ord_one',
    number: 'FL-4K7QXB',
    link: 'abcdefghijklmnopqrstuvwxyz012345',
    status: 'PENDING',
    places: 'held',
    holdUntil: '2026-11-20T10:20:00+11:00',
    placementKey: 'key-one',
    placementFingerprint: 'fingerprint',
    accountId: null,
    cartId: 'crt_one',
    buyerName: 'Mercy Okafor',
    buyerEmail: 'mercy@example.com',
    buyerPhone: '',
    currency: 'AUD',
    goodsMinor: 23_800,
    deliveryMinor: 1_200,
    discountMinor: 2_160,
    totalMinor: 22_840,
    gstMinor: 2_076,
    giftCardMinor: 0,
    toPayMinor: 22_840,
    sum: [
      { kind: 'goods', label: 'Flowers and plants', amount: aud(21_600) },
      { kind: 'add-ons', label: 'With them', amount: aud(2_200) },
      { kind: 'delivery', label: 'Delivery, Sat 21 Nov', detail: 'Zone Inner north', amount: aud(1_200) },
      { kind: 'promotion', label: 'SPRING10', detail: '10% off flowers and plants', amount: aud(-2_160) },
    ],
    promotionId: null,
    giftCardId: null,
    placedAt,
    deliveries: [aDelivery],
    lines: [aLine, lilies, candle],
    stock: [],
    ...parts,
  }
}

/** The same order with $50.00 of it from a gift card. */
export function withGiftCard(order: NewOrder): NewOrder {
  return {
    ...order,
    giftCardMinor: 5_000,
    toPayMinor: order.totalMinor - 5_000,
    sum: [...order.sum, { kind: 'gift-card', label: 'Gift card ending 0001', amount: aud(-5_000) }],
  }
}

/** The whole order paid by a Visa card, ten minutes after it was placed. */
export const paid = {
  status: 'CONFIRMED',
  places: 'kept',
  payment: { state: 'paid', failureCode: null, method: 'Visa ending 4242', intentId: 'pi_one' },
  events: [
    { at: placedAt, kind: 'placed', who: 'customer', detail: {} },
    { at: '2026-11-20T10:10:00+11:00', kind: 'confirmed', who: 'stripe', detail: {} },
  ],
} as const satisfies Partial<OrderRecord>

/** An order as its buyer sees it five minutes after placing, without a database. */
export function aView(
  order: NewOrder = anOrder(),
  record: Partial<OrderRecord> = {},
  now = '2026-11-20T10:05:00+11:00',
): OrderView {
  const isPaid = record.payment?.state === 'paid'
  return toOrderView(
    {
      ...order,
      cancelledBecause: null,
      occurrenceId: null,
      isSurprise: false,
      paidMinor: isPaid ? order.toPayMinor : 0,
      refundedMinor: 0,
      begins: null,
      inShopMinor: 0,
      dueMinor: 0,
      sum: [...order.sum],
      payment: null,
      events: [],
      deliveries: order.deliveries.map((delivery) => ({ ...delivery, status: order.status })),
      ...record,
    },
    Temporal.Instant.from(now),
  )
}

/** Writes an order down as placing does. The shop needs `aSmallShop` first. */
export async function placedInDatabase(
  { inTransaction }: Pick<Shop, 'inTransaction'>,
  order: NewOrder = anOrder(),
): Promise<NewOrder> {
  await inTransaction((tx) => insertOrder(tx, order))
  return order
}
