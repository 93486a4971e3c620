import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lookOver } from './look-over.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aFloristAtWork, type Florist, signInAt } from './studio.ts'
import { aSubscriber, type Subscriber } from './subscriber.ts'

let town: Town
before(async () => {
  if (noBrowser === false) town = await openTown()
})
after(() => town?.close())

const tablet = { width: 1024, height: 768, hasTouch: true, colorScheme: 'light' } as const

test(
  'a florist finds a subscription, rules it for its subscriber under her own name, and may not end it; a manager may',
  { skip: noBrowser },
  async (t) => {
    const subscriber = await aSubscriber(town, 'studio-subscriber')
    const florist = await aFloristAtWork(town, t, tablet, [409])
    await signInAt(florist, '/studio/subscriptions', 'florist@flora.example')
    await findsHer(florist, subscriber)
    await leavesOneOutAndTakesItBack(florist)
    await movesOne(florist)
    await pausesAndLetsItGoOn(florist)
    await changesHowMany(florist)
    await mayNotEndIt(florist)
    await sheReadsOfIt(subscriber)

    const manager = await aFloristAtWork(town, t, tablet)
    await signInAt(manager, `/studio/subscriptions/${subscriber.subscriptionId}`, 'manager@flora.example')
    await endsIt(manager)
  },
)

async function findsHer({ page }: Florist, { customer }: Subscriber): Promise<void> {
  await page.getByRole('region', { name: 'Subscriptions' }).waitFor()
  await page.getByLabel('Search subscriptions').fill(customer.email)
  await page.waitForURL((address) => address.searchParams.get('q') === customer.email)
  await page.getByLabel('Rhythm').selectOption({ label: 'Every year' })
  await page.getByText('Nothing is like that').waitFor()
  await page.getByLabel('Rhythm').selectOption({ label: 'Every week' })
  await page.getByRole('link', { name: customer.name }).waitFor()
  await lookOver(page, 'Subscriptions')
  await page.getByRole('link', { name: customer.name }).click()
  await page.getByRole('heading', { level: 1, name: /^Rose Street Bunch/ }).waitFor()
  await lookOver(page, 'A subscription')
}

async function leavesOneOutAndTakesItBack({ page }: Florist): Promise<void> {
  const coming = page.getByRole('region', { name: 'Deliveries to come' })
  await coming
    .getByRole('button', { name: /^What can be done with/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Leave it out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Leave it out' }).waitFor()
  await lookOver(page, 'Leaving a delivery out')
  await dialog.getByRole('button', { name: 'Leave it out' }).click()
  await dialog.waitFor({ state: 'detached' })
  await coming.getByText('Left out', { exact: true }).waitFor()
  await historySays({ page }, /Left out/)
  await coming
    .getByRole('button', { name: /^What can be done with/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Take it back in' }).click()
  await dialog.getByRole('button', { name: 'Take it back in' }).click()
  await dialog.waitFor({ state: 'detached' })
  await coming.getByText('Left out', { exact: true }).waitFor({ state: 'detached' })
}

async function movesOne({ page }: Pick<Florist, 'page'>): Promise<void> {
  const coming = page.getByRole('region', { name: 'Deliveries to come' })
  const before = await coming.locator('tbody th b').first().innerText()
  await coming
    .getByRole('button', { name: /^What can be done with/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Move to another day' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { checked: true }).first().waitFor({ state: 'attached' })
  await lookOver(page, 'Moving a delivery')
  // The next open day, whichever that is: it lies before the delivery after this one.
  const chosen = dialog.locator('.cal .day.is-on input')
  await chosen.press('ArrowRight')
  await dialog.getByRole('button', { name: /^Move it to/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await coming.getByText(`instead of ${before}`).waitFor()
}

async function pausesAndLetsItGoOn({ page }: Pick<Florist, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Pause it?' })
  const until = await dialog.getByLabel('Until').getAttribute('max')
  assert.equal(await dialog.getByRole('button', { name: 'Pause it' }).getAttribute('aria-disabled'), 'true')
  await dialog.getByLabel('Until').fill(until!)
  await dialog.getByText(/^Left out: /).waitFor()
  await lookOver(page, 'Pausing')
  await dialog.getByRole('button', { name: 'Pause it' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByText(/^Paused until/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Let it go on' }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
}

async function changesHowMany({ page }: Pick<Florist, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Change rhythm' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change rhythm' })
  await dialog.getByLabel('How many each time').fill('2')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await dialog.getByText('It costs another sum.').waitFor()
  const change = dialog.getByRole('button', { name: /^Change it for \$/ })
  assert.equal(await change.getAttribute('aria-disabled'), 'true', 'not before she has agreed')
  await lookOver(page, 'A change that costs another sum')
  await dialog.getByLabel('She has agreed to that sum').check()
  await change.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^2 × Rose Street Bunch/).waitFor()
}

async function mayNotEndIt({ page }: Pick<Florist, 'page'>): Promise<void> {
  const end = page.getByRole('button', { name: 'End it' })
  assert.equal(await end.getAttribute('aria-disabled'), 'true')
  await page.getByText('Only an owner or a manager ends one.').waitFor()
}

/** Her letters say what was done for her; her page says that it was the shop, and not who. */
async function sheReadsOfIt({ customer, client, subscriptionId }: Subscriber): Promise<void> {
  const told = await town.mail.waitFor(
    ({ to, text }) =>
      to.some(({ address }) => address === customer.email) && text.includes('We changed your subscription for you.'),
    60_000,
  )
  assert.match(told.text, /If that isn’t what you asked for/)
  const { events } = await client.call('GET /account/subscriptions/:subscriptionId', { params: { subscriptionId } })
  assert.deepEqual([...new Set(events.map(({ who }) => who))].toSorted(), ['customer', 'shop'])
}

async function endsIt({ page }: Pick<Florist, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'End it' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'End it' }).waitFor()
  await lookOver(page, 'Ending a subscription')
  await dialog.getByLabel('Why').fill('She moves to Perth.')
  await dialog.getByRole('button', { name: 'End it' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByText(/^It has ended\. She can begin a new one/)
    .first()
    .waitFor()
  await historySays({ page }, /She moves to Perth\./)
  await page.goto('/studio/subscriptions?state=cancelled')
  await page.getByRole('region', { name: 'Subscriptions' }).getByText('Ended').first().waitFor()
}

async function historySays({ page }: Pick<Florist, 'page'>, what: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'What was done' }).getByText(what).first().waitFor()
}
