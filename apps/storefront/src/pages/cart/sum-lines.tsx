import type { SumLine } from '@flora/contract/cart.ts'
import type { Money } from '@flora/money/money.ts'
import type { JSX } from 'react'
import { cents } from '../../words/money.ts'

/** One line of a receipt before the shop's own sum lines: a product, say. */
export interface GoodsLine {
  readonly key: string
  readonly label: string
  readonly amount: Money
}

interface SumLinesProps {
  /** Products one by one; they stand for the sum's 'goods' and 'add-ons'. */
  readonly goods?: readonly GoodsLine[]
  readonly sum: readonly SumLine[]
  readonly totalLabel: string
  readonly total: Money
}

/** A sum explained line by line, with dotted leaders and a total in the display face. */
export function SumLines({ goods, sum, totalLabel, total }: SumLinesProps): JSX.Element {
  const rest = goods === undefined ? sum : sum.filter(({ kind }) => kind !== 'goods' && kind !== 'add-ons')
  return (
    <dl className="lines">
      {goods?.map(({ key, label, amount }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{cents(amount)}</dd>
        </div>
      ))}
      {rest.map(({ kind, label, detail, amount }, index) => (
        <div key={`${kind}-${index}`} className={kind === 'promotion' || kind === 'gift-card' ? 'minus' : undefined}>
          <dt>{label}</dt>
          <dd>{cents(amount)}</dd>
          {detail !== undefined && <dd className="sub">{detail}</dd>}
        </div>
      ))}
      <div className="total">
        <dt>{totalLabel}</dt>
        <dd>{cents(total)}</dd>
      </div>
    </dl>
  )
}

/** 'Includes $30.50 GST.' A sentence, not a line: prices include it. */
export function gstSentence(gst: Money): string {
  return `Includes ${cents(gst)} GST.`
}
