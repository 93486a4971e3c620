import type { JSX } from 'react'
import { Link } from 'react-router'
import { CodeForm } from './code-form.tsx'
import { gstSentence, SumLines } from './sum-lines.tsx'
import type { CartDesk } from './use-cart-desk.ts'

/** What it costs, explained, and the way to the checkout; the shop says whether it is open. */
export function CartSum({ desk }: { desk: CartDesk }): JSX.Element {
  const { cart } = desk
  const may = cart.can.checkOut
  return (
    <aside className="sum" aria-label="Total" aria-busy={desk.busy.size > 0}>
      <h2>Total</h2>
      <SumLines sum={cart.sum} totalLabel="To pay" total={cart.toPay} />
      <p className="hint">{gstSentence(cart.gst)}</p>
      <CodeForm desk={desk} />
      {may.ok ? (
        <Link className="btn btn-poppy btn-wide" to="/checkout">
          Check out
        </Link>
      ) : (
        <>
          <button type="button" className="btn btn-wide" aria-disabled="true" aria-describedby="no-checkout">
            Check out
          </button>
          <span className="why" id="no-checkout">
            {may.because}
          </span>
        </>
      )}
      <p className="hint">Nothing is held yet. Your places are held for 20 minutes from the moment you press Pay.</p>
    </aside>
  )
}
