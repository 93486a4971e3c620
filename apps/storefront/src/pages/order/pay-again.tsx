import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { type JSX, useRef, useState } from 'react'
import { PaymentChoice } from '../../components/payment/payment-choice.tsx'
import type { PaymentHandle } from '../../components/payment/payment-fields.tsx'
import { cents } from '../../words/money.ts'
import { problemOf } from '../cart/problem-of.ts'
import { payOrder, type PayResult } from '../checkout/pay-order.ts'
import { FailedBanner } from '../checkout/trouble.tsx'

interface PayAgainProps {
  readonly order: OrderView
  readonly facts: Pick<ShopFacts, 'payments' | 'timeZone'>
  /** Asks the shop what became of it. */
  readonly onPaid: () => void
  readonly onOrder: (order: OrderView) => void
}

/** Paying an order that is still waiting: after a no from the bank, a closed tab, or a visit to the bank's page. */
export function PayAgain({ order, facts, onPaid, onOrder }: PayAgainProps): JSX.Element {
  const payment = useRef<PaymentHandle>(null)
  const underway = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Extract<PayResult, { sentence: string }>>()
  const [because, setBecause] = useState<string>()

  async function pay(): Promise<void> {
    if (underway.current) return
    underway.current = true
    setBusy(true)
    setFailed(undefined)
    setBecause(undefined)
    try {
      if (!(await payment.current?.check())) return
      const returnUrl = new URL(`/order/${order.link}`, location.origin).href
      const result = await payOrder(createClient(browserCarrier()), payment.current!, order, { returnUrl })
      if (result.kind === 'to-order') onPaid()
      else if (result.kind !== 'leaving') {
        setFailed(result)
        onOrder(result.order)
      }
    } catch (error) {
      setBecause(problemOf(error).detail)
    } finally {
      underway.current = false
      setBusy(false)
    }
  }

  return (
    <section aria-labelledby="pay-again">
      <h2 className="q" id="pay-again">
        Payment
      </h2>
      <PaymentChoice payments={facts.payments} amount={order.toPay} busy={busy} ref={payment} />
      {failed !== undefined && <FailedBanner failed={failed} timeZone={facts.timeZone} />}
      {because !== undefined && (
        <div className="banner blush co-trouble" role="alert">
          <p>
            <b>That didn’t go through.</b> {because}
          </p>
        </div>
      )}
      <button type="button" className="btn btn-poppy btn-wide pay-again-go" aria-busy={busy} onClick={() => void pay()}>
        {busy ? `Paying ${cents(order.toPay)}` : `Pay ${cents(order.toPay)}`}
      </button>
      <p className="hint">It is the same order, however often you try: you can’t be charged for it twice.</p>
    </section>
  )
}
