import type { JSX } from 'react'
import { Navigate, useParams } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Empty } from '../components/trouble.tsx'

/** Where the code on a label leads: a driver to her run, anybody else to the order. */
export function Component(): JSX.Element {
  const { deliveryId = '' } = useParams()
  const seesOrders = useMay('orders/read')
  if (!seesOrders) return <Navigate to={`/driver?stop=${deliveryId}`} replace />
  return <ToOrder deliveryId={deliveryId} />
}

function ToOrder({ deliveryId }: { deliveryId: string }): JSX.Element {
  const answer = useAsk('GET /desk/orders', { query: { q: deliveryId } })
  return (
    <Answered answer={answer} waiting={<PageHeader title="One moment" />}>
      {({ cards }) => {
        const found = cards.find((card) => card.deliveryId === deliveryId)
        if (found) return <Navigate to={`/orders/${found.orderId}`} replace />
        return (
          <>
            <PageHeader title="Not found" />
            <Empty title="No order has this label">
              <p className="soft">
                It may be of another shop, or of one that was thrown away. Search for its number instead.
              </p>
            </Empty>
          </>
        )
      }}
    </Answered>
  )
}
