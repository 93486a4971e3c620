import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import {
  abbotsford,
  cards,
  daysAhead,
  livesAt,
  orderSays,
  payButton,
  putIntoCart,
  readyToPay,
  southYarra,
  typeCard,
} from './buying.ts'
import { followLetter, hasAccount, linkFor, signIn, somebody, typeSignIn } from './customer.ts'
import { pointing, typing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, type Page, screens, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

const [onAPhone] = screens

test(
  'an address and a card that she keeps are not typed again, with nothing but the keyboard',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t)
    const { page } = shopper
    const hands = typing(shopper)
    const mercy = somebody('keeper')
    await hasAccount(town, mercy)
    await signIn(page, hands, mercy, '/account/addresses')
    await hands.press(page.getByRole('button', { name: 'Add an address' }))
    await hands.press(page.getByRole('button', { name: 'Keep this address' }))
    await page.getByText('Who gets the flowers there?').waitFor()
    await lookOver(page, 'addresses, told what is missing')
    await hands.type(page.getByLabel('What you call it'), 'Mum')
    await hands.type(page.getByLabel('Recipient', { exact: true }), abbotsford.recipient)
    await hands.type(page.getByLabel('Street address'), abbotsford.street)
    await hands.type(page.getByLabel('Suburb'), abbotsford.suburb)
    await hands.type(page.getByLabel('Postcode'), abbotsford.postcode)
    await hands.press(page.getByRole('button', { name: 'Keep this address' }))
    await page.getByRole('heading', { level: 1, name: 'One door.' }).waitFor()

    await visit(page, '/account/cards')
    await hands.press(page.getByRole('button', { name: 'Add a card' }))
    await typeCard(page, hands, cards.pays)
    await lookOver(page, 'cards, one being added')
    await hands.press(page.getByRole('button', { name: 'Keep this card' }))
    await page.getByRole('heading', { level: 1, name: 'One card, to pay with.' }).waitFor()
    await lookOver(page, 'cards')

    await livesAt(page, abbotsford)
    await visit(page, '/p/gerbera-parade')
    await putIntoCart(page, hands, { ahead: daysAhead.soon })
    await hands.press(page.getByRole('link', { name: 'Check out' }))
    await page.waitForURL('**/checkout')
    await page.getByLabel('From your addresses').selectOption({ label: 'Mum, 12 Nicholson Street, Abbotsford' })
    assert.equal(await page.getByLabel('Recipient', { exact: true }).inputValue(), abbotsford.recipient)
    assert.ok(await page.getByRole('radio', { name: /^Visa ending 4242/ }).isChecked())
    await lookOver(page, 'checkout, all of it kept')
    await hands.press(payButton(page))
    await orderSays(page, 'It’s in the book.')
    await page.getByRole('complementary', { name: 'Receipt' }).getByText('Visa ending 4242').waitFor()
    await page.getByText(`${abbotsford.recipient}, ${abbotsford.street}, Abbotsford 3067`).waitFor()
  },
)

test('help with the words fills the card, and her own come back', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: onAPhone })
  const { page } = shopper
  const hands = pointing(shopper)
  await readyToPay(page, hands, { email: 'words@example.com', door: abbotsford, card: 'Well done, June' })
  const card = page.getByLabel('Card message')
  await hands.press(page.getByText('Help me write'))
  await page.getByLabel('What is it for?').selectOption('congratulations')
  await page.getByLabel('Who is June to you?').selectOption('sister')
  await hands.press(page.getByRole('button', { name: 'Suggest three' }))
  const drafts = page.locator('.drafts li')
  await drafts.nth(2).waitFor()
  await lookOver(page, 'checkout, three drafts')
  const words = await drafts.nth(1).locator('.draft').innerText()
  await hands.press(drafts.nth(1).getByRole('button'))
  assert.equal(await card.inputValue(), words)
  await page.getByText('It fits.').first().waitFor()
  const before = await drafts.locator('.draft').allInnerTexts()
  await hands.press(page.getByRole('button', { name: 'Three others' }))
  await page.waitForFunction((first) => document.querySelector('.draft')?.textContent !== first, before[0])
  const after = await drafts.locator('.draft').allInnerTexts()
  assert.deepEqual(
    after.filter((text) => before.includes(text)),
    [],
    'others, as it says',
  )
  await hands.press(page.getByRole('button', { name: 'Put my own words back' }))
  assert.equal(await card.inputValue(), 'Well done, June')
})

