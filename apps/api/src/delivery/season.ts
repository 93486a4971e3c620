import { monthOf, type ShopDay } from '@flora/calendar/shop-day.ts'

/** Months (1 to 12) in which something is sold; undefined is all year, and an empty list is never. */
export type Season = readonly number[] | undefined

export function isInSeason(season: Season, day: ShopDay): boolean {
  return season === undefined || season.includes(monthOf(day))
}

/** The months in which all of them can be had together. */
export function sharedSeason(seasons: readonly Season[]): Season {
  return seasons.reduce<Season>((shared, season) => {
    if (shared === undefined || season === undefined) return shared ?? season
    return shared.filter((month) => season.includes(month))
  }, undefined)
}
