import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allTags, journalAddress, readJournalQuery } from './journal-query.ts'

for (const [typed, address] of [
  ['', '/journal'],
  ['page=1', '/journal'],
  ['page=2', '/journal?page=2'],
  ['page=2&tag=Peonies', '/journal?tag=peonies&page=2'],
  ['tag=peonies&page=', '/journal?tag=peonies'],
  ['tag=%3Cscript%3E&page=-1', '/journal'],
  ['tag=a--b&page=99999', '/journal'],
] as const) {
  test(`“${typed}” is ${address}`, () =>
    assert.equal(journalAddress(readJournalQuery(new URLSearchParams(typed))), address))
}

test('the same tag of entries and of guides is counted once for both, the most used first', () => {
  const tag = (slug: string, count: number) => ({ slug, label: slug, count })
  assert.deepEqual(
    allTags([tag('peonies', 2), tag('pets', 1)], [tag('plants', 2), tag('peonies', 1)]).map(
      ({ slug, count }) => `${slug} ${count}`,
    ),
    ['peonies 3', 'plants 2', 'pets 1'],
  )
})
