import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '@flora/sandbox/browser/open-browser.ts'
import { lookOver } from './look-over.ts'
import { noBrowser } from './open-town.ts'

const page = (style: string, body: string): string =>
  `<!doctype html><html lang="en"><title>A page</title><style>body { background: #fff; color: #111 } ${style}</style><main><h1>A page</h1>${body}</main>`

const faults = [
  { name: 'a picture without words', html: page('', '<img src="data:," >'), seen: /390 px, light: image-alt/ },
  {
    name: 'words too pale by day',
    html: page('p { color: #bbb }', '<p>Hello</p>'),
    seen: /1360 px, light: color-contrast/,
  },
  {
    name: 'words too dark by night',
    html: page('@media (prefers-color-scheme: dark) { p { background: #222; color: #333 } }', '<p>Hello</p>'),
    seen: /390 px, dark: color-contrast/,
  },
  {
    name: 'a box wider than a phone',
    html: page('div { width: 400px; height: 1px }', '<div></div>'),
    seen: /320 px: the page is wider/,
  },
]

test(
  'the eyes that look pages over see what is wrong with one, and nothing wrong with a good one',
  { skip: noBrowser },
  async (t) => {
    const browser = await openBrowser()
    t.after(() => browser.close())
    const tab = await browser.newPage()
    await tab.setContent(page('', '<p>Hello</p>'))
    await lookOver(tab, 'a good page')
    for (const { name, html, seen } of faults) {
      await tab.setContent(html)
      await assert.rejects(lookOver(tab, name), (error: assert.AssertionError) => seen.test(String(error.actual)), name)
    }
  },
)
