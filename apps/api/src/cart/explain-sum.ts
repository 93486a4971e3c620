import { dayInShort } from '@flora/calendar/in-words.ts'
import type { SumLine } from '@flora/contract/cart.ts'
import { type Money, negative, total } from '@flora/money/money.ts'
import type { PromotionEffect } from '../promotions/index.ts'
import type { Facts, PricedDelivery, PricedLine } from './price-cart.ts'

interface Explained {
  readonly lines: readonly PricedLine[]
  readonly deliveries: readonly PricedDelivery[]
  readonly discount: Money
  readonly effect: PromotionEffect | undefined
  readonly used: Money
  readonly facts: Facts
}

/** The sum line by line, in the order it is read; the lines add up to what is to pay. */
export function explainSum({ lines, deliveries, discount, effect, used, facts }: Explained): SumLine[] {
  const sumOf = (some: readonly PricedLine[]) =>
    total(
      some.map((line) => line.total),
      facts.currency,
    )
  const goods = lines.filter((line) => line.kind !== 'add-on')
  const addOns = lines.filter((line) => line.kind === 'add-on')
  const chosen = deliveries.filter(({ promise }) => promise)
  return [
    ...(goods.length > 0 ? [{ kind: 'goods', label: 'Flowers and plants', amount: sumOf(goods) } as const] : []),
    ...(addOns.length > 0 ? [{ kind: 'add-ons', label: 'With them', amount: sumOf(addOns) } as const] : []),
    ...chosen.map(
      (part) =>
        ({
          kind: 'delivery',
          label: feeLabel(part),
          ...(part.zone && { detail: `Zone ${part.zone}` }),
          amount: part.fee,
        }) as const,
    ),
    ...chosen
      .filter(({ surge }) => surge.minor > 0)
      .map(
        (part) =>
          ({
            kind: 'surge',
            label: part.surgeName ?? 'Surge day',
            detail: 'A day when everyone sends flowers',
            amount: part.surge,
          }) as const,
      ),
    ...(effect?.kind === 'applies' && facts.promotion
      ? [{ kind: 'promotion', label: facts.promotion.code, detail: effect.detail, amount: negative(discount) } as const]
      : []),
    ...(facts.giftCard && used.minor > 0
      ? [{ kind: 'gift-card', label: `Gift card ending ${facts.giftCard.ending}`, amount: negative(used) } as const]
      : []),
  ]
}

function feeLabel({ method, day }: PricedDelivery): string {
  const what = method === 'pick-up' ? 'Pick-up' : method === 'express' ? 'Express delivery' : 'Delivery'
  return day ? `${what}, ${dayInShort(day)}` : what
}
