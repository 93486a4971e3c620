import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { periods } from './periods.ts'

const daysOf = (id: string, today: ShopDay) => {
  const { from, to } = periods.find((period) => period.id === id)!.days(today)
  return `${from} ${to}`
}

test('usual periods begin and end where people and the tax office say they do', () => {
  const cases: readonly (readonly [id: string, today: ShopDay, days: string])[] = [
    ['week', '2026-11-22', '2026-11-16 2026-11-22'],
    ['week', '2026-11-23', '2026-11-23 2026-11-23'],
    ['last-week', '2026-11-22', '2026-11-09 2026-11-15'],
    ['month', '2026-11-20', '2026-11-01 2026-11-20'],
    ['last-month', '2026-03-31', '2026-02-01 2026-02-28'],
    ['last-month', '2028-03-01', '2028-02-01 2028-02-29'],
    ['last-month', '2027-01-15', '2026-12-01 2026-12-31'],
    ['quarter', '2026-11-20', '2026-10-01 2026-11-20'],
    ['last-quarter', '2027-01-01', '2026-10-01 2026-12-31'],
    ['year', '2026-06-30', '2025-07-01 2026-06-30'],
    ['year', '2026-07-01', '2026-07-01 2026-07-01'],
    ['last-year', '2026-11-20', '2025-07-01 2026-06-30'],
  ]
  for (const [id, today, days] of cases) assert.equal(daysOf(id, today), days, `${id} on ${today}`)
})
