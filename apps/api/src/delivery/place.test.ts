import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAsked } from './place.ts'

const cases: [typed: string, asked: ReturnType<typeof placeAsked>][] = [
  ['30', { postcode: '30', suburb: '' }],
  ['Abb', { postcode: '', suburb: 'abb' }],
  ['3067 abbots', { postcode: '3067', suburb: 'abbots' }],
  ['Abbotsford, 3067', { postcode: '3067', suburb: 'abbotsford' }],
  ['  St  Kilda ', { postcode: '', suburb: 'st kilda' }],
  ['%_\\', undefined],
  ['', undefined],
]
for (const [typed, asked] of cases)
  test(`"${typed}" asks for ${JSON.stringify(asked)}`, () => assert.deepEqual(placeAsked(typed), asked))
