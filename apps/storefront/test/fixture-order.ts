import type { OrderView } from '@flora/contract/orders.ts'

export const aud = (minor: number) => ({ minor, currency: 'AUD' as const })

type Delivery = OrderView['deliveries'][number]

export const orderLink = 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6'

/** A delivery of the design's order page: June's peonies, Saturday morning. */
export function aDelivery(change: Partial<Delivery> = {}): Delivery {
  return {
    id: 'dlv_june',
    status: 'CONFIRMED',
    method: 'standard',
    day: '2026-11-21',
    window: { name: '8 am to 12 noon', starts: '08:00', ends: '12:00' },
    recipient: {
      name: 'June Okafor',
      phone: '',
      line1: '12 Nicholson Street',
      line2: '',
      suburb: 'Abbotsford',
      postcode: '3067',
    },
    instructions: 'Blue gate. The dog is called Biscuit and is all talk.',
    cardMessage: 'Dear June,\n\nHappy birthday.\n\nYour Mercy',
    anonymous: false,
    substitution: 'nearest-match',
    fee: aud(1200),
    ...change,
  }
}

/** An order of the design's order page, paid unless said otherwise. */
export function anOrder(change: Partial<OrderView> = {}): OrderView {
  return {
    id: 'ord_one',
    number: 'FL-4K7Q',
    link: orderLink,
    status: 'CONFIRMED',
    placedAt: '2026-11-19T23:30:00Z',
    ...(change.status === 'PENDING' && { holdUntil: '2026-11-19T23:50:00Z' }),
    payment: { state: 'paid', method: 'Visa ending 4242', paid: aud(16_400), refunded: aud(0) },
    buyer: { name: 'Mercy Okafor', email: 'mercy.okafor@example.com', phone: '0491 570 156' },
    deliveries: [aDelivery()],
    lines: [
      aLine({}),
      aLine({
        id: 'lin_choc',
        slug: 'chocolates',
        name: 'Twelve chocolates',
        variantName: '',
        tint: 'clay',
        goesWith: 'lin_peonies',
        unitPrice: aud(2_400),
        total: aud(2_400),
      }),
    ],
    sum: [
      { kind: 'goods', label: 'Flowers and plants', amount: aud(12_800) },
      { kind: 'add-ons', label: 'With them', amount: aud(2_400) },
      { kind: 'delivery', label: 'Delivery, Sat 21 Nov', detail: 'Zone Inner North', amount: aud(1_200) },
    ],
    total: aud(16_400),
    toPay: aud(16_400),
    gst: aud(1_491),
    events: [
      { at: '2026-11-19T23:30:00Z', kind: 'placed', label: 'Placed', detail: 'Your places were held for 20 minutes.' },
      {
        at: '2026-11-19T23:31:00Z',
        kind: 'confirmed',
        label: 'Confirmed',
        detail: 'Payment received. Your place on the run is yours.',
      },
    ],
    cancelUntil: '2026-11-20T07:00:00Z',
    can: { pay: { ok: change.status === 'PENDING' } as { ok: true }, cancel: { ok: true }, invoice: { ok: true } },
    ...change,
  }
}

function aLine(change: Partial<OrderView['lines'][number]>): OrderView['lines'][number] {
  return {
    id: 'lin_peonies',
    deliveryId: 'dlv_june',
    slug: 'peony-season',
    name: 'Saturday Peonies',
    variantName: 'Medium',
    tint: 'blush',
    picture: { id: 'peony-season', alt: 'A round bouquet of coral, pink and blush peonies tied with a coral ribbon' },
    quantity: 1,
    unitPrice: aud(12_800),
    total: aud(12_800),
    discount: aud(0),
    ...change,
  }
}
