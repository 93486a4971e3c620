import type { OrderHistory } from '@flora/contract/customers.ts'
import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { visitContext } from '../../visit.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { OrderRow } from './order-row.tsx'

export function loader({ context, request }: LoaderFunctionArgs): Promise<OrderHistory> {
  const after = new URL(request.url).searchParams.get('after')
  const query = after === null ? {} : { after: after as `ord_${string}` }
  return orSignIn(context.get(visitContext).client.call('GET /account/orders', { query }), request)
}

/** Every order of the account, newest first. */
export function Component(): JSX.Element {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <AccountFrame
      title="Your orders"
      heading={items.length === 0 ? 'Nothing sent yet.' : 'Everything you’ve sent.'}
      lead="Guest orders with your e-mail are here too."
    >
      {items.length === 0 ? (
        <p className="acc-empty">
          Your orders will stand here. <Link to="/flowers">See what’s on the bench</Link>.
        </p>
      ) : (
        <ul className="acc-rows">
          {items.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      {next !== undefined && (
        <p>
          <Link to={`/account/orders?after=${next}`}>Older orders</Link>
        </p>
      )}
    </AccountFrame>
  )
}
