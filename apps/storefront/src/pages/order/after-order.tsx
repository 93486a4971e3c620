import type { OrderView } from '@flora/contract/orders.ts'
import type { JSX } from 'react'
import { Link } from 'react-router'
import { useSeemsSignedIn } from '../../account-hint.ts'

/** What a register page is told by the page before it. */
export interface Newcomer {
  readonly name: string
  readonly email: string
}

/** For a guest, a quiet offer; for whoever is signed in, the way to her other orders. */
export function AfterOrder({ order }: { order: OrderView }): JSX.Element | null {
  const isSignedIn = useSeemsSignedIn()
  if (order.status === 'PENDING') return null
  if (isSignedIn)
    return (
      <p className="small">
        <Link to="/account/orders">All your orders</Link>
      </p>
    )
  const { name, email } = order.buyer
  return (
    <section aria-labelledby="after-order">
      <h2 className="q" id="after-order">
        For next time
      </h2>
      <p className="after-words">Make an account with {email}, and this order is in it. A password is all it takes.</p>
      <Link className="btn btn-line" to="/register" state={{ name, email } satisfies Newcomer}>
        Make an account
      </Link>
    </section>
  )
}
