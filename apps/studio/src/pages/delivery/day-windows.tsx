import type { DeskDay, DeskDayWindow } from '@flora/contract/delivery-desk.ts'
import type { JSX } from 'react'
import { useAsk } from '../../asking/use-ask.ts'
import { useShopClock } from '../../asking/use-shop-facts.ts'
import { NumberField } from '../../components/number-fields.tsx'
import { Places } from '../../components/meters.tsx'
import { inProse } from '../../words/money.ts'
import { momentWords } from '@flora/calendar/wall-time.ts'
import type { TypedDayProps } from './day-panel.tsx'

// More zones than this and the panel is longer than the month beside it.
const mostUnfolded = 3

/** The windows of a day, by zone: places taken one by one, and how many there may be. */
export function DayWindows({ shown, typed, type, isOff }: TypedDayProps): JSX.Element {
  const named = useAsk('GET /desk/delivery/arrangements', {}).data?.zones ?? []
  const zones = [...new Set(shown.windows.map(({ zoneId }) => zoneId))]
  return (
    <>
      {zones.map((zoneId) => (
        <details key={zoneId} className="day-zone" open={zones.length <= mostUnfolded || undefined}>
          <summary>
            <b>{named.find(({ id }) => id === zoneId)?.name ?? 'Windows'}</b>
            <span className="soft">{takenOf(shown, zoneId)}</span>
          </summary>
          {shown.windows
            .filter((window) => window.zoneId === zoneId)
            .map((window) => (
              <WindowLine
                key={window.windowId}
                window={window}
                typed={typed.windows[window.windowId]}
                isOff={isOff}
                onType={(value) => type({ windows: { ...typed.windows, [window.windowId]: value } })}
              />
            ))}
        </details>
      ))}
    </>
  )
}

function takenOf({ zones }: DeskDay, zoneId: string): string {
  const zone = zones.find((one) => one.zoneId === zoneId)
  if (zone === undefined) return ''
  return zone.closed ? 'closed' : `${zone.places.taken} of ${zone.places.capacity}`
}

interface WindowLineProps {
  readonly window: DeskDayWindow
  readonly typed: number | null | undefined
  readonly isOff: boolean
  readonly onType: (value: number | null) => void
}

function WindowLine({ window, typed, isOff, onType }: WindowLineProps): JSX.Element {
  const clock = useShopClock()
  const { name, places, usualCapacity, ownCapacity, closedBecause, cutOffAt, fee } = window
  return (
    <div className="day-window">
      <p>
        <b>{name}</b>
        <span className="hint block">
          {closedBecause === undefined
            ? `${fee.minor === 0 ? 'Free' : inProse(fee)}, orders until ${momentWords(cutOffAt, clock)}`
            : `Closed: ${closedBecause}`}
        </span>
      </p>
      <NumberField
        label={`Places, ${name}`}
        hideLabel
        value={typed === undefined ? (ownCapacity ?? places.capacity) : (typed ?? undefined)}
        max={5_000}
        isOff={isOff || closedBecause !== undefined}
        onChange={(value) => onType(value ?? null)}
      />
      <span className="day-places">
        <Places taken={places.taken} held={0} of={Math.max(places.capacity, places.taken)} />
        <span className="hint">
          {places.taken} of {places.capacity}
          {ownCapacity !== undefined && `, usually ${usualCapacity}`}
        </span>
      </span>
    </div>
  )
}
