import type { DeskSubscription } from '@flora/contract/subscription-desk.ts'
import { type JSX, useState } from 'react'
import { learn } from '../asking/answers.ts'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { daysLater, isShopDay, longDay, shortDay } from '@flora/calendar/wall-day.ts'

/** Pauses a subscription until a day, for its subscriber. */
export function PauseSubscription({ desk, onClose }: { desk: DeskSubscription; onClose: () => void }): JSX.Element {
  const { today } = useShopClock()
  const [until, setUntil] = useState('')
  const doing = useDo()
  const params = { subscriptionId: desk.subscription.id }
  const day = isShopDay(until) && (today === undefined || until > today) ? until : undefined
  const out = desk.coming.filter(
    (one) => one.state === 'planned' && one.can.skip.ok && day !== undefined && one.day < day,
  )
  async function send(): Promise<void> {
    if (day === undefined) return
    const done = await doing.run(
      async () => {
        const after = await shop.call('POST /desk/subscriptions/:subscriptionId/pause', {
          params,
          body: { until: day },
        })
        learn('GET /desk/subscriptions/:subscriptionId', { params }, after)
      },
      `Paused until ${shortDay(day)}. She is told by letter.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title="Pause it?"
      isOpen
      onClose={onClose}
      does="Pause it"
      doing="Pausing"
      leave="Let it run"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={day === undefined ? { ok: false, because: 'Say until which day; it must be after today.' } : { ok: true }}
      onSend={() => void send()}
    >
      <TextField
        label="Until"
        type="date"
        value={until}
        hint="From this day on it comes again by itself."
        {...(today !== undefined && { min: daysLater(today, 1), max: daysLater(today, 365) })}
        onChange={setUntil}
      />
      {day !== undefined && (
        <p>
          {out.length === 0
            ? 'Nothing that is planned falls into it.'
            : `Left out: ${out.map((one) => longDay(one.day)).join('; ')}. Nothing is charged for them.`}
        </p>
      )}
    </FormDialog>
  )
}
