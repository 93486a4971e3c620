import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesToRead, toHtml } from './markdown.ts'

for (const attack of [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java&#115;cript:alert(1))',
  '[click](vbscript:x) [data](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](https://x "onmouseover=alert(1)")',
  '[a](https://x" onmouseover="alert(1))',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x" onerror="alert(1)](/pictures/a.webp)',
  '<a href="javascript:alert(1)">x</a>',
  '[x]: javascript:alert(1)\n\n[x]',
  '`<script>`\n\n```"><script>\n<script>\n```',
]) {
  test(`lets nothing through: ${attack.slice(0, 44).replaceAll('\n', ' ')}`, () => {
    const html = toHtml(attack)
    // What is left of it may be read as text, but is neither an element, nor an attribute, nor an address.
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags) {
      assert.match(tag, /^<\/?(p|a|img|code|pre|em)\b/, tag)
      assert.doesNotMatch(tag.replaceAll(/"[^"]*"/g, '""'), /\son\w+\s*=/i, tag)
      assert.doesNotMatch(tag, /(href|src)="\s*(javascript|vbscript|data)/i, tag)
    }
  })
}

test('the highest heading of a text becomes an h2, whatever it was', () => {
  assert.equal(toHtml('# A\n\n## B'), '<h2>A</h2>\n<h3>B</h3>\n')
  assert.equal(toHtml('### A\n\n#### B'), '<h2>A</h2>\n<h3>B</h3>\n')
})

test('marks what leads away from the shop, and shows no other site’s pictures', () => {
  assert.equal(toHtml('[a](/p/rose)'), '<p><a href="/p/rose">a</a></p>\n')
  assert.equal(
    toHtml('[a](https://example.com/)'),
    '<p><a href="https://example.com/" rel="noopener noreferrer external">a</a></p>\n',
  )
  assert.match(toHtml('[a](//example.com)'), /rel=/)
  assert.equal(toHtml('![a rose](https://example.com/x.png)'), '<p>a rose</p>\n')
  assert.match(toHtml('![a rose](/pictures/abc-800.webp)'), /<img src="\/pictures\/abc-800\.webp" alt="a rose"/)
})

test('reading takes at least a minute', () => {
  assert.equal(minutesToRead('Short.'), 1)
  assert.equal(minutesToRead('word '.repeat(660)), 3)
})
