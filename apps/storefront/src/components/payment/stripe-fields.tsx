import type { Money } from '@flora/money/money.ts'
import { loadStripe, type Stripe, type StripeElements } from '@stripe/stripe-js'
import { type JSX, type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { PaymentHandle } from './payment-fields.tsx'
import { outcomeOfError, outcomeOfIntent, type PaymentOutcome } from './payment-outcome.ts'
import { intentIdOf, type SheetToPay } from './sandbox-gateway.ts'
import { resolvedTokens, stripeAppearance } from './stripe-appearance.ts'

interface StripeFieldsProps {
  readonly publishableKey: string
  /** Absent when a card is only to be kept. */
  readonly amount: Money | undefined
  readonly ref: Ref<PaymentHandle>
}

interface Mounted {
  readonly stripe: Stripe
  readonly elements: StripeElements
}

/** Stripe's Payment Element: cards and wallets. */
export function StripeFields({ publishableKey, amount, ref }: StripeFieldsProps): JSX.Element {
  const { box, mounted, state, retry } = usePaymentElement(publishableKey, amount)
  const [fault, setFault] = useState<string>()
  useImperativeHandle(ref, () => ({
    check: async () => {
      if (mounted.current === undefined) {
        setFault('The card fields haven’t loaded yet. Please wait a moment, or try again.')
        return false
      }
      const { error } = await mounted.current.elements.submit()
      setFault(error === undefined || error.type === 'validation_error' ? undefined : error.message)
      return error === undefined
    },
    pay: (sheet) => payThrough(mounted.current, sheet),
  }))

  return (
    <div className="stripe stripe-real" aria-busy={state === 'loading'}>
      {state === 'loading' && <p className="hint">Fetching the card fields.</p>}
      {state === 'failed' && (
        <div className="banner blush" role="alert">
          <p>
            <b>The card fields didn’t load.</b> They come from Stripe; a blocker or a lost connection may be in the way.
            Nothing you typed is lost.
          </p>
          <button type="button" className="btn btn-line btn-s" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      <div ref={box} />
      {fault !== undefined && (
        <p className="error" role="alert">
          {fault}
        </p>
      )}
      <p className="hint">Stripe handles the card. We never see the number.</p>
    </div>
  )
}

interface PaymentElement {
  readonly box: RefObject<HTMLDivElement | null>
  readonly mounted: RefObject<Mounted | undefined>
  readonly state: 'loading' | 'ready' | 'failed'
  readonly retry: () => void
}

// The intent comes after the order is placed, so the element starts with an amount and without one.
function usePaymentElement(publishableKey: string, amount: Money | undefined): PaymentElement {
  const box = useRef<HTMLDivElement>(null)
  const mounted = useRef<Mounted>(undefined)
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  const [attempt, setAttempt] = useState(0)
  const first = useRef(amount)

  useEffect(() => {
    let gone = false
    setState('loading')
    loadStripe(publishableKey, { locale: 'en-AU' })
      .then((stripe) => {
        if (gone || stripe === null || box.current === null) return undefined
        const appearance = stripeAppearance(resolvedTokens())
        const elements =
          first.current === undefined
            ? stripe.elements({ mode: 'setup', currency: 'aud', appearance })
            : stripe.elements({
                mode: 'payment',
                amount: first.current.minor,
                currency: first.current.currency.toLowerCase(),
                appearance,
              })
        const payment = elements.create('payment', { layout: 'tabs' })
        payment.on('ready', () => setState('ready'))
        payment.on('loaderror', () => setState('failed'))
        payment.mount(box.current)
        mounted.current = { stripe, elements }
        return undefined
      })
      .catch(() => !gone && setState('failed'))
    return () => {
      gone = true
      mounted.current?.elements.getElement('payment')?.destroy()
      mounted.current = undefined
    }
  }, [publishableKey, attempt])

  useEffect(() => {
    first.current = amount
    if (amount !== undefined && amount.minor > 0) void mounted.current?.elements.update({ amount: amount.minor })
  }, [amount])

  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const dress = (): void => {
      void mounted.current?.elements.update({ appearance: stripeAppearance(resolvedTokens()) })
    }
    dark.addEventListener('change', dress)
    return () => dark.removeEventListener('change', dress)
  }, [])

  return { box, mounted, state, retry: () => setAttempt((count) => count + 1) }
}

async function payThrough(mounted: Mounted | undefined, sheet: SheetToPay): Promise<PaymentOutcome> {
  if (mounted === undefined)
    return { kind: 'unknown', sentence: 'The card fields haven’t loaded. Nothing has been charged.' }
  const asked = {
    elements: mounted.elements,
    clientSecret: sheet.clientSecret,
    confirmParams: {
      return_url: sheet.returnUrl,
      payment_method_data: { billing_details: withoutBlanks(sheet.billing) },
    },
    redirect: 'if_required' as const,
  }
  try {
    if (intentIdOf(sheet.clientSecret).startsWith('seti_')) {
      const { error, setupIntent } = await mounted.stripe.confirmSetup(asked)
      if (error !== undefined) return outcomeOfError(plain(error), error.payment_method?.card?.last4)
      return outcomeOfIntent({ status: setupIntent.status }, undefined)
    }
    const { error, paymentIntent } = await mounted.stripe.confirmPayment(asked)
    if (error !== undefined) return outcomeOfError(plain(error), error.payment_method?.card?.last4)
    return outcomeOfIntent({ status: paymentIntent.status }, undefined)
  } catch {
    return silent
  }
}

/** Pays with a card that Stripe keeps: there are no fields, only the confirmation. Never throws. */
export async function confirmKeptCard(
  publishableKey: string,
  { id, last4 }: { id: string; last4: string },
  sheet: SheetToPay,
): Promise<PaymentOutcome> {
  const stripe = await loadStripe(publishableKey, { locale: 'en-AU' }).catch(() => null)
  if (stripe === null)
    return { kind: 'unknown', sentence: 'The payment service didn’t load. Nothing has been charged; please try again.' }
  try {
    const { error, paymentIntent } = await stripe.confirmPayment({
      clientSecret: sheet.clientSecret,
      confirmParams: { payment_method: id, return_url: sheet.returnUrl },
      redirect: 'if_required',
    })
    if (error !== undefined) return outcomeOfError(plain(error), last4)
    return outcomeOfIntent({ status: paymentIntent.status }, last4)
  } catch {
    return silent
  }
}

const silent: PaymentOutcome = {
  kind: 'unknown',
  sentence: 'The payment service did not answer. We’ll ask your bank before you pay again.',
}

function withoutBlanks(billing: SheetToPay['billing']): { name?: string; email?: string } {
  return { ...(billing.name !== '' && { name: billing.name }), ...(billing.email !== '' && { email: billing.email }) }
}

function plain(error: { type?: string; code?: string; decline_code?: string; message?: string }): {
  type?: string
  code?: string
  decline_code?: string
  message?: string
} {
  return {
    ...(error.type !== undefined && { type: error.type }),
    ...(error.code !== undefined && { code: error.code }),
    ...(error.decline_code !== undefined && { decline_code: error.decline_code }),
    ...(error.message !== undefined && { message: error.message }),
  }
}
