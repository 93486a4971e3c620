import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OrderView } from '@flora/contract/orders.ts'
import {
  abbotsford,
  allIsSaved,
  cards,
  centsIn,
  openWindows,
  orderSays,
  payButton,
  readyToPay,
  southYarra,
  fillCheckout,
  livesAt,
  typeCard,
} from './buying.ts'
import { pointing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { aNeighbour, findLastPlace, takeLastPlace } from './neighbour.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, awake, type Page, screens, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

for (const screen of screens) {
  const looksCloser = screen.isMobile
  const email = (who: string): string => `${who}-${screen.width}@example.com`

  test(
    `a bank that wants a word is asked on its own page and says yes, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen })
      const { page } = shopper
      const hands = pointing(shopper)
      await readyToPay(page, hands, { email: email('asked'), door: abbotsford })
      await typeCard(page, hands, cards.asksTheBank)
      await hands.press(payButton(page))
      await page.getByRole('heading', { name: 'Test bank' }).waitFor()
      await hands.press(page.getByRole('button', { name: 'Approve' }))
      await orderSays(page, 'It’s in the book.')
      await page.waitForURL((address) => address.search === '')
      await assertPaidOnce(page)
    },
  )

  test(
    `a bank that says no after all leaves the order to be paid with another card, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen })
      const { page } = shopper
      const hands = pointing(shopper)
      await readyToPay(page, hands, { email: email('refused'), door: abbotsford })
      await typeCard(page, hands, cards.asksTheBank)
      await hands.press(payButton(page))
      await page.getByRole('heading', { name: 'Test bank' }).waitFor()
      await hands.press(page.getByRole('button', { name: 'Fail' }))
      await orderSays(page, 'Your bank said no.')
      await page.getByText('Your places are held').first().waitFor()
      if (looksCloser) await lookOver(page, 'order, to be paid again')
      await typeCard(page, hands, cards.pays)
      await hands.press(payButton(page))
      await orderSays(page, 'It’s in the book.')
      await assertPaidOnce(page)
    },
  )

  test(
    `a declined card is said at the button, and the next card pays the same order, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen, expected: [402] })
      const { page } = shopper
      const hands = pointing(shopper)
      await readyToPay(page, hands, { email: email('declined'), door: abbotsford })
      await typeCard(page, hands, cards.declined)
      await hands.press(payButton(page))
      const no = page.getByRole('alert').filter({ hasText: 'Your bank said no.' })
      await no.waitFor()
      assert.match(await no.innerText(), /0002.*haven’t been charged.*places are held until/s)
      if (looksCloser) await lookOver(page, 'checkout, card declined')
      await typeCard(page, hands, cards.pays)
      await hands.press(payButton(page))
      await orderSays(page, 'It’s in the book.')
      await assertPaidOnce(page)
    },
  )

  test(
    `a reload keeps what was typed, a double press buys once, and the way back buys nothing, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen })
      const { page } = shopper
      const hands = pointing(shopper)
      const card = 'Happy birthday, June'
      await readyToPay(page, hands, { email: email('twice'), door: abbotsford, card })
      await page.reload()
      await awake(page)
      await page.getByRole('img', { name: `Card preview: ${card}` }).waitFor()
      assert.equal(await page.getByLabel('Your e-mail').inputValue(), email('twice'))
      assert.equal(await page.getByLabel('Recipient', { exact: true }).inputValue(), abbotsford.recipient)
      assert.equal(await page.getByLabel('Street address').inputValue(), abbotsford.street)

      const placements = countPlacements(page)
      const intentsBefore = town.stripe.books().intents.length
      await typeCard(page, hands, cards.pays)
      await payButton(page).dblclick()
      await orderSays(page, 'It’s in the book.')
      await assertPaidOnce(page)
      assert.equal(placements(), 1)
      await page.goBack()
      await page.getByRole('heading', { level: 1, name: 'Your cart is empty' }).waitFor()
      await visit(page, '/checkout')
      await page.getByRole('heading', { level: 1, name: 'Nothing to pay for yet.' }).waitFor()
      assert.equal(town.stripe.books().intents.length, intentsBefore + 1)
    },
  )

  test(
    `what is typed just before paying is saved before the order and not after it, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen })
      const { page } = shopper
      const hands = pointing(shopper)
      await page.clock.install()
      await readyToPay(page, hands, { email: email('hasty'), door: abbotsford })
      await typeCard(page, hands, cards.pays)
      const street = page.getByLabel('Street address')
      await allIsSaved(page)
      const placed = page.waitForResponse((reply) => reply.url().endsWith('/api/checkout/orders'))
      let saves = 0
      await page.route('**/api/cart/deliveries/*', async (route) => {
        saves += 1
        // A slow line: while the first save is under way, every pause that the page was waiting for goes by.
        if (saves === 1) await page.clock.runFor(5_000)
        else await placed
        await route.continue()
      })
      await street.fill('14 Nicholson Street')
      await hands.press(payButton(page))
      await orderSays(page, 'It’s in the book.')
      await page.getByText(`${abbotsford.recipient}, 14 Nicholson Street, Abbotsford 3067`).waitFor()
      assert.equal(saves, 1)
      await assertPaidOnce(page)
    },
  )

  test(
    `a window that fills while somebody types is told in place, and another one can be chosen, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen, expected: [409] })
      const { page } = shopper
      const hands = pointing(shopper)
      const neighbour = aNeighbour(town)
      const last = await findLastPlace(neighbour, { slug: 'gerbera-parade', postcode: southYarra.postcode })
      await livesAt(page, southYarra)
      await visit(page, '/p/gerbera-parade')
      await hands.choose(page.locator(`table.cal input[data-day="${last.day}"]`))
      await hands.choose(page.locator(`input[type="radio"][value="${last.window.id}"]`))
      await hands.press(page.getByRole('button', { name: 'Add to cart' }))
      await hands.press(page.getByRole('link', { name: 'Check out' }))
      await fillCheckout(page, hands, { email: email('late'), door: southYarra })
      await typeCard(page, hands, cards.pays)
      // Else a save still under way would bring the news before the press does.
      await allIsSaved(page)
      await takeLastPlace(neighbour, last)

      const before = centsIn(await payButton(page).innerText())
      await hands.press(payButton(page))
      const told = page.getByRole('alert').filter({ hasText: 'Someone took the last place while you were typing.' })
      await told.waitFor()
      assert.match(await told.innerText(), /Nothing has been charged/)
      if (looksCloser) await lookOver(page, 'checkout, the window has filled')
      await hands.press(told.getByRole('button', { name: 'See other days' }))
      await hands.choose(openWindows(page).first())
      await hands.press(page.getByRole('button', { name: 'Keep this day' }))
      await page.waitForFunction(
        (sum) => !document.querySelector('.sum .btn-poppy')?.textContent?.includes(sum),
        (before / 100).toFixed(2),
      )
      await hands.press(payButton(page))
      await orderSays(page, 'It’s in the book.')
      await assertPaidOnce(page)
    },
  )

  test(`a guest who cancels gets the money back and sees it, ${screen.name}`, { skip: noBrowser }, async (t) => {
    const shopper = await aShopper(town, t, { screen })
    const { page } = shopper
    const hands = pointing(shopper)
    await readyToPay(page, hands, { email: email('cancels'), door: abbotsford })
    await typeCard(page, hands, cards.pays)
    await hands.press(payButton(page))
    await orderSays(page, 'It’s in the book.')
    await hands.press(page.getByRole('button', { name: 'Cancel the order' }))
    await hands.type(page.getByLabel('Is there a reason?'), 'She is away that week')
    await hands.press(page.getByRole('button', { name: 'Cancel it' }))
    await page.getByRole('heading', { level: 1, name: /^Cancelled\. \$/ }).waitFor()

    await town.mail.waitFor(
      ({ to, text }) => to[0]?.address === email('cancels') && text.includes('is on its way back to you'),
      60_000,
    )
    await page.reload()
    await awake(page)
    await page.getByRole('complementary', { name: 'Receipt' }).getByText('Refunded', { exact: true }).waitFor()
    if (looksCloser) await lookOver(page, 'order, cancelled and refunded')
    const { amount, amountRefunded } = await bookOf(page)
    assert.equal(amountRefunded, amount, 'all of it')
  })
}

/** What the payment service has in its books for the order on the page: one intent, however often it was tried. */
async function bookOf(page: Page): Promise<ReturnType<Town['stripe']['books']>['intents'][number]> {
  const link = /[0-9a-z]{32}$/.exec(new URL(page.url()).pathname)![0] as OrderView['link']
  const order = await aNeighbour(town).call('GET /orders/:link', { params: { link } })
  const books = town.stripe.books().intents.filter(({ metadata }) => metadata['order'] === order.id)
  assert.equal(books.length, 1, 'one intent an order')
  assert.equal(books[0]!.amount, order.toPay.minor)
  return books[0]!
}

async function assertPaidOnce(page: Page): Promise<void> {
  const { amount, amountSucceeded, amountRefunded, charges } = await bookOf(page)
  assert.deepEqual(
    { amountSucceeded, amountRefunded, charges },
    { amountSucceeded: amount, amountRefunded: 0, charges: 1 },
  )
}

function countPlacements(page: Page): () => number {
  let count = 0
  page.on('response', (reply) => {
    if (reply.request().method() === 'POST' && reply.url().endsWith('/api/checkout/orders')) count += 1
  })
  return () => count
}