test('another device of hers shows the same cart, with what was in its own', { skip: noBrowser }, async (t) => {
  const mercy = somebody('two-devices')
  await hasAccount(town, mercy)
  const [phone, desk] = [await aShopper(town, t, { screen: onAPhone }), await aShopper(town, t)]
  await signIn(phone.page, pointing(phone), mercy)
  await livesAt(phone.page, abbotsford)
  await visit(phone.page, '/p/gerbera-parade')
  await putIntoCart(phone.page, pointing(phone), { ahead: daysAhead.soon })

  await livesAt(desk.page, southYarra)
  await visit(desk.page, '/p/carnations-reconsidered')
  await putIntoCart(desk.page, pointing(desk), { ahead: daysAhead.later })
  await signIn(desk.page, pointing(desk), mercy)
  await desk.page.getByRole('banner').getByRole('link', { name: 'Cart, 2' }).waitFor()
  for (const page of [desk.page, phone.page]) {
    await visit(page, '/cart')
    await page.getByRole('heading', { level: 1, name: 'Two deliveries, to two doors.' }).waitFor()
    for (const name of ['Gerbera Parade', 'Carnations, Reconsidered']) await page.getByRole('link', { name }).waitFor()
  }

  await visit(phone.page, '/account/security')
  await phone.page.getByRole('heading', { level: 1, name: /^Signed in on / }).waitFor()
  await lookOver(phone.page, 'signing in, two devices')
  await pointing(phone).press(phone.page.getByRole('button', { name: 'Sign out everywhere else' }))
  await phone.page.getByRole('heading', { level: 1, name: 'Signed in here, and nowhere else.' }).waitFor()
  await visit(desk.page, '/account')
  await desk.page.waitForURL('**/sign-in?to=%2Faccount')
})

test(
  'a day she keeps is written of, muted and forgotten; the monthly letter is a tick',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { screen: onAPhone })
    const { page } = shopper
    const hands = pointing(shopper)
    const mercy = somebody('reminded')
    await hasAccount(town, mercy)
    await signIn(page, hands, mercy, '/account/reminders')
    await page.getByRole('heading', { level: 1, name: 'No day slips by.' }).waitFor()
    await hands.press(page.getByRole('button', { name: 'Add a day' }))
    await hands.press(page.getByRole('button', { name: 'Keep this day' }))
    await page.getByText('Please say what the day is.').waitFor()
    await lookOver(page, 'reminders, told what is missing')
    await hands.type(page.getByLabel('What day is it?'), 'Mum’s birthday')
    await hands.type(page.getByLabel('Day', { exact: true }), '9')
    await page.getByLabel('Month', { exact: true }).selectOption({ label: 'March' })
    await page.getByLabel('Suggest flowers for').selectOption({ label: 'Birthday' })
    await hands.press(page.getByRole('button', { name: 'Keep this day' }))
    await page.getByRole('heading', { level: 1, name: /^Next: Mum’s birthday, \w+ 9 March\.$/ }).waitFor()
    await page.getByText(/We write on 2 March\./).waitFor()
    await lookOver(page, 'reminders')
    await hands.press(page.getByRole('button', { name: 'Mute (Mum’s birthday)' }))
    await page.getByText('We don’t write.').waitFor()
    await hands.press(page.getByRole('button', { name: 'Forget Mum’s birthday' }))
    await page.getByRole('heading', { level: 1, name: 'No day slips by.' }).waitFor()

    await visit(page, '/account/details')
    await hands.press(page.getByRole('checkbox', { name: 'Birthday' }))
    await hands.press(page.getByRole('button', { name: 'Keep this' }))
    await page.getByText('Kept.').waitFor()
    const letter = page.getByRole('checkbox', { name: /^Send me Flora’s letter/ })
    await hands.press(letter)
    await page.getByText('The next letter comes to you.').waitFor()
    await lookOver(page, 'details')
    await page.reload()
    assert.ok(await letter.isChecked())
    assert.ok(await page.getByRole('checkbox', { name: 'Birthday' }).isChecked())
  },
)

