import { dayInWords } from '@flora/calendar/in-words.ts'
import type { PromotionId } from '@flora/contract/ids.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { inProse } from '@flora/money/in-words.ts'
import { allocate, isLess, money, type Money, share, total } from '@flora/money/money.ts'

export interface Promotion {
  readonly id: PromotionId
  readonly code: string
  readonly label: string
  readonly kind: 'percent' | 'fixed' | 'free-delivery'
  readonly basisPoints: number | null
  readonly amount: Money | null
  readonly minimumGoods: Money
  readonly fromDay: ShopDay | null
  readonly untilDay: ShopDay | null
  readonly usesLeft: number | null
  readonly firstOrderOnly: boolean
  readonly active: boolean
}

/** What a code does to a cart: cents off each flower line and off each delivery fee, in the order they were given. */
export type PromotionEffect =
  | { kind: 'applies'; offGoods: Money[]; offFees: Money[]; detail: string }
  | { kind: 'no'; because: string }

export interface PromotionCase {
  readonly today: ShopDay
  /** Totals of the lines it may touch: flowers and plants, never add-ons. */
  readonly goods: readonly Money[]
  readonly fees: readonly Money[]
  /** Nothing when the buyer is not known yet: then the doubt is hers until she places. */
  readonly hasOrderedBefore: boolean | undefined
}

/** Whether a promotion applies to a cart today, and how its cents fall on the lines. */
export function decidePromotion(
  promotion: Promotion,
  { today, goods, fees, hasOrderedBefore }: PromotionCase,
): PromotionEffect {
  const no = (because: string): PromotionEffect => ({ kind: 'no', because })
  const currency = promotion.minimumGoods.currency
  const goodsTotal = total(goods, currency)
  if (!promotion.active) return no(`${promotion.code} is not running any more.`)
  if (promotion.fromDay && today < promotion.fromDay) return no(`${promotion.code} has not begun yet.`)
  if (promotion.untilDay && today > promotion.untilDay)
    return no(`${promotion.code} ended on ${dayInWords(promotion.untilDay)}.`)
  if (promotion.usesLeft !== null && promotion.usesLeft <= 0) return no(`${promotion.code} has been used up.`)
  if (promotion.firstOrderOnly && hasOrderedBefore)
    return no(`${promotion.code} is for a first order, and we have had the pleasure already.`)
  if (isLess(goodsTotal, promotion.minimumGoods))
    return no(
      `${promotion.code} needs more in the cart: it starts at ${inProse(promotion.minimumGoods)} of flowers and plants.`,
    )
  if (goods.length === 0 && promotion.kind !== 'free-delivery')
    return no(`${promotion.code} is for flowers and plants, not for add-ons alone.`)

  const nothing = (sums: readonly Money[]) => sums.map(() => money(0, currency))
  switch (promotion.kind) {
    case 'percent':
      return {
        kind: 'applies',
        offGoods: goods.map((sum) => share(sum, promotion.basisPoints ?? 0)),
        offFees: nothing(fees),
        detail: `${(promotion.basisPoints ?? 0) / 100}% off flowers and plants, not add-ons or delivery`,
      }
    case 'fixed': {
      const off = promotion.amount && isLess(promotion.amount, goodsTotal) ? promotion.amount : goodsTotal
      return {
        kind: 'applies',
        offGoods:
          off.minor === 0
            ? nothing(goods)
            : allocate(
                off,
                goods.map((sum) => sum.minor),
              ),
        offFees: nothing(fees),
        detail: 'Off flowers and plants',
      }
    }
    case 'free-delivery':
      return {
        kind: 'applies',
        offGoods: nothing(goods),
        offFees: [...fees],
        detail: 'The delivery fee is on us; surge days still cost their extra',
      }
  }
}
