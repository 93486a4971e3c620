import type { DeliveryArrangements } from '@flora/contract/delivery-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useState } from 'react'
import { learn } from '../../asking/answers.ts'
import { shop } from '../../asking/shop.ts'
import { Button } from '../../components/button.tsx'
import { NumberField } from '../../components/number-fields.tsx'
import { Section } from '../../components/section.tsx'
import { Refused } from '../../components/trouble.tsx'
import { weekdayNames } from '@flora/calendar/wall-day.ts'
import { DeliveryRefusal } from './delivery-refusal.tsx'
import { otherNo, useDeliveryChange } from './use-delivery-change.ts'

interface WeekMinutesProps {
  readonly arrangements: DeliveryArrangements
  readonly can: Permission
}

/** What the bench can tie on each weekday. */
export function WeekMinutes({ arrangements, can }: WeekMinutesProps): JSX.Element {
  const [typed, setTyped] = useState<Readonly<Record<number, number | undefined>>>({})
  const isTouched = Object.keys(typed).length > 0
  const doing = useDeliveryChange(arrangements.version, isTouched)
  const minutes = arrangements.benchMinutes.map((standing, weekday) => (weekday in typed ? typed[weekday] : standing))
  const whole = minutes.flatMap((value) => (value === undefined ? [] : [value]))
  const isWhole = whole.length === minutes.length
  async function save(): Promise<void> {
    const done = await doing.change(async (from, knowing) => {
      const body = { ...from, ...knowing, benchMinutes: whole }
      learn('GET /desk/delivery/arrangements', {}, await shop.call('PATCH /desk/delivery/week', { body }))
    }, 'The week’s bench is saved.')
    if (done) setTyped({})
  }
  return (
    <Section title="The bench’s week">
      <p className="soft">Minutes of tying on such a day. Days with minutes of their own keep them.</p>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (can.ok && isWhole && isTouched) void save()
        }}
      >
        <div className="week-minutes">
          {weekdayNames.map((name, weekday) => (
            <NumberField
              key={name}
              label={name}
              value={minutes[weekday]}
              max={100_000}
              isOff={!can.ok}
              fault={doing.faultOf(`benchMinutes.${weekday}`)}
              onChange={(value) => {
                doing.touched()
                setTyped((before) => ({ ...before, [weekday]: value }))
              }}
            />
          ))}
        </div>
        <DeliveryRefusal doing={doing} />
        <Refused problem={otherNo(doing.problem)} />
        <Button
          type="submit"
          isBusy={doing.isBusy}
          busy="Saving"
          can={
            !can.ok
              ? can
              : !isTouched
                ? { ok: false, because: 'Nothing is changed.' }
                : isWhole
                  ? can
                  : { ok: false, because: 'Seven whole numbers.' }
          }
        >
          Save the week
        </Button>
      </form>
    </Section>
  )
}
