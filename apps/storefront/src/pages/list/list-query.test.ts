import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filtersOn, readQuery, toggled, writeQuery } from './list-query.ts'

const same = (search: string): string => writeQuery(readQuery(new URLSearchParams(search)))

const cases: readonly [string, string][] = [
  ['', ''],
  ['occasion=thank-you', '?occasion=thank-you'],
  ['colour=pink&occasion=thank-you&occasion=birthday', '?occasion=birthday,thank-you&colour=pink'],
  ['occasion=birthday,birthday', '?occasion=birthday'],
  ['occasion=%3Cscript%3E&mood=', ''],
  ['sort=featured&page=1&price-from=&price-to=90', '?price-to=90'],
  ['page=2&sort=price-up', '?sort=price-up&page=2'],
  ['page=-1&price-from=abc&kind=car', ''],
  ['q=++white+peony++&kind=bouquet', '?q=white+peony&kind=bouquet'],
]

for (const [typed, address] of cases) {
  test(`a list asked for with "${typed}" lives at "${address}"`, () => assert.equal(same(typed), address))
}

test('an address written by the shop is left as it is', () => {
  for (const [, address] of cases) assert.equal(same(address.slice(1)), address)
})

test('ticking and unticking a value gives back the first page of the list before', () => {
  const query = readQuery(new URLSearchParams('occasion=birthday&page=3'))
  assert.equal(writeQuery(toggled(query, 'colour', 'pink')), '?occasion=birthday&colour=pink')
  assert.equal(writeQuery(toggled(toggled(query, 'colour', 'pink'), 'colour', 'pink')), '?occasion=birthday')
})

test('the phone’s filter button counts ticks, and the price once', () => {
  assert.equal(filtersOn(readQuery(new URLSearchParams('occasion=birthday,thank-you&price-from=40&price-to=90'))), 3)
})
