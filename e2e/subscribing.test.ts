import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  abbotsford,
  cards,
  daysAhead,
  fillDelivery,
  livesAt,
  openDay,
  openWindows,
  orderSays,
  payButton,
  putIntoCart,
  typeCard,
} from './buying.ts'
import { hasAccount, signIn, somebody } from './customer.ts'
import { type Hands, pointing, typing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { aNeighbour } from './neighbour.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, type Page, screens, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

const [onAPhone, atADesk] = screens

// An open day counted from the next one, so far that everything is still hers to change.
const farDay = 10

/** Kept without a word, refused when it is charged. */
const refusedLater = '4000 0000 0000 0341'

test('she subscribes on her phone, and skips, moves, pauses and ends it herself', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: onAPhone })
  const { page } = shopper
  const hands = pointing(shopper)
  const mercy = somebody('subscriber')
  await hasAccount(town, mercy)
  await signIn(page, hands, mercy, '/account/subscriptions')
  await page.getByRole('heading', { level: 1, name: 'No flowers on repeat yet.' }).waitFor()
  await lookOver(page, 'no subscriptions yet')
  await livesAt(page, abbotsford)
  await visit(page, '/p/rose-street-bunch')
  await hands.choose(page.getByRole('radio', { name: /^Subscription/ }))
  await lookOver(page, 'product page, subscribing')
  await hands.press(page.getByRole('link', { name: 'Start a subscription' }))
  await page.waitForURL('**/subscribe/rose-street-bunch*')
  await page.getByRole('heading', { level: 1, name: 'Flowers that keep turning up.' }).waitFor()
  await hands.choose(page.getByRole('radio', { name: /^Every week/ }))
  await hands.press(page.getByRole('button', { name: 'Start the subscription' }))
  await page.getByText('Who gets the flowers?').waitFor()
  await page.getByText('Please choose a day and a window.').waitFor()
  await lookOver(page, 'subscribing, told what is missing')
  await chooseFirst(page, hands, farDay)
  await page.getByText(/Yours to change until .+, 4 pm, and so each one after it\.$/).waitFor()
  await fillDoor(page, hands)
  await typeCard(page, hands, cards.pays)
  await lookOver(page, 'subscribing, all of it said')
  await hands.press(page.getByRole('button', { name: 'Start the subscription' }))

  await page.waitForURL('**/account/subscriptions/sub_*')
  await page.getByRole('heading', { level: 1, name: /^Next one: .+, to Nicholson Street\.$/ }).waitFor()
  await page.locator('.mcal .next').waitFor()
  await page
    .getByText(/^Yours to change until \w+ \d+ \w+, 4 pm\. Then we charge \$/)
    .first()
    .waitFor()
  await lookOver(page, 'a subscription')

  const day = await page.locator('.occ tbody th').first().innerText()
  await hands.press(page.getByRole('button', { name: /^Skip/ }).first())
  await page.locator('.mcal .skipped').waitFor()
  await lookOver(page, 'a subscription, one skipped')
  await hands.press(page.getByRole('button', { name: /^Un-skip/ }))
  await page.locator('.mcal .skipped').waitFor({ state: 'detached' })
  assert.equal(await page.locator('.occ tbody th').first().innerText(), day)

  await hands.press(page.getByRole('button', { name: /^Move/ }).first())
  await hands.choose(openDay(page, farDay + 1))
  await lookOver(page, 'a subscription, one being moved')
  await hands.press(page.getByRole('button', { name: /^Move it to / }))
  await page.waitForFunction((before) => document.querySelector('.occ tbody th')?.textContent !== before, day)
  await page
    .getByText(/^Moved from /)
    .first()
    .waitFor()

  await hands.press(page.getByRole('button', { name: 'Pause until a date' }))
  await page.getByRole('button', { name: 'Pause it' }).waitFor()
  await lookOver(page, 'a subscription, about to be paused')
  await hands.press(page.getByRole('button', { name: 'Pause it' }))
  await page.getByText(/^Paused\. It goes on by itself from /).waitFor()
  await lookOver(page, 'a subscription, paused')
  await hands.press(page.getByRole('button', { name: 'End the pause' }))
  await page.getByText(/^Paused\. It goes on by itself from /).waitFor({ state: 'detached' })

  await hands.press(page.getByRole('button', { name: 'Cancel subscription' }))
  await page.getByRole('dialog', { name: /^End / }).waitFor()
  await lookOver(page, 'a subscription, asked once more')
  await hands.press(page.getByRole('button', { name: 'End it' }))
  await page.locator('.subline .badge', { hasText: 'Ended' }).waitFor()
  const pause = page.getByRole('button', { name: 'Pause until a date' })
  assert.equal(await pause.getAttribute('aria-disabled'), 'true')
  await page.getByText('This subscription has ended. You can begin a new one at any time.').first().waitFor()
  await lookOver(page, 'a subscription, ended')
})

