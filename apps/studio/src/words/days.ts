import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { longDay, shortDay } from '@flora/calendar/wall-day.ts'

/** 'Sat 31 Oct 2026': for days that may be years away, such as the end of a gift card. */
export function shortDayAndYear(day: ShopDay): string {
  return `${shortDay(day)} ${day.slice(0, 4)}`
}

/** 'Saturday 31 October 2026' */
export function longDayAndYear(day: ShopDay): string {
  return `${longDay(day)} ${day.slice(0, 4)}`
}
