import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markup } from './markup.ts'
import { calledName } from './typed-words.ts'

const names: [string, string | undefined][] = [
  ['June Okafor', 'June'],
  ['Mrs Okafor', 'Mrs Okafor'],
  ['Dr. Nguyễn Thị', 'Dr. Nguyễn'],
  ["O'Brien", "O'Brien"],
  ['Mary-Jane', 'Mary-Jane'],
  ['Mum', 'Mum'],
  ['evil.example/now', undefined],
  ['$$$', undefined],
  ['', undefined],
  ['A'.repeat(40), undefined],
  ['june@example.com', undefined],
]
for (const [full, called] of names) {
  test(`calls “${full}” ${called ? `“${called}”` : 'nothing'}`, () => assert.equal(calledName(full), called))
}

test('the tag escapes texts and keeps its own markup', () => {
  assert.equal(
    markup`<p title="${'"a"'}">${'<b>'}${[markup`<i>${"'"}</i>`, markup`&amp;`]}</p>`.safe,
    '<p title="&quot;a&quot;">&lt;b&gt;<i>&#39;</i>&amp;</p>',
  )
})
