import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { SubscriptionId } from '@flora/contract/ids.ts'
import type { SubscriptionQuote } from '@flora/contract/subscriptions.ts'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { setCart } from '../../cart-store.ts'
import type { CardChoiceHandle } from '../../components/subscription/card-choice.tsx'
import { toast } from '@flora/ui/toasts.tsx'
import { newPlacementKey } from '../checkout/placement.ts'
import { type Asking, useAsking } from '../sign-in/use-asking.ts'
import { forgetWish, toCartWish, type Wish } from './wish.ts'

export interface Starting {
  readonly asking: Asking
  /** Which of the two roads is being gone. */
  readonly road: 'card' | 'cart'
  /** Begins it with a card that is kept. */
  readonly start: (card: CardChoiceHandle, quote: SubscriptionQuote) => Promise<void>
  /** Puts it into the cart, or says anew what lies there. */
  readonly putInCart: (changing: SubscriptionId | undefined) => Promise<void>
}

/** The two roads from a form to a subscription. */
export function useStarting(wish: Wish): Starting {
  const navigate = useNavigate()
  const [asking, run] = useAsking()
  const [road, setRoad] = useState<Starting['road']>('card')
  // The same wish is begun once, however often the button is pressed or its answer is lost.
  const attempt = useRef({ asked: '', key: '' })

  function start(card: CardChoiceHandle, { perDelivery }: SubscriptionQuote): Promise<void> {
    setRoad('card')
    return run(async () => {
      const ready = toCartWish(wish)
      if (ready === undefined) return
      const cardId = await card.card()
      if (cardId === undefined) return
      const { gift: _, ...what } = ready
      const body = { ...what, cardId, perDelivery }
      const asked = JSON.stringify(body)
      if (attempt.current.asked !== asked) attempt.current = { asked, key: newPlacementKey() }
      const headers = { 'idempotency-key': attempt.current.key }
      const begun = await createClient(browserCarrier()).call('POST /subscriptions', { headers, body })
      forgetWish(sessionStorage)
      await navigate(`/account/subscriptions/${begun.id}`)
      toast({ words: 'It’s in the book.' })
    })
  }

  function putInCart(changing: SubscriptionId | undefined): Promise<void> {
    setRoad('cart')
    return run(async () => {
      const body = toCartWish(wish)
      if (body === undefined) return
      const client = createClient(browserCarrier())
      setCart(
        changing === undefined
          ? await client.call('POST /cart/subscriptions', { body })
          : await client.call('PUT /cart/subscriptions/:subscriptionId', {
              params: { subscriptionId: changing },
              body,
            }),
      )
      forgetWish(sessionStorage)
      await navigate('/cart')
    })
  }
  return { asking, road, start, putInCart }
}
