import type { SumLine } from '@flora/contract/cart.ts'
import { noticeDays } from '@flora/contract/subscriptions.ts'
import { add, gstContained, isLess, money, type Money, negative, share, subtract, times } from '@flora/money/money.ts'

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
  /** Of the first delivery only, where it is more: a trial. */
  readonly trialBasisPoints?: number
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

/** What counts for her first delivery: the trial, where it is better than what she gets off every time. */
export function firstOf(agreed: Agreed): Agreed {
  const { trialBasisPoints = 0, discountBasisPoints } = agreed
  return trialBasisPoints > discountBasisPoints ? { ...agreed, discountBasisPoints: trialBasisPoints } : agreed
}

// Stripe takes no payment below 50 cents (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
const leastCharge = money(50, 'AUD')

/**
 * The price of a delivery that is charged at an instant. What would come to less than a card can pay is given: its discount is all of
 * the goods, and its van is free.
 */
export function priceOf(agreed: Agreed, chargeAt: Temporal.Instant, gstBasisPoints: number): OccurrencePrice {
  const rates = ratesAt(agreed, chargeAt)
  const { unit } = rates
  const goods = times(unit, agreed.quantity)
  const shared = share(goods, agreed.discountBasisPoints)
  const isGiven = isLess(add(subtract(goods, shared), rates.fee), leastCharge)
  const discount = isGiven ? goods : shared
  const fee = isGiven ? subtract(rates.fee, rates.fee) : rates.fee
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
              detail: isGiven ? 'This one is on us' : percent(agreed),
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

function percent({ discountBasisPoints, trialBasisPoints }: Agreed): string {
  const off = `${discountBasisPoints / 100}% off`
  return discountBasisPoints === trialBasisPoints ? `${off}, the first time` : `${off}, every time`
}
