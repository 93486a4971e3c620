import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { Tx } from '../../platform/db.ts'
import { type BenchWant, insertMissingBenchDays, takeBenchMinutesThatExist } from './queries.ts'

export type BenchMinutesTaken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'full'; readonly full: { day: ShopDay }[] }

/** Takes all the bench minutes or none, and names the days that had too few left. Rows are made as for places. */
export async function takeBenchMinutes(tx: Tx, wants: readonly BenchWant[]): Promise<BenchMinutesTaken> {
  // What is only packed needs no bench, and must not wait for those who do.
  const needed = wants.filter(({ minutes }) => minutes !== 0)
  if (needed.length === 0) return { kind: 'taken' }
  let outcome = await takeBenchMinutesThatExist(tx, needed)
  if (outcome.some(({ isMissing }) => isMissing)) {
    await insertMissingBenchDays(tx, needed)
    outcome = await takeBenchMinutesThatExist(tx, needed)
  }
  return outcome.length === 0 ? { kind: 'taken' } : { kind: 'full', full: outcome.map(({ day }) => ({ day })) }
}
