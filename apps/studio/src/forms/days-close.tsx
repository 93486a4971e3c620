import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { DeliveryArrangements, WindowChoice } from '@flora/contract/delivery-desk.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../components/dialog.tsx'
import { CheckField, ChoiceCards, TextField } from '../components/fields.tsx'
import { DayField } from '../components/number-fields.tsx'
import { DeliveryRefusal } from '../pages/delivery/delivery-refusal.tsx'
import { otherNo, useDeliveryChange } from '../pages/delivery/use-delivery-change.ts'
import { daysBetween, eachDay, longDay, shortDay } from '@flora/calendar/wall-day.ts'

type Of = WindowChoice['of']

interface Typed {
  readonly from: ShopDay | undefined
  readonly until: ShopDay | undefined
  readonly of: Of
  readonly hour: string
  readonly chosen: readonly string[]
  readonly reason: string
}

interface CloseDaysProps {
  readonly version: number
  readonly day: ShopDay
  readonly onClose: () => void
}

/** Closes a day or several, for everybody, from an hour on, for zones or for single windows. */
export function CloseDays({ version, day, onClose }: CloseDaysProps): JSX.Element {
  const [typed, setTyped] = useState<Typed>({
    from: day,
    until: day,
    of: 'shop',
    hour: '17:00',
    chosen: [],
    reason: '',
  })
  const doing = useDeliveryChange(version)
  const because = whyNot(typed)
  function change(part: Partial<Typed>): void {
    doing.touched()
    setTyped((before) => ({ ...before, ...part }))
  }
  async function send(): Promise<void> {
    const { from, until, reason } = typed
    if (from === undefined || until === undefined) return
    const body = { days: eachDay(from, daysBetween(from, until) + 1), windows: choiceOf(typed), reason }
    const done = await doing.change(
      (begun, knowing) => shop.call('POST /desk/delivery/closures', { body: { ...begun, ...knowing, ...body } }),
      from === until ? `Closed on ${longDay(from)}.` : `Closed from ${shortDay(from)} to ${shortDay(until)}.`,
    )
    if (done) onClose()
  }
  return (
    <FormDialog
      title="Close days or windows"
      isOpen
      onClose={onClose}
      does={doing.evenSo ? 'Close them even so' : 'Close them'}
      doing="Closing"
      kind={doing.evenSo ? 'poppy' : 'ink'}
      leave="Leave it open"
      isBusy={doing.isBusy}
      problem={otherNo(doing.problem)}
      can={because === undefined ? { ok: true } : { ok: false, because }}
      onSend={() => void send()}
    >
      <DaysOf typed={typed} change={change} fault={doing.faultOf('days')} />
      <WhatOf typed={typed} change={change} />
      <TextField
        label="Reason shoppers see"
        value={typed.reason}
        maxLength={120}
        placeholder="Valentine’s evening is fully booked"
        fault={doing.faultOf('reason')}
        onChange={(reason) => change({ reason })}
      />
      <DeliveryRefusal doing={doing} />
    </FormDialog>
  )
}

interface PartProps {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
}

function DaysOf({ typed: { from, until }, change, fault }: PartProps & { fault: string | undefined }): JSX.Element {
  return (
    <div className="fields">
      <DayField
        label="From"
        span="f3"
        value={from}
        onChange={(day) =>
          change({ from: day, ...(day !== undefined && (until === undefined || until < day) && { until: day }) })
        }
      />
      <DayField
        label="Until, and including"
        span="f3"
        value={until}
        fault={fault}
        onChange={(day) => change({ until: day })}
      />
    </div>
  )
}

function WhatOf({ typed: { of, hour, chosen }, change }: PartProps): JSX.Element {
  const arrangements = useAsk('GET /desk/delivery/arrangements', {}).data
  return (
    <>
      <ChoiceCards<Of>
        legend="What is closed"
        value={of}
        columns
        onChange={(next) => change({ of: next, chosen: [] })}
        choices={[
          { value: 'shop', words: 'The whole day', note: 'Nobody can order for it.' },
          { value: 'hours', words: 'The evening', note: 'Windows that begin at an hour or later, in every zone.' },
          { value: 'zones', words: 'Zones', note: 'All windows of some zones.' },
          { value: 'windows', words: 'Single windows', note: 'One by one.' },
        ]}
      />
      {of === 'hours' && (
        <TextField
          label="Windows that begin at or after"
          type="time"
          value={hour}
          hint={arrangements && windowsFrom(arrangements, hour)}
          onChange={(next) => change({ hour: next })}
        />
      )}
      {(of === 'zones' || of === 'windows') && arrangements && (
        <Ticks of={of} arrangements={arrangements} chosen={chosen} onChange={(next) => change({ chosen: next })} />
      )}
    </>
  )
}

interface TicksProps {
  readonly of: 'zones' | 'windows'
  readonly arrangements: DeliveryArrangements
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Ticks({ of, arrangements, chosen, onChange }: TicksProps): JSX.Element {
  const lines = arrangements.zones.flatMap((zone) =>
    of === 'zones'
      ? [{ id: zone.id as string, words: zone.name }]
      : zone.windows
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ id: id as string, words: `${zone.name}, ${name}` })),
  )
  return (
    <fieldset>
      <legend className="label">{of === 'zones' ? 'Which zones' : 'Which windows'}</legend>
      <div className="ticks">
        {lines.map(({ id, words }) => (
          <CheckField
            key={id}
            label={words}
            isOn={chosen.includes(id)}
            onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  )
}

// Two zones often have a window of the same name.
function windowsFrom({ zones }: DeliveryArrangements, hour: string): string {
  const names = zones.flatMap(({ windows }) =>
    windows.filter(({ active, starts }) => active && starts >= hour).map(({ name }) => name),
  )
  return names.length === 0 ? 'No window begins as late as that.' : `These: ${[...new Set(names)].join(', ')}.`
}

function choiceOf({ of, hour, chosen }: Typed): WindowChoice {
  if (of === 'hours') return { of, from: hour }
  if (of === 'zones') return { of, zoneIds: [...chosen] as ZoneId[] }
  if (of === 'windows') return { of, windowIds: [...chosen] as WindowId[] }
  return { of }
}

function whyNot({ from, until, of, hour, chosen, reason }: Typed): string | undefined {
  if (from === undefined || until === undefined) return 'Say which days.'
  if (until < from) return 'The last day is before the first.'
  if ((of === 'zones' || of === 'windows') && chosen.length === 0) return 'Tick at least one.'
  if (of === 'hours' && hour === '') return 'Say from which hour.'
  if (reason.trim() === '') return 'Say what shoppers will read.'
  return undefined
}
