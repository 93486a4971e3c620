import type { CalendarWindow, DeliveryCalendar } from '@flora/contract/delivery.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import { type JSX, useMemo } from 'react'
import { windowTitle } from '../calendar/window-words.ts'
import { SelectField } from '../select-field.tsx'

export type Window = Pick<CalendarWindow, 'id' | 'name' | 'method'>

/** The windows in which vans go to a postcode, whatever the day. */
export function useWindows(calendar: DeliveryCalendar | undefined): readonly Window[] {
  return useMemo(() => {
    const windows = calendar?.days.flatMap((day) => day.windows) ?? []
    return [...new Map(windows.map(({ id, name, method }) => [id, { id, name, method }])).values()]
  }, [calendar])
}

interface WindowSelectProps {
  readonly id: string
  readonly windows: readonly Window[]
  readonly value: WindowId
  /** The one that is agreed on, in case no van of the postcode has it. */
  readonly now: Pick<CalendarWindow, 'id' | 'name'>
  readonly onChoose: (id: WindowId) => void
}

/** In which hours of the day. */
export function WindowSelect({ id, windows, value, now, onChoose }: WindowSelectProps): JSX.Element {
  const isKnown = windows.some((window) => window.id === value)
  return (
    <SelectField
      id={id}
      label="Window"
      value={value}
      choices={[
        ...(isKnown ? [] : [[value, value === now.id ? now.name : 'Choose a window'] as const]),
        ...windows.map((window) => [window.id, windowTitle(window)] as const),
      ]}
      onChoose={(chosen) => onChoose(chosen as WindowId)}
    />
  )
}
