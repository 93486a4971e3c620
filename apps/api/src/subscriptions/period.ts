import { daysAfter, daysBetween, eachDay, type ShopDay } from '@flora/calendar/shop-day.ts'
import { nominalDay, type Rhythm, type Span } from '../offers/index.ts'

// Further away than this a delivery is another delivery: a birthday's flowers do not come a month later.
const furthestDays = 7

/** The days that a period's delivery may be moved to: up to half-way to its neighbours, so that no two periods share a day. */
export function spanOf(rhythm: Rhythm, period: number): Span {
  const day = nominalDay(rhythm, period)
  const before = daysBetween(nominalDay(rhythm, period - 1), day)
  const after = daysBetween(day, nominalDay(rhythm, period + 1))
  return {
    from: daysAfter(day, -Math.min(furthestDays, Math.floor((before - 1) / 2))),
    until: daysAfter(day, Math.min(furthestDays, Math.floor(after / 2))),
  }
}

export function daysOf({ from, until }: Span): ShopDay[] {
  return eachDay(from, daysBetween(from, until) + 1)
}

/** The days of a span from the nearest to `day` on; of two equally near ones the earlier first: flowers may wait, a birthday can't. */
export function nearestFirst(span: Span, day: ShopDay): ShopDay[] {
  const days = daysOf(span)
  const own = days.indexOf(day)
  const nearest = [day]
  for (let away = 1; nearest.length < days.length; away += 1) {
    const around = [days[own - away], days[own + away]]
    nearest.push(...around.filter((one) => one !== undefined))
  }
  return nearest
}

/** The first period, from the anchor's on, whose day by the rule is not before `day`. */
export function firstPeriodFrom(rhythm: Rhythm, day: ShopDay): number {
  let period = rhythm.anchorPeriod
  while (nominalDay(rhythm, period) < day) period += 1
  return period
}
