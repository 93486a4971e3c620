import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryId } from '@flora/contract/ids.ts'
import type { CardLayout, PackPart } from '@flora/contract/fulfilment.ts'
import { useRef } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { type Doing, useDo } from '../asking/use-do.ts'

export interface Printing {
  readonly doing: Doing
  readonly print: (what: { part: PackPart; cards?: CardLayout; deliveryIds?: readonly DeliveryId[] }) => Promise<void>
}

/** Prints papers of a day: writes down that it was done, freezes the cards, and opens the file in a tab of its own. */
export function usePrinting(day: ShopDay): Printing {
  const doing = useDo()
  // A press that got no answer is tried again under the same key, and printed once.
  const key = useRef<string>(undefined)
  async function print({ part, cards, deliveryIds }: Parameters<Printing['print']>[0]): Promise<void> {
    // Browsers open a tab only in the moment of the press, so it waits there for its file.
    const tab = window.open('', '_blank')
    key.current ??= crypto.randomUUID()
    const sent = key.current
    const done = await doing.run(async () => {
      const { file, pack } = await shop.call('POST /fulfilment/days/:day/prints', {
        params: { day },
        body: { key: sent, part, ...(cards && { cards }), ...(deliveryIds && { deliveryIds: [...deliveryIds] }) },
      })
      learn('GET /fulfilment/days/:day/pack', { params: { day } }, pack)
      if (tab) tab.location.replace(file)
      else window.location.assign(file)
    }, 'The papers are in the other tab. Print them there.')
    if (done) key.current = undefined
    else tab?.close()
  }
  return { doing, print }
}
