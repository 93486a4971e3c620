import { compareDays, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { StemId } from '@flora/contract/ids.ts'

export interface StemNeed {
  readonly stemId: StemId
  readonly day: ShopDay
  readonly quantity: number
}

/** Pieces in the shop; those without a last day keep. */
export interface StemLot {
  readonly stemId: StemId
  readonly left: number
  readonly usableUntil: ShopDay | null
}

export interface StemPlan {
  readonly needed: number
  readonly usable: number
  readonly short: number
}

/**
 * What some days need, what of it is here, and what is missing, stem by stem. Days before `from` take theirs first, since their
 * flowers are tied from the same buckets; each day takes what wilts soonest of what is still good on it.
 */
export function planBuying(needs: readonly StemNeed[], lots: readonly StemLot[], from: ShopDay): Map<StemId, StemPlan> {
  const left = new Map<StemId, { left: number; usableUntil: ShopDay | null }[]>()
  for (const lot of lots.toSorted(bySpoiling)) {
    const own = left.get(lot.stemId) ?? []
    own.push({ left: lot.left, usableUntil: lot.usableUntil })
    left.set(lot.stemId, own)
  }
  const plans = new Map<StemId, StemPlan>()
  for (const { stemId, day, quantity } of needs.toSorted((a, b) => compareDays(a.day, b.day))) {
    const found = takeFrom(left.get(stemId) ?? [], { day, quantity })
    if (compareDays(day, from) < 0) continue
    const { needed, usable, short } = plans.get(stemId) ?? { needed: 0, usable: 0, short: 0 }
    plans.set(stemId, { needed: needed + quantity, usable: usable + found, short: short + quantity - found })
  }
  return plans
}

/** Whole bunches that hold at least so many stems. */
export function bunchesFor(stems: number, bunch: number): number {
  return Math.ceil(stems / bunch)
}

function takeFrom(
  lots: readonly { left: number; usableUntil: ShopDay | null }[],
  { day, quantity }: { day: ShopDay; quantity: number },
): number {
  let found = 0
  for (const lot of lots) {
    if (lot.usableUntil !== null && compareDays(lot.usableUntil, day) < 0) continue
    const take = Math.min(lot.left, quantity - found)
    lot.left -= take
    found += take
  }
  return found
}

function bySpoiling(a: StemLot, b: StemLot): number {
  if (a.usableUntil === null || b.usableUntil === null)
    return Number(a.usableUntil === null) - Number(b.usableUntil === null)
  return compareDays(a.usableUntil, b.usableUntil)
}
