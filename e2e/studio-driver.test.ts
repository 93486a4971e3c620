import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'
import { lookOver } from './look-over.ts'
import { aNeighbour } from './neighbour.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aPhotograph, isSeen } from './photograph.ts'
import type { Page } from './shopper.ts'
import { aFloristAtWork, type Florist, signInAt } from './studio.ts'
import { anOrderThatIsPaid, type PaidOrder } from './studio-orders.ts'

// A Tuesday morning before the vans leave: no cut-off and no closed day stands in the way, whenever this is run.
const morning = '2026-11-24T07:30:00+11:00'
const today = '2026-11-24'

let town: Town
before(async () => {
  if (noBrowser === false) town = await openTown({ opensAt: morning })
})
after(() => town?.close())

const phone = { width: 390, height: 844, hasTouch: true, colorScheme: 'light' } as const

test(
  'a driver drives her run on her phone, through a dead spot and a reload in it, and the buyers see how it went',
  { skip: noBrowser },
  async (t) => {
    const orders = [
      await anOrderThatIsPaid(town, { openDay: 0, street: '1 Gipps Street' }),
      await anOrderThatIsPaid(town, { openDay: 0, street: '2 Gipps Street' }),
      await anOrderThatIsPaid(town, { openDay: 0, street: '3 Gipps Street' }),
    ]
    assert.deepEqual([...new Set(orders.map(({ day }) => day))], [today])
    await givesHerARun()
    const driver = await aFloristAtWork(town, t, phone, ['ERR_INTERNET_DISCONNECTED'])
    const { page, context } = driver
    await signInAt(driver, '/studio/', 'driver@flora.example')
    await page.waitForURL('**/studio/driver')
    await leaves(driver)

    const first = await door(page)
    await deliversWithAPhoto(driver)
    const second = await door(page)
    assert.notEqual(second, first)

    await context.setOffline(true)
    await page.getByText('No network. You can go on; everything is kept.').waitFor()
    await leavesItWithANeighbour(driver)
    const third = await door(page)
    await page.reload()
    assert.equal(await door(page), third, 'the page is there without a network, with what was said')
    await page.getByText('1 report waits for the network').waitFor()
    await findsNobodyHome(driver)
    await page.getByRole('heading', { level: 1, name: 'That was the last one' }).waitFor()
    await page.getByText('2 reports wait for the network').waitFor()
    await lookOver(page, 'The end of a run, in a dead spot')

    await context.setOffline(false)
    await page.getByText(/for the network/).waitFor({ state: 'detached' })
    await page.getByText('not sent yet').waitFor({ state: 'detached' })
    await buyersRead(driver, orders, { first, second, third })
  },
)

/** The owner plans the day's stops into a run and gives it to the driver. */
async function givesHerARun(): Promise<void> {
  const owner = aNeighbour(town)
  await owner.call('POST /auth/login', { body: { email: 'owner@flora.example', password: demoPassword } })
  const params = { day: today } as const
  const { version, drivers } = await owner.call('GET /fulfilment/days/:day/runs', { params })
  const dan = drivers.find(({ name }) => name === 'Dan Okoro')
  assert.ok(dan)
  const added = await owner.call('POST /fulfilment/days/:day/runs', {
    params,
    body: { version, driverId: dan.accountId },
  })
  const planned = await owner.call('POST /fulfilment/days/:day/runs/plan', { params, body: { version: added.version } })
  // The demo has orders of its own that day; she drives the three of this test.
  const hers = planned.runs[0]!.stops.filter(({ recipient }) => recipient.line1.endsWith('Gipps Street'))
  assert.equal(hers.length, 3)
  await owner.call('PUT /fulfilment/runs/:runId/stops', {
    params: { runId: planned.runs[0]!.id },
    body: { version: planned.version, deliveryIds: hers.map(({ deliveryId }) => deliveryId) },
  })
}

async function leaves({ page }: Florist): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Load 3 stops' }).waitFor()
  await lookOver(page, 'Loading the van')
  await page.getByRole('button', { name: 'All in, I’m leaving' }).click()
  await page.getByText('Stop 1 of 3').waitFor()
  // She came here from another page and has loaded this one never: it is kept for dead spots all the same.
  await page.waitForFunction(async () => {
    const kept = await caches.open('flora-driver')
    return (await kept.match('/studio/driver')) !== undefined && (await kept.match('/api/driver/today')) !== undefined
  })
  await lookOver(page, 'A stop')
}

/** The address she is led to. */
function door(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1, name: /Gipps Street$/ }).innerText()
}

async function deliversWithAPhoto({ page }: Florist): Promise<void> {
  await page.getByLabel('Photograph of the delivery').setInputFiles({
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhotograph(page),
  })
  await page.getByText('Stop 2 of 3').waitFor()
  await page.getByText(/for the network/).waitFor({ state: 'detached' })
}

async function leavesItWithANeighbour({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Neighbour' }).click()
  const dialog = page.getByRole('dialog', { name: 'Left with a neighbour' })
  const left = dialog.getByRole('button', { name: 'Left there' })
  assert.equal(await left.getAttribute('aria-disabled'), 'true', 'not before she says with whom')
  await lookOver(page, 'Leaving it with a neighbour, in a dead spot')
  await dialog.getByLabel('With whom, or where').fill('Number 9, with Sam')
  await left.click()
  await page.getByText('Stop 3 of 3').waitFor()
}

async function findsNobodyHome({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Nobody home' }).click()
  const dialog = page.getByRole('dialog', { name: 'Anjali Nair is not home' })
  await dialog.waitFor()
  await lookOver(page, 'Nobody home, in a dead spot')
  await dialog.getByText('Try again tomorrow').click()
  await dialog.getByRole('button', { name: 'Nobody home' }).click()
}

type Doors = Readonly<Record<'first' | 'second' | 'third', string>>

/** Each buyer's own page says how it went at that door, with the photograph where there is one. */
async function buyersRead({ context }: Florist, orders: readonly PaidOrder[], doors: Doors): Promise<void> {
  const page = await context.newPage()
  const read = async (street: string): Promise<void> => {
    const at = ['1 Gipps Street', '2 Gipps Street', '3 Gipps Street'].indexOf(street)
    await page.goto(`/order/${orders[at]!.link}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await read(doors.first)
  await isSeen(page.locator('.door-photos img'))
  await read(doors.second)
  await page.getByText('Number 9, with Sam').first().waitFor()
  await read(doors.third)
  await page
    .getByText(/Nobody was home/)
    .first()
    .waitFor()
}
