import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { money } from '@flora/money/money.ts'
import { type Surge, surgeFor, surgeOf } from './surge.ts'

const surge = (name: string, fromDay: ShopDay, untilDay: ShopDay, minor: number): Surge => ({
  name,
  fromDay,
  untilDay,
  fee: money(minor, 'AUD'),
})
const surges = [
  surge('Valentine’s Day', '2027-02-12', '2027-02-14', 800),
  surge('A heatwave', '2027-02-14', '2027-02-20', 500),
  surge('A parade', '2027-02-20', '2027-02-20', 500),
]

const cases: [ShopDay, string | undefined][] = [
  ['2027-02-11', undefined],
  ['2027-02-12', 'Valentine’s Day'],
  ['2027-02-14', 'Valentine’s Day'],
  ['2027-02-15', 'A heatwave'],
  ['2027-02-20', 'A heatwave'],
  ['2027-02-21', undefined],
]
for (const [day, name] of cases)
  test(`the surge of ${day} is ${name ?? 'none'}`, () => assert.equal(surgeOf(surges, day)?.name, name))

test('the dearest surge counts wherever it stands in the list', () => {
  assert.equal(surgeOf(surges.toReversed(), '2027-02-14')?.name, 'Valentine’s Day')
})

test('picking up is free of any surge', () => {
  const [valentine] = surges
  assert.equal(surgeFor({ method: 'pick-up' }, valentine), undefined)
  assert.equal(surgeFor({ method: 'express' }, valentine), valentine)
  assert.equal(surgeFor({ method: 'standard' }, undefined), undefined)
})
