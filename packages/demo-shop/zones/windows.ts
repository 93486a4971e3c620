import type { DemoWindow } from '../shape.ts'

// ISO weekdays.
const saturday = 6
export const weekdays = [1, 2, 3, 4, 5] as const
export const tuesdayToFriday = [2, 3, 4, 5] as const

export interface Run {
  readonly days: readonly number[]
  /** Cents. */
  readonly fee: number
  /** Doors a van can reach in the window. */
  readonly places: number
}

/** The morning run is loaded at seven, so its orders close the evening before. */
export function morning({ days, fee, places }: Run): DemoWindow {
  return standard('morning', '8 am to 12 noon', ['08:00', '12:00'], days, fee, places, '17:00', 1)
}

/** Close enough to the shop that what is ordered by ten can still be tied and leave at noon. */
export function sameDayMidday({ days, fee, places }: Run): DemoWindow {
  return standard('midday', '12 noon to 4 pm', ['12:00', '16:00'], days, fee, places, '10:00', 0)
}

export function midday({ days, fee, places }: Run): DemoWindow {
  return standard('midday', '12 noon to 4 pm', ['12:00', '16:00'], days, fee, places, '17:00', 1)
}

/** Wren leaves at two with whatever is tied by then. */
export function sameDayAfternoon({ days, fee, places }: Run): DemoWindow {
  return standard('afternoon', '2 pm to 6 pm', ['14:00', '18:00'], days, fee, places, '14:00', 0)
}

export function afternoon({ days, fee, places }: Run): DemoWindow {
  return standard('afternoon', '2 pm to 6 pm', ['14:00', '18:00'], days, fee, places, '17:00', 1)
}

/** One long window for the far zones: a single van, one loop. */
export function wholeDay({ days, fee, places }: Run): DemoWindow {
  return standard('day', '9 am to 5 pm', ['09:00', '17:00'], days, fee, places, '17:00', 1)
}

export function evening({ days, fee, places }: Run): DemoWindow {
  return standard('evening', '5.30 pm to 8 pm', ['17:30', '20:00'], days, fee, places, '14:00', 0)
}

/** On Saturdays the shop shuts at three, so the evening before counts an hour earlier. */
export function saturdayMorning({ fee, places }: Omit<Run, 'days'>): DemoWindow {
  return standard('saturday-morning', '8 am to 12 noon', ['08:00', '12:00'], [saturday], fee, places, '16:00', 1)
}

export function saturdaySameDayMidday({ fee, places }: Omit<Run, 'days'>): DemoWindow {
  return standard('saturday-midday', '12 noon to 4 pm', ['12:00', '16:00'], [saturday], fee, places, '09:00', 0)
}

export function saturdayMidday({ fee, places }: Omit<Run, 'days'>): DemoWindow {
  return standard('saturday-midday', '12 noon to 4 pm', ['12:00', '16:00'], [saturday], fee, places, '16:00', 1)
}

/** One-hour windows by bicycle: a stop or two each, ordered at least an hour and a half before. */
export function express({ fee, places }: Omit<Run, 'days'>): readonly DemoWindow[] {
  const hour = (
    key: string,
    name: string,
    [starts, ends]: Clock,
    cutOff: string,
    days: readonly number[],
  ): DemoWindow => ({
    key: `express-${key}`,
    method: 'express',
    name: `Express, ${name}`,
    starts,
    ends,
    weekdays: days,
    feeMinor: fee,
    capacity: places,
    cutOff,
    cutOffDaysBefore: 0,
  })
  return [
    hour('10', '10 am to 11 am', ['10:00', '11:00'], '08:30', [...weekdays, saturday]),
    hour('11', '11 am to 12 noon', ['11:00', '12:00'], '09:30', [...weekdays, saturday]),
    hour('13', '1 pm to 2 pm', ['13:00', '14:00'], '11:30', weekdays),
    hour('15', '3 pm to 4 pm', ['15:00', '16:00'], '13:30', weekdays),
    hour('16', '4 pm to 5 pm', ['16:00', '17:00'], '14:30', weekdays),
  ]
}

/** At the counter. Saturday mornings fill first; the counter fits about forty parcels. */
export const pickUpWindows: readonly DemoWindow[] = [
  pickUp('morning', 'Pick up, 9 am to 1 pm', ['09:00', '13:00'], weekdays, 40, '17:00', 1),
  pickUp('afternoon', 'Pick up, 1 pm to 5.30 pm', ['13:00', '17:30'], weekdays, 40, '12:00', 0),
  pickUp('saturday-morning', 'Pick up, 9 am to 12 noon', ['09:00', '12:00'], [saturday], 30, '16:00', 1),
  pickUp('saturday-midday', 'Pick up, 12 noon to 3 pm', ['12:00', '15:00'], [saturday], 30, '10:00', 0),
]

type Clock = readonly [starts: string, ends: string]

function standard(
  key: string,
  name: string,
  [starts, ends]: Clock,
  days: readonly number[],
  feeMinor: number,
  capacity: number,
  cutOff: string,
  cutOffDaysBefore: number,
): DemoWindow {
  return { key, method: 'standard', name, starts, ends, weekdays: days, feeMinor, capacity, cutOff, cutOffDaysBefore }
}

function pickUp(
  key: string,
  name: string,
  [starts, ends]: Clock,
  days: readonly number[],
  capacity: number,
  cutOff: string,
  cutOffDaysBefore: number,
): DemoWindow {
  return { key, method: 'pick-up', name, starts, ends, weekdays: days, feeMinor: 0, capacity, cutOff, cutOffDaysBefore }
}
