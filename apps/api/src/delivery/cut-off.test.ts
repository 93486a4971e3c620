import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CutOff } from '@flora/calendar/instant.ts'
import { instantText } from '@flora/calendar/instant.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { inTime } from './cut-off.ts'

const eveningBefore: CutOff = { time: '17:00', daysBefore: 1 }
const sameMorning: CutOff = { time: '10:00', daysBefore: 0 }

const cases: [now: string, day: ShopDay, cutOff: CutOff, leadDays: number, kind: string, cutOffAt: string][] = [
  ['2026-11-20T16:59:59+11:00', '2026-11-21', eveningBefore, 0, 'in-time', '2026-11-20T06:00:00Z'],
  ['2026-11-20T17:00:00+11:00', '2026-11-21', eveningBefore, 0, 'past-cut-off', '2026-11-20T06:00:00Z'],
  ['2026-11-21T09:59:00+11:00', '2026-11-21', sameMorning, 0, 'in-time', '2026-11-20T23:00:00Z'],
  ['2026-11-21T10:00:00+11:00', '2026-11-21', sameMorning, 0, 'past-cut-off', '2026-11-20T23:00:00Z'],
  // Two lead days move the evening before to three evenings before.
  ['2026-11-18T16:59:00+11:00', '2026-11-21', eveningBefore, 2, 'in-time', '2026-11-18T06:00:00Z'],
  ['2026-11-18T17:00:00+11:00', '2026-11-21', eveningBefore, 2, 'lead-time', '2026-11-18T06:00:00Z'],
  ['2026-11-20T16:59:00+11:00', '2026-11-21', eveningBefore, 2, 'lead-time', '2026-11-18T06:00:00Z'],
  ['2026-11-20T17:00:00+11:00', '2026-11-21', eveningBefore, 2, 'past-cut-off', '2026-11-18T06:00:00Z'],
  // The night on which summer time begins: five in the afternoon before it is still UTC+10.
  ['2026-10-03T16:59:59+10:00', '2026-10-04', eveningBefore, 0, 'in-time', '2026-10-03T07:00:00Z'],
  ['2026-10-03T17:00:00+10:00', '2026-10-04', eveningBefore, 0, 'past-cut-off', '2026-10-03T07:00:00Z'],
  ['2026-10-04T09:59:59+11:00', '2026-10-04', sameMorning, 0, 'in-time', '2026-10-03T23:00:00Z'],
  ['2026-10-04T10:00:00+11:00', '2026-10-04', sameMorning, 0, 'past-cut-off', '2026-10-03T23:00:00Z'],
  // And the one on which it ends.
  ['2027-04-03T17:00:00+11:00', '2027-04-04', eveningBefore, 0, 'past-cut-off', '2027-04-03T06:00:00Z'],
  ['2027-04-04T16:59:59+10:00', '2027-04-05', eveningBefore, 0, 'in-time', '2027-04-04T07:00:00Z'],
  ['2027-04-04T17:00:00+10:00', '2027-04-05', eveningBefore, 0, 'past-cut-off', '2027-04-04T07:00:00Z'],
  ['2028-02-29T16:59:00+11:00', '2028-03-01', eveningBefore, 0, 'in-time', '2028-02-29T06:00:00Z'],
]
for (const [now, day, cutOff, leadDays, kind, cutOffAt] of cases) {
  test(`at ${now}, ${day} with the cut-off ${cutOff.time} ${cutOff.daysBefore} days before and ${leadDays} lead days is ${kind}`, () => {
    const found = inTime({ day, cutOff, leadDays, zone: 'Australia/Melbourne', now: Temporal.Instant.from(now) })
    assert.deepEqual([found.kind, instantText(found.cutOffAt)], [kind, cutOffAt])
  })
}
