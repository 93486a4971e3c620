import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Money } from '@flora/money/money.ts'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { refreshCart, setCart } from '../../cart-store.ts'
import type { PaymentHandle } from '../../components/payment/payment-fields.tsx'
import { isEmptyCart } from '../cart/cart-words.ts'
import { problemOf } from '../cart/problem-of.ts'
import { payOrder, type PayResult } from './pay-order.ts'
import { giveUpOrder, placeOrder, unfinishedOrder } from './place-order.ts'
import { type PlacingRefusal, placingRefusal } from './placing-refusals.ts'
import { forgetPlacement, justPaidState } from './placement.ts'
import { rememberTyping } from './unsaved-store.ts'

export type Step = 'rest' | 'saving' | 'placing' | 'paying' | 'leaving'

/** What was agreed to by pressing the button. */
export interface Agreed {
  readonly toPay: Money
  /** That the card may be charged again, for a subscription. */
  readonly mayCharge: boolean
}

export interface Paying {
  readonly step: Step
  /** The order, once it is placed: its places are held and every further try pays it. */
  readonly order: OrderView | undefined
  /** The cart that is being placed. Placing empties the shop's; the page, and the card typed on it, must outlast that. */
  readonly placing: Cart | undefined
  readonly refusal: PlacingRefusal | undefined
  /** The bank's no, a slip of the finger, or silence. */
  readonly failed: Extract<PayResult, { sentence: string }> | undefined
  /** Places the cart if it is not placed, and pays. `ready` checks and saves the form and gives the cart as saved; nothing stops. */
  readonly pay: (agreed: Agreed, ready: () => Promise<Cart | undefined>) => Promise<void>
  /** Gives the order up, so that the cart can be changed. */
  readonly giveUp: () => Promise<void>
  /** Goes to the order's page, which knows what became of it. */
  readonly leaveFor: (order: OrderView) => void
  readonly forgive: () => void
}

/** Placing and paying, safe against double presses, reloads and lost lines. */
export function usePaying(payment: RefObject<PaymentHandle | null>, cartIsEmpty: boolean): Paying {
  const [step, setStep] = useState<Step>('rest')
  const [order, setOrder] = useState<OrderView>()
  const [placing, setPlacing] = useState<Cart>()
  const [refusal, setRefusal] = useState<PlacingRefusal>()
  const [failed, setFailed] = useState<Paying['failed']>()
  const underway = useRef(false)
  const toOrder = useWayToOrder()
  useUnfinishedOrder(cartIsEmpty, setOrder, toOrder)

  // Two presses in one breath come here before the button knows that it is busy.
  async function once(work: () => Promise<void>, agreed: Money): Promise<void> {
    if (underway.current) return
    underway.current = true
    setRefusal(undefined)
    setFailed(undefined)
    setStep('saving')
    try {
      await work()
    } catch (error) {
      setRefusal(placingRefusal(problemOf(error), { agreed, now: (await cartNow())?.toPay }))
    } finally {
      underway.current = false
      setPlacing(undefined)
      setStep((at) => (at === 'leaving' ? at : 'rest'))
    }
  }

  async function placeAndPay(agreed: Agreed, ready: () => Promise<Cart | undefined>): Promise<void> {
    const cart = await ready()
    if (cart === undefined) return
    const client = createClient(browserCarrier())
    let placed = order
    let clientSecret: string | undefined
    if (placed === undefined) {
      setStep('placing')
      setPlacing(cart)
      const answer = await placeOrder(client, sessionStorage, {
        cart,
        agreed: agreed.toPay,
        mayCharge: agreed.mayCharge,
      })
      placed = answer.order
      clientSecret = answer.payment?.clientSecret
      setOrder(placed)
      if (placed.toPay.minor === 0 || !placed.can.pay.ok) return toOrder(placed)
    }
    setStep('paying')
    const returnUrl = new URL(`/order/${placed.link}`, location.origin).href
    const result = await payOrder(client, payment.current!, placed, { clientSecret, returnUrl })
    if (result.kind === 'to-order') return toOrder(placed, justPaidState)
    if (result.kind === 'leaving') return setStep('leaving')
    setOrder(result.order)
    setFailed(result)
  }

  async function giveUp(given: OrderView): Promise<void> {
    setCart(await giveUpOrder(createClient(browserCarrier()), sessionStorage, given))
    setOrder(undefined)
  }

  return {
    step,
    order,
    placing,
    refusal,
    failed,
    pay: (agreed, ready) => once(() => placeAndPay(agreed, ready), agreed.toPay),
    giveUp: async () => order && once(() => giveUp(order), order.toPay),
    leaveFor: (left) => toOrder(left),
    forgive: () => setRefusal(undefined),
  }
}

type WayToOrder = (order: OrderView, state?: typeof justPaidState) => void

function useWayToOrder(): WayToOrder {
  const navigate = useNavigate()
  return useCallback(
    (order, state) => {
      forgetPlacement(sessionStorage)
      rememberTyping({})
      void refreshCart()
      void navigate(`/order/${order.link}`, { replace: true, ...(state !== undefined && { state }) })
    },
    [navigate],
  )
}

// A reload comes back to the order that is waiting for its payment.
function useUnfinishedOrder(cartIsEmpty: boolean, found: (order: OrderView) => void, toOrder: WayToOrder): void {
  useEffect(() => {
    let gone = false
    unfinishedOrder(createClient(browserCarrier()), sessionStorage, cartIsEmpty).then(
      (known) => {
        if (gone || known === undefined) return undefined
        if (known.can.pay.ok) return found(known)
        return known.status === 'CANCELLED' ? forgetPlacement(sessionStorage) : toOrder(known)
      },
      // No answer, or no such order: the page is as good as without it.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [cartIsEmpty, found, toOrder])
}

// What the shop says of the cart after a no: new prices, new problems. An empty cart was placed by a press whose answer was lost.
async function cartNow(): Promise<Cart | undefined> {
  const cart = await createClient(browserCarrier())
    .call('GET /cart', {})
    .catch(() => undefined)
  if (cart !== undefined && !isEmptyCart(cart)) setCart(cart)
  return cart
}
