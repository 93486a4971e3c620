import { browserCarrier, createClient } from '@flora/client/client.ts'
import type { NewReminder, Reminder } from '@flora/contract/reminders.ts'
import { type FormEvent, type JSX, useState } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Refused } from '../sign-in/refused.tsx'
import { useAsking } from '../sign-in/use-asking.ts'
import { leadsWith, yearDayWords } from './reminder-words.ts'

/** An occasion of the catalogue, for what the letter suggests. */
export interface Occasion {
  readonly value: string
  readonly label: string
}

interface ReminderFormProps {
  /** The one to change; absent for another one. */
  readonly reminder?: Reminder
  readonly occasions: readonly Occasion[]
  readonly onSaved: (reminders: Reminder[]) => void
  readonly onLeave: () => void
}

const usualLead = 7
const months = Array.from(
  { length: 12 },
  (_, index) => [String(index + 1), yearDayWords({ month: index + 1, date: 1 }).slice(2)] as const,
)
// Leap years included, as the shop counts them.
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface Typed {
  readonly name: string
  readonly date: string
  readonly month: string
  readonly daysBefore: string
  readonly occasion: string
}

/** A day of the year, what it is, and how long before it a letter comes. */
export function ReminderForm({ reminder, occasions, onSaved, onLeave }: ReminderFormProps): JSX.Element {
  const part = reminder?.id ?? 'new-reminder'
  const [typed, setTyped] = useState(() => typedOf(reminder))
  const [faults, setFaults] = useState<Faults>({})
  const [asking, run] = useAsking()

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = faultsOf(typed)
    setFaults(found)
    const first = (['name', 'date', 'month'] as const).find((field) => found[field] !== undefined)
    if (first) return document.getElementById(`${part}-${first}`)?.focus()
    await run(async () => {
      const client = createClient(browserCarrier())
      const body = wishOf(typed)
      onSaved(
        reminder === undefined
          ? await client.call('POST /account/reminders', { body })
          : await client.call('PATCH /account/reminders/:reminderId', {
              params: { reminderId: reminder.id },
              body: { ...body, occasion: body.occasion ?? null },
            }),
      )
    })
  }

  return (
    <form className="acc-form" onSubmit={(event) => void save(event)} noValidate>
      <ReminderFields
        part={part}
        typed={typed}
        faults={faults}
        occasions={occasions}
        onType={(field, value) => {
          setTyped({ ...typed, [field]: value })
          setFaults({ ...faults, [field]: undefined })
        }}
      />
      <Refused asking={asking} opening="Not kept." />
      <div className="acts">
        <button className="btn" aria-busy={asking.kind === 'busy'}>
          {asking.kind === 'busy' ? 'Keeping' : 'Keep this day'}
        </button>
        <button type="button" className="btn btn-text" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  )
}

interface ReminderFieldsProps {
  readonly part: string
  readonly typed: Typed
  readonly faults: Faults
  readonly occasions: readonly Occasion[]
  readonly onType: (field: keyof Typed, value: string) => void
}

function ReminderFields({ part, typed, faults, occasions, onType }: ReminderFieldsProps): JSX.Element {
  const text = (field: 'name' | 'date') => ({ id: `${part}-${field}`, value: typed[field], fault: faults[field] })
  return (
    <div className="fields">
      <TextField
        {...text('name')}
        label="What day is it?"
        hint="Mum’s birthday, our day"
        maxLength={80}
        autoComplete="off"
        onType={(value) => onType('name', value)}
      />
      <TextField
        {...text('date')}
        label="Day"
        span="f2"
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        onType={(value) => onType('date', value.replaceAll(/\D/g, ''))}
      />
      <SelectField
        id={`${part}-month`}
        label="Month"
        span="f4"
        value={typed.month}
        fault={faults.month}
        choices={[['', 'Choose a month'], ...months]}
        onChoose={(value) => onType('month', value)}
      />
      <SelectField
        id={`${part}-lead`}
        label="When do we write?"
        span="f3"
        value={typed.daysBefore}
        choices={leadsWith(Number(typed.daysBefore)).map(([days, words]) => [String(days), words])}
        onChoose={(value) => onType('daysBefore', value)}
      />
      <SelectField
        id={`${part}-occasion`}
        label="Suggest flowers for"
        span="f3"
        value={typed.occasion}
        choices={[['', 'Anything'], ...occasions.map(({ value, label }) => [value, label] as const)]}
        onChoose={(value) => onType('occasion', value)}
      />
    </div>
  )
}

function typedOf(reminder: Reminder | undefined): Typed {
  return {
    name: reminder?.name ?? '',
    date: String(reminder?.yearDay.date ?? ''),
    month: String(reminder?.yearDay.month ?? ''),
    daysBefore: String(reminder?.daysBefore ?? usualLead),
    occasion: reminder?.occasion ?? '',
  }
}

function wishOf({ name, date, month, daysBefore, occasion }: Typed): NewReminder {
  return {
    name: name.trim(),
    yearDay: { month: Number(month), date: Number(date) },
    daysBefore: Number(daysBefore),
    ...(occasion !== '' && { occasion }),
  }
}

type Faults = { readonly [Field in 'name' | 'date' | 'month']?: string | undefined }

function faultsOf({ name, date, month }: Typed): Faults {
  const most = month === '' ? 31 : longest[Number(month) - 1]!
  const isDay = Number(date) >= 1 && Number(date) <= most
  return {
    ...(name.trim() === '' && { name: 'Please say what the day is.' }),
    ...(!isDay && { date: date === '' ? 'Which day?' : `A day from 1 to ${most}.` }),
    ...(month === '' && { month: 'Which month?' }),
  }
}
