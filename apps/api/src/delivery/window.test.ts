import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdayOf } from '@flora/calendar/shop-day.ts'
import { goesToADoor, runsOn } from './window.ts'

test('a window runs on its weekdays and no others', () => {
  const window = { weekdays: [4, 5] } as const
  const week = [
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ] as const
  assert.deepEqual(
    week.filter((day) => runsOn(window, weekdayOf(day))),
    ['2026-11-19', '2026-11-20'],
  )
  assert.equal(runsOn({ weekdays: [] }, 1), false)
})

test('a van and a bicycle go to a door, picking up does not', () => {
  assert.deepEqual(
    (['standard', 'express', 'pick-up'] as const).map((method) => goesToADoor({ method })),
    [true, true, false],
  )
})
