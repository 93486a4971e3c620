import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeOf } from './authenticator.ts'
import { linkFor } from './customer.ts'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import type { Page } from './shopper.ts'
import { aFloristAtWork, signInAt, typeStaffSignIn } from './studio.ts'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'

let town: Town
before(async () => {
  // As a live shop has it: who works here shows a code from her phone.
  if (noBrowser === false) town = await openTown({ withIssuer: true, shop: { STAFF_TWO_FACTOR: 'on' } })
})
after(() => town?.close())

const laptop = { width: 1280, height: 900, hasTouch: false, colorScheme: 'light' } as const
const phone = { width: 390, height: 844, hasTouch: true, colorScheme: 'dark' } as const

test(
  'who works here sets a code from her phone up before she sees an order, and is asked for it from then on',
  { skip: noBrowser },
  async (t) => {
    const email = 'florist@flora.example'
    const elsewhere = await aFloristAtWork(town, t, phone, [403])
    await signInAt(elsewhere, '/studio/stock', email)
    await elsewhere.page.getByRole('heading', { level: 1, name: 'A code from your phone' }).waitFor()

    const { page } = await aFloristAtWork(town, t, laptop, [401, 403])
    await signInAt({ page }, '/studio/stock', email)
    const key = await setsACodeUp(page)
    await page.getByRole('table', { name: 'Stock' }).waitFor()

    await elsewhere.page.reload()
    await elsewhere.page.getByRole('button', { name: 'Sign in again, with a code' }).waitFor()
    await lookOver(elsewhere.page, 'A device that has shown no code')
    await elsewhere.page.getByRole('button', { name: 'Sign in again, with a code' }).click()
    await typeStaffSignIn(elsewhere.page, email)
    await elsewhere.page.getByRole('heading', { level: 1, name: 'One more thing' }).waitFor()
    await lookOver(elsewhere.page, 'The second step')
    // A code works once: the phone shows the next one in a moment.
    await elsewhere.page.getByLabel('The six digits').fill(codeOf(key, 1))
    await elsewhere.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await elsewhere.page.getByRole('table', { name: 'Stock' }).waitFor()
  },
)

/** From the first page to the shop: a password once more, the key, a wrong code, a right one, the recovery codes. */
async function setsACodeUp(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: 'A code from your phone' }).waitFor()
  const make = page.getByRole('button', { name: 'Make a key' })
  assert.equal(await make.getAttribute('aria-disabled'), 'true', 'it waits for the password, and says so')
  await lookOver(page, 'A code is needed')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await make.click()
  const key = await page.locator('code').innerText()
  await lookOver(page, 'The key')
  await page.getByLabel('The six digits').fill(codeOf(key) === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null)
  await page.getByLabel('The six digits').fill(codeOf(key))
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByRole('heading', { level: 1, name: 'It’s on' }).waitFor()
  assert.ok((await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').count()) >= 8)
  await lookOver(page, 'The recovery codes')
  await page.getByRole('button', { name: 'They are kept. To work' }).click()
  return key
}

test(
  'a manager comes in by a provider: linked by a letter once, with her code each time, back at the page she wanted',
  { skip: noBrowser },
  async (t) => {
    const email = 'manager@flora.example'
    const { page } = await aFloristAtWork(town, t, laptop, [401, 403])
    await page.goto('/studio/codes')
    await comesByTheProvider(page, email)
    // Her address has an account: only who reads its letters can say that it is the same person.
    await page.waitForURL('**/sign-in?problem=link-sent*')
    await page.goto(await linkFor(town, { email }, 'link-sign-in'))
    await page.locator('main button.btn-wide').click()
    await page.waitForURL('**/account')

    await page.goto('/studio/codes')
    const key = await setsACodeUp(page)
    await page.getByRole('region', { name: 'Codes' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'To work' }).waitFor()

    await page.goto('/studio/codes?q=spring')
    await comesByTheProvider(page, email, { isKnown: true })
    await page.getByRole('heading', { level: 1, name: 'One more thing.' }).waitFor()
    await page.getByLabel('The six digits').fill(codeOf(key, 1))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/studio/codes?q=spring')
    await page.getByRole('region', { name: 'Codes' }).waitFor()
  },
)

test(
  'somebody whom the provider vouches for and who has no role here is told so, in words',
  { skip: noBrowser },
  async (t) => {
    const { page } = await aFloristAtWork(town, t, phone, [401])
    await page.goto('/studio/')
    await comesByTheProvider(page, 'stranger@example.com')
    await page.getByRole('heading', { level: 1, name: 'This is the shop’s side' }).waitFor()
    await lookOver(page, 'No role here')
  },
)

/** The provider asks once what it may tell the shop. */
async function comesByTheProvider(page: Page, email: string, { isKnown = false } = {}): Promise<void> {
  await page.getByRole('link', { name: /^Continue with/ }).click()
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  if (!isKnown) await page.getByRole('button', { name: 'Allow' }).click()
}
