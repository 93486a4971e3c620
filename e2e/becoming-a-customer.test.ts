import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  abbotsford,
  cards,
  daysAhead,
  fillDelivery,
  livesAt,
  orderSays,
  payButton,
  putIntoCart,
  readyToPay,
  typeCard,
} from './buying.ts'
import { codeOf } from './authenticator.ts'
import { followLetter, hasAccount, linkFor, register, signIn, signOut, somebody, typeSignIn } from './customer.ts'
import { pointing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { aNeighbour } from './neighbour.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, screens, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown({ withIssuer: true })
})
after(() => town?.close())

const [onAPhone] = screens
// Planted with the demo shop, for development only.
const demoOwner = { email: 'owner@flora.example', password: 'peonies in november' }

test(
  'she makes an account, her cart comes along, and what she bought is in her history and bought again',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { screen: onAPhone })
    const { page } = shopper
    const hands = pointing(shopper)
    const mercy = somebody('history')
    await livesAt(page, abbotsford)
    await visit(page, '/p/gerbera-parade')
    await putIntoCart(page, hands, { ahead: daysAhead.soon })

    await hands.press(page.getByRole('banner').getByRole('link', { name: 'Sign in' }))
    await hands.press(page.getByRole('link', { name: 'Make an account' }))
    await page.waitForURL('**/register')
    await hands.press(page.getByRole('button', { name: 'Make an account' }))
    await page.getByText('Please tell us your name.').waitFor()
    assert.ok(await page.getByLabel('Your name').evaluate((field) => field === document.activeElement))
    await lookOver(page, 'register, told what is missing')
    await register(shopper, hands, mercy)
    await lookOver(page, 'the letter’s link')
    await hands.press(page.getByRole('button', { name: 'Finish my account' }))
    await page.waitForURL('**/account')
    await page.getByRole('heading', { level: 1, name: 'Good to see you, Mercy.' }).waitFor()
    await lookOver(page, 'account, new')

    await hands.press(page.getByRole('banner').getByRole('link', { name: 'Cart, 1' }))
    await page.getByRole('heading', { level: 1, name: 'One delivery, to Abbotsford.' }).waitFor()
    await hands.press(page.getByRole('link', { name: 'Check out' }))
    await page.waitForURL('**/checkout')
    assert.equal(await page.getByLabel('Your name', { exact: true }).inputValue(), mercy.name)
    assert.equal(await page.getByLabel('Your e-mail').inputValue(), mercy.email)
    await fillDelivery(page, hands, { door: abbotsford })
    await typeCard(page, hands, cards.pays)
    await hands.press(payButton(page))
    await orderSays(page, 'It’s in the book.')

    await hands.press(page.getByRole('link', { name: 'All your orders' }))
    await page.waitForURL('**/account/orders')
    await page.locator('.acc-order', { hasText: 'Gerbera Parade' }).waitFor()
    await lookOver(page, 'orders')
    await hands.press(page.getByRole('button', { name: /^The same again/ }))
    await page.waitForURL('**/cart')
    await page.getByText('The same again. It only needs a day.').waitFor()
    await page.getByRole('banner').getByRole('link', { name: 'Cart, 1' }).waitFor()

    await hands.press(page.getByRole('banner').getByRole('link', { name: 'Account' }))
    await page.waitForURL('**/account')
    await signOut(page, hands)
    await page.getByRole('banner').getByRole('link', { name: 'Cart', exact: true }).waitFor()
    await visit(page, '/account/orders')
    await page.waitForURL('**/sign-in?to=%2Faccount%2Forders')
  },
)

test('a guest’s order is hers once she has proved her address', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t)
  const { page } = shopper
  const hands = pointing(shopper)
  const mercy = somebody('guest')
  await readyToPay(page, hands, { email: mercy.email, door: abbotsford })
  await typeCard(page, hands, cards.pays)
  await hands.press(payButton(page))
  await orderSays(page, 'It’s in the book.')
  await lookOver(page, 'order, an account offered')
  await hands.press(page.getByRole('link', { name: 'Make an account' }))
  await page.waitForURL('**/register')
  await register(shopper, hands, mercy)
  await hands.press(page.getByRole('button', { name: 'Finish my account' }))
  await page.getByRole('heading', { level: 1, name: /^Next: .*, to June Okafor\.$/ }).waitFor()
  await lookOver(page, 'account, with an order')
})

test('she comes in by a provider, as somebody it vouches for', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t)
  const { page } = shopper
  const hands = pointing(shopper)
  await visit(page, '/sign-in?to=/account/security')
  await hands.press(page.getByRole('link', { name: /^Continue with/ }))
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
  await hands.press(page.getByRole('button', { name: /^Ines Marlow/ }))
  await hands.press(page.getByRole('button', { name: 'Allow' }))
  await page.waitForURL('**/account/security')
  await page.getByText('ines@example.com').waitFor()
  await page.getByRole('button', { name: 'Choose a password' }).waitFor()
  await lookOver(page, 'signing in, by a provider')

  const other = await aShopper(town, t)
  await visit(other.page, '/sign-in')
  await pointing(other).press(other.page.getByRole('link', { name: /^Continue with/ }))
  await pointing(other).press(other.page.getByRole('button', { name: /^Noor Castle/ }))
  await pointing(other).press(other.page.getByRole('button', { name: 'Allow' }))
  await other.page.getByText('The provider hasn’t checked your e-mail.').waitFor()
})

