import type { DemoPromotion, DemoShop } from './shape.ts'

/** One of each kind, and three that say no: over, used up, too small an order. */
export const promotions: readonly DemoPromotion[] = [
  {
    code: 'SPRING10',
    label: '10% off flowers and plants, not add-ons or delivery',
    kind: 'percent',
    basisPoints: 1000,
    fromDay: '2026-09-01',
    untilDay: '2028-11-30',
  },
  {
    code: 'WELCOME15',
    label: '15% off your first order',
    kind: 'percent',
    basisPoints: 1500,
    firstOrderOnly: true,
  },
  {
    code: 'FREEDELIVERY',
    label: 'Delivery on us over $80',
    kind: 'free-delivery',
    minimumGoodsMinor: 8000,
  },
  {
    code: 'TENOFF',
    label: '$10 off orders over $60',
    kind: 'fixed',
    amountMinor: 1000,
    minimumGoodsMinor: 6000,
  },
  {
    code: 'WINTER20',
    label: '20% off in the quiet months',
    kind: 'percent',
    basisPoints: 2000,
    fromDay: '2026-06-01',
    untilDay: '2026-08-31',
  },
  {
    code: 'OPENINGDAY',
    label: '$25 off for the first fifty through the door',
    kind: 'fixed',
    amountMinor: 2500,
    useLimit: 0,
  },
]

export const giftCards: DemoShop['giftCards'] = [
  { code: 'FLORA-GIFT-2026-DEMO', balanceMinor: 10_000 },
  { code: 'FLORA-GIFT-2026-HALF', balanceMinor: 4_250, expiresDay: '2029-11-20' },
  { code: 'FLORA-GIFT-2026-LARGE', balanceMinor: 50_000, expiresDay: '2029-11-20' },
  { code: 'FLORA-GIFT-2025-EMPTY', balanceMinor: 0, expiresDay: '2028-12-01' },
  { code: 'FLORA-GIFT-2023-OVER', balanceMinor: 6_000, expiresDay: '2026-10-31' },
]
