import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField } from '../components/fields.tsx'
import { longDay } from '@flora/calendar/wall-day.ts'
import { inSum } from '../words/money.ts'

/** Ends a subscription for good. */
export function CancelSubscription({ desk, onClose }: { desk: DeskSubscription; onClose: () => void }): JSX.Element {
  const [reason, setReason] = useState('')
  const doing = useDo()
  const { subscription, coming, owner } = desk
  const params = { subscriptionId: subscription.id }
  const still = coming.filter(
    ({ state, can }) => state === 'paid' || state === 'charging' || (state === 'planned' && !can.skip.ok),
  )
  async function send(): Promise<void> {
    const done = await doing.run(async () => {
      const after = await shop.call('POST /desk/subscriptions/:subscriptionId/cancellation', {
        params,
        body: { reason },
      })
      learn('GET /desk/subscriptions/:subscriptionId', { params }, after)
    }, 'It has ended. She is told by letter.')
    if (done) onClose()
  }
  return (
    <FormDialog
      title={`End the subscription of ${owner.name}?`}
      isOpen
      onClose={onClose}
      does="End it"
      doing="Ending"
      kind="poppy"
      leave="Keep it"
      isBusy={doing.isBusy}
      problem={doing.faultOf('reason') === undefined ? doing.problem : undefined}
      onSend={() => void send()}
    >
      <p>What is planned gives its places back, and nothing more is charged. This cannot be undone.</p>
      <ul>
        {still.map(({ id, day }) => (
          <li key={id}>{longDay(day)} still comes: it is too late to stop it here.</li>
        ))}
        {subscription.gift && subscription.gift.refundable.minor > 0 && (
          <li>{inSum(subscription.gift.refundable)} goes back to the card that paid.</li>
        )}
      </ul>
      <LongTextField
        label="Why"
        value={reason}
        maxLength={200}
        hint="For the shop’s own history; she doesn’t read it."
        fault={doing.faultOf('reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}
