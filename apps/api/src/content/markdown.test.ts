import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesToRead, toHtml } from './markdown.ts'

const own = '/pictures/abcdef0123-800.webp'

for (const attack of [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java&#115;cript:alert(1))',
  '[click](java&#9;script:alert(1))',
  '[click](&#1;javascript:alert(1))',
  '[click](vbscript:x) [data](data:text/html;base64,PHNjcmlwdD4=)',
  '[click](intent://x#Intent;scheme=http;end) [blob](blob:https://x/y)',
  '[a](https://x "onmouseover=alert(1)")',
  '[a](https://x" onmouseover="alert(1))',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](/api/cart)',
  '![x](/pictures/../api/cart)',
  `![x](${own}?a=b)`,
  `![x" onerror="alert(1)](${own})`,
  `![x](${own} '" onerror="alert(1)')`,
  `![x](${own} "<script>alert(1)</script>")`,
  '<a href="javascript:alert(1)">x</a>',
  '[x]: javascript:alert(1)\n\n[x]',
  '`<script>`\n\n```"><script>\n<script>\n```',
  '| a |\n| :- |\n| <img src=x onerror=alert(1)> |',
  '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n| --: | :-: |\n| 1 | 2 |',
  `| ![x" onload="alert(1)](${own}) |\n| - |\n| x |`,
]) {
  test(`lets nothing through: ${attack.slice(0, 60).replaceAll('\n', ' ')}`, () => {
    const html = toHtml(attack)
    // What is left of it may be read as text, but is neither an element, nor an attribute, nor an address.
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    for (const tag of tags) {
      assert.match(
        tag,
        /^<\/?(p|a|img|picture|source|figure|figcaption|code|pre|em|div|table|thead|tbody|tr|th|td)\b/,
        tag,
      )
      const bare = tag.replaceAll(/"[^"]*"/g, '""')
      assert.doesNotMatch(bare, /\son\w+\s*=/i, tag)
      assert.doesNotMatch(bare, /\sstyle\s*=/i, tag)
      for (const [, address] of tag.matchAll(/\shref="([^"]*)"/g))
        assert.match(
          new URL(address!.replaceAll('&amp;', '&'), 'https://shop/').protocol,
          /^(https?|mailto|tel):$/,
          tag,
        )
      for (const [, address] of tag.matchAll(/\s(?:src|srcset)="([^"]*)"/g))
        assert.match(address!, /^\/pictures\/[a-z0-9-]+\.(avif|webp)( \d+w|$)/, tag)
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
  assert.equal(toHtml('[a](mailto:a@example.com)'), '<p><a href="mailto:a@example.com">a</a></p>\n')
  assert.equal(toHtml('![a rose](https://example.com/x.png)'), '<p>a rose</p>\n')
  assert.equal(toHtml('![a rose](/cart)'), '<p>a rose</p>\n')
})

test('shows the shop’s own pictures in every kind and width, by themselves as a figure with what stands under it', () => {
  const inline = toHtml(`A ![rose](${own}) in a line`)
  assert.match(inline, /^<p>A <picture><source type="image\/avif" srcset="\/pictures\/abcdef0123-400\.avif 400w, /)
  assert.match(
    inline,
    /<img src="\/pictures\/abcdef0123-800\.webp" alt="rose" width="800" height="1000" loading="lazy"/,
  )
  const alone = toHtml(`![rose](${own} "A rose & a half")`)
  assert.match(alone, /^<figure><picture>.*<\/picture><figcaption>A rose &amp; a half<\/figcaption><\/figure>\n$/)
})

test('a table’s columns stand where they should by class, and a wide one can be scrolled by keys', () => {
  const html = toHtml('| Flower | Days |\n| :-- | --: |\n| Rose | 4 |')
  assert.match(html, /^<div class="tscroll" tabindex="0" role="region" aria-label="Table 1: Flower, Days">\n<table>/)
  assert.match(html, /<th scope="col">Flower<\/th>\n<th class="to-right" scope="col">Days<\/th>/)
  assert.match(html, /<td>Rose<\/td>\n<td class="to-right">4<\/td>/)
  assert.doesNotMatch(html, /style=/)
  const twice = toHtml('| "A" & *b* |\n| - |\n\nand\n\n| "A" & *b* |\n| - |')
  assert.deepEqual(
    [...twice.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name),
    ['Table 1: &quot;A&quot; &amp; b', 'Table 2: &quot;A&quot; &amp; b'],
  )
})

test('for readers elsewhere the shop’s own addresses are written in full', () => {
  const html = toHtml(`[a](/p/rose) [b](other) [c](https://x.example/) ![r](${own})`, {
    origin: 'https://flora.example',
  })
  for (const address of [
    'href="https://flora.example/p/rose"',
    'href="https://flora.example/journal/other"',
    'href="https://x.example/"',
    `src="https://flora.example${own}"`,
  ])
    assert.ok(html.includes(address), address)
  assert.doesNotMatch(html, /srcset/)
})

test('reading takes at least a minute', () => {
  assert.equal(minutesToRead('Short.'), 1)
  assert.equal(minutesToRead('word '.repeat(660)), 3)
})

test('a text that nests without end is read in a moment and does no harm', () => {
  for (const text of ['['.repeat(20_000), '> '.repeat(5_000), '*a **b '.repeat(4_000), '![a]('.repeat(5_000)])
    assert.equal(typeof toHtml(text), 'string')
})
