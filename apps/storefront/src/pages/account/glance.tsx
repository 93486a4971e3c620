import type { Account } from '@flora/contract/identity.ts'
import type { OrderSummary } from '@flora/contract/customers.ts'
import type { Tile } from '@flora/contract/catalog.ts'
import type { JSX } from 'react'
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orNothing } from '../../ask-shop.ts'
import { ProductTile } from '../../components/tile.tsx'
import { useShop } from '../../components/shell.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { visitContext } from '../../visit.ts'
import { firstName } from '../checkout/first-name.ts'
import { AccountFrame } from './account-frame.tsx'
import { orSignIn } from './ask-account.ts'
import { OrderRow } from './order-row.tsx'

interface Glance {
  readonly account: Account
  readonly orders: readonly OrderSummary[]
  readonly tiles: readonly Tile[]
  readonly isPersonal: boolean
}

const ordersShown = 3
const tilesShown = 4

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Glance> {
  const { client } = context.get(visitContext)
  const account = await orSignIn(client.call('GET /auth/me', {}), request)
  const [orders, suggested] = await Promise.all([
    orNothing(client.call('GET /account/orders', { query: {} })),
    orNothing(client.call('GET /account/suggestions', {})),
  ])
  return {
    account,
    orders: orders?.items.slice(0, ordersShown) ?? [],
    tiles: suggested?.items.slice(0, tilesShown) ?? [],
    isPersonal: suggested?.isPersonal ?? false,
  }
}

/** What an account's owner comes for: when the next flowers go out, the last orders, and a few things she may like. */
export function Component(): JSX.Element {
  const { account, orders, tiles, isPersonal } = useLoaderData<typeof loader>()
  const today = useShop()?.facts.today
  const next = nextDelivery(orders, today)
  const name = firstName(account.name)
  return (
    <AccountFrame
      title="Your account"
      heading={
        next === undefined
          ? `Good to see you${name === '' ? '' : `, ${name}`}.`
          : `Next: ${longDay(next.day)}, to ${next.recipient}.`
      }
      lead={
        next === undefined ? (
          <>
            Nothing is on its way right now. A day you’d hate to forget?{' '}
            <Link to="/account/reminders">We remind you</Link>.
          </>
        ) : undefined
      }
    >
      <section className="acc-part" aria-labelledby="glance-orders">
        <h2 id="glance-orders">Lately</h2>
        {orders.length === 0 ? (
          <p className="acc-empty">
            Your orders will stand here, those you placed before with this e-mail too.{' '}
            <Link to="/flowers">See the flowers</Link>.
          </p>
        ) : (
          <>
            <ul className="acc-rows">
              {orders.map((order) => (
                <OrderRow key={order.id} order={order} />
              ))}
            </ul>
            <p>
              <Link to="/account/orders">All orders</Link>
            </p>
          </>
        )}
      </section>
      {tiles.length > 0 && (
        <section className="acc-part" aria-labelledby="glance-tiles">
          <h2 id="glance-tiles">{isPersonal ? 'To your taste' : 'On the bench'}</h2>
          <ul className="shelf four">
            {tiles.map((tile) => (
              <ProductTile key={tile.id} tile={tile} sizes="(min-width: 60rem) 18rem, 45vw" />
            ))}
          </ul>
          {!isPersonal && (
            <p className="small">
              <Link to="/account/details">Say what you like</Link>, and this shelf is sorted by it.
            </p>
          )}
        </section>
      )}
    </AccountFrame>
  )
}

function nextDelivery(
  orders: readonly OrderSummary[],
  today: string | undefined,
): OrderSummary['deliveries'][number] | undefined {
  const coming = orders
    .flatMap(({ deliveries }) => deliveries)
    .filter(
      ({ status, day }) =>
        ['CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED'].includes(status) &&
        day >= (today ?? ''),
    )
  return coming.toSorted((a, b) => a.day.localeCompare(b.day))[0]
}
