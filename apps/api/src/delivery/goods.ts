import { type Season, sharedSeason } from './season.ts'

/** What a product asks of the calendar. */
export interface Goods {
  readonly leadDays: number
  readonly seasonMonths?: Season
}

/** What a delivery of several products asks of it: the longest lead, and the months all of them share. */
export function askedOfCalendar(goods: readonly Goods[]): Goods {
  return {
    leadDays: Math.max(0, ...goods.map(({ leadDays }) => leadDays)),
    seasonMonths: sharedSeason(goods.map(({ seasonMonths }) => seasonMonths)),
  }
}
