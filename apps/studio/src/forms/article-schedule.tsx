import type { Draft } from '@flora/contract/drafts.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useDo } from '../asking/use-do.ts'
import { useShopClock } from '../asking/use-shop-facts.ts'
import { FormDialog } from '../components/dialog.tsx'
import { TextField } from '../components/fields.tsx'
import { DayField } from '../components/number-fields.tsx'
import { daysLater, longDay } from '@flora/calendar/wall-day.ts'
import { clockWords } from '@flora/calendar/wall-time.ts'

interface ScheduleArticleProps {
  readonly draft: Draft
  readonly onClose: () => void
  readonly onDone: (draft: Draft) => void
}

/** Publishes a piece by itself at a time on the shop's clock. */
export function ScheduleArticle({ draft, onClose, onDone }: ScheduleArticleProps): JSX.Element {
  const { today } = useShopClock()
  const [day, setDay] = useState(today === undefined ? undefined : daysLater(today, 1))
  const [time, setTime] = useState('08:00')
  const doing = useDo()
  function send(): void {
    if (day === undefined) return
    void doing.run(
      async () =>
        onDone(
          await shop.call('POST /content/:id/publish', {
            params: { id: draft.id },
            body: { version: draft.version, at: { day, time } },
          }),
        ),
      `It appears on ${longDay(day)} at ${clockWords(time)}.`,
    )
  }
  return (
    <FormDialog
      title="When should it appear?"
      isOpen
      onClose={onClose}
      does="Schedule it"
      doing="Scheduling"
      isBusy={doing.isBusy}
      problem={doing.problem}
      can={day === undefined || time === '' ? { ok: false, because: 'A day and a time.' } : { ok: true }}
      onSend={send}
    >
      <div className="fields">
        <DayField
          label="Day"
          span="f3"
          value={day}
          fault={doing.faultOf('at.day')}
          {...(today && { min: today })}
          onChange={setDay}
        />
        <TextField
          label="Time"
          span="f3"
          type="time"
          value={time}
          hint="On the shop’s clock."
          fault={doing.faultOf('at.time')}
          onChange={setTime}
        />
      </div>
    </FormDialog>
  )
}
