import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { daysLater, longDay } from '@flora/calendar/wall-day.ts'

/** 'today', 'tomorrow', 'on Saturday 21 November'. */
export function firstDayWords(day: ShopDay, today: ShopDay): string {
  if (day === today) return 'today'
  return day === daysLater(today, 1) ? 'tomorrow' : `on ${longDay(day)}`
}
