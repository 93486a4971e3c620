import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { WindowId } from '@flora/contract/ids.ts'
import type { Tx } from '../../platform/db.ts'
import { insertMissingPlaces, type PlaceWant, takePlacesThatExist } from './queries.ts'

export type PlacesTaken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'full'; readonly full: { day: ShopDay; windowId: WindowId }[] }

/**
 * Takes all the places or none, and names the windows that were full; a window that is not there is full. One statement
 * when the day's rows exist, which openDays sees to; otherwise they are made from the window's capacity and taken.
 */
export async function takePlaces(tx: Tx, wants: readonly PlaceWant[]): Promise<PlacesTaken> {
  if (wants.length === 0) return { kind: 'taken' }
  let outcome = await takePlacesThatExist(tx, wants)
  if (outcome.some(({ isMissing }) => isMissing)) {
    await insertMissingPlaces(tx, wants)
    outcome = await takePlacesThatExist(tx, wants)
  }
  return outcome.length === 0
    ? { kind: 'taken' }
    : { kind: 'full', full: outcome.map(({ day, windowId }) => ({ day, windowId })) }
}
