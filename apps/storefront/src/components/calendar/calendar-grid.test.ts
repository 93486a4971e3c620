import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCalendar } from '../../../test/fixture-calendar.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { CalendarDay } from '@flora/contract/delivery.ts'
import {
  captionOf,
  dayAfterMove,
  type Move,
  noteOf,
  weeksOf,
  weeksReached,
  weeksToShow,
  windowForDay,
} from './calendar-grid.ts'
import { closedReasons } from './closed-reasons.ts'

const calendar = aCalendar()
const shown = (weeks: number): CalendarDay[] =>
  weeksOf(calendar, weeks)
    .flat()
    .flatMap((cell) => (cell.kind === 'known' ? [cell.answer] : []))
const answerOf = (day: ShopDay): CalendarDay => calendar.days.find((one) => one.day === day)!

test('four weeks are shown, Monday first, from the week of today', () => {
  const weeks = weeksOf(calendar, 4)
  assert.equal(weeks.length, 4)
  assert.deepEqual(
    weeks[0]!.map((cell) => [cell.day, cell.kind]),
    [
      ['2026-11-16', 'passed'],
      ['2026-11-17', 'passed'],
      ['2026-11-18', 'passed'],
      ['2026-11-19', 'passed'],
      ['2026-11-20', 'known'],
      ['2026-11-21', 'known'],
      ['2026-11-22', 'known'],
    ],
  )
  assert.equal(captionOf(calendar, weeks), 'Delivery days to 3067, 16 November to 13 December')
})

test('the rest of the 90 days fills whole weeks, and days after them are blank', () => {
  assert.equal(weeksReached(calendar), 14)
  const last = weeksOf(calendar, 99).at(-1)!
  assert.deepEqual(
    last.map((cell) => cell.kind),
    ['known', 'known', 'known', 'beyond', 'beyond', 'beyond', 'beyond'],
  )
})

test('a chosen day that lies further on opens the later days', () => {
  assert.equal(weeksToShow(calendar, undefined), 4)
  assert.equal(weeksToShow(calendar, '2026-12-13'), 4)
  assert.equal(weeksToShow(calendar, '2026-12-14'), 14)
  assert.equal(weeksToShow(calendar, '2030-01-01'), 4, 'a day the calendar does not know opens nothing')
})

test('each day has one short note', () => {
  const cases: [ShopDay, string, string][] = [
    ['2026-11-20', '$14', 'plain'],
    ['2026-11-21', '$12', 'plain'],
    ['2026-11-22', 'Closed', 'plain'],
    ['2026-11-27', '3 left', 'few'],
    ['2026-11-28', 'Full', 'plain'],
    ['2026-11-30', 'No run', 'plain'],
    ['2026-12-05', '+$8', 'surge'],
    ['2026-12-12', 'Last', 'few'],
    ['2026-12-13', 'Over', 'plain'],
  ]
  for (const [day, text, tone] of cases) assert.deepEqual(noteOf(answerOf(day), calendar), { text, tone }, day)
})

test('a season that is still to come is not yet, and one without open days after it is over', () => {
  const early: CalendarDay = {
    day: '2026-11-20',
    open: false,
    reason: { code: 'out-of-season', message: 'From December.' },
    windows: [],
  }
  assert.equal(noteOf(early, calendar).text, 'Not yet')
  assert.equal(noteOf(early, { days: [early] }).text, 'Over')
})

test('keys move by day and week and stop at the edges', () => {
  const cases: [ShopDay, Move, ShopDay][] = [
    ['2026-11-25', 'ArrowLeft', '2026-11-24'],
    ['2026-11-25', 'ArrowRight', '2026-11-26'],
    ['2026-11-29', 'ArrowRight', '2026-11-30'],
    ['2026-11-25', 'ArrowDown', '2026-12-02'],
    ['2026-11-27', 'ArrowUp', '2026-11-20'],
    ['2026-11-25', 'ArrowUp', '2026-11-25'],
    ['2026-11-25', 'Home', '2026-11-23'],
    ['2026-11-21', 'Home', '2026-11-20'],
    ['2026-11-25', 'End', '2026-11-29'],
    ['2026-11-25', 'PageDown', '2026-12-23'],
    ['2026-11-25', 'PageUp', '2026-11-20'],
    ['2026-11-20', 'ArrowLeft', '2026-11-20'],
    ['2027-02-17', 'ArrowRight', '2027-02-17'],
    ['2027-02-17', 'ArrowDown', '2027-02-17'],
    ['2027-02-16', 'End', '2027-02-17'],
  ]
  for (const [from, key, to] of cases) assert.equal(dayAfterMove(from, key, calendar), to, `${from} ${key}`)
})

test('a new day keeps the chosen window if it is open there, else takes the cheapest to a door', () => {
  const day = answerOf('2026-11-21')
  assert.equal(windowForDay(day, 'win_express')?.id, 'win_express')
  assert.equal(windowForDay(day, 'win_midday')?.id, 'win_morning', 'the full window is not kept')
  assert.equal(windowForDay(day, undefined)?.id, 'win_morning')
  const pickUpOnly = { ...day, windows: day.windows.filter((window) => window.method === 'pick-up') }
  assert.equal(windowForDay(pickUpOnly, undefined)?.id, 'win_pick-up')
  assert.equal(windowForDay({ ...day, windows: [] }, undefined), undefined)
})

test('closed days are gathered by reason and named as shortly as is true', () => {
  assert.deepEqual(closedReasons(shown(4)), [
    { when: 'Sundays', why: 'We’re closed, and so is the market.' },
    { when: 'Sat 28', why: 'All 22 places to your zone are taken.' },
    { when: 'Mon 30', why: 'No van to 3067 that day. Pick-up is open.' },
    { when: 'Sun 13', why: 'Peonies are over.' },
  ])
  assert.equal(closedReasons(shown(14)).at(-1)?.when, 'From 13 Dec')
})

test('a weekday is named in the plural only when all of it is closed for that reason', () => {
  const sundays = (closedDays: ShopDay[]): CalendarDay[] =>
    (['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'] as ShopDay[]).map((day) =>
      closedDays.includes(day)
        ? { day, open: false, reason: { code: 'closed', message: 'Closed.' }, windows: [] }
        : { day, open: true, windows: [] },
    )
  assert.equal(closedReasons(sundays(['2026-11-22', '2026-11-29']))[0]?.when, 'Sundays')
  assert.equal(closedReasons(sundays(['2026-11-22']))[0]?.when, 'Sun 22')
  assert.equal(
    closedReasons(sundays(['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29']))[0]?.when,
    'Saturdays, Sundays',
  )
})
