import assert from 'node:assert/strict'
import { test } from 'node:test'
import { understand } from './search.ts'

const part = (text: string, phone?: string) => ({ kind: 'asked', asked: { part: text, phone } })
const cases: readonly [string | undefined, object][] = [
  [undefined, { kind: 'latest' }],
  ['  ', { kind: 'latest' }],
  ['an', { kind: 'too-short' }],
  ['3067', { kind: 'postcode', postcode: '3067' }],
  ['June  Okafor', part('%june okafor%')],
  ['FL-4K7Q', part('%fl-4k7q%')],
  ['100%', part(String.raw`%100\%%`)],
  ['0491 570 156', part('%0491 570 156%', '%491570156%')],
  ['+61 491 570 156', part('%+61 491 570 156%', '%491570156%')],
  ['(03) 7010 4418', part('%(03) 7010 4418%', '%370104418%')],
]
for (const [typed, understood] of cases) {
  test(`“${typed ?? ''}” is understood`, () => assert.deepEqual(understand(typed), understood))
}
