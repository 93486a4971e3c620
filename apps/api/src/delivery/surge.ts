import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Money } from '@flora/money/money.ts'
import { goesToADoor, type Window } from './window.ts'

/** Days on which a delivery costs more: a second driver, market prices. */
export interface Surge {
  readonly name: string
  readonly fromDay: ShopDay
  readonly untilDay: ShopDay
  readonly fee: Money
}

/** The surge of a day. Surges that overlap do not add up: the dearest is the day's. */
export function surgeOf(surges: readonly Surge[], day: ShopDay): Surge | undefined {
  return surges
    .filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay)
    .reduce<Surge | undefined>(
      (dearest, surge) => (dearest && dearest.fee.minor >= surge.fee.minor ? dearest : surge),
      undefined,
    )
}

/** A surge pays for vans, so picking up is free of it. */
export function surgeFor<S extends Pick<Surge, 'name' | 'fee'>>(
  window: Pick<Window, 'method'>,
  surge: S | undefined,
): S | undefined {
  return goesToADoor(window) ? surge : undefined
}
