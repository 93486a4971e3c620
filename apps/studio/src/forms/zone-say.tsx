import type { DeskZone, ServedPlace } from '@flora/contract/delivery-desk.ts'
import { type JSX, useState } from 'react'
import { shop } from '../asking/shop.ts'
import { FormDialog } from '../components/dialog.tsx'
import { LongTextField, TextField } from '../components/fields.tsx'
import { DeliveryRefusal } from '../pages/delivery/delivery-refusal.tsx'
import { placesTyped, placesWritten } from '../pages/delivery/places-typed.ts'
import { otherNo, useDeliveryChange } from '../pages/delivery/use-delivery-change.ts'

interface SayZoneProps {
  readonly version: number
  /** Given to change one that is there. */
  readonly zone?: DeskZone
  readonly onClose: () => void
}

/** A zone's name and its postcodes, one to a line as they stand in any list. */
export function SayZone({ version, zone, onClose }: SayZoneProps): JSX.Element {
  const standing = placesWritten(zone?.places ?? [])
  const [name, setName] = useState(zone?.name ?? '')
  const [lines, setLines] = useState(standing)
  const doing = useDeliveryChange(version)
  const typed = placesTyped(lines)
  const fault =
    typed.badLine === undefined
      ? doing.problem?.fields?.find(({ path }) => path.startsWith('places'))?.message
      : `Line ${typed.badLine} is no postcode with its suburbs.`
  const touching = (set: (text: string) => void) => (text: string) => {
    doing.touched()
    set(text)
  }
  async function send(): Promise<void> {
    const places: ServedPlace[] = typed.places
    const done = await doing.change(
      (from, knowing) =>
        zone === undefined
          ? shop.call('POST /desk/delivery/zones', { body: { ...from, name, places } })
          : shop.call('PATCH /desk/delivery/zones/:zoneId', {
              params: { zoneId: zone.id },
              body: { ...from, ...knowing, ...(name !== zone.name && { name }), ...(lines !== standing && { places }) },
            }),
      `${name} is saved.`,
    )
    if (done) onClose()
  }
  const because =
    name.trim() === '' ? 'Give it a name.' : typed.badLine === undefined ? undefined : 'Mend the postcodes first.'
  return (
    <FormDialog
      title={zone === undefined ? 'Add a zone' : `Change ${zone.name}`}
      isOpen
      onClose={onClose}
      does={zone === undefined ? 'Add the zone' : doing.evenSo ? 'Save even so' : 'Save the zone'}
      doing="Saving"
      kind={doing.evenSo ? 'poppy' : 'ink'}
      isBusy={doing.isBusy}
      problem={otherNo(doing.problem)}
      can={because === undefined ? { ok: true } : { ok: false, because }}
      onSend={() => void send()}
    >
      <TextField label="Name" value={name} maxLength={80} fault={doing.faultOf('name')} onChange={touching(setName)} />
      {zone?.pickUp !== true && (
        <LongTextField
          label="Postcodes and suburbs"
          rows={10}
          value={lines}
          placeholder={'3067 Abbotsford\n3065 Fitzroy, Fitzroy North'}
          hint="One postcode to a line, then its suburbs with commas between."
          fault={fault}
          onChange={touching(setLines)}
        />
      )}
      <DeliveryRefusal doing={doing} />
    </FormDialog>
  )
}
