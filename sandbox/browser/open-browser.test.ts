import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBrowser, openBrowser } from './open-browser.ts'

const NOWHERE = { wanted: undefined, places: [] }
const found = findBrowser()
// Asked for only where no browser is installed or on request, because unpacking takes seconds and 200 MB.
const isBundledAsked = process.env['FLORA_TEST_BUNDLED_BROWSER'] === '1'

test('opens a page and reads its text', { skip: found.ok ? false : found.because }, async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const page = await browser.newPage()
  await page.goto('data:text/html,<p>Peonies are in</p><script>document.title = "ran"</script>')
  assert.equal(await page.innerText('p'), 'Peonies are in')
  assert.equal(await page.title(), 'ran')
})

test(
  'opens the browser from npm where none is installed',
  { skip: isBundledAsked ? false : 'set FLORA_TEST_BUNDLED_BROWSER=1 to run it' },
  async (t) => {
    const browser = await openBrowser({ find: NOWHERE })
    t.after(() => browser.close())
    for (const flower of ['Peony', 'Dahlia']) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await page.goto(`data:text/html,<p>${flower}</p>`)
      assert.equal(await page.innerText('p'), flower)
      assert.ok((await page.screenshot()).length > 0)
      await context.close()
    }
  },
)

test('prefers the browser that FLORA_CHROMIUM names', () => {
  const path = process.execPath
  assert.deepEqual(findBrowser({ wanted: path, places: [] }), { ok: true, path, env: {} })
})

test('does not fall back silently when FLORA_CHROMIUM names nothing', () => {
  const answer = findBrowser({ wanted: '/no/such/browser', places: [process.execPath] })
  assert.match(answer.ok ? '' : answer.because, /FLORA_CHROMIUM names \/no\/such\/browser/)
})

test('takes the first usual place that holds a program and passes over folders and plain files', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'flora-browser-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const plain = join(folder, 'chrome')
  writeFileSync(plain, '', { mode: 0o600 })
  const answer = findBrowser({ wanted: undefined, places: [folder, plain, process.execPath] })
  assert.equal(answer.ok && answer.path, process.execPath)
})

test('says in one sentence that there is no browser', async () => {
  const nothing = { ...NOWHERE, bundled: false }
  await assert.rejects(openBrowser({ find: nothing }), {
    message: 'No Chrome or Chromium was found; install one, or set FLORA_CHROMIUM to its path.',
  })
})
