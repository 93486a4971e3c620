import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longDayAndYear, shortDayAndYear } from './days.ts'

test('a day that may be years away says its year', () => {
  assert.equal(shortDayAndYear('2028-12-01'), 'Fri 1 Dec 2028')
  assert.equal(longDayAndYear('2028-12-01'), 'Friday 1 December 2028')
})
