import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, lazy, type Ref, Suspense, useEffect, useState } from 'react'
import './payment.css'
import type { PaymentOutcome } from './payment-outcome.ts'
import { SandboxCard } from './sandbox-card.tsx'
import type { SheetToPay } from './sandbox-gateway.ts'

/** What a page can ask of the payment fields, whoever takes the card. */
export interface PaymentHandle {
  /** Checks what was typed and puts the focus on the first thing wrong. */
  readonly check: () => Promise<boolean>
  /** Pays; never throws. */
  readonly pay: (sheet: SheetToPay) => Promise<PaymentOutcome>
}

export interface PaymentFieldsProps {
  readonly payments: ShopFacts['payments']
  /** What will be paid; absent when a card is only to be kept. */
  readonly amount: Money | undefined
  readonly busy: boolean
  readonly ref: Ref<PaymentHandle>
}

// Stripe's code is fetched on the pages that pay, and nowhere else.
const StripeFields = lazy(async () => ({ default: (await import('./stripe-fields.tsx')).StripeFields }))

/** The card fields: Stripe's own when the shop takes real money, a small test form otherwise. */
export function PaymentFields({ payments, amount, busy, ref }: PaymentFieldsProps): JSX.Element {
  const [inBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  if (payments.mode === 'sandbox') {
    return (
      <SandboxCard
        gateway={{ apiBase: payments.apiBase ?? '', publishableKey: payments.publishableKey }}
        busy={busy}
        ref={ref}
      />
    )
  }
  const waiting = (
    <div className="stripe stripe-real" aria-busy="true">
      <p className="hint">Fetching the card fields.</p>
    </div>
  )
  if (!inBrowser) return waiting
  return (
    <Suspense fallback={waiting}>
      <StripeFields publishableKey={payments.publishableKey} amount={amount} ref={ref} />
    </Suspense>
  )
}
