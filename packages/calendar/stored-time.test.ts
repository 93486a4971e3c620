import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantText } from './instant.ts'
import { dayFromStored, instantFromStored, timeFromStored } from './stored-time.ts'

const instants: [stored: string, utc: string][] = [
  ['2026-11-20 10:24:00+00', '2026-11-20T10:24:00Z'],
  ['2026-11-20 10:24:00.123456+00', '2026-11-20T10:24:00.123456Z'],
  ['2026-11-20T10:24:00.5+00:00', '2026-11-20T10:24:00.5Z'],
  ['2026-11-20 21:24:00+11', '2026-11-20T10:24:00Z'],
  ['2026-11-20 19:54:00+0930', '2026-11-20T10:24:00Z'],
  ['2026-11-20 04:54:00-05:30', '2026-11-20T10:24:00Z'],
  ['2026-11-20T10:24:00Z', '2026-11-20T10:24:00Z'],
]
for (const [stored, utc] of instants)
  test(`reads the instant ${stored}`, () => assert.equal(instantText(instantFromStored(stored)), utc))

for (const text of [
  '2026-11-20 10:24:00',
  '2026-11-20',
  'infinity',
  '-infinity',
  '0044-03-15 12:00:00+00 BC',
  '2026-11-20 10:24:00+00[UTC]',
  '',
]) {
  test(`"${text}" is no stored instant`, () => assert.throws(() => instantFromStored(text), RangeError))
}

test('reads a day and a time as they are stored', () => {
  assert.equal(dayFromStored('2028-02-29'), '2028-02-29')
  assert.equal(timeFromStored('08:30:00'), '08:30')
  assert.equal(timeFromStored('08:30'), '08:30')
})

for (const text of ['08:30:15', '24:00:00', '8:30:00', ''])
  test(`"${text}" is no stored time of ours`, () => assert.throws(() => timeFromStored(text), RangeError))
test('an endless day is no day', () => assert.throws(() => dayFromStored('infinity'), RangeError))
