import { after, before, test } from 'node:test'
import {
  abbotsford,
  cards,
  orderSays,
  payButton,
  putIntoCart,
  daysAhead,
  livesAt,
  readyToPay,
  typeCard,
} from './buying.ts'
import { pointing } from './hands.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, awake, screens, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

test(
  'a shop that was closed and opened again still has the carts, the orders and the half-typed checkouts',
  { skip: noBrowser },
  async (t) => {
    const buyer = await aShopper(town, t, { screen: screens[0] })
    const chooser = await aShopper(town, t)
    const typist = await aShopper(town, t, { expected: ['ERR_CONNECTION_REFUSED'] })
    await readyToPay(buyer.page, pointing(buyer), { email: 'paid@example.com', door: abbotsford })
    await typeCard(buyer.page, pointing(buyer), cards.pays)
    await pointing(buyer).press(payButton(buyer.page))
    await orderSays(buyer.page, 'It’s in the book.')
    await livesAt(chooser.page, abbotsford)
    await visit(chooser.page, '/p/carnations-reconsidered')
    await putIntoCart(chooser.page, pointing(chooser), { ahead: daysAhead.later })
    await readyToPay(typist.page, pointing(typist), {
      email: 'typing@example.com',
      door: abbotsford,
      card: 'See you soon',
    })

    await town.restartShop()

    await buyer.page.reload()
    await awake(buyer.page)
    await orderSays(buyer.page, 'It’s in the book.')
    await chooser.page.reload()
    await chooser.page.getByRole('heading', { level: 1, name: 'One delivery, to Abbotsford.' }).waitFor()
    await chooser.page.getByRole('link', { name: 'Carnations, Reconsidered' }).waitFor()
    // She never left her page, and pays as if nothing had happened.
    await typeCard(typist.page, pointing(typist), cards.pays)
    await pointing(typist).press(payButton(typist.page))
    await orderSays(typist.page, 'It’s in the book.')
  },
)
