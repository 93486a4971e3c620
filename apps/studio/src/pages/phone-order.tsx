import type { DraftChange, DraftOrder } from '@flora/contract/draft-orders.ts'
import { type JSX } from 'react'
import { useNavigate, useParams } from 'react-router'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { type Doing, useDo } from '../asking/use-do.ts'
import { Answered, Bones } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Refused } from '../components/trouble.tsx'
import { BuyerPart } from './phone-order/buyer-part.tsx'
import { DeliveryPart } from './phone-order/delivery-part.tsx'
import { LinesPart } from './phone-order/lines-part.tsx'
import { PlacePart } from './phone-order/place-part.tsx'

type DraftId = DraftOrder['id']

/** One thing about the draft is said anew; the shop answers with the draft as it is priced now. */
export type ChangeDraft = (change: DraftChange) => Promise<boolean>

/** An order that somebody dictates: what, for whom, when, the card, and how it is paid. */
export function Component(): JSX.Element {
  const { draftId = '' } = useParams()
  const answer = useAsk('GET /desk/drafts/:draftId', { params: { draftId: draftId as DraftId } })
  return (
    <Answered
      answer={answer}
      waiting={
        <>
          <PageHeader title="Order by telephone" />
          <Bones lines={8} />
        </>
      }
    >
      {(draft) => <Draft draft={draft} />}
    </Answered>
  )
}

function useChanging(draftId: DraftId): [Doing, ChangeDraft] {
  const doing = useDo()
  const params = { draftId }
  return [
    doing,
    (change) =>
      doing.run(async () => {
        const after = await shop.call('POST /desk/drafts/:draftId/changes', { params, body: change })
        learn('GET /desk/drafts/:draftId', { params }, after)
      }),
  ]
}

function Draft({ draft }: { draft: DraftOrder }): JSX.Element {
  const { cart } = draft
  const [changing, change] = useChanging(draft.id)
  const dropping = useDo()
  const navigate = useNavigate()
  const drop = (): void =>
    void dropping.run(async () => {
      await shop.call('DELETE /desk/drafts/:draftId', { params: { draftId: draft.id } })
      await navigate('/phone-orders', { replace: true })
    }, 'Thrown away.')
  return (
    <>
      <PageHeader
        tab="Order by telephone"
        title={cart.buyer.name === '' ? 'Order by telephone' : `For ${cart.buyer.name}`}
        lead={`Begun by ${draft.who}. Kept as you type.`}
      >
        <Button kind="text" isBusy={dropping.isBusy} onPress={drop}>
          Throw away
        </Button>
      </PageHeader>
      <Refused problem={changing.problem ?? dropping.problem} />
      <div className="two">
        <div>
          <LinesPart cart={cart} change={change} />
          {cart.deliveries.map((delivery, index) => (
            <DeliveryPart
              key={delivery.id}
              delivery={delivery}
              cart={cart}
              position={cart.deliveries.length > 1 ? index + 1 : undefined}
              faultOf={changing.faultOf}
              change={change}
            />
          ))}
          <BuyerPart cart={cart} faultOf={changing.faultOf} change={change} />
        </div>
        <PlacePart draft={draft} change={change} />
      </div>
    </>
  )
}
