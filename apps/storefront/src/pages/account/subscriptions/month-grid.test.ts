import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kitchenTable, surprise } from '../../../../test/fixture-subscriptions.ts'
import { type Month, monthsOf } from './month-grid.ts'

const today = '2026-11-20'

function marks(months: readonly Month[]): string[] {
  return months.flatMap(({ weeks }) =>
    weeks.flat().flatMap((cell) => (cell?.mark === undefined ? [] : [`${cell.day} ${cell.mark.kind}`])),
  )
}

test('the months hold what came, what is next, what is to come and what was skipped', () => {
  const months = monthsOf([kitchenTable], today)
  assert.deepEqual(
    months.map(({ name }) => name),
    ['November 2026', 'December 2026', 'January 2027'],
  )
  assert.deepEqual(marks(months), [
    '2026-11-12 done',
    '2026-11-26 next',
    '2026-12-10 due',
    '2026-12-24 skipped',
    '2027-01-21 later',
  ])
})

test('every week has seven places, Monday first', () => {
  for (const { weeks } of monthsOf([kitchenTable], today)) for (const week of weeks) assert.equal(week.length, 7)
  const [november] = monthsOf([], today)
  assert.deepEqual(
    november!.weeks[0]!.map((cell) => cell?.day),
    [undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'],
  )
})

test('a surprise marks every day that may be it, and none that she ruled out', () => {
  const days = marks(monthsOf([surprise], today)).map((mark) => mark.split(' ')[0])
  assert.equal(days[0], '2026-12-15')
  assert.equal(days.at(-1), '2026-12-28')
  for (const out of ['2026-12-20', '2026-12-25', '2026-12-27']) assert.ok(!days.includes(out), out)
})

test('days on which no van goes are not shown as possible ones', () => {
  const [first, ...others] = surprise.occurrences
  const closed = { ...surprise, occurrences: [{ ...first!, notOn: ['2026-12-16', '2026-12-21'] as const }, ...others] }
  const days = marks(monthsOf([closed as unknown as typeof surprise], today)).map((mark) => mark.split(' ')[0])
  assert.ok(days.includes('2026-12-15') && days.includes('2026-12-17'))
  for (const out of ['2026-12-16', '2026-12-21']) assert.ok(!days.includes(out), out)
})

test('a delivery with a day stands over a surprise that may fall on it', () => {
  const both = monthsOf([surprise, kitchenTable], today)
  assert.ok(marks(both).includes('2026-12-24 skipped'))
  assert.ok(marks(both).includes('2026-12-23 sur'))
})

test('what of a surprise lies behind is no longer possible', () => {
  const days = marks(monthsOf([surprise], '2026-12-20'))
  assert.ok(!days.some((mark) => mark < '2026-12-20'))
})