test('a forgotten password is chosen anew by a letter, whose link works once', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { expected: [401, 410] })
  const { page } = shopper
  const hands = pointing(shopper)
  const mercy = somebody('forgetful')
  await hasAccount(town, mercy)
  await visit(page, '/sign-in')
  await typeSignIn(page, hands, { ...mercy, password: 'not this one at all' })
  await page.getByText('That e-mail and password don’t match.').waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'sign-password')
  await lookOver(page, 'sign in, refused')
  await hands.press(page.getByRole('link', { name: 'choose a new password' }))
  // The page that is left has a field for the e-mail too.
  await page.getByRole('heading', { level: 1, name: 'It happens to everyone.' }).waitFor()
  await hands.type(page.locator('main').getByLabel('E-mail'), mercy.email)
  await hands.press(page.getByRole('button', { name: 'Send me the link' }))
  await page.getByText('Look in your inbox.').waitFor()
  await lookOver(page, 'forgotten, sent')

  const link = await linkFor(town, mercy, 'reset-password')
  await followLetter(page, link)
  await hands.type(page.getByLabel('New password'), 'short')
  await hands.press(page.getByRole('button', { name: 'Save and sign in' }))
  await page.getByText('Please use at least 10 characters').waitFor()
  await lookOver(page, 'reset, too short')
  await hands.type(page.getByLabel('New password'), ' and then longer')
  await hands.press(page.getByRole('button', { name: 'Save and sign in' }))
  await page.waitForURL('**/account')
  await signOut(page, hands)
  await signIn(page, hands, { ...mercy, password: 'short and then longer' })

  await followLetter(page, link)
  await hands.type(page.getByLabel('New password'), 'another one again')
  await hands.press(page.getByRole('button', { name: 'Save and sign in' }))
  await page.getByText('Not with this link.').waitFor()
  await page.getByRole('link', { name: 'have a new one sent' }).waitFor()
})

test(
  'with two-factor on, a code from the phone is asked for, or one from the paper',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { screen: onAPhone, expected: [401, 403] })
    const { page } = shopper
    const hands = pointing(shopper)
    const mercy = somebody('careful')
    await hasAccount(town, mercy)
    await signIn(page, hands, mercy, '/account/security')
    await hands.press(page.getByRole('button', { name: 'Set it up' }))
    await hands.type(page.getByLabel('Your password'), mercy.password)
    await hands.press(page.getByRole('button', { name: 'Make a key' }))
    const key = await page.locator('code').innerText()
    await lookOver(page, 'two-factor, the key')
    await hands.type(page.getByLabel('The six digits'), codeOf(key))
    await hands.press(page.getByRole('button', { name: 'Switch it on' }))
    await page.getByText('It’s on.').first().waitFor()
    const [onPaper = ''] = await page.locator('.acc-codes li').allInnerTexts()
    await lookOver(page, 'two-factor, the recovery codes')
    await signOut(page, hands)

    const withCode = async (code: string): Promise<void> => {
      await visit(page, '/sign-in')
      await typeSignIn(page, hands, mercy)
      await page.getByRole('heading', { level: 1, name: 'One more thing.' }).waitFor()
      await hands.type(page.getByLabel('The six digits'), code)
      await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }))
    }
    // A code works once, so that nobody uses what was read over a shoulder: the phone shows the next one in a moment.
    await withCode(codeOf(key, 1))
    await page.waitForURL('**/account')
    await signOut(page, hands)
    await withCode(onPaper.replace(/.$/, (last) => (last === '2' ? '3' : '2')))
    await page.waitForFunction(() => document.querySelector('#second-code')?.getAttribute('aria-invalid') === 'true')
    await lookOver(page, 'second step, refused')
    await page.getByLabel('The six digits').fill('')
    await hands.type(page.getByLabel('The six digits'), onPaper)
    await hands.press(page.getByRole('button', { name: 'Sign in', exact: true }))
    await page.waitForURL('**/account')
  },
)

test(
  'who is invited to work here takes the role with a name and a password of her own',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { expected: [422] })
    const { page } = shopper
    const hands = pointing(shopper)
    const wren = { ...somebody('wren'), name: 'Wren Abara' }
    const owner = aNeighbour(town)
    await owner.call('POST /auth/login', { body: demoOwner })
    await owner.call('POST /staff/invitations', { body: { email: wren.email, role: 'driver' } })
    await followLetter(page, await linkFor(town, wren, 'accept-invitation'))
    await hands.press(page.getByRole('button', { name: 'Take the role' }))
    await page.getByText('You’re new here').waitFor()
    await hands.press(page.getByRole('button', { name: 'Start here' }))
    await page.getByText('Please tell us your name.').waitFor()
    await lookOver(page, 'an invitation, told what is missing')
    await hands.type(page.getByLabel('Your name'), wren.name)
    await hands.type(page.getByLabel('A password'), wren.password)
    await hands.press(page.getByRole('button', { name: 'Start here' }))
    await page.waitForURL(/\/studio(\/|$)/)
    const { people } = await owner.call('GET /staff', {})
    assert.equal(people.find(({ email }) => email === wren.email)?.role, 'driver')
  },
)
