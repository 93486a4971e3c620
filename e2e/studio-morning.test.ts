import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aFloristAtWork, type Florist, signInAt } from './studio.ts'
import { anOrderThatIsPaid } from './studio-orders.ts'

let town: Town
before(async () => {
  if (noBrowser === false) town = await openTown()
})
after(() => town?.close())

const screens = [
  { name: 'a laptop', width: 1360, height: 900, hasTouch: false, colorScheme: 'light' },
  { name: 'a tablet, by night', width: 820, height: 1180, hasTouch: true, colorScheme: 'dark' },
] as const

for (const screen of screens) {
  test(
    `on ${screen.name} a florist who has never seen it finds what to make, prints it, marks it and gives money back`,
    { skip: noBrowser },
    async (t) => {
      const order = await anOrderThatIsPaid(town)
      const florist = await aFloristAtWork(town, t, screen)
      const { page } = florist
      await signInAt(florist, '/studio/', 'manager@flora.example')
      await page
        .getByRole('region', { name: 'By window' })
        .or(page.getByRole('heading', { name: 'By window' }))
        .first()
        .waitFor()
      await lookOver(page, 'Today')

      await findsTheOrder(florist, order.number)
      await lookOver(page, 'Orders')
      await page.getByRole('link', { name: order.number }).click()
      await page.getByRole('heading', { level: 1, name: order.number }).waitFor()
      await lookOver(page, 'The order')
      await writesANote(florist)
      await startsMaking(florist)
      await givesSomeMoneyBack(florist)

      await seesItOnTheBoard(florist, order)
      await looksAtThePack(florist, order.day)
    },
  )
}

async function findsTheOrder({ page }: Florist, number: string): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Studio' })
  await places.getByRole('link', { name: 'Orders', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor()
  // The list of all orders has the number too: only once it is answered is the list that of the search.
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === number)
  await page.getByLabel('Search all orders').fill(number)
  await found
  await page.getByRole('link', { name: number }).waitFor()
}

async function writesANote({ page }: Florist): Promise<void> {
  await page.getByLabel('Add a note').fill('Put aside protea, just in case.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.getByText('Put aside protea, just in case.').waitFor()
  assert.equal(await page.getByLabel('Add a note').inputValue(), '', 'the field is free for the next')
}

async function startsMaking({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Start making' }).click()
  await page.getByRole('button', { name: 'Mark ready' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Start making' }).waitFor()
  await page.getByRole('button', { name: 'Start making' }).click()
  await page.getByRole('button', { name: 'Mark ready' }).waitFor()
}

async function givesSomeMoneyBack({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Give money back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give money back' })
  await dialog.waitFor()
  await lookOver(page, 'Giving money back')
  const give = dialog.getByRole('button', { name: /^Give/ })
  assert.equal(await give.getAttribute('aria-disabled'), 'true', 'nothing is said yet, and the button says why')
  await dialog.getByLabel('Give back for Out of goodwill').fill('5')
  await dialog.getByLabel('Why').fill('Two stems were bruised.')
  await dialog.getByRole('button', { name: 'Give $5.00 back' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Given back', { exact: true }).waitFor()
}

async function seesItOnTheBoard(
  { page, town: { url } }: Florist,
  order: { number: string; day: string },
): Promise<void> {
  await page.goto(`${url}/studio/board?day=${order.day}`)
  const board = page.getByRole('region', { name: 'Deliveries by status' })
  await board.getByText(order.number).first().waitFor()
  await lookOver(page, 'The board')
  await board.getByRole('button', { name: `Mark ready ${order.number}` }).click()
  await page.getByText(`${order.number} is ready.`).waitFor()

  await page.getByRole('navigation', { name: 'Views of the day' }).getByRole('link', { name: 'List' }).click()
  await page.getByRole('table', { name: 'Deliveries of the day' }).waitFor()
  await page.getByRole('checkbox', { name: `Choose ${order.number}` }).check()
  await page.getByRole('region', { name: 'Chosen deliveries' }).waitFor()
  await lookOver(page, 'The list of the day')
}

async function looksAtThePack({ page, town: { url } }: Florist, day: string): Promise<void> {
  await page.goto(`${url}/studio/pack?day=${day}`)
  await page.getByRole('heading', { name: 'To make' }).waitFor()
  await lookOver(page, 'The day pack')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Print the whole pack' }).click()
  await opened
  await page.getByRole('heading', { name: 'Printed' }).waitFor()
  const paper = await page.getByRole('link', { name: 'Open' }).first().getAttribute('href')
  const file = await page.request.get(`${url}${paper}`)
  assert.equal(file.headers()['content-type'], 'application/pdf')

  await page.goto(`${url}/studio/runs?day=${day}`)
  const runs = page.getByRole('heading', { name: /^Run \d/ })
  const add = page.getByRole('button', { name: 'Add a run' })
  await add.waitFor()
  const before = await runs.count()
  await add.click()
  await runs.nth(before).waitFor()
  await lookOver(page, 'The runs')
  await page.goto(`${url}/studio/stock`)
  await page.getByRole('table', { name: 'Stock' }).waitFor()
  await lookOver(page, 'Stock')
}

test('a driver has her run on her phone, and of the rest only what her role may', { skip: noBrowser }, async (t) => {
  const driver = await aFloristAtWork(town, t, { width: 390, height: 844, hasTouch: true, colorScheme: 'light' }, [403])
  await signInAt(driver, '/studio/driver', 'driver@flora.example')
  // While the run is asked for, the page has a heading of its own already.
  await driver.page.getByRole('heading', { level: 1, name: 'Nothing to drive yet' }).waitFor()
  await lookOver(driver.page, 'The driver’s page')
  await driver.page.goto(`${town.url}/studio/stock`)
  const places = driver.page.getByRole('navigation', { name: 'Studio' })
  await places.getByRole('link', { name: 'My run' }).waitFor()
  assert.equal(await places.getByRole('link', { name: 'Orders' }).count(), 0)
})
