import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import type { DeskOccurrence, DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { useDo } from '../asking/use-do.ts'
import { Answered } from '../components/answered.tsx'
import { DayWindows, DeliveryDays } from '../components/delivery-days.tsx'
import { FormDialog } from '../components/dialog.tsx'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { TellSubscriber } from './tell-subscriber.tsx'

interface MoveOccurrenceProps {
  readonly desk: DeskSubscription
  readonly occurrence: DeskOccurrence
  readonly onClose: () => void
}

/** Moves one delivery to another day or window. */
export function MoveOccurrence({ desk, occurrence, onClose }: MoveOccurrenceProps): JSX.Element {
  const [day, setDay] = useState<ShopDay>(occurrence.day)
  const [windowId, setWindowId] = useState<WindowId | undefined>(occurrence.window?.id)
  const [tellHer, setTellHer] = useState(true)
  const doing = useDo()
  const { subscription } = desk
  const calendar = useAsk('GET /delivery/calendar', {
    query: {
      postcode: subscription.plan.recipient.postcode,
      lines: `${subscription.product.variantId}:${subscription.quantity}`,
    },
  })
  const isSame = day === occurrence.day && windowId === occurrence.window?.id
  async function send(): Promise<void> {
    const done = await doing.run(
      async () => {
        const after = await shop.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/move', {
          params: { subscriptionId: subscription.id, occurrenceId: occurrence.id },
          body: { day, ...(windowId && { windowId }), tellHer },
        })
        learn('GET /desk/subscriptions/:subscriptionId', { params: { subscriptionId: subscription.id } }, after)
      },
      `It comes ${shortDay(day)}.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`Move ${longDay(occurrence.day)}`}
      isOpen
      wide
      onClose={onClose}
      does={day === occurrence.day ? 'Move it' : `Move it to ${shortDay(day)}`}
      doing="Moving"
      leave="Leave it as it is"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={isSame ? { ok: false, because: 'Choose another day or window.' } : { ok: true }}
      onSend={() => void send()}
    >
      <p>Between the deliveries before and after it. The others stay as they are.</p>
      <Answered answer={calendar}>
        {(found) => {
          const answer = found.days.find((one) => one.day === day)
          return (
            <div className="two-ways">
              <DeliveryDays
                calendar={found}
                day={day}
                onChange={(next) => {
                  const windows = found.days.find((one) => one.day === next)?.windows.filter(({ open }) => open) ?? []
                  const same = windows.find(({ id }) => id === windowId)
                  const chosen = same ?? windows.find(({ name }) => name === occurrence.window?.name) ?? windows[0]
                  setDay(next)
                  setWindowId(chosen?.id as WindowId | undefined)
                }}
              />
              <div>{answer && <DayWindows answer={answer} windowId={windowId} onChange={setWindowId} />}</div>
            </div>
          )
        }}
      </Answered>
      <TellSubscriber desk={desk} isOn={tellHer} onChange={setTellHer} />
    </FormDialog>
  )
}
