import { ApiProblem } from '@flora/client/client.ts'
import type { Subscription, SubscriptionChange } from '@flora/contract/subscriptions.ts'
import type { Money } from '@flora/money/money.ts'
import { useMemo, useState } from 'react'
import { toast } from '@flora/ui/toasts.tsx'
import { type Asking, useAsking } from '../../sign-in/use-asking.ts'
import { type Road, roadOf } from './road.ts'

type Change = Omit<SubscriptionChange, 'version' | 'perDelivery'>

/** What is done to one subscription: every answer is the whole of it, so that the page never shows half a change. */
export interface SubscriptionDesk {
  readonly subscription: Subscription
  readonly road: Road
  /** What was asked for last: a delivery's id, or a panel's name. */
  readonly what: string | undefined
  readonly asking: Asking
  /** Asks the shop; true when it said yes. */
  readonly act: (what: string, ask: (road: Road) => Promise<Subscription>, done: string) => Promise<boolean>
  /** Changes what each delivery is; true when it is done. A change that costs another sum waits for her yes. */
  readonly change: (what: string, change: Change, done: string) => Promise<boolean>
  /** The sum that waits for her yes. */
  readonly offered: Money | undefined
}

/** The desk of one subscription. */
export function useSubscriptionDesk(
  subscription: Subscription,
  onSubscription: (subscription: Subscription) => void,
): SubscriptionDesk {
  const [asking, run] = useAsking()
  const [what, setWhat] = useState<string>()
  // The very change that was priced: another one is priced anew.
  const [offer, setOffer] = useState<{ perDelivery: Money; asked: string }>()
  const { id, gift } = subscription
  const road = useMemo(() => roadOf({ id, gift }), [id, gift])

  async function act(about: string, ask: (by: Road) => Promise<Subscription>, done: string): Promise<boolean> {
    let isDone = false
    setWhat(about)
    await run(async () => {
      try {
        onSubscription(await ask(road))
      } catch (error) {
        // What she looked at is not what is there: she should see it before she decides again.
        if (codeOf(error) === 'changed-elsewhere') onSubscription(await road.show())
        throw error
      }
      setOffer(undefined)
      toast({ words: done })
      isDone = true
    })
    return isDone
  }

  function change(about: string, body: Change, done: string): Promise<boolean> {
    const asked = JSON.stringify(body)
    const agreed = offer?.asked === asked ? { perDelivery: offer.perDelivery } : {}
    return act(
      about,
      async (by) => {
        try {
          return await by.change({ ...body, ...agreed, version: subscription.version })
        } catch (error) {
          const perDelivery = sumIn(error)
          if (perDelivery !== undefined) setOffer({ perDelivery, asked })
          throw error
        }
      },
      done,
    )
  }
  const isPriced = asking.kind === 'refused' && asking.problem.code === 'price-changed'
  return { subscription, road, what, asking, act, change, offered: isPriced ? offer?.perDelivery : undefined }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof ApiProblem ? error.problem.code : undefined
}

// The new sum comes along with the refusal.
function sumIn(error: unknown): Money | undefined {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'price-changed') return undefined
  return (error.problem as ApiProblem['problem'] & { readonly perDelivery?: Money }).perDelivery
}
