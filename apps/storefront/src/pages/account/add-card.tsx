import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import { type JSX, useRef, useState } from 'react'
import { asKept } from '../../components/payment/as-kept.ts'
import { PaymentFields, type PaymentHandle } from '../../components/payment/payment-fields.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'

interface AddCardProps {
  readonly payments: ShopFacts['payments']
  readonly onAdded: () => Promise<void>
  readonly onLeave: () => void
}

/** Keeps another card: its number goes from the browser to the payment service and nowhere else. */
export function AddCard({ payments, onAdded, onLeave }: AddCardProps): JSX.Element {
  const fields = useRef<PaymentHandle>(null)
  const [asking, run] = useAsking()
  const [because, setBecause] = useState<string>()

  function keep(): Promise<void> {
    return run(async () => {
      setBecause(undefined)
      if (!(await fields.current?.check())) return
      const { clientSecret } = await createClient(browserCarrier()).call('POST /account/cards/setup', { body: {} })
      const returnUrl = new URL('/account/cards', location.origin).href
      const outcome = await fields.current!.pay({ clientSecret, returnUrl, billing: { name: '', email: '' } })
      if (outcome.kind === 'paid' || outcome.kind === 'processing') return onAdded()
      if ('sentence' in outcome) setBecause(asKept(outcome.sentence))
    })
  }

  return (
    <div className="acc-form">
      <PaymentFields payments={payments} amount={undefined} busy={asking.kind === 'busy'} ref={fields} />
      {because !== undefined && (
        <p className="error" role="alert">
          {because}
        </p>
      )}
      <Refused asking={asking} opening="Not kept." />
      <div className="acts">
        <button type="button" className="btn" aria-busy={asking.kind === 'busy'} onClick={() => void keep()}>
          {asking.kind === 'busy' ? 'Asking your bank' : 'Keep this card'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </div>
  )
}
