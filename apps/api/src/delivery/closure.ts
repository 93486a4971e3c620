import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ZoneId } from '@flora/contract/ids.ts'

/** A day without deliveries: in one zone, or in all of them. */
export interface Closure {
  readonly day: ShopDay
  readonly zoneId: ZoneId | undefined
  readonly reason: string
}

/** The closure that shuts a zone on a day; that of the whole shop speaks first. */
export function closureOf(closures: readonly Closure[], day: ShopDay, zoneId: ZoneId): Closure | undefined {
  const thatDay = closures.filter((closure) => closure.day === day)
  return thatDay.find((closure) => closure.zoneId === undefined) ?? thatDay.find((closure) => closure.zoneId === zoneId)
}
