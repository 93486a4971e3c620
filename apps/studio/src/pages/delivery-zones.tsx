import type { DeliveryArrangements, DeskWindow, DeskZone } from '@flora/contract/delivery-desk.ts'
import type { Permission } from '@flora/contract/text.ts'
import { type JSX, useMemo, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { useMay } from '../asking/who.ts'
import { Answered } from '../components/answered.tsx'
import { Button } from '../components/button.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { Badge } from '../components/status-badge.tsx'
import { SayWindow } from '../forms/window-say.tsx'
import { SayZone } from '../forms/zone-say.tsx'
import { count } from '../words/counts.ts'
import { weekdayNames } from '@flora/calendar/wall-day.ts'
import { inProse } from '../words/money.ts'
import { clockWords, hoursWords } from '@flora/calendar/wall-time.ts'
import { DeliveryViews } from './delivery/delivery-views.tsx'

type Open =
  | { readonly kind: 'zone'; readonly zone?: DeskZone }
  | { readonly kind: 'window'; readonly zone: DeskZone; readonly window?: DeskWindow }

/** Where the shop delivers, in which windows, until when one may order, and what the bench can tie. */
export function Component(): JSX.Element {
  const answer = useAsk('GET /desk/delivery/arrangements', {})
  const may = useMay('delivery/write')
  const can: Permission = may ? { ok: true } : { ok: false, because: 'Owners and managers arrange deliveries.' }
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <PageHeader title="Zones and windows" lead={answer.data && leadOf(answer.data)} views={<DeliveryViews />}>
        <Button kind="ink" can={can} onPress={() => setOpen({ kind: 'zone' })}>
          Add a zone
        </Button>
      </PageHeader>
      <Answered answer={answer}>
        {(all) => (
          <>
            {all.zones.map((zone) => (
              <Zone key={zone.id} zone={zone} can={can} onOpen={setOpen} />
            ))}
            {open?.kind === 'zone' && (
              <SayZone version={all.version} {...(open.zone && { zone: open.zone })} onClose={close} />
            )}
            {open?.kind === 'window' && (
              <SayWindow
                version={all.version}
                zone={open.zone}
                {...(open.window && { window: open.window })}
                onClose={close}
              />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

function leadOf({ zones }: DeliveryArrangements): string {
  const postcodes = zones.reduce((sum, { places }) => sum + places.length, 0)
  const windows = zones.reduce((sum, zone) => sum + zone.windows.filter(({ active }) => active).length, 0)
  return `${count(zones.length, 'zone')}, ${count(postcodes, 'postcode')}, ${count(windows, 'window')}.`
}

interface ZoneProps {
  readonly zone: DeskZone
  readonly can: Permission
  readonly onOpen: (open: Open) => void
}

function Zone({ zone, can, onOpen }: ZoneProps): JSX.Element {
  const words = zone.pickUp ? 'Name' : 'Name and postcodes'
  const columns = useMemo(() => windowColumns(zone, can, onOpen), [zone, can, onOpen])
  return (
    <Section
      title={zone.name}
      aside={
        <Button small can={can} label={`${words} of ${zone.name}`} onPress={() => onOpen({ kind: 'zone', zone })}>
          {words}
        </Button>
      }
    >
      {zone.pickUp ? (
        <p className="soft">Picked up at the shop.</p>
      ) : (
        <ul className="zone-codes">
          {zone.places.map(({ postcode, suburbs }) => (
            <li key={postcode}>
              <b>{postcode}</b> <span className="soft">{suburbs.join(', ')}</span>
            </li>
          ))}
          {zone.places.length === 0 && <li className="soft">No postcodes yet: nobody is in it.</li>}
        </ul>
      )}
      {zone.windows.length > 0 && (
        <DataTable
          caption={`Windows of ${zone.name}`}
          columns={columns}
          rows={zone.windows}
          rowKey={({ id }) => id}
          stacks
        />
      )}
      <p className="more">
        <Button small can={can} label={`Add a window to ${zone.name}`} onPress={() => onOpen({ kind: 'window', zone })}>
          Add a window
        </Button>
      </p>
    </Section>
  )
}

function windowColumns(zone: DeskZone, can: Permission, onOpen: (open: Open) => void): Column<DeskWindow>[] {
  return [
    {
      id: 'name',
      head: 'Window',
      isName: true,
      cell: ({ name, method, active }) => (
        <>
          <b>{name}</b> {!active && <Badge mark="pending">Not offered</Badge>}
          {method === 'express' && <span className="hint block">Express</span>}
        </>
      ),
    },
    { id: 'hours', head: 'Hours', cell: ({ starts, ends }) => hoursWords(starts, ends) },
    { id: 'days', head: 'Days', cell: ({ weekdays }) => weekdaysWords(weekdays) },
    { id: 'cut', head: 'Orders until', cell: (window) => cutOffWords(window) },
    { id: 'fee', head: 'Fee', isNumber: true, cell: ({ fee }) => (fee.minor === 0 ? 'Free' : inProse(fee)) },
    { id: 'places', head: 'Places', isNumber: true, cell: ({ capacity }) => capacity },
    {
      id: 'change',
      head: 'Change',
      hideHead: true,
      isNumber: true,
      cell: (window) => (
        <Button
          small
          can={can}
          label={`Change ${window.name} in ${zone.name}`}
          onPress={() => onOpen({ kind: 'window', zone, window })}
        >
          Change
        </Button>
      ),
    },
  ]
}

function weekdaysWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'Every day'
  const first = weekdays[0]
  const last = weekdays.at(-1)
  if (first === undefined || last === undefined) return 'Never'
  const name = (day: number): string => weekdayNames[day - 1]!.slice(0, 3)
  const isRow = weekdays.length > 2 && last - first === weekdays.length - 1
  return isRow ? `${name(first)} to ${name(last)}` : weekdays.map(name).join(', ')
}

function cutOffWords({ cutOff, cutOffDaysBefore }: DeskWindow): string {
  const when =
    cutOffDaysBefore === 0 ? 'that day' : cutOffDaysBefore === 1 ? 'the day before' : `${cutOffDaysBefore} days before`
  return `${clockWords(cutOff)} ${when}`
}
