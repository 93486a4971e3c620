import type { Cart } from '@flora/contract/cart.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Money } from '@flora/money/money.ts'
import type { JSX, ReactNode } from 'react'
import { cents } from '../../words/money.ts'
import { sizeOf } from '../cart/cart-words.ts'
import { type GoodsLine, gstSentence, SumLines } from '../cart/sum-lines.tsx'
import type { Step } from './use-paying.ts'

interface PayAsideProps {
  /** The cart, or the order once it is placed. */
  readonly of: Pick<Cart, 'sum' | 'toPay' | 'gst'> & {
    readonly lines: Cart['lines'] | OrderView['lines']
    readonly subscriptions?: Cart['subscriptions']
  }
  readonly step: Step
  readonly onPay: () => void
  /** Banners that belong to the button: a refusal, a decline. */
  readonly children?: ReactNode
}

/** What you'll pay, line by line, and the one button that commits. */
export function PayAside({ of, step, onPay, children }: PayAsideProps): JSX.Element {
  return (
    <aside className="sum" aria-label="What you’ll pay">
      <h2>What you’ll pay</h2>
      <SumLines
        goods={[...goodsLines(of.lines), ...subscriptionGoods(of.subscriptions)]}
        sum={of.sum}
        totalLabel="To pay"
        total={of.toPay}
      />
      <p className="hint">
        {gstSentence(of.gst)} Prices are set by the shop and can’t change once your places are held.
      </p>
      {children}
      <button type="button" className="btn btn-poppy btn-wide" aria-busy={step !== 'rest'} onClick={onPay}>
        {payLabel(of.toPay, step)}
      </button>
      <p className="vh" role="status">
        {stepWords(step)}
      </p>
      <p className="hint">
        You’ll get a receipt by e-mail and a private link to follow{' '}
        {of.sum.filter(({ kind }) => kind === 'delivery').length > 1 ? 'each delivery' : 'the delivery'}.
      </p>
    </aside>
  )
}

export function goodsLines(lines: Cart['lines'] | OrderView['lines']): GoodsLine[] {
  return lines.map((line) => ({
    key: line.id,
    label: `${line.quantity > 1 ? `${line.quantity} × ` : ''}${line.name}${sizeOf(line.variantName) === '' ? '' : `, ${lowerFirst(line.variantName)}`}`,
    amount: line.total,
  }))
}

// Of a subscription the sum holds what is due now; what comes later is said beside it.
function subscriptionGoods(subscriptions: Cart['subscriptions'] = []): GoodsLine[] {
  return subscriptions.flatMap((line) =>
    line.sum
      .filter(({ kind, amount }) => kind === 'goods' && amount.minor > 0)
      .map(({ label, amount }, index) => ({ key: `${line.id} ${index}`, label, amount })),
  )
}

function payLabel(toPay: Money, step: Step): string {
  switch (step) {
    case 'rest':
      return toPay.minor === 0 ? 'Place the order' : `Pay ${cents(toPay)}`
    case 'saving':
      return 'Saving'
    case 'placing':
      return 'Holding your places'
    case 'paying':
      return `Paying ${cents(toPay)}`
    case 'leaving':
      return 'Going to your bank'
  }
}

function stepWords(step: Step): string {
  return step === 'rest'
    ? ''
    : {
        saving: 'Saving what you typed.',
        placing: 'Holding your places.',
        paying: 'Paying. Please wait.',
        leaving: 'Going to your bank’s page.',
      }[step]
}

// 'Medium' stands in the middle of a line; a name like 'XL' or '13 cm pot' is left as it is.
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
