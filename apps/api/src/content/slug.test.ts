import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Slug } from '@flora/contract/text.ts'
import { freeSlug, slugOf, slugOfTitle, tagsOf } from './slug.ts'

for (const [words, slug] of [
  ['How to open a peony that won’t', 'how-to-open-a-peony-that-wont'],
  ['Mother’s Day & after', 'mothers-day-and-after'],
  ['Crème brûlée, Straße & Smørrebrød', 'creme-brulee-strasse-and-smorrebrod'],
  ['  --Peonies!!  ', 'peonies'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
  ['Ⅷ ½ ﬁne', 'viii-1-2-fine'],
  ['牡丹', ''],
] as const) {
  test(`“${words}” stands in an address as “${slug}”`, () => assert.equal(slugOf(words), slug))
}

test('a slug always fits an address, is cut between words, and a title without letters of ours gets a plain one', () => {
  const long = slugOf('a peony that will not open '.repeat(20))
  assert.ok(long.length <= 72 && long.endsWith('-that-will'), long)
  assert.equal(slugOf('x'.repeat(200)).length, 72)
  assert.equal(slugOfTitle('牡丹'), 'piece')
  for (const words of [long, 'x'.repeat(200), slugOfTitle('…'), `${'y'.repeat(71)} z`])
    Slug.parse(freeSlug(slugOfTitle(words), new Set([slugOfTitle(words)])))
})

test('a taken address gets the first free number, and one that means something else is never given', () => {
  assert.equal(freeSlug('peonies', new Set()), 'peonies')
  assert.equal(freeSlug('peonies', new Set(['peonies', 'peonies-2', 'peonies-4'])), 'peonies-3')
  assert.equal(freeSlug('drafts', new Set()), 'drafts-2')
})

test('of two tags with one address the first stays', () => {
  assert.deepEqual(tagsOf(['Mother’s Day', 'Pets', 'Mothers day']), [
    { slug: 'mothers-day', label: 'Mother’s Day' },
    { slug: 'pets', label: 'Pets' },
  ])
})
