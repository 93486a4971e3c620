import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { useCallback, useEffect, useState } from 'react'
import { isUnsettled } from './order-sentence.ts'
import { mostAsks, pollDelayMs } from './poll-delays.ts'

export interface LiveOrder {
  readonly order: OrderView
  /** Just back from the bank, and the bank has not been silent for long. */
  readonly backFromBank: boolean
  /** The bank has said yes to this browser, so that an earlier card's no is old news. */
  readonly saidYes: boolean
  /** The page asks by itself until this is over. */
  readonly asking: boolean
  readonly set: (order: OrderView) => void
  readonly ask: () => void
  /** A payment was made on this page: what is missing now is the bank's word, not another payment. */
  readonly expectPayment: () => void
}

/** What this browser knows that the shop may not have heard yet: the bank's yes, or only that it was asked. */
export type HeardFromBank = 'yes' | 'something'

// A bank that has said nothing for this many asks (about half a minute) may never have been asked: paying again is offered.
const patience = 6

/** The order as it is now: from the page, and asked for again while its payment is open, with growing pauses. */
export function useLiveOrder(loaded: OrderView, heard: HeardFromBank | undefined): LiveOrder {
  const [order, setOrder] = useState(loaded)
  const [expected, setExpected] = useState(heard)
  const [asked, setAsked] = useState(0)
  const [nudge, setNudge] = useState(0)
  useEffect(() => setOrder(loaded), [loaded])

  const backFromBank = expected !== undefined && asked < patience
  const saidYes = backFromBank && expected === 'yes'
  const asking = isUnsettled(order, { backFromBank, saidYes }) && asked < mostAsks
  useEffect(() => {
    if (!asking && nudge === 0) return
    let gone = false
    const timer = setTimeout(
      () => {
        createClient(browserCarrier())
          .call('GET /orders/:link', { params: { link: order.link } })
          .then((now) => !gone && setOrder(now))
          // A lost line is asked again like a silent bank.
          .catch(() => undefined)
          .finally(() => {
            if (gone) return
            setNudge(0)
            setAsked((count) => count + 1)
          })
      },
      nudge > 0 ? 0 : pollDelayMs(asked),
    )
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asking, asked, nudge, order.link])

  const ask = useCallback(() => setNudge((count) => count + 1), [])
  const expectPayment = useCallback(() => {
    setExpected('yes')
    setAsked(0)
    ask()
  }, [ask])
  // Who comes back to the page wants the truth now, not at the end of a pause.
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible' && asking) ask()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [asking, ask])

  return { order, backFromBank, saidYes, asking, set: setOrder, ask, expectPayment }
}
