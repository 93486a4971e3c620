import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import { useAsk } from './use-ask.ts'

/** The shop itself, as everybody may see it: its day, zone, address. Undefined until the shop has answered. */
export function useShopFacts(): ShopFacts | undefined {
  return useAsk('GET /shop', {}).data
}

/** The shop's zone and day, for words about time. The demo's zone until the shop has answered, for a moment. */
export function useShopClock(): { readonly timeZone: string; readonly today: ShopDay | undefined } {
  const facts = useShopFacts()
  return { timeZone: facts?.timeZone ?? 'Australia/Melbourne', today: facts?.today }
}
