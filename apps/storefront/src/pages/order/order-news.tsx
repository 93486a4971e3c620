import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { Cart } from '@flora/contract/cart.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { type JSX, useEffect, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { setCart } from '../../cart-store.ts'
import { cents } from '../../words/money.ts'
import { problemOf } from '../cart/problem-of.ts'
import { dropKeptCart, keptCart, restoreCart } from '../checkout/kept-cart.ts'
import type { LiveOrder } from './use-live-order.ts'

/** What stands between order and flowers right now, in a banner: a silent bank, a no, a hold that ran out, money going back. */
export function OrderNews({ live }: { live: LiveOrder }): JSX.Element | null {
  const { order, asking, ask } = live
  const { payment } = order
  if (asking || payment.state === 'processing') {
    return (
      <div className="banner butter" role="status">
        <p>
          <b>We’re waiting for your bank.</b> Your order {order.number} is saved and your places are held.{' '}
          {asking
            ? 'This page updates by itself; you can close it and we’ll e-mail you either way.'
            : 'We’ll e-mail you either way.'}{' '}
          Please don’t pay twice.
        </p>
        {!asking && (
          <button type="button" className="btn btn-line btn-s" onClick={ask}>
            Ask again
          </button>
        )}
      </div>
    )
  }
  if (payment.state === 'expired' || (order.status === 'PENDING' && !order.can.pay.ok))
    return <HoldOver order={order} />
  if (order.status === 'PENDING') return <StillToPay order={order} />
  if (payment.state === 'partly-refunded') {
    return (
      <div className="banner sky" role="status">
        <p>
          <b>Partly refunded.</b> {cents(payment.refunded)} of {cents(payment.paid)} is on its way back. Banks take five
          to ten days to show it.
        </p>
      </div>
    )
  }
  return null
}

// Until when the places are held stands in the page's head already.
function StillToPay({ order }: { order: OrderView }): JSX.Element {
  if (order.payment.state !== 'failed') {
    return (
      <div className="banner butter" role="status">
        <p>
          <b>Only the payment is missing.</b> Your order {order.number} is saved as it is.
        </p>
      </div>
    )
  }
  return (
    <div className="banner blush" role="alert">
      <p>
        <b>Your bank said no.</b> {withoutHead(order.payment.because)} Try another card, or ring the bank and try this
        one again.
      </p>
    </div>
  )
}

/** The places are back on the shelf. What was in the cart can go back into it, if this tab is the one that placed it. */
function HoldOver({ order }: { order: OrderView }): JSX.Element {
  const navigate = useNavigate()
  const [kept, setKept] = useState<Cart>()
  const [busy, setBusy] = useState(false)
  const [because, setBecause] = useState<string>()
  useEffect(() => setKept(keptCart(sessionStorage, order.link)), [order.link])

  async function putBack(from: Cart): Promise<void> {
    if (busy) return
    setBusy(true)
    try {
      setCart(await restoreCart(createClient(browserCarrier()), from))
      dropKeptCart(sessionStorage)
      await navigate('/cart')
    } catch (error) {
      setBecause(problemOf(error).detail)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="banner butter" role="status">
      <p>
        <b>We could hold your places for 20 minutes, and they are over.</b> Nothing was charged. Should the money come
        after all, you get your order if its places are still free, and every cent back if they aren’t. {because}
      </p>
      {kept === undefined ? (
        <Link className="btn btn-line btn-s" to="/flowers">
          See the flowers
        </Link>
      ) : (
        <button type="button" className="btn btn-s" aria-busy={busy} onClick={() => void putBack(kept)}>
          Put it all back in the cart
        </button>
      )}
    </div>
  )
}

function withoutHead(because: string | undefined): string {
  return (because ?? 'You haven’t been charged.').replace(/^Your bank said no\. /, '')
}
