import type { Occurrence } from '@flora/contract/subscriptions.ts'
import { type JSX, useState } from 'react'
import { type DayAndWindow, DeliveryCalendarField } from '../../../components/calendar/delivery-calendar.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { useShop } from '../../../components/shell.tsx'
import { ChangePanel } from './change-panel.tsx'
import { whenWords } from './subscription-words.ts'
import type { SubscriptionDesk } from './use-subscription-desk.ts'

interface MovePanelProps {
  readonly desk: SubscriptionDesk
  readonly occurrence: Occurrence
  readonly onFold: () => void
}

/** Another day or window for one delivery. Its place is given up only when the other is hers. */
export function MovePanel({ desk, occurrence, onFold }: MovePanelProps): JSX.Element {
  const { id } = occurrence
  const { plan } = desk.subscription
  const window = occurrence.window ?? desk.subscription.window
  const facts = useShop()?.facts
  const [to, setTo] = useState<DayAndWindow>({ day: occurrence.day, windowId: window.id })
  const postcode =
    plan.recipient.postcode === '' ? (/\d{4}$/.exec(facts?.address ?? '')?.[0] ?? '') : plan.recipient.postcode
  const isSame = to.day === occurrence.day && to.windowId === window.id

  async function move(): Promise<void> {
    const { day, windowId } = to
    if (day === undefined || isSame) return
    const ask = (road: SubscriptionDesk['road']) => road.move(id, { day, ...(windowId !== undefined && { windowId }) })
    if (await desk.act(`${id} move`, ask, `Moved to ${longDay(day)}.`)) onFold()
  }
  return (
    <ChangePanel
      desk={desk}
      what={`${id} move`}
      heading={`Move ${whenWords(occurrence)}`}
      act={to.day === undefined || isSame ? 'Choose another day' : `Move it to ${longDay(to.day)}`}
      acting="Moving it"
      onAct={move}
      onLeave={onFold}
    >
      <DeliveryCalendarField
        postcode={postcode}
        // Its stems are bought when it is charged: what the bench is short of today says nothing about that day.
        lines={[]}
        value={to}
        legend="To which day"
        pickUpAt={facts?.address}
        onChange={(choice) => setTo(choice)}
      />
      <p className="hint">Between the deliveries before and after it. The price stays yours, whatever the day costs.</p>
    </ChangePanel>
  )
}