test('the monthly letter comes to an address only after it has said yes', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t)
  const { page } = shopper
  const hands = pointing(shopper)
  await visit(page, '/journal')
  const foot = page.getByRole('contentinfo')
  await hands.press(foot.getByRole('button', { name: 'Send me the letter' }))
  await foot.getByText('Please type your e-mail.').waitFor()
  await lookOver(page, 'footer, told what is missing')
  await hands.type(foot.getByLabel('E-mail'), 'reader@example.com')
  await hands.press(foot.getByRole('button', { name: 'Send me the letter' }))
  await foot.getByText('Look in your inbox.').waitFor()
  await followLetter(page, await linkFor(town, { email: 'reader@example.com' }, 'newsletter'))
  await hands.press(page.getByRole('button', { name: 'Yes, send me the letter' }))
  await page.getByText('The next letter comes to you.').waitFor()
  await lookOver(page, 'newsletter, confirmed')
})

test('everything of hers is hers to take, and to erase', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: onAPhone, expected: [401, 403] })
  const { page } = shopper
  const hands = pointing(shopper)
  const mercy = somebody('leaving')
  await hasAccount(town, mercy)
  await signIn(page, hands, mercy, '/account/data')
  const json = JSON.parse(
    await downloaded(page, () => hands.press(page.getByRole('link', { name: 'All of it, one file' }))),
  )
  assert.equal(json.tables[0].rows[0].email, mercy.email)
  await hands.press(page.getByRole('button', { name: 'See what there is' }))
  await page.getByRole('row', { name: /^Your account/ }).waitFor()
  await lookOver(page, 'data, table by table')
  const csv = await downloaded(page, () => hands.press(page.getByRole('link', { name: 'CSV (Your account.)' })))
  assert.match(csv, new RegExp(mercy.email))

  await hands.press(page.getByRole('button', { name: 'Erase my account' }))
  await page.getByRole('dialog', { name: 'Erase everything of yours?' }).waitFor()
  await hands.press(page.getByRole('button', { name: 'Erase it' }))
  await page.getByText('Please type your password.').waitFor()
  await lookOver(page, 'erasing, asked once more')
  await hands.type(page.getByLabel('Your password'), mercy.password)
  await hands.type(page.getByLabel(/^Type erase/), 'erase')
  await hands.press(page.getByRole('button', { name: 'Erase it' }))
  await page.getByRole('heading', { level: 1, name: 'We’ve forgotten you.' }).waitFor()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
  await lookOver(page, 'erased')
  await visit(page, '/sign-in')
  await typeSignIn(page, hands, mercy)
  await page.getByText('That e-mail and password don’t match.').waitFor()
})

const linkPages = [
  '/sign-in?problem=provider-down',
  '/verify',
  '/reset-password',
  '/confirm-email',
  '/link-sign-in',
  '/accept-invitation',
  '/newsletter',
  '/newsletter/leave',
  '/mute-reminder',
]

test(
  'half a link is told on every page that a letter leads to, and a false one is refused',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { expected: [410] })
    const { page } = shopper
    for (const address of linkPages) {
      await visit(page, address)
      await lookOver(page, address)
    }
    for (const address of linkPages.slice(1)) {
      await followLetter(page, `${town.url}${address}#${'a'.repeat(43)}`)
      if (address === '/reset-password')
        await pointing(shopper).type(page.getByLabel('New password'), 'four odd words here')
      await pointing(shopper).press(page.locator('main form button:not([aria-pressed])'))
      await page.getByText('Not with this link.').waitFor()
      if (address === '/accept-invitation') await lookOver(page, 'an invitation, refused')
    }
  },
)

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile((await file.path())!, 'utf8')
}
