import type { SumLine } from '@flora/contract/cart.ts'
import { noticeDays } from '@flora/contract/subscriptions.ts'
import { add, gstContained, isLess, type Money, negative, share, subtract, times } from '@flora/money/money.ts'

/** What one piece and one delivery cost a subscriber, before her discount. */
export interface Rates {
  readonly unit: Money
  readonly fee: Money
}

export interface Announced extends Rates {
  /** It is charged to deliveries whose charge comes from then on. */
  readonly from: Temporal.Instant
}

/** What she agreed to. A surge day costs a subscriber nothing more: her price is her price. */
export interface Agreed extends Rates {
  readonly discountBasisPoints: number
  readonly quantity: number
  readonly announced: Announced | undefined
}

/** One delivery, with every cent explained. */
export interface OccurrencePrice {
  readonly unit: Money
  readonly goods: Money
  readonly discount: Money
  readonly fee: Money
  readonly total: Money
  readonly goodsGst: Money
  readonly feeGst: Money
  readonly gst: Money
  readonly sum: SumLine[]
}

export function ratesAt({ unit, fee, announced }: Agreed, chargeAt: Temporal.Instant): Rates {
  return announced && Temporal.Instant.compare(chargeAt, announced.from) >= 0 ? announced : { unit, fee }
}

/** The price of a delivery that is charged at an instant. */
export function priceOf(agreed: Agreed, chargeAt: Temporal.Instant, gstBasisPoints: number): OccurrencePrice {
  const { unit, fee } = ratesAt(agreed, chargeAt)
  const goods = times(unit, agreed.quantity)
  const discount = share(goods, agreed.discountBasisPoints)
  const afterDiscount = subtract(goods, discount)
  const goodsGst = gstContained(afterDiscount, gstBasisPoints)
  const feeGst = gstContained(fee, gstBasisPoints)
  return {
    unit,
    goods,
    discount,
    fee,
    total: add(afterDiscount, fee),
    goodsGst,
    feeGst,
    gst: add(goodsGst, feeGst),
    sum: [
      { kind: 'goods', label: 'Flowers and plants', amount: goods },
      { kind: 'delivery', label: 'Delivery', amount: fee },
      ...(discount.minor > 0
        ? [
            {
              kind: 'promotion',
              label: 'Subscriber',
              detail: percent(agreed.discountBasisPoints),
              amount: negative(discount),
            } as const,
          ]
        : []),
    ],
  }
}

/**
 * What to announce when the shop's prices are other than what she pays: a rise counts after the notice, anything else at once.
 * Undefined when nothing is new.
 */
export function decideAnnouncement(agreed: Agreed, now: Rates, at: Temporal.Instant): Announced | undefined {
  const known = agreed.announced ?? agreed
  if (known.unit.minor === now.unit.minor && known.fee.minor === now.fee.minor) return undefined
  const paying = ratesAt(agreed, at)
  const cost = ({ unit, fee }: Rates) => add(times(unit, agreed.quantity), fee)
  const isRise = isLess(cost(paying), cost(now))
  return { ...now, from: isRise ? at.add({ hours: noticeDays * 24 }) : at }
}

function percent(basisPoints: number): string {
  return `${basisPoints / 100}% off, every time`
}
