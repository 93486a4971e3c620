import { ApiProblem } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, type RefObject, useRef, useState } from 'react'
import { type LoaderFunctionArgs, type NavigateFunction, useLoaderData, useNavigate } from 'react-router'
import { orProblem } from '../ask-shop.ts'
import { PageHead } from '../components/page-head.tsx'
import { PaymentChoice } from '../components/payment/payment-choice.tsx'
import type { PaymentHandle } from '../components/payment/payment-fields.tsx'
import { useShop } from '../components/shell.tsx'
import { visitContext } from '../visit.ts'
import './cart/cart.css'
import { isEmptyCart } from './cart/cart-words.ts'
import { type CartDesk, useCartDesk } from './cart/use-cart-desk.ts'
import { BuyerSection } from './checkout/buyer-section.tsx'
import './checkout/checkout.css'
import { DeliverySection } from './checkout/delivery-section.tsx'
import { type Fault, faultsBeforePaying, fieldId } from './checkout/faults.ts'
import { HoldLine } from './checkout/hold-line.tsx'
import { NothingToPay, Notices } from './checkout/notices.tsx'
import { PayAside } from './checkout/pay-aside.tsx'
import { PlacedSummary } from './checkout/placed-summary.tsx'
import type { WayOn } from './checkout/placing-refusals.ts'
import { consentFaults, ConsentTick, SubscriptionSummaries } from './checkout/subscription-section.tsx'
import { FailedBanner, FaultSummary, RefusalBanner } from './checkout/trouble.tsx'
import { useAddresses } from './checkout/use-addresses.ts'
import { type CheckoutForm, useCheckoutForm } from './checkout/use-checkout-form.ts'
import { type OpenParts, useOpenParts } from './checkout/use-open-parts.ts'
import { type Paying, usePaying } from './checkout/use-paying.ts'

export async function loader({ context }: LoaderFunctionArgs): Promise<Cart> {
  return orProblem(context.get(visitContext).client.call('GET /cart', {}))
}

/** The checkout: one page, from who you are to the button that pays. */
export function Component(): JSX.Element {
  const counter = useCartDesk(useLoaderData<typeof loader>())
  const form = useCheckoutForm(counter)
  const payment = useRef<PaymentHandle>(null)
  const paying = usePaying(payment, isEmptyCart(counter.cart))
  const desk = paying.placing === undefined ? counter : { ...counter, cart: paying.placing }
  const view = useOpenParts(desk.cart)
  const [round, setRound] = useState(0)
  const [mayCharge, setMayCharge] = useState(false)
  const navigate = useNavigate()
  const facts = useShop()?.facts
  const { cart } = desk
  const { order, refusal, failed, step } = paying
  const faults = order === undefined ? [...faultsBeforePaying(form.draft, cart), ...consentFaults(cart, mayCharge)] : []
  const toPay = order?.toPay ?? cart.toPay

  async function ready(): Promise<Cart | undefined> {
    if (order === undefined) {
      form.showAllFaults(faults.map((fault) => fault.fieldId))
      setRound((count) => count + 1)
      if (faults.length > 0) {
        view.reveal(faults[0]!)
        return undefined
      }
    }
    if (toPay.minor > 0 && !(await payment.current?.check())) return undefined
    if (order !== undefined) return cart
    const saved = await form.flush()
    if (saved === undefined) throw notSaved()
    return saved
  }

  if (isEmptyCart(cart) && order === undefined) return <NothingToPay />
  return (
    <div className="wrap">
      <PageHead title="Checkout" noIndex />
      <header className="page-head co-head">
        <h1 className="h1-s">Checkout</h1>
        {order?.holdUntil !== undefined && facts !== undefined && (
          <HoldLine until={order.holdUntil} timeZone={facts.timeZone} onOver={() => paying.leaveFor(order)} />
        )}
      </header>
      {order === undefined && <Notices form={form} desk={desk} />}
      <div className="cols-main">
        <Parts {...{ desk, form, faults, view, paying, payment, toPay, mayCharge }} onMayCharge={setMayCharge} />
        <PayAside of={order ?? cart} step={step} onPay={() => void paying.pay({ toPay, mayCharge }, ready)}>
          {/* A refusal says the same in more words and has its own way on. */}
          <FaultSummary faults={form.left.size > 0 && refusal === undefined ? faults : []} round={round} />
          {refusal !== undefined && (
            <RefusalBanner
              refusal={refusal}
              onWay={(way) => takeWay(way, { view, desk, faults, navigate, forgive: paying.forgive })}
            />
          )}
          {failed !== undefined && facts !== undefined && <FailedBanner failed={failed} timeZone={facts.timeZone} />}
        </PayAside>
      </div>
    </div>
  )
}

