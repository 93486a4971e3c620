import type { OrderView } from '@flora/contract/orders.ts'
import type { JSX } from 'react'
import { toast } from '@flora/ui/toasts.tsx'
import { cents } from '../../words/money.ts'
import { gstSentence, SumLines } from '../cart/sum-lines.tsx'
import { goodsLines } from '../checkout/pay-aside.tsx'

/** What was paid, line by line, what went back, the tax invoice, and how to keep this page. */
export function Receipt({ order }: { order: OrderView }): JSX.Element {
  const { payment, can } = order
  const isPaid = payment.paid.minor > 0
  return (
    <aside className="sum" aria-label="Receipt">
      <h2>{isPaid ? 'Receipt' : 'The sum'}</h2>
      <SumLines goods={goodsLines(order.lines)} sum={order.sum} totalLabel={totalLabel(order)} total={order.toPay} />
      {payment.refunded.minor > 0 && (
        <dl className="lines order-refund">
          <div className="minus">
            <dt>Refunded</dt>
            <dd>{cents({ ...payment.refunded, minor: -payment.refunded.minor })}</dd>
            <dd className="sub">Banks take five to ten days to show it.</dd>
          </div>
        </dl>
      )}
      <p className="hint">
        {payment.method !== undefined && isPaid ? `${payment.method}. ` : ''}
        {gstSentence(order.gst)}
      </p>
      {can.invoice.ok ? (
        <a className="btn btn-line btn-wide" href={`/api/orders/${order.link}/invoice.pdf`}>
          Tax invoice, PDF
        </a>
      ) : (
        <>
          <button type="button" className="btn btn-wide" aria-disabled="true" aria-describedby="no-invoice">
            Tax invoice, PDF
          </button>
          <span className="why" id="no-invoice">
            {can.invoice.because}
          </span>
        </>
      )}
      <hr className="hr" />
      <KeepThisPage order={order} />
    </aside>
  )
}

function KeepThisPage({ order }: { order: OrderView }): JSX.Element {
  const [first = ''] = (order.deliveries[0]?.recipient.name ?? '').trim().split(/\s+/)
  const others =
    order.deliveries.length === 1 && first !== '' && order.deliveries[0]?.method !== 'pick-up'
      ? `${first} can’t open it`
      : 'Nobody else can open it'

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(new URL(`/order/${order.link}`, location.origin).href)
      toast({ words: 'Link copied.' })
    } catch {
      toast({
        words: 'Your browser keeps its clipboard to itself. The link is in the address line, and in your e-mail.',
      })
    }
  }

  return (
    <>
      <h3 className="keep-head">Keep this page</h3>
      <p className="small soft keep-words">
        This link is private to you. {others}, and it shows the price. It is in your e-mail too.
      </p>
      <button type="button" className="btn btn-text small" onClick={() => void copy()}>
        Copy the link
      </button>
    </>
  )
}

function totalLabel({ payment, status, toPay }: OrderView): string {
  if (payment.paid.minor > 0 || (toPay.minor === 0 && status !== 'PENDING')) return 'Paid'
  return status === 'PENDING' ? 'To pay' : 'Total'
}
