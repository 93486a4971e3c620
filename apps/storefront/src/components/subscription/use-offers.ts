import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SubscriptionOffers } from '@flora/contract/subscription-offers.ts'
import { useEffect, useState } from 'react'
import { problemOf } from '../../pages/cart/problem-of.ts'

interface OffersSeen {
  readonly offers: SubscriptionOffers | undefined
  readonly because: string | undefined
}

/** What can be subscribed to, asked for when a form that needs it is opened. */
export function useOffers(): OffersSeen {
  const [seen, setSeen] = useState<OffersSeen>({ offers: undefined, because: undefined })
  useEffect(() => {
    let gone = false
    createClient(browserCarrier())
      .call('GET /subscriptions/offers', {})
      .then(
        (offers) => !gone && setSeen({ offers, because: undefined }),
        (error: unknown) => !gone && setSeen({ offers: undefined, because: problemOf(error).detail }),
      )
    return () => {
      gone = true
    }
  }, [])
  return seen
}
