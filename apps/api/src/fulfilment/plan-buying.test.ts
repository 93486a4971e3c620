import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysAfter, type ShopDay } from '@flora/calendar/shop-day.ts'
import { bunchesFor, planBuying } from './plan-buying.ts'

const rose = 'stm_rose' as const
const need = (day: ShopDay, quantity: number) => ({ stemId: rose, day, quantity })
const lot = (left: number, usableUntil: ShopDay | null) => ({ stemId: rose, left, usableUntil })

test('a day takes what wilts soonest of what is still good on it, after the days before it', () => {
  const lots = [lot(10, null), lot(10, '2026-11-21'), lot(10, '2026-11-20')]
  const needs = [need('2026-11-20', 15), need('2026-11-21', 15), need('2026-11-22', 5)]
  // Friday: 10 of the first and 5 of the second; Saturday: 5 of it and 10 that keep; Sunday: none left.
  assert.deepEqual(planBuying(needs, lots, '2026-11-20').get(rose), { needed: 35, usable: 30, short: 5 })
  assert.deepEqual(planBuying(needs, lots, '2026-11-22').get(rose), { needed: 5, usable: 0, short: 5 })
  assert.equal(planBuying(needs, lots, '2026-11-23').size, 0)
})

test('bunches hold at least what is missing, and one fewer would not', () => {
  assert.deepEqual(
    [0, 1, 9, 10, 11].map((stems) => bunchesFor(stems, 10)),
    [0, 1, 1, 1, 2],
  )
})

test('what is needed is here or missing, and no stem is counted twice', () => {
  const day = fc.integer({ min: 0, max: 9 }).map((days) => daysAfter('2026-11-20', days))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(day, fc.integer({ min: 1, max: 40 })), { maxLength: 20 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(day)), { maxLength: 10 }),
      (needs, lots) => {
        const plan = planBuying(
          needs.map(([on, quantity]) => need(on, quantity)),
          lots.map(([left, until]) => lot(left, until)),
          '2026-11-20',
        ).get(rose) ?? { needed: 0, usable: 0, short: 0 }
        assert.equal(
          plan.needed,
          needs.reduce((sum, [, quantity]) => sum + quantity, 0),
        )
        assert.equal(plan.usable + plan.short, plan.needed)
        assert.ok(plan.usable <= lots.reduce((sum, [left]) => sum + left, 0))
      },
    ),
  )
})
