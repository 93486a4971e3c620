import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SubscriptionQuote } from '@flora/contract/subscriptions.ts'
import { useEffect, useState } from 'react'
import { problemOf } from '../cart/problem-of.ts'
import { toCartWish, type Wish } from './wish.ts'

/** What one delivery would cost and when things would happen, or the shop's no. */
export interface QuoteSeen {
  readonly quote: SubscriptionQuote | undefined
  readonly because: string | undefined
  readonly isAsking: boolean
}

/** Asks the shop for the price of what is chosen; the old answer stays until the next is there, so that nothing jumps. */
export function useQuote(wish: Wish): QuoteSeen {
  const ready = toCartWish(wish)
  const { postcode } = wish.door
  const asked =
    ready === undefined
      ? ''
      : JSON.stringify({
          kind: ready.kind,
          frequency: ready.frequency,
          variantId: ready.variantId,
          quantity: ready.quantity,
          windowId: ready.windowId,
          firstDay: ready.firstDay,
          postcode: wish.isPickUp ? '' : postcode,
        })
  const [seen, setSeen] = useState<{ asked: string; quote?: SubscriptionQuote; because?: string }>({ asked: '' })
  useEffect(() => {
    if (asked === '') return
    let gone = false
    createClient(browserCarrier())
      .call('POST /subscriptions/quote', { body: JSON.parse(asked) as never })
      .then(
        (quote) => !gone && setSeen({ asked, quote }),
        (error: unknown) => !gone && setSeen({ asked, because: problemOf(error).detail }),
      )
    return () => {
      gone = true
    }
  }, [asked])
  if (asked === '') return { quote: undefined, because: undefined, isAsking: false }
  return { quote: seen.quote, because: seen.asked === asked ? seen.because : undefined, isAsking: seen.asked !== asked }
}
