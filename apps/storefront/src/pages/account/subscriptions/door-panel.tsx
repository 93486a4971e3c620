import { type JSX, useState } from 'react'
import { useCalendar } from '../../../components/calendar/use-calendar.ts'
import { useShop } from '../../../components/shell.tsx'
import {
  type Door,
  doorFaults,
  type DoorFaults,
  doorOf,
  firstFault,
  planOf,
} from '../../../components/subscription/door.ts'
import { CardFields, DoorFields, SubstitutionField } from '../../../components/subscription/door-fields.tsx'
import { useWindows, WindowSelect } from '../../../components/subscription/window-select.tsx'
import { useAddresses } from '../../checkout/use-addresses.ts'
import { ChangePanel } from './change-panel.tsx'
import type { PanelProps } from './panels.tsx'

/** Who gets them, where, in which window, with which words. */
export function DoorPanel({ desk, onFold }: PanelProps): JSX.Element {
  const { id, plan, window } = desk.subscription
  const addresses = useAddresses()
  const [door, setDoor] = useState<Door>(() => doorOf(plan))
  const [windowId, setWindowId] = useState(window.id)
  const [faults, setFaults] = useState<DoorFaults>({})
  const shopPostcode = /\d{4}$/.exec(useShop()?.facts.address ?? '')?.[0] ?? ''
  const postcode = /^\d{4}$/.test(door.postcode) ? door.postcode : shopPostcode
  const { calendar } = useCalendar({ postcode, lines: [] })
  const windows = useWindows(calendar)
  const chosen = windows.find((one) => one.id === windowId)
  const isPickUp = chosen === undefined ? door.line1 === '' && plan.recipient.line1 === '' : chosen.method === 'pick-up'
  const suburbs = calendar?.postcode === door.postcode ? calendar.suburbs : []

  async function change(): Promise<void> {
    const found = doorFaults(door, { isPickUp, suburbs })
    setFaults(found)
    const first = firstFault(found)
    if (first !== undefined) return document.getElementById(`${id}-${first}`)?.focus()
    const body = { ...(windowId !== window.id && { windowId }), plan: planOf(door, { isPickUp }) }
    if (await desk.change('door', body, 'Changed.')) onFold()
  }
  const type = (part: Partial<Door>): void => {
    setDoor((before) => ({ ...before, ...part }))
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([line]) => !(line in part))))
  }
  return (
    <ChangePanel
      desk={desk}
      what="door"
      heading="Where they go, and what the card says"
      act="Change it"
      acting="Changing it"
      onAct={change}
      onLeave={onFold}
    >
      <DoorFields
        part={id}
        door={door}
        faults={faults}
        isPickUp={isPickUp}
        suburbs={suburbs}
        addresses={addresses}
        onType={type}
      />
      {desk.road.own !== undefined && (
        <WindowSelect id={`${id}-window`} windows={windows} value={windowId} now={window} onChoose={setWindowId} />
      )}
      <CardFields part={id} door={door} onType={type} />
      <SubstitutionField part={id} door={door} onType={type} />
      <p className="hint">It counts for every delivery that is still yours to change.</p>
    </ChangePanel>
  )
}
