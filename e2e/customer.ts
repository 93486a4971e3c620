import assert from 'node:assert/strict'
import { aNeighbour } from './neighbour.ts'
import type { Hands } from './hands.ts'
import type { Town } from './open-town.ts'
import { awake, type Page, visit } from './shopper.ts'

export interface Customer {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Somebody nobody else in the town is. */
export function somebody(who: string): Customer {
  return { name: 'Mercy Okafor', email: `${who}@example.com`, password: 'three weeks of rain' }
}

/** The link of a letter's button, once the letter is there. */
export async function linkFor(
  { mail, url }: Pick<Town, 'mail' | 'url'>,
  { email }: Pick<Customer, 'email'>,
  page: string,
): Promise<string> {
  const link = new RegExp(`${url}/${page}#[A-Za-z0-9_.-]{43,}`)
  const letter = await mail.waitFor(
    ({ to, text }) => to.some(({ address }) => address === email) && link.test(text),
    60_000,
  )
  const found = link.exec(letter.text)![0]
  assert.ok(letter.html.includes(found), 'the HTML leads to the same place')
  return found
}

/** An account that was made some time ago, without a browser. */
export async function hasAccount(town: Town, { name, email, password }: Customer): Promise<void> {
  const client = aNeighbour(town)
  await client.call('POST /auth/register', { body: { name, email, password } })
  const link = await linkFor(town, { email }, 'verify')
  await client.call('POST /auth/verify', { body: { token: link.split('#')[1]! } })
}

/** The form of the register page, to which a link has just been pressed, and its letter's link. */
export async function register(
  { page, town }: { page: Page; town: Town },
  hands: Hands,
  { name, email, password }: Customer,
): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'An account, for next time.' }).waitFor()
  for (const [label, text] of [
    ['Your name', name],
    ['E-mail', email],
  ] as const) {
    const field = page.locator('main').getByLabel(label, { exact: true })
    if ((await field.inputValue()) === '') await hands.type(field, text)
    assert.equal(await field.inputValue(), text)
  }
  await hands.type(page.getByLabel('A password'), password)
  await hands.press(page.getByRole('button', { name: 'Make an account' }))
  await page.getByRole('heading', { level: 1, name: 'One click left.' }).waitFor()
  await followLetter(page, await linkFor(town, { email }, 'verify'))
}

/** Opens a letter's link as a mail program does: in a page that is made anew. */
export async function followLetter(page: Page, link: string): Promise<void> {
  await page.goto('about:blank')
  await visit(page, link)
  await page.waitForURL((address) => address.hash === '')
}

/** E-mail and password on the sign-in page, which must be open. */
export async function typeSignIn(
  page: Page,
  hands: Hands,
  { email, password }: Pick<Customer, 'email' | 'password'>,
): Promise<void> {
  const field = page.locator('main').getByLabel('E-mail')
  if ((await field.inputValue()) !== email) await hands.type(field, email)
  await page.getByLabel('Password', { exact: true }).fill('')
  await hands.type(page.getByLabel('Password', { exact: true }), password)
  await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }))
}

/** Signs in and comes to a page of the account. */
export async function signIn(page: Page, hands: Hands, customer: Customer, to = '/account'): Promise<void> {
  await visit(page, to)
  await page.waitForURL('**/sign-in?to=*')
  await typeSignIn(page, hands, customer)
  await page.waitForURL(`**${to}`)
  await page.getByRole('navigation', { name: 'Account' }).waitFor()
}

/** Out by the button of the account's pages; the shop's front page is next. */
export async function signOut(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole('button', { name: 'Sign out', exact: true }))
  await page.waitForURL((address) => address.pathname === '/')
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
  await awake(page)
}