test('she changes flowers, door and rhythm; another price waits for her yes', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: atADesk, expected: [409] })
  const { page } = shopper
  const hands = pointing(shopper)
  await subscribe(page, hands, { who: 'changer', path: '/subscribe/rose-street-bunch', ahead: farDay })

  await hands.press(page.getByRole('button', { name: 'Change bouquet' }))
  await hands.choose(page.getByRole('radio', { name: /^Large/ }))
  await lookOver(page, 'a subscription, its bouquet being changed')
  await hands.press(page.getByRole('button', { name: 'Change it' }))
  await page.getByText(/^\$[\d.]+ a delivery from then on\./).waitFor()
  await lookOver(page, 'a subscription, another price')
  await hands.press(page.getByRole('button', { name: /^Yes, for \$/ }))
  await page.getByText(/^Large\. \$/).waitFor()

  await hands.press(page.getByRole('button', { name: 'Change address' }))
  await page.getByLabel('Street address').fill('')
  await hands.type(page.getByLabel('Street address'), '14 Gipps Street')
  await hands.type(page.getByLabel('Card message'), 'Still you.')
  await lookOver(page, 'a subscription, its door being changed')
  await hands.press(page.getByRole('button', { name: 'Change it' }))
  await page.getByRole('heading', { level: 1, name: /, to Gipps Street\.$/ }).waitFor()
  await page.getByText('Still you.').waitFor()

  await hands.press(page.getByRole('button', { name: 'Change rhythm' }))
  await hands.choose(page.getByRole('radio', { name: /^Every month/ }))
  await lookOver(page, 'a subscription, its rhythm being changed')
  await hands.press(page.getByRole('button', { name: 'Change it' }))
  await page.getByRole('heading', { level: 2, name: 'Rose Street Bunch, monthly' }).waitFor()

  await hands.press(page.getByRole('button', { name: 'Change card' }))
  await page.getByRole('radio', { name: /^Visa ending 4242/ }).waitFor()
  await lookOver(page, 'a subscription, its card being changed')
  await visit(page, '/account/subscriptions')
  await page.getByRole('link', { name: 'Rose Street Bunch, monthly' }).first().waitFor()
  await lookOver(page, 'my subscriptions')
})

test('a surprise keeps its day to itself, with nothing but the keyboard', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: atADesk })
  const { page } = shopper
  const hands = typing(shopper)
  await visit(page, '/subscriptions')
  await lookOver(page, 'subscriptions')
  const answers: string[] = []
  page.on('response', (reply) => {
    if (reply.url().includes('/subscriptions') && reply.request().method() !== 'GET')
      void reply.text().then((text) => answers.push(text))
  })
  await subscribe(page, hands, {
    who: 'surprised',
    path: '/subscribe/florists-choice?as=surprise',
    ahead: farDay,
    before: async () => {
      await hands.press(page.getByRole('checkbox', { name: 'Wednesday' }))
      await lookOver(page, 'subscribing to a surprise')
    },
  })
  await page.getByRole('heading', { level: 1, name: /^Next one: a surprise, / }).waitFor()
  await page
    .getByText(/^A day only we know\./)
    .first()
    .waitFor()
  assert.equal(await page.locator('.mcal .next, .mcal .due').count(), 0, 'no day is marked')
  assert.ok((await page.locator('.mcal .sur').count()) > 1)
  assert.equal(await page.locator('.mcal tr td:nth-child(3).sur').count(), 0, 'Wednesdays are ruled out')
  const move = page.getByRole('button', { name: /^Move/ }).first()
  assert.equal(await move.getAttribute('aria-disabled'), 'true')
  await page
    .getByText(/^Its day is the surprise\./)
    .first()
    .waitFor()
  await lookOver(page, 'a surprise')
  const begun = answers.map((text) => JSON.parse(text)).find((answer) => Array.isArray(answer.occurrences))
  for (const occurrence of begun.occurrences) {
    assert.equal(occurrence.day, undefined, 'no answer tells the day')
    assert.equal(occurrence.chargeAt, undefined, 'nor when it is charged')
  }
})

