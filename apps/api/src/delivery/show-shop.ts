import { timeInWords, weekdaysInWords } from '@flora/calendar/in-words.ts'
import type { CutOff } from '@flora/calendar/instant.ts'
import { shopDayAt } from '@flora/calendar/shop-day.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { Shop } from '../shop.ts'
import { findShop } from './queries.ts'

/** The shop as its own page tells it: address, hours, where and when it delivers, and how it takes payments. */
export async function showShop({ db, clock, config }: Pick<Shop, 'db' | 'clock' | 'config'>): Promise<ShopFacts> {
  const now = clock.now()
  const { zones, closures, surges, ...shop } = await findShop(db, now)
  const today = shopDayAt(now, shop.timeZone)
  return {
    ...shop,
    today,
    zones: zones.map(({ windows, ...zone }) => ({
      ...zone,
      windows: windows.map(({ name, method, weekdays, fee, cutOff }) => ({
        name,
        method,
        days: weekdaysInWords(weekdays),
        fee,
        cutOff: cutOffInWords(cutOff),
      })),
    })),
    closures: closures.filter(({ day }) => day >= today).map(({ day, reason }) => ({ day, reason })),
    surges: surges
      .filter(({ untilDay }) => untilDay >= today)
      .map(({ fromDay, untilDay, name, fee }) => ({ from: fromDay, until: untilDay, name, fee })),
    payments: paymentDoor(config),
  }
}

/** Where a browser takes a card to: Stripe, or its stand-in. */
export function paymentDoor({ stripe: { apiBase, publishableKey } }: Shop['config']): ShopFacts['payments'] {
  return apiBase === undefined ? { mode: 'stripe', publishableKey } : { mode: 'sandbox', publishableKey, apiBase }
}

/** '10 am that day', '5 pm the day before' */
export function cutOffInWords({ time, daysBefore }: CutOff): string {
  if (daysBefore === 0) return `${timeInWords(time)} that day`
  return daysBefore === 1 ? `${timeInWords(time)} the day before` : `${timeInWords(time)}, ${daysBefore} days before`
}
