import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId, ZoneId } from '@flora/contract/ids.ts'

/** A day without deliveries: in one zone, in one window, or in all of them. */
export interface Closure {
  readonly day: ShopDay
  readonly zoneId: ZoneId | undefined
  readonly windowId?: WindowId | undefined
  readonly reason: string
}

/** Whether it shuts the whole shop. */
export function isForAll({ zoneId, windowId }: Closure): boolean {
  return zoneId === undefined && windowId === undefined
}

/** The closure that shuts a zone on a day; that of the whole shop speaks first. */
export function closureOf(closures: readonly Closure[], day: ShopDay, zoneId: ZoneId): Closure | undefined {
  const thatDay = closures.filter((closure) => closure.day === day)
  return thatDay.find(isForAll) ?? thatDay.find((closure) => closure.zoneId === zoneId)
}

/** The same for a window, which may be shut alone. */
export function closureOfWindow(
  closures: readonly Closure[],
  day: ShopDay,
  window: { readonly id: WindowId; readonly zoneId: ZoneId },
): Closure | undefined {
  return (
    closureOf(closures, day, window.zoneId) ??
    closures.find((closure) => closure.day === day && closure.windowId === window.id)
  )
}
