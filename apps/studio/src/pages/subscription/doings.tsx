import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../../asking/answers.ts'
import { shop } from '../../asking/shop.ts'
import { useDo } from '../../asking/use-do.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { CancelSubscription } from '../../forms/subscription-cancel.tsx'
import { ChangeSubscription, type SubscriptionPart } from '../../forms/subscription-change.tsx'
import { PauseSubscription } from '../../forms/subscription-pause.tsx'
import { inProse } from '../../words/money.ts'

/** What can be done for a subscriber; what cannot stays where it is, with its reason. */
export function Doings({ desk }: { desk: DeskSubscription }): JSX.Element {
  const [open, setOpen] = useState<'pause' | 'cancel' | SubscriptionPart>()
  const doing = useDo()
  const close = (): void => setOpen(undefined)
  const { can, subscription } = desk
  const { gift } = subscription
  const params = { subscriptionId: subscription.id }
  const goOn = (): Promise<boolean> =>
    doing.run(async () => {
      const after = await shop.call('POST /desk/subscriptions/:subscriptionId/resume', { params, body: {} })
      learn('GET /desk/subscriptions/:subscriptionId', { params }, after)
    }, 'It goes on. She is told by letter.')
  return (
    <Section title="What you can do">
      <ul className="act-list">
        {subscription.state === 'paused' ? (
          <li>
            <Button
              wide
              kind="ink"
              can={can.resume}
              isBusy={doing.isBusy}
              busy="Resuming"
              note="What the pause left out comes again"
              onPress={() => void goOn()}
            >
              Let it go on
            </Button>
          </li>
        ) : (
          <li>
            <Button wide can={can.pause} note="Until a day, at most a year" onPress={() => setOpen('pause')}>
              Pause
            </Button>
          </li>
        )}
        <Changes desk={desk} onChange={setOpen} />
        <li>
          <Button
            wide
            can={can.cancel}
            note={
              gift === undefined
                ? 'What is charged already still comes'
                : `${inProse(gift.refundable)} goes back to the card that paid`
            }
            onPress={() => setOpen('cancel')}
          >
            End it
          </Button>
        </li>
      </ul>
      <Refused problem={doing.problem} />
      <p className="small soft">Flowers and card of payment are hers to change, on her own page.</p>
      {open === 'pause' && <PauseSubscription desk={desk} onClose={close} />}
      {open === 'cancel' && <CancelSubscription desk={desk} onClose={close} />}
      {(open === 'address' || open === 'card' || open === 'rhythm') && (
        <ChangeSubscription key={open} desk={desk} part={open} onClose={close} />
      )}
    </Section>
  )
}

function Changes({
  desk: { can, subscription },
  onChange,
}: {
  desk: DeskSubscription
  onChange: (part: SubscriptionPart) => void
}): JSX.Element {
  // A gift is paid as it was chosen.
  const isGift = subscription.gift !== undefined
  const parts: readonly (readonly [SubscriptionPart, string, string])[] = [
    ['address', 'Change address', 'Recipient, street, driver’s note'],
    ['card', 'Change card', 'The words of every card to come'],
    ...(isGift ? [] : [['rhythm', 'Change rhythm', 'How often, and how many'] as const]),
  ]
  return (
    <>
      {parts.map(([part, words, note]) => (
        <li key={part}>
          <Button wide can={can.change} note={note} onPress={() => onChange(part)}>
            {words}
          </Button>
        </li>
      ))}
    </>
  )
}
