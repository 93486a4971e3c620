import { browserCarrier, type Client, createClient } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { Placed } from '@flora/contract/checkout.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import type { Money } from '@flora/money/money.ts'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { refreshCart, setCart } from '../../cart-store.ts'
import type { PaymentHandle } from '../../components/payment/payment-fields.tsx'
import { problemOf } from '../cart/use-cart-desk.ts'
import { dropKeptCart, keepCart, keptCart, restoreCart } from './kept-cart.ts'
import { payOrder, type PayResult } from './pay-order.ts'
import { type PlacingRefusal, placingRefusal } from './placing-refusals.ts'
import { forgetPlacement, newPlacementKey, type Placement, placementFor, placementIn, rememberOrder } from './placement.ts'
import { rememberTyping } from './unsaved-store.ts'

export type Step = 'rest' | 'saving' | 'placing' | 'paying' | 'leaving'

export interface Paying {
  readonly step: Step
  /** The order, once it is placed: its places are held and every further try pays it. */
  readonly order: OrderView | undefined
  readonly refusal: PlacingRefusal | undefined
  /** The bank's no, a slip of the finger, or silence. */
  readonly failed: Extract<PayResult, { sentence: string }> | undefined
  /** Places the cart if it is not placed, and pays. `ready` checks and saves the form and gives the cart as saved; nothing stops. */
  readonly pay: (agreed: Money, ready: () => Promise<Cart | undefined>) => Promise<void>
  /** Gives the order up, so that the cart can be changed. */
  readonly giveUp: () => Promise<void>
  /** Goes to the order's page, which knows what became of it. */
  readonly leaveFor: (order: OrderView) => void
  readonly forgive: () => void
}

/** Placing and paying, safe against double presses, reloads and lost lines. */
export function usePaying(payment: RefObject<PaymentHandle | null>, cartIsEmpty: boolean): Paying {
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>('rest')
  const [order, setOrder] = useState<OrderView>()
  const [refusal, setRefusal] = useState<PlacingRefusal>()
  const [failed, setFailed] = useState<Paying['failed']>()
  const underway = useRef(false)

  const toOrder = useCallback((placed: OrderView): void => {
    forgetPlacement(sessionStorage)
    rememberTyping({})
    void refreshCart()
    void navigate(`/order/${placed.link}`, { replace: true })
  }, [navigate])

  // A reload comes back to the order that is waiting for its payment.
  useEffect(() => {
    let gone = false
    unfinishedOrder(createClient(browserCarrier()), cartIsEmpty).then(
      (known) => {
        if (gone || known === undefined) return
        if (known.can.pay.ok) setOrder(known)
        else if (known.status === 'CANCELLED') forgetPlacement(sessionStorage)
        else toOrder(known)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [toOrder, cartIsEmpty])

  async function pay(agreed: Money, ready: () => Promise<Cart | undefined>): Promise<void> {
    // Two presses in one breath come here before the button knows that it is busy.
    if (underway.current) return
    underway.current = true
    setRefusal(undefined)
    setFailed(undefined)
    try {
      await placeAndPay(agreed, ready)
    } catch (error) {
      const client = createClient(browserCarrier())
      const now = await client.call('GET /cart', {}).catch(() => undefined)
      if (now !== undefined && now.lines.length > 0) setCart(now)
      setRefusal(placingRefusal(problemOf(error), { agreed, now: now?.toPay }))
    } finally {
      underway.current = false
      setStep((at) => (at === 'leaving' ? at : 'rest'))
    }
  }

  async function placeAndPay(agreed: Money, ready: () => Promise<Cart | undefined>): Promise<void> {
    setStep('saving')
    const cart = await ready()
    if (cart === undefined) return
    const client = createClient(browserCarrier())
    let placed = order
    let clientSecret: string | undefined
    if (placed === undefined) {
      setStep('placing')
      const answer = await place(client, cart, agreed)
      placed = answer.order
      clientSecret = answer.payment?.clientSecret
      setOrder(placed)
      if (placed.toPay.minor === 0 || !placed.can.pay.ok) return toOrder(placed)
    }
    setStep('paying')
    const returnUrl = new URL(`/order/${placed.link}`, location.origin).href
    const result = await payOrder(client, payment.current!, placed, { clientSecret, returnUrl })
    if (result.kind === 'to-order') return toOrder(placed)
    if (result.kind === 'leaving') return setStep('leaving')
    setOrder(result.order)
    setFailed(result)
  }

  async function giveUp(): Promise<void> {
    if (order === undefined || underway.current) return
    underway.current = true
    setStep('saving')
    try {
      const client = createClient(browserCarrier())
      const kept = keptCart(sessionStorage, order.link)
      await client.call('POST /orders/:link/cancellation', { params: { link: order.link }, body: { reason: 'Changed at checkout' } })
      forgetPlacement(sessionStorage)
      if (kept !== undefined) setCart(await restoreCart(client, kept))
      else await refreshCart()
      dropKeptCart(sessionStorage)
      setOrder(undefined)
      setFailed(undefined)
    } catch (error) {
      setRefusal(placingRefusal(problemOf(error), { agreed: order.toPay, now: undefined }))
    } finally {
      underway.current = false
      setStep('rest')
    }
  }

  return { step, order, refusal, failed, pay, giveUp, leaveFor: toOrder, forgive: () => setRefusal(undefined) }
}

/**
 * Places what was agreed to: the sum on the button when it was pressed, whatever saving the form has changed since. The shop
 * refuses a key that it has seen with another cart; then, and only then, a new one is due.
 */
async function place(client: Client, cart: Cart, agreed: Money): Promise<Placed> {
  for (let attempt = 1; ; attempt += 1) {
    const placement = placementFor(sessionStorage, { cartVersion: cart.version, toPayMinor: agreed.minor }, newPlacementKey)
    // Placing empties the cart, and its answer may be lost on the way.
    keepCart(sessionStorage, placement.key, cart)
    try {
      return await placeWith(client, placement)
    } catch (error) {
      if (problemOf(error).code !== 'placement-key-used' || attempt === 2) throw error
      forgetPlacement(sessionStorage)
    }
  }
}

async function placeWith(client: Client, placement: Placement): Promise<Placed> {
  const toPay = { minor: placement.toPayMinor, currency: 'AUD' as const }
  const placed = await client.call('POST /checkout/orders', { headers: { 'idempotency-key': placement.key }, body: { toPay } })
  rememberOrder(sessionStorage, placement, placed.order.link)
  const kept = keptCart(sessionStorage, placement.key)
  if (kept !== undefined) keepCart(sessionStorage, placed.order.link, kept)
  return placed
}

/** The order this tab placed or was placing: by its link, or by its key when the answer was lost on the way. */
async function unfinishedOrder(client: Client, cartIsEmpty: boolean): Promise<OrderView | undefined> {
  const placement = placementIn(sessionStorage)
  if (placement === undefined) return undefined
  if (placement.link !== undefined) return client.call('GET /orders/:link', { params: { link: placement.link } })
  return cartIsEmpty ? (await placeWith(client, placement)).order : undefined
}
