import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import type { Browser, Town } from './open-town.ts'

export type Context = Awaited<ReturnType<Browser['newContext']>>
export type Page = Awaited<ReturnType<Context['newPage']>>
export type Locator = ReturnType<Page['locator']>

/** A phone and a desk: the two widths at which every journey is made, one of them by night. */
export const screens = [
  { name: 'on a phone', width: 390, height: 844, hasTouch: true, isMobile: true, colorScheme: 'light' },
  { name: 'at a desk, by night', width: 1360, height: 900, hasTouch: false, isMobile: false, colorScheme: 'dark' },
] as const
export type Screen = (typeof screens)[number]

/** Somebody with a browser of her own: no cookies at first, and everything her browser complains of is noted. */
export interface Shopper {
  readonly page: Page
  readonly context: Context
  readonly town: Town
  readonly screen: Screen
}

interface ShopperOptions {
  readonly screen?: Screen
  readonly javaScriptEnabled?: boolean
  /** Failures that this journey brings about on purpose and the browser reports: an answer's status, or a lost line. */
  readonly expected?: readonly (number | 'ERR_CONNECTION_REFUSED')[]
}

/** Opens a shopper's browser for one test. When the test is over, anything her console held against a page fails it. */
export async function aShopper(town: Town, t: TestContext, options: ShopperOptions = {}): Promise<Shopper> {
  const { screen = screens[1], expected = [], javaScriptEnabled = true } = options
  const { width, height, hasTouch, isMobile, colorScheme } = screen
  const context = await town.browser.newContext({
    viewport: { width, height },
    hasTouch,
    isMobile,
    colorScheme,
    javaScriptEnabled,
    locale: 'en-AU',
    // A shopper may be anywhere; the shop's days are Melbourne's.
    timezoneId: 'Europe/Lisbon',
    reducedMotion: 'reduce',
    baseURL: town.url,
  })
  context.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  const logBefore = town.shopLog().length
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const failed = /^Failed to load resource: (?:the server responded with a status of (\d{3})|net::(\w+))/.exec(
      message.text(),
    )
    if (expected.some((one) => String(one) === (failed?.[1] ?? failed?.[2]))) return
    complaints.push(`${message.page()?.url()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(`thrown: ${error.error().stack ?? String(error.error())}`))
  await context.exposeBinding('tellViolation', (_, what: string) => void complaints.push(`policy: ${what}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      ;(globalThis as unknown as { tellViolation: (what: string) => void }).tellViolation(
        `${effectiveDirective} ${blockedURI}`,
      )
    })
  })
  const page = await context.newPage()
  t.after(async () => {
    if (!t.passed) await keepPicture(page, t)
    await context.close()
    assert.deepEqual(complaints, [], 'the browser complained')
    assert.equal(town.shopLog().slice(logBefore), '', 'the shop logged a warning or an error')
  })
  return { page, context, town, screen }
}

// Long, because a busy machine is not a broken shop. Nothing waits for it when all is well.
const patienceMs = 20_000

// What the shopper saw last says more than a stack.
async function keepPicture(page: Page, t: TestContext): Promise<void> {
  const file = path.join(tmpdir(), `flora-e2e-${t.name.replaceAll(/\W+/g, '-').slice(0, 80)}.png`)
  await page.screenshot({ path: file, fullPage: true, timeout: 5_000 }).then(
    () => t.diagnostic(`the page as it was: ${file}`),
    () => t.diagnostic('no picture could be taken of the page as it was'),
  )
}

/** The page has its code: presses and keys are answered from here on. */
export async function awake(page: Page): Promise<void> {
  // The cart's count is asked for by the page itself once it runs, and by nothing before.
  await page.waitForFunction(() => {
    const app = document.getElementById('app')
    return app !== null && Object.keys(app).some((key) => key.startsWith('__reactContainer'))
  })
}

/** Goes to a page as by a link from outside, and waits until it is awake. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await awake(page)
}
