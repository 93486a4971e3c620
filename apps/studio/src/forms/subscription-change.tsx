import { ApiProblem } from '@flora/client/client.ts'
import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { CheckField } from '../components/fields.tsx'
import { inSum } from '../words/money.ts'
import { AddressPart, CardPart, RhythmPart, type SubscriptionWish } from './subscription-change-parts.tsx'
import { TellSubscriber } from './tell-subscriber.tsx'

/** What of a subscription is being changed. */
export type SubscriptionPart = 'address' | 'card' | 'rhythm'

interface ChangeSubscriptionProps {
  readonly desk: DeskSubscription
  readonly part: SubscriptionPart
  readonly onClose: () => void
}

const titles: Record<SubscriptionPart, string> = {
  address: 'Change address',
  card: 'Change card',
  rhythm: 'Change rhythm',
}

/** Changes what each delivery to come is. A change that costs another sum is done once she has agreed to that sum. */
export function ChangeSubscription({ desk, part, onClose }: ChangeSubscriptionProps): JSX.Element {
  const [wish, setWish] = useState<SubscriptionWish>({})
  const [tellHer, setTellHer] = useState(true)
  const [offer, setOffer] = useState<{ readonly perDelivery: Money; readonly asked: string }>()
  const [hasAgreed, setAgreed] = useState(false)
  const doing = useDo()
  const { id, version, perDelivery } = desk.subscription
  const params = { subscriptionId: id }
  const asked = JSON.stringify(wish)
  // Another wish than the one that was priced is priced anew.
  const offered = offer?.asked === asked ? offer.perDelivery : undefined

  async function send(): Promise<void> {
    const done = await doing.run(async () => {
      try {
        const after = await shop.call('PATCH /desk/subscriptions/:subscriptionId', {
          params,
          body: { ...wish, version, tellHer, ...(offered && { perDelivery: offered }) },
        })
        learn('GET /desk/subscriptions/:subscriptionId', { params }, after)
      } catch (error) {
        const sum = sumIn(error)
        setAgreed(false)
        if (sum !== undefined) setOffer({ perDelivery: sum, asked })
        throw error
      }
    }, 'Changed, for every delivery that can still be changed.')
    if (done) onClose()
  }
  const isPriced = doing.problem?.code === 'price-changed' && offered !== undefined
  return (
    <FormDialog
      title={titles[part]}
      isOpen
      wide={part !== 'rhythm'}
      onClose={onClose}
      does={offered === undefined ? 'Change it' : `Change it for ${inSum(offered)} a delivery`}
      doing="Changing"
      leave="Leave it as it is"
      isBusy={doing.isBusy}
      problem={isPriced ? undefined : doing.problem}
      can={mayChange({ isEmpty: asked === '{}', mustAgree: offered !== undefined && !hasAgreed })}
      onSend={() => void send()}
    >
      {part === 'address' && (
        <AddressPart desk={desk} wish={wish} faultOf={(path) => doing.faultOf(`plan.${path}`)} onChange={setWish} />
      )}
      {part === 'card' && <CardPart desk={desk} wish={wish} onChange={setWish} />}
      {part === 'rhythm' && <RhythmPart desk={desk} wish={wish} onChange={setWish} />}
      {offered !== undefined && (
        <div role="alert">
          <div className="banner butter">
            <p>
              <b>It costs another sum.</b> {inSum(offered)} a delivery instead of {inSum(perDelivery)}. Nothing is
              changed yet.
            </p>
          </div>
          <CheckField label="She has agreed to that sum" isOn={hasAgreed} onChange={setAgreed} />
        </div>
      )}
      <TellSubscriber desk={desk} isOn={tellHer} onChange={setTellHer} />
    </FormDialog>
  )
}

function mayChange({
  isEmpty,
  mustAgree,
}: {
  isEmpty: boolean
  mustAgree: boolean
}): { ok: true } | { ok: false; because: string } {
  if (isEmpty) return { ok: false, because: 'Nothing is changed yet.' }
  return mustAgree ? { ok: false, because: 'Ask her whether she agrees to the sum.' } : { ok: true }
}

// The new sum comes along with the refusal.
function sumIn(error: unknown): Money | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'price-changed') return undefined
  return (error.problem as ApiProblem['problem'] & { readonly perDelivery?: Money }).perDelivery
}
