import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { isShopDay } from '@flora/calendar/wall-day.ts'
import { useAddress } from './use-address.ts'
import { useShopClock } from './use-shop-facts.ts'

/** The day that a page is about, from its address (`?day=2026-11-21`); today unless it says another. Undefined for a moment. */
export function useDay(): { day: ShopDay | undefined; today: ShopDay | undefined; choose: (day: ShopDay) => void } {
  const { today } = useShopClock()
  const [read, set] = useAddress()
  const asked = read('day')
  return {
    day: isShopDay(asked) ? asked : today,
    today,
    choose: (day) => set({ day: day === today ? undefined : day }),
  }
}
