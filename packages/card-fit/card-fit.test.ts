import assert from 'node:assert/strict'
import { test } from 'node:test'
import { card, fitCard } from './card-fit.ts'

const mercy = `Dear June,

Sixty springs, and you still plant everything a fortnight early.

Happy birthday. Keep the pink ones for the kitchen.

Your Mercy`

test('breaks the design’s own card into nine lines', () => {
  const { lines, fits } = fitCard(mercy)
  assert.equal(lines.length, 9)
  assert.equal(lines[2], 'Sixty springs, and you still plant')
  assert.equal(fits, true)
})

const cases = [
  { what: 'an empty message', text: '  \n ', lines: 0, fits: true },
  { what: 'fourteen lines', text: Array(14).fill('a').join('\n'), lines: 14, fits: true },
  { what: 'fifteen lines', text: Array(15).fill('a').join('\n'), lines: 15, fits: false },
  { what: 'Windows line ends', text: 'a\r\nb', lines: 2, fits: true },
  { what: 'a word longer than the card', text: 'w'.repeat(60), lines: 3, fits: true },
  { what: 'accents made of two characters', text: 'Zoe\u0308', lines: 1, fits: true },
]
for (const { what, text, lines, fits } of cases) {
  test(`measures ${what}`, () => {
    const fit = fitCard(text)
    assert.deepEqual([fit.lines.length, fit.fits], [lines, fits])
  })
}

test('names characters the card cannot print', () => {
  assert.deepEqual(fitCard('With love 💐💐 ☂').unprintable, ['💐', '☂'])
  assert.equal(fitCard('With love 💐').fits, false)
})

test('keeps every word, in order', () => {
  assert.equal(fitCard(mercy).lines.join(' ').replaceAll(/\s+/g, ' '), mercy.replaceAll(/\s+/g, ' '))
  assert.equal(card.lines, fitCard('').limit)
})
