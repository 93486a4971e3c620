import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'
import type { Town } from './open-town.ts'
import type { Context, Page } from './shopper.ts'

/** Somebody who works in the shop, with a browser of her own. What it complains of fails the test. */
export interface Florist {
  readonly page: Page
  readonly context: Context
  readonly town: Town
}

interface Screen {
  readonly width: number
  readonly height: number
  readonly hasTouch: boolean
  readonly colorScheme: 'light' | 'dark'
}

// Long, because a busy machine is not a broken shop. Nothing waits for it when all is well.
const patienceMs = 30_000

/** Opens a browser at a screen. `expected` are failures that the journey brings about on purpose: an answer's status, or a lost line. */
export async function aFloristAtWork(
  town: Town,
  t: TestContext,
  { width, height, hasTouch, colorScheme }: Screen,
  expected: readonly (number | 'ERR_INTERNET_DISCONNECTED')[] = [],
): Promise<Florist> {
  const context = await town.browser.newContext({
    viewport: { width, height },
    hasTouch,
    colorScheme,
    locale: 'en-AU',
    timezoneId: 'Europe/Lisbon',
    reducedMotion: 'reduce',
    baseURL: town.url,
  })
  context.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const failed = /^Failed to load resource: (?:the server responded with a status of (\d{3})|net::(\w+))/.exec(
      message.text(),
    )
    const status = failed?.[1] ?? failed?.[2]
    // Who is not signed in yet is told so once, when she opens the Studio.
    if (status === '401' && message.location().url.endsWith('/api/auth/me')) return
    if (expected.some((one) => String(one) === status)) return
    complaints.push(`${message.text()} (${message.location().url})`)
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
    await context.close()
    assert.deepEqual(complaints, [], 'the browser complained')
  })
  return { page, context, town }
}

/** Opens an address of the Studio, is asked to sign in, does so, and is where she wanted to be. */
export async function signInAt({ page }: Pick<Florist, 'page'>, address: string, email: string): Promise<void> {
  await page.goto(address)
  await typeStaffSignIn(page, email)
  // The form is a page with a heading too: until it has gone she is not in.
  await page.getByRole('heading', { level: 1, name: /^(To work|Still you\?)$/ }).waitFor({ state: 'detached' })
  await page.locator('#main h1').first().waitFor()
}

/** The first step of signing in, with the password of everybody in the demo. */
export async function typeStaffSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