for (const screen of screens) {
  test(`a delivery that no card paid is paid by hand, ${screen.name}`, { skip: noBrowser }, async (t) => {
    const shopper = await aShopper(town, t, { screen, expected: [402] })
    const { page } = shopper
    const hands = pointing(shopper)
    await subscribe(page, hands, {
      who: `refused-${screen.width}`,
      path: '/subscribe/florists-choice?often=monthly',
      ahead: 'due',
      card: refusedLater,
    })
    const notPaid = page.getByText(/ is not paid yet\./)
    await eventually(page, () => notPaid.isVisible())
    await lookOver(page, 'a subscription, refused by the bank')
    await hands.press(page.getByRole('link', { name: /^Pay \$/ }))
    await page.waitForURL('**/order/*')
    await hands.choose(page.getByRole('radio', { name: 'Another card' }))
    await typeCard(page, hands, cards.pays)
    await hands.press(payButton(page))
    await orderSays(page, 'It’s in the book.')
    await visit(page, '/account/subscriptions')
    await eventually(page, () => page.getByText(/^Paid, \$/).isVisible())
    assert.equal(await notPaid.count(), 0)
  })
}

test('one order pays flowers for once and the first of a subscription', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: onAPhone })
  const { page } = shopper
  const hands = pointing(shopper)
  const mercy = somebody('mixed')
  await hasAccount(town, mercy)
  await signIn(page, hands, mercy)
  await livesAt(page, abbotsford)
  await visit(page, '/p/gerbera-parade')
  await putIntoCart(page, hands, { ahead: daysAhead.soon })
  await visit(page, '/subscribe/florists-choice?often=weekly')
  await chooseFirst(page, hands, farDay)
  await fillDoor(page, hands)
  await hands.press(page.getByRole('button', { name: 'Put it in the cart' }))
  await page.waitForURL('**/cart')
  await page.getByRole('heading', { level: 1, name: 'One delivery and one subscription.' }).waitFor()
  await page.getByText('Paid with this order').waitFor()
  await page.getByText('Later, each').waitFor()
  await lookOver(page, 'cart, mixed')
  await hands.press(page.getByRole('link', { name: 'Check out' }))
  await page.waitForURL('**/checkout')
  await fillDelivery(page, hands, { door: abbotsford })
  await typeCard(page, hands, cards.pays)
  await hands.press(payButton(page))
  await page.getByText('Please say yes to the later charges, or take the subscription out.').first().waitFor()
  await lookOver(page, 'checkout, mixed, one tick missing')
  await hands.press(page.getByRole('checkbox', { name: /^Later deliveries may be charged to this card/ }))
  await hands.press(payButton(page))
  await orderSays(page, 'It’s in the book.')
  await page.getByRole('heading', { name: 'What begins with it' }).waitFor()
  await lookOver(page, 'order, mixed')
  await hands.press(page.getByRole('link', { name: 'See what comes, skip, move or stop' }))
  await page.waitForURL('**/account/subscriptions/sub_*')
  await eventually(page, () => page.getByText(/^Paid, \$/).isVisible())
})

test('a guest gives three deliveries, and rules them by the order’s link', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: atADesk, expected: [404] })
  const { page } = shopper
  const hands = pointing(shopper)
  await livesAt(page, abbotsford)
  await visit(page, '/subscriptions')
  await hands.press(page.getByRole('link', { name: 'Give some deliveries' }))
  await page.waitForURL('**/subscribe/*')
  await page.getByRole('heading', { level: 1, name: 'Flowers, more than once, for somebody.' }).waitFor()
  await page.getByLabel('How many deliveries').selectOption({ label: 'Three' })
  await chooseFirst(page, hands, farDay)
  await fillDoor(page, hands)
  await lookOver(page, 'a gift, all of it said')
  await hands.press(page.getByRole('button', { name: 'Put the gift in the cart' }))
  await page.waitForURL('**/cart')
  await page.getByRole('heading', { level: 1, name: 'One gift.' }).waitFor()
  await page.getByText('All three deliveries, each with its fee.').waitFor()
  await lookOver(page, 'cart, a gift')
  await hands.press(page.getByRole('link', { name: 'Check out' }))
  await page.waitForURL('**/checkout')
  await hands.type(page.getByLabel('Your name', { exact: true }), 'Rui Duarte')
  await hands.type(page.getByLabel('Your e-mail'), 'giver@example.com')
  await typeCard(page, hands, cards.pays)
  await lookOver(page, 'checkout, a gift')
  await hands.press(payButton(page))
  await orderSays(page, 'It’s in the book.')
  const way = page.getByRole('link', { name: 'See what comes, move one, or change the address' })
  await eventually(page, async () => (await page.locator('.begins-days li').count()) === 3)
  await lookOver(page, 'order, a gift')
  await hands.press(way)
  await page.waitForURL('**/gift/sub_*')
  await page.getByRole('heading', { level: 1, name: /^Next one: / }).waitFor()
  await page.getByText(/A gift of 3 deliveries, all of them paid\./).waitFor()
  await lookOver(page, 'a gift')
  await hands.press(page.getByRole('button', { name: 'Change address' }))
  await hands.type(page.getByLabel('For the driver'), 'The blue door.')
  await hands.press(page.getByRole('button', { name: 'Change it' }))
  await page.getByText('The blue door.').waitFor()
})

