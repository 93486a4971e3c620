import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percentTyped, percentWords } from './promotions.ts'

test('percentages are read as they are written', () => {
  for (const [words, basisPoints] of [
    ['10%', 1_000],
    ['12.5%', 1_250],
    ['0.25%', 25],
    ['100%', 10_000],
  ] as const) {
    assert.equal(percentWords(basisPoints), words)
    assert.equal(percentTyped(words), basisPoints)
  }
})

test('more than everything, nothing, and words are no percentage', () => {
  for (const text of ['100.01', '0', '', 'ten', '-5']) assert.equal(percentTyped(text), undefined)
})