interface PartsProps {
  readonly desk: CartDesk
  readonly form: CheckoutForm
  readonly faults: readonly Fault[]
  readonly view: OpenParts
  readonly paying: Paying
  readonly payment: RefObject<PaymentHandle | null>
  readonly toPay: Money
  readonly mayCharge: boolean
  readonly onMayCharge: (yes: boolean) => void
}

// The card fields keep their place while the form above them becomes the order that was placed.
function Parts({ desk, form, faults, view, paying, payment, toPay, mayCharge, onMayCharge }: PartsProps): JSX.Element {
  const facts = useShop()?.facts
  const addresses = useAddresses()
  const { order } = paying
  const busy = paying.step !== 'rest'
  return (
    <form className="co" onSubmit={(event) => event.preventDefault()} noValidate>
      {order === undefined ? (
        <>
          <BuyerSection form={form} missing={faults} />
          {desk.cart.deliveries.map((delivery) => (
            <DeliverySection
              key={delivery.id}
              {...{ delivery, desk, form, missing: faults, addresses }}
              {...view.of(delivery.id)}
              shopAddress={facts?.address ?? ''}
            />
          ))}
          <SubscriptionSummaries cart={desk.cart} />
        </>
      ) : (
        <PlacedSummary order={order} busy={busy} onGiveUp={() => void paying.giveUp()} />
      )}
      {toPay.minor > 0 && facts !== undefined && (
        <section aria-labelledby="co-pay">
          <h2 className="q" id="co-pay">
            Payment
          </h2>
          <PaymentChoice payments={facts.payments} amount={toPay} busy={busy} ref={payment} />
          {order === undefined && desk.cart.keepsCard && (
            <ConsentTick
              value={mayCharge}
              fault={faults.find(({ fieldId: id }) => id === 'may-charge' && form.left.has(id))?.sentence}
              onChange={onMayCharge}
            />
          )}
        </section>
      )}
    </form>
  )
}

function notSaved(): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title: 'Not saved',
    status: 0,
    code: 'not-saved',
    detail: 'The shop could not be told what was typed.',
  })
}

interface WaysOn {
  readonly view: OpenParts
  readonly desk: CartDesk
  readonly faults: readonly Fault[]
  readonly navigate: NavigateFunction
  readonly forgive: () => void
}

// Each refusal leads to the place where it can be mended; what was typed stays.
function takeWay(way: WayOn, { view, desk, faults, navigate, forgive }: WaysOn): void {
  const { cart } = desk
  const troubled = cart.deliveries.find((delivery) => delivery.problem !== undefined) ?? cart.deliveries[0]
  // What a subscription is short of is said anew on its own form.
  const isOfDelivery = cart.deliveries.some(({ problem }) => problem !== undefined)
  const elsewhere = isOfDelivery ? undefined : cart.subscriptions?.find(({ problem }) => problem !== undefined)
  switch (way) {
    case 'other-days':
      if (elsewhere !== undefined) return void navigate(`/subscribe/${elsewhere.slug}?change=${elsewhere.id}`)
      if (troubled !== undefined) view.showDays(troubled.id)
      return forgive()
    case 'mend-card':
      if (troubled !== undefined) view.reveal({ fieldId: fieldId(troubled.id, 'cardMessage') })
      return forgive()
    case 'fill-in':
      if (faults[0] !== undefined) view.reveal(faults[0])
      return forgive()
    case 'take-code-off':
      takeCodesOff(desk)
      return forgive()
    case 'to-cart':
      void navigate('/cart')
      return
    case 'sign-in':
      void navigate('/sign-in?to=/checkout')
      return
    case 'consent':
      document.getElementById('may-charge')?.focus()
      return forgive()
    case 'pay-again':
    case 'retry':
      return forgive()
  }
}

function takeCodesOff({ cart, change }: CartDesk): void {
  const kind = cart.giftCard?.because !== undefined ? 'gift-card' : 'promotion'
  void change('code', (client) => client.call('DELETE /cart/code/:kind', { params: { kind } }))
}