interface Subscribing {
  readonly who: string
  readonly path: string
  readonly ahead: Ahead
  readonly card?: string
  readonly before?: () => Promise<void>
}

/** The short way to a subscription of one's own: an account, the form, a card. */
async function subscribe(
  page: Page,
  hands: Hands,
  { who, path, ahead, card = cards.pays, before: first }: Subscribing,
) {
  const mercy = somebody(who)
  await hasAccount(town, mercy)
  await signIn(page, hands, mercy)
  await livesAt(page, abbotsford)
  await visit(page, path)
  await first?.()
  await chooseFirst(page, hands, ahead)
  await fillDoor(page, hands)
  await typeCard(page, hands, card)
  await page.getByText('Each time', { exact: true }).waitFor()
  await hands.press(page.getByRole('button', { name: 'Start the subscription' }))
  await page.waitForURL('**/account/subscriptions/sub_*')
}

/** An open day counted from the next one; or a day so near that its charge is due at once. */
type Ahead = number | 'due'

async function chooseFirst(page: Page, hands: Hands, ahead: Ahead): Promise<void> {
  if (ahead === 'due') {
    const { day, windowId } = await findDue()
    await hands.choose(page.locator(`table.cal input[value="${day}"]`))
    return hands.choose(page.locator(`label.choice input[value="${windowId}"]`))
  }
  await hands.choose(openDay(page, ahead))
  await hands.choose(openWindows(page).nth(1))
}

/** The first day and window whose charge is due and whose cut-off is hours away: which they are depends on the hour. */
async function findDue(): Promise<{ day: string; windowId: string }> {
  const client = aNeighbour(town)
  const { postcode } = abbotsford
  const { products } = await client.call('GET /subscriptions/offers', {})
  const { variantId } = products[0]!.variants[0]!
  const { at, days } = await client.call('GET /delivery/calendar', { query: { postcode, days: '9' as never } })
  const soon = Temporal.Instant.from(at).add({ hours: 2 })
  for (const { day, windows } of days) {
    for (const { id: windowId, open, method, cutOffAt } of windows) {
      if (!open || method !== 'standard' || Temporal.Instant.compare(cutOffAt, soon) < 0) continue
      const what = { kind: 'recurring', frequency: 'monthly', variantId, quantity: 1 } as const
      const body = { ...what, windowId, firstDay: day, postcode }
      const { first } = await client.call('POST /subscriptions/quote', { body }).catch(() => ({ first: undefined }))
      if (first && Temporal.Instant.compare(first.chargeAt, at) <= 0) return { day, windowId }
    }
  }
  throw new Error('No delivery is so near that its charge is due.')
}

async function fillDoor(page: Page, hands: Hands): Promise<void> {
  await hands.type(page.getByLabel('Recipient', { exact: true }), abbotsford.recipient)
  await hands.type(page.getByLabel('Street address'), abbotsford.street)
  assert.equal(await page.getByLabel('Suburb').inputValue(), abbotsford.suburb, 'the only suburb is filled in')
}

/** Looks again until the shop's workers have come round to it: by a reload, as anybody would. */
async function eventually(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    if (await isThere()) return
    await page.reload()
    await page.locator('main h1').waitFor()
    await page.waitForLoadState('networkidle')
  }
  assert.ok(await isThere(), `it never came about on ${page.url()}`)
}

// More than any round takes on a busy machine.
const mostLooks = 60
