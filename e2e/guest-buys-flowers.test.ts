import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  abbotsford,
  cards,
  centsIn,
  daysAhead,
  fillCheckout,
  fillDelivery,
  livesAt,
  openDay,
  openWindows,
  orderSays,
  payButton,
  putIntoCart,
  southYarra,
  totalOn,
  typeCard,
} from './buying.ts'
import { type Hands, pointing, typing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, awake, type Page, screens, type Shopper, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

const [onAPhone, atADesk] = screens
const message = 'Dear June,\n\nThree weeks of rain and you still planted the beans.\n\nYour Mercy'

test(
  'a guest finds a bouquet, chooses a day, writes a card, pays and follows the order, with one finger',
  { skip: noBrowser },
  async (t) => {
    const shopper = await aShopper(town, t, { screen: onAPhone })
    await buyFlowers(shopper, pointing(shopper), { email: 'finger@example.com', look: lookOver })
  },
)

test('the same with nothing but the keyboard', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t, { screen: atADesk })
  await buyFlowers(shopper, typing(shopper), { email: 'keyboard@example.com', look: async () => undefined })
})

for (const screen of screens) {
  test(
    `flowers for two doors go into one cart and are paid at once, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen })
      const { page } = shopper
      const hands = pointing(shopper)
      for (const [door, slug, ahead] of [
        [abbotsford, 'gerbera-parade', daysAhead.soon],
        [southYarra, 'carnations-reconsidered', daysAhead.later],
      ] as const) {
        await livesAt(page, door)
        await visit(page, `/p/${slug}`)
        await putIntoCart(page, hands, { ahead })
      }
      await page.getByRole('heading', { level: 1, name: 'Two deliveries, to two doors.' }).waitFor()
      if (screen.isMobile) await lookOver(page, 'cart of two deliveries')
      await hands.press(page.getByRole('link', { name: 'Check out' }))
      await fillCheckout(page, hands, {
        email: `two-doors-${screen.width}@example.com`,
        door: abbotsford,
        card: 'For the new house',
      })
      await fillDelivery(page, hands, { door: southYarra, card: 'And for yours', nth: 1 })
      if (screen.isMobile) await lookOver(page, 'checkout of two deliveries')
      await typeCard(page, hands, cards.pays)
      await hands.press(payButton(page))
      await orderSays(page, 'It’s in the book.')
      await page.getByText(`${abbotsford.recipient}, ${abbotsford.street}, Abbotsford 3067`).waitFor()
      await page.getByText(`${southYarra.recipient}, ${southYarra.street}, South Yarra 3141`).waitFor()
      assert.equal(await page.locator('.track-line').count(), 2, 'each delivery is followed by itself')
    },
  )
}

interface Journey {
  readonly email: string
  readonly look: (page: Page, name: string) => Promise<void>
}

async function buyFlowers(shopper: Shopper, hands: Hands, journey: Journey): Promise<void> {
  await findAProduct(shopper, hands, journey)
  const chosen = await chooseSizeAndDay(shopper, hands, journey)
  const toPay = await useACode(shopper, hands, journey, chosen)
  await checkOut(shopper, hands, journey, toPay)
  await followTheOrder(shopper, hands, journey, toPay)
}

async function findAProduct({ page, screen }: Shopper, hands: Hands, { look }: Journey): Promise<void> {
  await visit(page, '/')
  await hands.type(page.getByLabel('Delivering to'), abbotsford.postcode)
  await hands.press(page.getByRole('button', { name: 'See days' }))
  await page.getByRole('link', { name: `All days to ${abbotsford.postcode}` }).waitFor()
  await look(page, 'home')

  await hands.press(page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Flowers' }))
  await page.getByRole('heading', { level: 1, name: 'Flowers and plants' }).waitFor()
  if (screen.isMobile) await hands.press(page.locator('.facet-all > summary'))
  const facet = page.locator('label.check', { hasText: 'New baby' })
  const promised = Number(await facet.locator('.count').innerText())
  await hands.press(facet.getByRole('checkbox'))
  await page.waitForURL('**/flowers?occasion=new-baby')
  await page.getByRole('list', { name: 'Filters on' }).getByText('New baby').waitFor()
  await page.getByText(new RegExp(`^${promised} to choose from`)).waitFor()
  assert.equal(await page.locator('main .tile').count(), promised, 'a facet shows as many as it says')
  await look(page, 'list, filtered')

  await hands.press(page.getByRole('link', { name: 'Gerbera Parade' }))
  await page.getByRole('heading', { level: 1, name: 'Gerbera Parade' }).waitFor()
}

async function chooseSizeAndDay({ page }: Shopper, hands: Hands, { look }: Journey): Promise<number> {
  await hands.choose(page.getByRole('radio', { name: 'Medium' }))
  await hands.choose(openDay(page, daysAhead.soon))
  await hands.choose(openWindows(page).nth(1))
  await hands.press(page.getByText('Why not the other days?'))
  await page.locator('.reasons li').first().waitFor()
  await hands.press(page.getByRole('checkbox', { name: 'Add Twelve Chocolates' }))
  const fee = centsIn(
    await page.locator('.buy-total .lines > div', { hasText: 'Delivery to 3067' }).locator('dd').innerText(),
  )
  const total = await totalOn(page)
  assert.equal(total, 6800 + 2400 + fee, 'bouquet, chocolates and delivery')
  await look(page, 'product, a day chosen and the reasons open')

  await hands.press(page.getByRole('button', { name: 'Add to cart' }))
  await page.waitForURL('**/cart')
  await page.getByRole('heading', { level: 1, name: 'One delivery, to Abbotsford.' }).waitFor()
  return total
}

async function useACode({ page }: Shopper, hands: Hands, { look }: Journey, chosen: number): Promise<number> {
  assert.equal(await totalOn(page), chosen, 'the cart asks what the product page said')
  await hands.press(page.getByText('Promotion code or gift card'))
  await hands.type(page.getByLabel('Code', { exact: true }), 'TENOFF')
  await hands.press(page.getByRole('button', { name: 'Apply' }))
  await page.getByRole('button', { name: 'Remove TENOFF' }).waitFor()
  const toPay = await totalOn(page)
  assert.equal(toPay, chosen - 1000)
  await hands.press(page.getByRole('button', { name: 'Change day' }))
  await page.getByRole('button', { name: 'Keep this day' }).waitFor()
  await look(page, 'cart, a code applied and the days open')
  await hands.press(page.getByRole('button', { name: 'Keep this day' }))
  await hands.press(page.getByRole('link', { name: 'Check out' }))
  await page.waitForURL('**/checkout')
  return toPay
}

async function checkOut({ page }: Shopper, hands: Hands, { email, look }: Journey, toPay: number): Promise<void> {
  assert.equal(centsIn(await payButton(page).innerText()), toPay, 'the button says the sum')
  await hands.press(payButton(page))
  await page.getByText(/things to mend first/).waitFor()
  await look(page, 'checkout, told what is missing')

  await fillCheckout(page, hands, { email, door: abbotsford, card: message })
  await page.getByRole('img', { name: 'Card preview: Dear June' }).waitFor()
  await page.getByText('It fits.').first().waitFor()
  await typeCard(page, hands, cards.pays)
  assert.equal(await page.getByLabel('Card number').inputValue(), cards.pays, 'digits stand in fours')
  await look(page, 'checkout, filled in')
  await hands.press(payButton(page))
  await orderSays(page, 'It’s in the book.')
}

async function followTheOrder(
  { page, town: { mail, url } }: Shopper,
  hands: Hands,
  { email, look }: Journey,
  toPay: number,
): Promise<void> {
  await page.getByRole('complementary', { name: 'Receipt' }).getByText('Visa ending 4242').waitFor()
  assert.equal(await totalOn(page), toPay)
  await page.getByRole('link', { name: 'Cart', exact: true }).waitFor()
  await look(page, 'order')

  const letter = await mail.waitFor(({ to }) => to.some(({ address }) => address === email), 60_000)
  assert.match(letter.text, /beans/, 'the letter repeats the card')
  const link = new RegExp(`${url}/order/[0-9a-z]{32}`).exec(letter.text)?.[0]
  assert.ok(link, 'the letter brings the order’s link')
  assert.ok(letter.html.includes(link), 'in its HTML too')
  await page.goto(link)
  await awake(page)
  await page.getByRole('heading', { level: 1, name: 'It’s in the book.' }).waitFor()

  const invoice = page.getByRole('link', { name: 'Tax invoice, PDF' })
  const answer = await page.request.get((await invoice.getAttribute('href'))!)
  assert.equal(answer.headers()['content-type'], 'application/pdf')
  assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-')

  await hands.press(page.getByRole('button', { name: 'Cancel the order' }))
  await page.getByRole('dialog').waitFor()
  await look(page, 'order, about to be cancelled')
  await hands.press(page.getByRole('button', { name: 'Keep it' }))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
