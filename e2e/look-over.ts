import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from './shopper.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const everything: RunOptions = { runOnly: { type: 'tag', values: levels }, resultTypes: ['violations'] }
// By night the page is the same but for its colours.
const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

const phone = { width: 390, height: 844 }
const desk = { width: 1360, height: 900 }
const narrowest = 320

/**
 * Holds the page as it stands, with whatever is open on it, against WCAG 2.0 to 2.2 A and AA and axe's best practice: at
 * phone and desk width, by day and by night. And no page may need scrolling sideways on the narrowest phone.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
  const before = {
    size: page.viewportSize()!,
    scheme: await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')),
  }
  const problems: string[] = []
  await page.evaluate(axeSource)
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await check(page, colorScheme === 'light' ? everything : colours)
      problems.push(...found.map((problem) => `${size.width} px, ${colorScheme}: ${problem}`))
    }
  }
  await page.setViewportSize({ width: narrowest, height: 700 })
  const wide = await page.evaluate(widestBeyond)
  if (wide !== undefined) problems.push(`${narrowest} px: the page is wider than the screen: ${wide}`)
  await page.setViewportSize(before.size)
  await page.emulateMedia({ colorScheme: before.scheme as 'light' | 'dark' })
  assert.deepEqual(problems, [], `${name} (${page.url()})`)
}

async function check(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (wanted) =>
      (globalThis as unknown as { axe: { run: (on: Document, options: unknown) => Promise<AxeResults> } }).axe.run(
        document,
        wanted,
      ),
    options as Record<string, unknown>,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}

// Runs in the page: what reaches furthest beyond the right edge, if the page can be scrolled there.
function widestBeyond(): string | undefined {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return undefined
  const beyond = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 0.5,
  )
  return `${scrollWidth} of ${clientWidth}: ${beyond
    .slice(0, 4)
    .map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`)
    .join(' ')}`
}
