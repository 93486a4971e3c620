import assert from 'node:assert/strict'
import type { Hands } from './hands.ts'
import { type Page, visit } from './shopper.ts'

/** The test cards, as anybody would type them. */
export const cards = {
  pays: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asksTheBank: '4000 0027 6000 3184',
} as const

export interface Door {
  readonly postcode: string
  readonly suburb: string
  readonly recipient: string
  readonly street: string
}

export const abbotsford: Door = {
  postcode: '3067',
  suburb: 'Abbotsford',
  recipient: 'June Okafor',
  street: '12 Nicholson Street',
}
export const southYarra: Door = {
  postcode: '3141',
  suburb: 'South Yarra',
  recipient: 'Tom Lindqvist',
  street: '8 Chapel Street',
}

/** Far enough ahead that no cut-off passes during a journey. */
export const daysAhead = { soon: 3, later: 6 } as const

/** The radio of a day on which a van runs, counted from the next one; a day with a price and not for pick-up alone. */
export function openDay(page: Page, ahead: number): ReturnType<Page['locator']> {
  return page.locator('table.cal label.day', { hasText: '$' }).nth(ahead).locator('input')
}

/** The vans of the chosen day that have room. */
export function openWindows(page: Page): ReturnType<Page['locator']> {
  const windows = page.getByRole('group', { name: /^Window, / }).locator('label.choice')
  return windows.filter({ hasNotText: /Pick up|Express/ }).locator('input:enabled')
}

/** From a product's page into the cart, with day and window. The page answers for the postcode already. */
export async function putIntoCart(
  page: Page,
  hands: Hands,
  { ahead, size }: { ahead: number; size?: string },
): Promise<void> {
  if (size !== undefined) await hands.choose(page.getByRole('radio', { name: size }))
  await hands.choose(openDay(page, ahead))
  await hands.choose(openWindows(page).nth(1))
  await hands.press(page.getByRole('button', { name: 'Add to cart' }))
  await page.waitForURL('**/cart')
  await page.getByRole('complementary', { name: 'Total' }).waitFor()
}

/** Remembers where flowers should go, as an earlier visit would have. */
export async function livesAt(page: Page, { postcode }: Door): Promise<void> {
  await page.context().addCookies([{ name: 'postcode', value: postcode, url: await originOf(page) }])
}

async function originOf(page: Page): Promise<string> {
  if (page.url() === 'about:blank') await page.goto('/robots.txt')
  return new URL(page.url()).origin
}

export interface Words {
  readonly email: string
  readonly door: Door
  readonly card?: string
}

/** Everything the checkout asks for one delivery, typed as a person types. */
export async function fillCheckout(page: Page, hands: Hands, { email, door, card }: Words): Promise<void> {
  await hands.type(page.getByLabel('Your name', { exact: true }), 'Mercy Okafor')
  await hands.type(page.getByLabel('Your e-mail'), email)
  await fillDelivery(page, hands, { door, ...(card !== undefined && { card }) })
}

/** Recipient, street and card of a delivery; suburb and postcode are known from the cart. */
export async function fillDelivery(
  page: Page,
  hands: Hands,
  { door, card, nth = 0 }: Omit<Words, 'email'> & { nth?: number },
): Promise<void> {
  const delivery = page.locator('.co-delivery').nth(nth)
  await hands.type(delivery.getByLabel('Recipient', { exact: true }), door.recipient)
  await hands.type(delivery.getByLabel('Street address'), door.street)
  assert.equal(
    await delivery.getByLabel('Suburb').inputValue(),
    door.suburb,
    'the only suburb of a postcode is filled in',
  )
  if (card !== undefined) await hands.type(delivery.getByLabel('Card message'), card)
}

export async function typeCard(page: Page, hands: Hands, number: string): Promise<void> {
  const field = page.getByLabel('Card number')
  // A second card is typed over the first.
  await field.fill('')
  await hands.type(field, number.replaceAll(' ', ''))
  if ((await page.getByLabel('Expiry').inputValue()) !== '') return
  await hands.type(page.getByLabel('Expiry'), '1244')
  await hands.type(page.getByLabel('Security code'), '123')
}

/** All that was typed on the checkout is with the shop: the browser no longer has to remember any of it. */
export async function allIsSaved(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem('flora.checkout') === null)
}

export function payButton(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('button', { name: /^Pay \$/ })
}

/** Waits for the order's page with what its headline begins with. */
export async function orderSays(page: Page, sentence: string): Promise<void> {
  await page.waitForURL('**/order/*')
  await page.getByRole('heading', { level: 1, name: sentence }).waitFor()
}

/** '$1,234.50' in cents. */
export function centsIn(text: string): number {
  return Number(text.replaceAll(/[^\d]/g, ''))
}

/** The figure at the foot of a sum on the page. */
export async function totalOn(page: Page): Promise<number> {
  return centsIn(await page.locator('.lines .total dd').first().innerText())
}

/** The short way to a checkout that only wants a card: for journeys that are about what comes then. */
export async function readyToPay(
  page: Page,
  hands: Hands,
  { email, door, card, ahead = daysAhead.soon }: Words & { ahead?: number },
): Promise<void> {
  await livesAt(page, door)
  await visit(page, '/p/gerbera-parade')
  await putIntoCart(page, hands, { ahead })
  await hands.press(page.getByRole('link', { name: 'Check out' }))
  await page.waitForURL('**/checkout')
  await fillCheckout(page, hands, { email, door, ...(card !== undefined && { card }) })
}
