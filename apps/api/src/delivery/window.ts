import type { ClockTime } from '@flora/calendar/clock-time.ts'
import type { CutOff } from '@flora/calendar/instant.ts'
import type { Weekday } from '@flora/calendar/shop-day.ts'
import type { DeliveryMethod } from '@flora/contract/delivery.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'
import type { Money } from '@flora/money/money.ts'

/** Some hours of some weekdays in which one zone is served, or in which the counter hands over. */
export interface Window {
  readonly id: WindowId
  readonly zoneId: ZoneId
  readonly zoneName: string
  readonly method: DeliveryMethod
  readonly name: string
  readonly starts: ClockTime
  readonly ends: ClockTime
  readonly weekdays: readonly Weekday[]
  readonly fee: Money
  readonly capacity: number
  readonly cutOff: CutOff
}

/** Whether the window is offered on that weekday. */
export function runsOn({ weekdays }: Pick<Window, 'weekdays'>, weekday: Weekday): boolean {
  return weekdays.includes(weekday)
}

/** Whether a van or a bicycle brings it, and not the recipient's own feet. */
export function goesToADoor({ method }: Pick<Window, 'method'>): boolean {
  return method !== 'pick-up'
}
