import type { ClockTime } from '@flora/calendar/clock-time.ts'
import { hoursInWords } from '@flora/calendar/in-words.ts'
import { timeFromStored } from '@flora/calendar/stored-time.ts'
import type { PackDelivery } from '../pack-queries.ts'

/** '8 am to 12 noon' */
export function windowOf({ windowStarts, windowEnds }: Pick<PackDelivery, 'windowStarts' | 'windowEnds'>): string {
  return hoursInWords(timeFromStored(windowStarts) as ClockTime, timeFromStored(windowEnds) as ClockTime)
}

/** 'Run 1, Wren, stop 12' */
export function stopOf({ method, runNumber, driverName, stop, zoneName }: PackDelivery): string {
  if (method === 'pick-up') return 'Picked up in the shop'
  if (runNumber === null) return `${zoneName}, no run yet`
  return [`Run ${runNumber}`, driverName, `stop ${stop}`].filter(Boolean).join(', ')
}
