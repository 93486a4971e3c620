import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitCard } from '@flora/card-fit/card-fit.ts'
import { fitWords } from './fit-words.ts'

const short = (lines: number): string => Array.from({ length: lines }, (_, index) => `Line ${index + 1}`).join('\n')

test('the meter says what fits and what will not print', () => {
  const cases: [string, string, string][] = [
    ['', 'No card yet.', 'Leave it empty and we send none.'],
    [short(9), 'It fits.', '9 of 14 lines'],
    [short(14), 'It fits.', '14 of 14 lines'],
    [`${short(14)}\nYour Mercy`, 'One line too long.', '“Your Mercy” won’t print.'],
    [`${short(14)}\n\nYour Mercy`, 'Two lines too long.', '“Your Mercy” won’t print.'],
    [short(26), '12 lines too long.', '“Line 15 Line 16 Line 17 Line 18 Line 1…” won’t print.'],
    ['Love 💐', 'One character won’t print.', 'The card’s letters don’t include 💐; please leave it out.'],
    ['Love 💐 ☂', 'Some characters won’t print.', 'The card’s letters don’t include 💐 ☂; please leave them out.'],
  ]
  for (const [message, verdict, detail] of cases)
    assert.deepEqual(fitWords(fitCard(message)), { verdict, detail }, JSON.stringify(message))
})
