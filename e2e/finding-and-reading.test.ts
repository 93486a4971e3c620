import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { abbotsford, livesAt } from './buying.ts'
import { pointing } from './hands.ts'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aShopper, awake, type Page, screens, type Shopper, visit } from './shopper.ts'

let town: Town
before(async () => {
  if (!noBrowser) town = await openTown()
})
after(() => town?.close())

const readPages = [
  '/plants',
  '/occasions',
  '/occasions/sympathy',
  '/search?q=rose',
  '/search?q=xyzzy',
  '/journal',
  '/journal/carnations-an-apology',
  '/journal/caring-for-cut-flowers',
  '/pages/delivery-and-fees',
  '/pages/about',
  '/cart',
  '/checkout',
  '/p/monstera-with-room-to-grow',
]

test('every page to be read can be read by everyone', { skip: noBrowser }, async (t) => {
  const { page } = await aShopper(town, t, { expected: [404] })
  for (const address of readPages) {
    await visit(page, address)
    await lookOver(page, address)
  }
  for (const lost of ['/nowhere', '/p/no-such-flower', `/order/${'a'.repeat(32)}`]) {
    const answer = await page.goto(lost)
    await awake(page)
    assert.equal(answer?.status(), 404)
    await lookOver(page, lost)
  }
})

test('an order is found again by e-mail, and a slip is told at the field', { skip: noBrowser }, async (t) => {
  const shopper = await aShopper(town, t)
  const { page } = shopper
  const hands = pointing(shopper)
  await visit(page, '/find-order')
  await hands.type(page.getByLabel('Your e-mail'), 'nobody@example')
  await hands.press(page.getByRole('button', { name: 'Send me the links' }))
  await page.getByText('it should look like name@example.com').waitFor()
  await lookOver(page, 'find an order, mistyped')
  await hands.type(page.getByLabel('Your e-mail'), '.com')
  await hands.press(page.getByRole('button', { name: 'Send me the links' }))
  await page.getByText('Look in your inbox.').waitFor()
  await lookOver(page, 'find an order, sent')
})

for (const screen of screens) {
  test(
    `a typing error is forgiven, and suggestions are chosen with the arrows, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const { page } = await aShopper(town, t, { screen })
      const field = await openSearch({ page, screen })
      await field.pressSequentially('gerbra')
      const offered = page.getByRole('listbox', { name: 'Suggestions' }).last()
      await offered.getByRole('option', { name: /Gerbera Parade/ }).waitFor()
      if (screen.isMobile) await lookOver(page, 'search, suggestions open')
      await field.focus()
      const wanted = offered.getByRole('option', { name: /Gerbera Parade/ })
      for (let steps = await offered.getByRole('option').count(); steps > 0; steps -= 1) {
        await page.keyboard.press('ArrowDown')
        if ((await wanted.getAttribute('aria-selected')) === 'true') break
      }
      assert.equal(
        await field.getAttribute('aria-activedescendant'),
        await wanted.getAttribute('id'),
        'told to a screen reader',
      )
      await page.keyboard.press('Enter')
      await page.waitForURL('**/p/gerbera-parade')
      await page.getByRole('heading', { level: 1, name: 'Gerbera Parade' }).waitFor()

      const again = await openSearch({ page, screen })
      await again.pressSequentially('carnatoins reconsiderd')
      await page.keyboard.press('Escape')
      await again.fill('carnatoins reconsiderd')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=carnatoins*')
      await page.getByRole('link', { name: 'Carnations, Reconsidered' }).waitFor()
    },
  )

  test(
    `without JavaScript the shop can be read, searched and filtered, ${screen.name}`,
    { skip: noBrowser },
    async (t) => {
      const shopper = await aShopper(town, t, { screen, javaScriptEnabled: false })
      const { page } = shopper
      const hands = pointing(shopper)
      await page.goto('/')
      await hands.type(page.getByLabel('Delivering to'), abbotsford.postcode)
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: `All days to ${abbotsford.postcode}` }).waitFor()

      await hands.press(page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Flowers' }))
      await page.getByRole('heading', { level: 1, name: 'Flowers and plants' }).waitFor()
      await page.getByText(`next to ${abbotsford.postcode}`).waitFor()
      assert.match(await page.locator('.tile').first().innerText(), /from \$\d+/)
      if (screen.isMobile) await hands.press(page.locator('.facet-all > summary'))
      await hands.press(page.getByRole('checkbox', { name: /^New baby/ }))
      await hands.press(page.getByRole('button', { name: 'Show what is ticked' }))
      await page.waitForURL(/occasion=new-baby/)
      await hands.press(page.getByRole('link', { name: 'Gerbera Parade' }))
      await page.getByRole('heading', { level: 1, name: 'Gerbera Parade' }).waitFor()
      await page.getByText('$68', { exact: true }).first().waitFor()
      assert.match(await page.locator('noscript > p.banner').innerText(), /The cart needs JavaScript/)
      assert.ok((await page.locator('table.cal .day:not(.no)').count()) > 5, 'the days can be read')

      const field = await openSearch(shopper)
      await field.fill('carnatoins')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?q=carnatoins*')
      await page.getByRole('link', { name: /^Carnations, Reconsidered/ }).waitFor()
      await page.goto('/journal/carnations-an-apology')
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.ok((await page.getByRole('article').innerText()).length > 1_000, 'the whole article')
    },
  )

  test(`nothing on a product page jumps while it loads, ${screen.name}`, { skip: noBrowser }, async (t) => {
    const { page, context } = await aShopper(town, t, { screen })
    await livesAt(page, abbotsford)
    await context.addInitScript(watchShifts)
    await visit(page, '/p/gerbera-parade')
    await page.getByRole('heading', { name: 'In the same spirit' }).scrollIntoViewIfNeeded()
    await page.waitForFunction(() =>
      [...document.images].filter(({ loading }) => loading !== 'lazy').every(({ complete }) => complete),
    )
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)
    assert.ok(Math.max(0, ...shifts) <= 0.1, `shifts of ${shifts.join(', ')}`)
  })
}

/** The search field: in the masthead at a desk, on a page of its own on a phone. */
async function openSearch({ page, screen }: Pick<Shopper, 'page' | 'screen'>): Promise<ReturnType<Page['locator']>> {
  if (screen.isMobile) {
    if (page.url() === 'about:blank') await visit(page, '/')
    await page.getByRole('link', { name: 'Search', exact: true }).tap()
    await page.waitForURL('**/search*')
    const field = page.locator('main').getByRole('combobox', { name: 'Search flowers and plants' })
    await field.click()
    return field
  }
  if (page.url() === 'about:blank') await visit(page, '/')
  const field = page.getByRole('banner').getByRole('combobox', { name: 'Search flowers and plants' })
  await field.click()
  return field
}

// Runs in the page before anything else does. What follows a press or a key is the shopper's own doing.
function watchShifts(): void {
  const shifts: number[] = []
  Object.assign(globalThis, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) shifts.push(entry.value)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
