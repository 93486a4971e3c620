import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RiskCode } from '@flora/contract/day-board.ts'
import { decideRisks, type Moment, type Suspect } from './risk.ts'

const moment: Moment = {
  at: Temporal.Instant.from('2026-11-21T00:00:00Z'),
  today: '2026-11-21',
  time: '11:00',
  timeZone: 'Australia/Melbourne',
}
const fine: Suspect = {
  status: 'PREPARING',
  method: 'standard',
  day: '2026-11-21',
  windowStarts: '08:00:00',
  windowEnds: '12:00:00',
  benchMinutes: 8,
  line1: '12 Nicholson Street',
  line2: '',
  suburb: 'Abbotsford',
  postcode: '3067',
  isKnownPlace: true,
  dueMinor: 0,
  longCard: '',
  isShort: false,
  substitution: 'ask-me',
}

const cases: readonly [string, Partial<Suspect>, readonly RiskCode[]][] = [
  ['nothing is wrong', {}, []],
  ['its window is over', { windowEnds: '11:00:00' }, ['late']],
  ['its window ends in a minute', { windowEnds: '11:01:00' }, []],
  ['its day is over', { day: '2026-11-20', windowEnds: '18:00:00' }, ['late']],
  ['its day is to come', { day: '2026-11-22', windowEnds: '09:00:00' }, []],
  ['it was delivered late', { status: 'DELIVERED', windowEnds: '09:00:00' }, []],
  [
    'nobody began an hour before',
    { status: 'CONFIRMED', windowStarts: '12:00:00', windowEnds: '16:00:00' },
    ['not-started'],
  ],
  ['nobody need have begun', { status: 'CONFIRMED', windowStarts: '12:01:00', windowEnds: '16:00:00' }, []],
  ['it came back', { status: 'NOT_DELIVERED' }, ['not-delivered']],
  ['it isn’t paid', { status: 'PENDING' }, ['unpaid']],
  ['a difference is due', { dueMinor: 300 }, ['unpaid']],
  ['a difference is due of what was delivered', { status: 'DELIVERED', dueMinor: 300 }, ['unpaid']],
  ['stems are gone', { isShort: true }, ['short-of-stock']],
  ['stems are gone, and it was tied before', { status: 'READY', isShort: true }, []],
  ['the street has no number', { line1: 'Nicholson Street' }, ['address']],
  ['the number stands in the second line', { line1: 'The Old Mill', line2: '12 Nicholson Street' }, []],
  ['a floor has no house', { line1: 'Level 4' }, ['address']],
  ['a floor has a house', { line1: 'Level 4', line2: '88 Collins Street' }, []],
  ['suburb and postcode disagree', { isKnownPlace: false }, ['address']],
  ['somebody comes for it', { method: 'pick-up', line1: '', isKnownPlace: false }, []],
  ['its card is too long', { longCard: 'word '.repeat(400) }, ['card-too-long']],
  ['its card is long and fits', { longCard: 'Dear June,\nhappy birthday.' }, []],
  ['it is cancelled', { status: 'CANCELLED', isShort: true }, []],
]
for (const [what, parts, codes] of cases) {
  test(`${what}: ${codes.join(', ') || 'no risk'}`, () => {
    const risks = decideRisks({ ...fine, ...parts }, moment)
    assert.deepEqual(
      risks.map(({ code }) => code),
      codes,
    )
    assert.ok(risks.every(({ message }) => message.endsWith('.')))
  })
}
