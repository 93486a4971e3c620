import type { JSX } from 'react'
import { Link } from 'react-router'
import { PageHead } from '../../components/page-head.tsx'
import { priceNews } from '../cart/cart-words.ts'
import type { CartDesk } from '../cart/use-cart-desk.ts'
import type { CheckoutForm } from './use-checkout-form.ts'

/** What a buyer should know before the form: prices that changed, a line that dropped, a save that was refused. */
export function Notices({ form, desk }: { form: CheckoutForm; desk: CartDesk }): JSX.Element {
  const news = priceNews(desk.cart.lines)
  const refused = desk.refused !== undefined && desk.refused.problem.status !== 0 ? desk.refused.problem : undefined
  return (
    <div className="co-notices">
      <noscript>
        <div className="banner butter">
          <p>
            <b>The checkout needs JavaScript.</b> Please turn it on for this page, or ring us and we’ll take the order
            by hand.
          </p>
        </div>
      </noscript>
      {news !== undefined && (
        <div className="banner butter" role="status">
          <p>
            <b>{news.head}</b> {news.rest}
          </p>
        </div>
      )}
      {form.offline && (
        <div className="banner butter" role="status">
          <p>
            <b>The line is down.</b> What you type stays on this device and goes to the shop when the line is back.
          </p>
        </div>
      )}
      {refused !== undefined && (
        <div className="banner blush" role="alert">
          <p>
            <b>That couldn’t be saved.</b> {refused.detail}
          </p>
        </div>
      )}
    </div>
  )
}

/** A checkout with nothing to check out. */
export function NothingToPay(): JSX.Element {
  return (
    <div className="wrap">
      <PageHead title="Checkout" noIndex />
      <header className="page-head">
        <h1 className="h1-s">Nothing to pay for yet.</h1>
        <p className="lead soft">Your cart is empty. If you have just ordered, the link is in your e-mail.</p>
      </header>
      <div className="acts">
        <Link className="btn" to="/flowers">
          See the flowers
        </Link>
        <Link className="btn btn-line" to="/find-order">
          Find an order
        </Link>
      </div>
    </div>
  )
}
