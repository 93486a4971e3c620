import type { DeskOrder } from '@flora/contract/desk-order.ts'
import type { OrderId } from '@flora/contract/ids.ts'
import type { JSX, ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useLiveDay } from '../asking/live.ts'
import { useAsk } from '../asking/use-ask.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { MarkingNews, useMarking } from '../forms/deliveries-mark.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { Doings } from './order/doings.tsx'
import { Letters } from './order/letters.tsx'
import { MoneyOfOrder } from './order/money-of-order.tsx'
import { Notes } from './order/notes.tsx'
import { deliveriesOf } from './order/order-parts.ts'
import { OneDelivery } from './order/one-delivery.tsx'
import { People } from './order/people.tsx'
import { Timeline } from './order/timeline.tsx'

/** One order: what is to be made, for whom, what may be done with it, and all that happened. */
export function Component(): JSX.Element {
  const { orderId = '' } = useParams()
  const answer = useAsk('GET /desk/orders/:orderId', { params: { orderId: orderId as OrderId } })
  useLiveDay(answer.data?.order.deliveries[0]?.day)
  return (
    <Answered
      answer={answer}
      waiting={
        <>
          <PageHeader title="Order" />
          <Bones lines={8} />
        </>
      }
    >
      {(desk) => <OrderPage desk={desk} />}
    </Answered>
  )
}

function OrderPage({ desk }: { desk: DeskOrder }): JSX.Element {
  const { order } = desk
  const marking = useMarking()
  const deliveries = deliveriesOf(desk)
  const first = deliveries[0]?.view
  return (
    <>
      <PageHeader
        title={order.number}
        tab={`Order ${order.number}`}
        above={
          first && (
            <>
              <Link to={`/board?day=${first.day}`}>Day board</Link>, {longDay(first.day)}
            </>
          )
        }
        lead={sourceWords(desk)}
      >
        <StatusBadge status={order.status} />
      </PageHeader>
      <MarkingNews marking={marking} />
      {deliveries
        .filter(({ own }) => own.risks.length > 0)
        .map(({ own, view }) => (
          <div className="banner butter" role="status" key={own.id}>
            <p>
              <b>Look at this.</b> {deliveries.length > 1 && `${view.recipient.name}: `}
              {own.risks.map(({ message }) => message).join(' ')}
            </p>
          </div>
        ))}
      <div className="two">
        <div>
          {deliveries.map((delivery, index) => (
            <OneDelivery
              key={delivery.own.id}
              desk={desk}
              delivery={delivery}
              position={deliveries.length > 1 ? index + 1 : undefined}
            />
          ))}
          <MoneyOfOrder desk={desk} />
          <Notes desk={desk} />
        </div>
        <div>
          <Doings desk={desk} marking={marking} />
          <People desk={desk} />
          <Timeline desk={desk} />
          <Letters desk={desk} />
        </div>
      </div>
    </>
  )
}

function sourceWords({ source, placedBy, subscriptionId }: DeskOrder): ReactNode {
  switch (source) {
    case 'web':
      return 'Ordered on the web.'
    case 'shop':
      return `Written down by ${placedBy}.`
    case 'subscription':
      return (
        <>
          From {subscriptionId ? <Link to={`/subscriptions/${subscriptionId}`}>a subscription</Link> : 'a subscription'}
          .
        </>
      )
  }
}
