import { compareDays, daysBetween, type ShopDay } from '@flora/calendar/shop-day.ts'
import type { BuyingList } from '@flora/contract/fulfilment.ts'
import type { Shop } from '../shop.ts'
import { countOrdersToTie, listStemLots, listStemNeeds, listStemsToBuy } from './buying-queries.ts'
import { daysNotPossible } from './errors.ts'
import { bunchesFor, planBuying } from './plan-buying.ts'

// As far as flowers can be bought ahead.
const mostDays = 28

/** Stems to buy for some days, in bunches. */
export async function showBuyingList(
  { db }: Pick<Shop, 'db'>,
  { from, until }: { from: ShopDay; until: ShopDay },
): Promise<BuyingList> {
  if (compareDays(until, from) < 0 || daysBetween(from, until) > mostDays) throw daysNotPossible()
  const [needs, counted] = await Promise.all([listStemNeeds(db, until), countOrdersToTie(db, { from, until })])
  const stemIds = [...new Set(needs.map(({ stemId }) => stemId))]
  const [lots, stems] = await Promise.all([listStemLots(db, stemIds), listStemsToBuy(db, stemIds)])
  const plans = planBuying(needs, lots, from)
  return {
    from,
    until,
    lines: stems.flatMap((stem) => {
      const plan = plans.get(stem.stemId)
      if (!plan) return []
      const bunches = bunchesFor(plan.short, stem.bunch)
      return [{ ...stem, ...plan, bunches, stemsToBuy: bunches * stem.bunch }]
    }),
    ...counted,
  }
}
