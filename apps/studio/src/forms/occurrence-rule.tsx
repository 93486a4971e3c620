import type { DeskOccurrence, DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'
import { TellSubscriber } from './tell-subscriber.tsx'

interface RuleOccurrenceProps {
  readonly desk: DeskSubscription
  readonly occurrence: DeskOccurrence
  readonly what: 'skip' | 'unskip'
  readonly onClose: () => void
}

/** Leaves one delivery out, or takes it back in. */
export function RuleOccurrence({ desk, occurrence, what, onClose }: RuleOccurrenceProps): JSX.Element {
  const [tellHer, setTellHer] = useState(true)
  const doing = useDo()
  const { id: subscriptionId, gift } = desk.subscription
  const params = { subscriptionId, occurrenceId: occurrence.id }
  const isSkip = what === 'skip'
  async function send(): Promise<void> {
    const done = await doing.run(
      async () => {
        const after = isSkip
          ? await shop.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/skip', {
              params,
              body: { tellHer },
            })
          : await shop.call('POST /desk/subscriptions/:subscriptionId/occurrences/:occurrenceId/unskip', {
              params,
              body: { tellHer },
            })
        learn('GET /desk/subscriptions/:subscriptionId', { params: { subscriptionId } }, after)
      },
      isSkip ? `${shortDay(occurrence.day)} is left out.` : `${shortDay(occurrence.day)} comes after all.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={isSkip ? `Leave ${longDay(occurrence.day)} out?` : `Take ${longDay(occurrence.day)} back in?`}
      isOpen
      onClose={onClose}
      does={isSkip ? 'Leave it out' : 'Take it back in'}
      doing={isSkip ? 'Leaving it out' : 'Taking it back'}
      leave={isSkip ? 'Let it come' : 'Leave it out'}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onSend={() => void send()}
    >
      <p>
        {isSkip
          ? gift === undefined
            ? 'Its places can be sold again, and nothing is charged for it.'
            : 'It is paid, so it comes at the end of the gift instead.'
          : 'If its window still has room on that day. It is charged like the others.'}
      </p>
      <TellSubscriber desk={desk} isOn={tellHer} onChange={setTellHer} />
    </FormDialog>
  )
}
