import type { DeskWindow, DeskZone } from '@flora/contract/delivery-desk.ts'
import type { Money } from '@flora/money/money.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { FormDialog } from '../components/dialog.tsx'
import { CheckField, SelectField, TextField } from '../components/fields.tsx'
import { MoneyField, NumberField } from '../components/number-fields.tsx'
import { DeliveryRefusal } from '../pages/delivery/delivery-refusal.tsx'
import { otherNo, useDeliveryChange } from '../pages/delivery/use-delivery-change.ts'
import { weekdayNames } from '@flora/calendar/wall-day.ts'
import { hoursWords } from '@flora/calendar/wall-time.ts'

interface SayWindowProps {
  readonly version: number
  readonly zone: DeskZone
  /** Given to change one that is there. */
  readonly window?: DeskWindow
  readonly onClose: () => void
}

interface Typed {
  readonly method: DeskWindow['method']
  readonly name: string
  readonly starts: string
  readonly ends: string
  readonly weekdays: readonly number[]
  readonly fee: Money | undefined
  readonly capacity: number | undefined
  readonly cutOff: string
  readonly cutOffDaysBefore: number | undefined
  readonly active: boolean
}

/** A window of a zone: new, or changed for all days to come. */
export function SayWindow({ version, zone, window, onClose }: SayWindowProps): JSX.Element {
  const [typed, setTyped] = useState<Typed>(() => typedOf(zone, window))
  const doing = useDeliveryChange(version)
  const change = (part: Partial<Typed>): void => {
    doing.touched()
    setTyped((before) => ({ ...before, ...part }))
  }
  const { fee, capacity, cutOffDaysBefore, active, weekdays, ...words } = typed
  const isWhole = fee !== undefined && capacity !== undefined && cutOffDaysBefore !== undefined
  async function send(): Promise<void> {
    if (!isWhole) return
    const name = words.name.trim() === '' ? hoursWords(words.starts, words.ends) : words.name
    const parts = { ...words, name, weekdays: [...weekdays], feeMinor: fee.minor, capacity, cutOffDaysBefore }
    const done = await doing.change(
      (from, knowing) =>
        window === undefined
          ? shop.call('POST /desk/delivery/windows', { body: { ...from, zoneId: zone.id, ...parts } })
          : shop.call('PATCH /desk/delivery/windows/:windowId', {
              params: { windowId: window.id },
              body: { ...from, ...knowing, ...parts, active },
            }),
      `${name} in ${zone.name} is saved.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title={window === undefined ? `Add a window to ${zone.name}` : `${window.name} in ${zone.name}`}
      isOpen
      onClose={onClose}
      does={window === undefined ? 'Add the window' : doing.evenSo ? 'Save even so' : 'Save the window'}
      doing="Saving"
      kind={doing.evenSo ? 'poppy' : 'ink'}
      isBusy={doing.isBusy}
      problem={otherNo(doing.problem)}
      can={isWhole ? { ok: true } : { ok: false, because: 'A fee, places and a cut-off are needed.' }}
      onSend={() => void send()}
    >
      <WindowFields typed={typed} change={change} faultOf={doing.faultOf} pickUp={zone.pickUp} />
      {window !== undefined && (
        <CheckField
          label="Offered"
          note="Without it nobody can order in it; orders that were placed stay."
          isOn={active}
          onChange={(isOn) => change({ active: isOn })}
        />
      )}
      <DeliveryRefusal doing={doing} />
    </FormDialog>
  )
}

interface WindowFieldsProps {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly faultOf: (path: string) => string | undefined
  readonly pickUp: boolean
}

function WindowFields({ typed, change, faultOf, pickUp }: WindowFieldsProps): JSX.Element {
  return (
    <>
      <div className="fields">
        <HoursOf typed={typed} change={change} faultOf={faultOf} pickUp={pickUp} />
        <MoneyField
          label="Fee"
          span="f3"
          value={typed.fee}
          fault={faultOf('feeMinor')}
          onChange={(fee) => change({ fee })}
        />
        <NumberField
          label="Places"
          span="f3"
          value={typed.capacity}
          max={5_000}
          fault={faultOf('capacity')}
          onChange={(capacity) => change({ capacity })}
        />
        <TextField
          label="Orders until"
          span="f3"
          type="time"
          value={typed.cutOff}
          fault={faultOf('cutOff')}
          onChange={(cutOff) => change({ cutOff })}
        />
        <NumberField
          label="So many days before"
          span="f3"
          value={typed.cutOffDaysBefore}
          max={30}
          hint="0 is the same day."
          fault={faultOf('cutOffDaysBefore')}
          onChange={(cutOffDaysBefore) => change({ cutOffDaysBefore })}
        />
      </div>
      <Weekdays typed={typed} change={change} />
    </>
  )
}

function HoursOf({ typed, change, faultOf, pickUp }: WindowFieldsProps): JSX.Element {
  return (
    <>
      <TextField
        label="From"
        span="f3"
        type="time"
        value={typed.starts}
        fault={faultOf('starts')}
        onChange={(starts) => change({ starts })}
      />
      <TextField
        label="To"
        span="f3"
        type="time"
        value={typed.ends}
        fault={faultOf('ends')}
        onChange={(ends) => change({ ends })}
      />
      <TextField
        label="Name"
        optional
        value={typed.name}
        maxLength={80}
        placeholder={hoursWords(typed.starts, typed.ends)}
        hint="Shoppers read it. Empty: its hours."
        fault={faultOf('name')}
        onChange={(name) => change({ name })}
      />
      {!pickUp && (
        <SelectField
          label="How"
          span="f3"
          value={typed.method}
          choices={[
            { value: 'standard', words: 'Standard' },
            { value: 'express', words: 'Express' },
          ]}
          onChange={(method) => change({ method })}
        />
      )}
    </>
  )
}

function Weekdays({ typed, change }: Pick<WindowFieldsProps, 'typed' | 'change'>): JSX.Element {
  return (
    <fieldset>
      <legend className="label">On these weekdays</legend>
      <div className="ticks ticks-short">
        {weekdayNames.map((name, index) => (
          <CheckField
            key={name}
            label={name}
            isOn={typed.weekdays.includes(index + 1)}
            onChange={(isOn) =>
              change({
                weekdays: isOn
                  ? [...typed.weekdays, index + 1].toSorted((a, b) => a - b)
                  : typed.weekdays.filter((day) => day !== index + 1),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function typedOf(zone: DeskZone, window: DeskWindow | undefined): Typed {
  if (window === undefined)
    return {
      method: zone.pickUp ? 'pick-up' : 'standard',
      name: '',
      starts: '09:00',
      ends: '12:00',
      weekdays: [1, 2, 3, 4, 5, 6],
      fee: undefined,
      capacity: undefined,
      cutOff: '17:00',
      cutOffDaysBefore: 1,
      active: true,
    }
  const { method, name, starts, ends, weekdays, fee, capacity, cutOff, cutOffDaysBefore, active } = window
  return { method, name, starts, ends, weekdays, fee, capacity, cutOff, cutOffDaysBefore, active }
}
