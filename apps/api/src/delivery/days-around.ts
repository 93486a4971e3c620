import type { Instant } from '@flora/calendar/instant.ts'
import { daysAfter, type ShopDay, shopDayAt } from '@flora/calendar/shop-day.ts'
import { calendarDays } from '@flora/contract/delivery.ts'

/** Both ends are in it. */
export interface DayRange {
  readonly from: ShopDay
  readonly until: ShopDay
}

/** Every day a calendar may show at an instant, in whatever zone the shop is: for asking before its zone is known. */
export function daysAround(now: Instant): DayRange {
  const day = shopDayAt(now, 'UTC')
  return { from: daysAfter(day, -1), until: daysAfter(day, calendarDays + 1) }
}
