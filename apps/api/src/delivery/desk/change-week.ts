import { daysAfter } from '@flora/calendar/shop-day.ts'
import { daysAhead } from '../open-days.ts'
import { insertBenchDays } from '../room/queries.ts'
import { arrange, type Arranges, type Manager, ofWeek } from './arrange.ts'
import { saveWeek } from './arrangement-queries.ts'
import { ordersStay } from './change-day.ts'
import { listOrdersOfBench, lockBench, settleBench } from './settle-queries.ts'

/** What the florists can tie on each weekday, Monday first; days with minutes of their own keep them. */
export function changeWeek(
  shop: Arranges,
  by: Manager,
  { benchMinutes, ...from }: { version: number; evenSo?: boolean | undefined; benchMinutes: readonly number[] },
): Promise<void> {
  return arrange(shop, by, from, async ({ tx, today, expect, allow }) => {
    await expect([ofWeek])
    await insertBenchDays(tx, { from: today, until: daysAfter(today, daysAhead) })
    await lockBench(tx, { today })
    await saveWeek(tx, benchMinutes)
    allow(
      await listOrdersOfBench(tx, await settleBench(tx, { today })),
      (total) =>
        `On some days the bench has promised more than that. ${ordersStay(total)} Nothing more is tied for those days until enough of them are moved or cancelled.`,
    )
    return { subjects: [ofWeek], what: `Changed the week’s bench minutes to ${benchMinutes.join(', ')}.` }
  })
}
