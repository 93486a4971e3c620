import type { OrderView } from '@flora/contract/orders.ts'
import { type JSX, useEffect, useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useLocation, useRouteError } from 'react-router'
import { orProblem, problemIn } from '../ask-shop.ts'
import { refreshCart } from '../cart-store.ts'
import { BrokenPage } from '../components/broken-page.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { clockWords, instantMs, nowMs, onTheWall } from '@flora/calendar/wall-time.ts'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { useShop } from '../components/shell.tsx'
import { visitContext } from '../visit.ts'
import './checkout/checkout.css'
import { HoldLine } from './checkout/hold-line.tsx'
import { dropKeptCart } from './checkout/kept-cart.ts'
import { forgetPlacement, justPaidState } from './checkout/placement.ts'
import { AfterOrder } from './order/after-order.tsx'
import { WhatBegins } from './order/what-begins.tsx'
import { CancelOrder } from './order/cancel-order.tsx'
import { DeliveryTimeline } from './order/delivery-timeline.tsx'
import { OrderNews } from './order/order-news.tsx'
import { orderSentence } from './order/order-sentence.ts'
import './order/order.css'
import { PayAgain } from './order/pay-again.tsx'
import { Receipt } from './order/receipt.tsx'
import { type HeardFromBank, useLiveOrder } from './order/use-live-order.ts'

interface OrderPage {
  readonly order: OrderView
  readonly heard: HeardFromBank | undefined
}

const melbourne = 'Australia/Melbourne'

export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<OrderPage> {
  const link = params['link'] ?? ''
  const order = await orProblem(context.get(visitContext).client.call('GET /orders/:link', { params: { link } }))
  return { order, heard: heardIn(new URL(request.url).searchParams) }
}

// Stripe sends the shopper back with these two in the address.
function heardIn(search: URLSearchParams): HeardFromBank | undefined {
  if (!search.has('payment_intent')) return undefined
  return search.get('redirect_status') === 'succeeded' ? 'yes' : 'something'
}

/** An order by its private link: where it is in a sentence, how it got there, what can still be done. */
export function Component(): JSX.Element {
  const loaded = useLoaderData<typeof loader>()
  // The checkout says so too when it has just sent a card to the bank.
  const justPaid = useLocation().state === justPaidState
  const live = useLiveOrder(loaded.order, justPaid ? 'yes' : loaded.heard)
  const { order } = live
  const facts = useShop()?.facts
  const timeZone = facts?.timeZone ?? melbourne
  const today = useShopDay(facts?.today, timeZone)
  usePlacementOver(order)
  const mayPay = order.can.pay.ok && !live.asking && order.payment.state !== 'processing'

  return (
    <div className="wrap">
      <PageHead title={`Order ${order.number}`} noIndex />
      <meta name="referrer" content="no-referrer" />
      <OrderHead
        order={order}
        timeZone={timeZone}
        lines={orderSentence(order, { today, backFromBank: live.backFromBank, saidYes: live.saidYes })}
      >
        {mayPay && order.holdUntil !== undefined && (
          <div className="order-hold">
            <HoldLine until={order.holdUntil} timeZone={timeZone} onOver={live.ask} />
          </div>
        )}
      </OrderHead>
      <div className="cols-main">
        <div className="stack-l">
          <OrderNews live={live} />
          {mayPay && facts !== undefined && (
            <PayAgain order={order} facts={facts} onPaid={live.expectPayment} onOrder={live.set} />
          )}
          {order.deliveries.map((delivery) => (
            <DeliveryTimeline key={delivery.id} order={order} delivery={delivery} timeZone={timeZone} />
          ))}
          <WhatBegins order={order} />
          <div className="acts">
            <CancelOrder order={order} timeZone={timeZone} onCancelled={live.set} />
            {facts !== undefined && (
              <div>
                <a className="btn btn-line" href={`tel:${facts.phone.replaceAll(/[^\d+]/g, '')}`}>
                  Ring the shop
                </a>
                <span className="why">
                  {facts.phone}. Say <span className="num">{order.number}</span>.
                </span>
              </div>
            )}
          </div>
          <AfterOrder order={order} />
        </div>
        <Receipt order={order} />
      </div>
    </div>
  )
}

interface OrderHeadProps {
  readonly order: OrderView
  readonly timeZone: string
  readonly lines: readonly string[]
  readonly children: JSX.Element | false
}

function OrderHead({ order, timeZone, lines, children }: OrderHeadProps): JSX.Element {
  const placed = onTheWall(instantMs(order.placedAt), timeZone)
  const [first] = order.lines
  return (
    <header className="page-head thanks">
      <div>
        <p className="small soft">
          Order <span className="num">{order.number}</span>, {longDay(placed.day)}, {clockWords(placed.time)}
        </p>
        <h1 aria-live="polite">
          {lines.map((line) => (
            <span className="ln" key={line}>
              {line}{' '}
            </span>
          ))}
        </h1>
        {children}
      </div>
      {first !== undefined && (
        <div className={`plate ${first.tint}`}>
          <Picture picture={first.picture} sizes="(min-width: 60rem) 20rem, 1px" first />
        </div>
      )}
    </header>
  )
}

/** The order page when there is no such order, or the shop can't be asked. */
export function ErrorBoundary(): JSX.Element {
  const problem = problemIn(useRouteError())
  const phone = useShop()?.facts.phone
  if (problem?.status !== 404 && problem?.status !== 400) return <BrokenPage problem={problem} phone={phone} />
  return (
    <div className="wrap page-head">
      <PageHead title="No order here" noIndex />
      <h1 className="h1-s">There is no order behind this link.</h1>
      <p className="lead soft">
        Links are long, and one letter can go astray. Please open it from your e-mail, or let us send it again.
      </p>
      <div className="acts">
        <Link className="btn" to="/find-order">
          Find an order
        </Link>
      </div>
    </div>
  )
}

// The day the page was made for, until the browser can look at the clock itself: a page may stay open over midnight.
function useShopDay(
  made: OrderView['deliveries'][number]['day'] | undefined,
  timeZone: string,
): OrderView['deliveries'][number]['day'] {
  const [day, setDay] = useState(() => made ?? onTheWall(nowMs(), timeZone).day)
  useEffect(() => setDay(onTheWall(nowMs(), timeZone).day), [timeZone])
  return day
}

// Once an order is past paying, its key has done its work; and the bank's words have no place in an address one keeps.
function usePlacementOver(order: OrderView): void {
  const open = order.status === 'PENDING'
  const isPaid = order.payment.paid.minor > 0
  useEffect(() => {
    if (location.search.includes('payment_intent')) history.replaceState(history.state, '', location.pathname)
  }, [])
  useEffect(() => {
    if (open) return
    forgetPlacement(sessionStorage)
    if (isPaid) dropKeptCart(sessionStorage)
    void refreshCart()
  }, [open, isPaid])
}
