import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { JSX } from 'react'
import { Section } from '../../components/section.tsx'
import { inSum } from '../../words/money.ts'

const wayWords = { card: 'to the card', 'gift-card': 'to the gift card', 'in-shop': 'in the shop' } as const
const stateWords = { wanted: 'to be sent', pending: 'under way', succeeded: 'done', failed: 'failed' } as const

/** The sum as the buyer agreed to it, what came in, and what went back. */
export function MoneyOfOrder({ desk }: { desk: DeskOrder }): JSX.Element {
  const { order, money, refunds } = desk
  return (
    <Section title="Money" aside={order.payment.method}>
      <dl className="lines money-lines">
        {order.sum.map(({ kind, label, detail, amount }) => (
          <div key={`${kind} ${label}`} className={amount.minor < 0 ? 'minus' : undefined}>
            <dt>{label}</dt>
            <dd>{inSum(amount)}</dd>
            {detail !== undefined && <dd className="sub">{detail}</dd>}
          </div>
        ))}
        <div className="total">
          <dt>{money.paid.minor > 0 ? 'Paid' : 'To be paid'}</dt>
          <dd>{inSum(money.paid.minor > 0 ? money.paid : money.toPay)}</dd>
        </div>
        <Further what="Of that, in the shop" sum={money.paidInShop} />
        <Further what="By gift card" sum={money.giftCard} />
        <Further what="Still due since a change" sum={money.due} />
        <Further what="Given back" sum={money.refunded} />
      </dl>
      <p className="small soft">Includes {inSum(order.gst)} GST.</p>
      {refunds.length > 0 && (
        <ul className="small refunds">
          {refunds.map(({ id, amount, way, state, reason, who }) => (
            <li key={id}>
              <b>{inSum(amount)}</b> {wayWords[way]}, {stateWords[state]}. {reason}{' '}
              <span className="soft">({who})</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Further({ what, sum }: { what: string; sum: DeskOrder['money']['paid'] }): JSX.Element | null {
  if (sum.minor === 0) return null
  return (
    <div>
      <dt>{what}</dt>
      <dd>{inSum(sum)}</dd>
    </div>
  )
}
