import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOfCalendar } from './goods.ts'
import { isInSeason, type Season, sharedSeason } from './season.ts'

test('a season is months; none given is all year, and an empty one never', () => {
  assert.deepEqual(
    (['2026-10-01', '2026-12-31', '2027-01-01'] as const).map((day) => isInSeason([10, 11, 12], day)),
    [true, true, false],
  )
  assert.equal(isInSeason(undefined, '2027-06-01'), true)
  assert.equal(isInSeason([], '2027-06-01'), false)
})

const shared: [Season[], Season][] = [
  [[], undefined],
  [[undefined, undefined], undefined],
  [
    [[10, 11], undefined],
    [10, 11],
  ],
  [[undefined, [10, 11], [11, 12]], [11]],
  [[[1], [7]], []],
  [[[1], [7], undefined, [1]], []],
]
for (const [seasons, months] of shared) {
  test(`seasons ${JSON.stringify(seasons)} share ${JSON.stringify(months)}`, () =>
    assert.deepEqual(sharedSeason(seasons), months))
}

test('products together ask for the longest lead and the shared season', () => {
  assert.deepEqual(askedOfCalendar([{ leadDays: 1 }, { leadDays: 3, seasonMonths: [5, 6] }]), {
    leadDays: 3,
    seasonMonths: [5, 6],
  })
  assert.deepEqual(askedOfCalendar([]), { leadDays: 0, seasonMonths: undefined })
})
