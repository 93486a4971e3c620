import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corrected, readSearch, slipsBetween, vocabularyOf } from './search.ts'

const vocabulary = vocabularyOf([
  'Peony Peonies',
  'Peony Paeonia',
  'Ranunculus',
  'Eucalyptus',
  'Roses Rose',
  'Snapdragons Snapdragon',
  'Sweet pea',
  'Lily',
  'Blush garden rose',
  'Mother’s day',
  'Yearly',
])

for (const [typed, meant] of [
  ['pioney', 'peony'],
  ['ranunclus', 'ranunculus'],
  ['eucaliptus', 'eucalyptus'],
  ['rosse', 'rose'],
  ['orse', 'rose'],
  ['lilly', 'lily'],
  ['sweetpea', 'sweet pea'],
  ['snap dragon', 'snapdragon'],
  ['blush pioney', 'blush peony'],
] as const) {
  test(`reads “${typed}” as “${meant}”`, () => {
    assert.equal(corrected(readSearch(typed)!.words, vocabulary)?.join(' '), meant)
  })
}

for (const known of ['peony', 'peonys', 'rose', 'roses', 'garden rose', 'mothers day', 'pea', 'ab', 'xyzzyq']) {
  test(`leaves “${known}” as it is`, () => assert.equal(corrected(readSearch(known)!.words, vocabulary), undefined))
}

test('counts a swap of neighbours as one slip and gives up above the limit', () => {
  assert.equal(slipsBetween('orse', 'rose', 3), 1)
  assert.equal(slipsBetween('pioney', 'peony', 3), 2)
  assert.equal(slipsBetween('', 'abc', 3), 3)
  assert.ok(slipsBetween('abcdefgh', 'stuvwxyz', 2) > 2)
})

test('an unfinished last word is searched as a beginning, and quotes and minus signs as they are meant', () => {
  assert.deepEqual(readSearch('Pink peon'), { form: 'words', query: 'pink & peon:*', words: ['pink', 'peon'] })
  assert.deepEqual(readSearch('mother’s & | ! <-> day:*'), {
    form: 'words',
    query: 'mother & day:*',
    words: ['mother', 'day'],
  })
  assert.equal(readSearch('“garden rose”')?.query, '"garden rose"')
  assert.equal(readSearch('rose -red')?.form, 'web')
  assert.equal(readSearch(' — '), undefined)
})
