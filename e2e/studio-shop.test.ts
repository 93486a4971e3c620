import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoPassword } from '../apps/api/src/demo/demo-staff.ts'
import { lookOver } from './look-over.ts'
import { aNeighbour } from './neighbour.ts'
import { noBrowser, openTown, type Town } from './open-town.ts'
import { aPhotograph, isSeen } from './photograph.ts'
import { aFloristAtWork, type Florist, signInAt } from './studio.ts'
import { anOrderThatIsPaid } from './studio-orders.ts'

let town: Town
before(async () => {
  if (noBrowser === false) town = await openTown()
})
after(() => town?.close())

const laptop = { width: 1360, height: 900, hasTouch: false, colorScheme: 'light' } as const
const tablet = { width: 820, height: 1180, hasTouch: true, colorScheme: 'dark' } as const

test(
  'a manager closes Valentine’s evening windows, and a day with an order only once she has read which',
  { skip: noBrowser },
  async (t) => {
    const order = await anOrderThatIsPaid(town)
    const florist = await aFloristAtWork(town, t, tablet, [409])
    const { page } = florist
    const valentines = await anEveningBeforeValentines()
    await signInAt(
      florist,
      `/studio/delivery?month=${valentines.slice(0, 7)}&day=${valentines}`,
      'manager@flora.example',
    )
    await page.locator('[aria-current="date"]').waitFor()
    await lookOver(page, 'Delivery calendar')
    await closesTheEvening(florist)
    await closesADayWithAnOrder(florist, order)
    await page.goto('/studio/delivery/zones')
    await page.getByRole('heading', { level: 2, name: 'Inner North' }).waitFor()
    await lookOver(page, 'Zones and windows')
    await page.goto('/studio/delivery/week')
    await page.getByRole('heading', { level: 2, name: 'The bench’s week' }).waitFor()
    await lookOver(page, 'The week')
  },
)

/** A day of Valentine's week on which the vans go out in the evening; the day itself may be a Sunday. */
async function anEveningBeforeValentines(): Promise<string> {
  const manager = aNeighbour(town)
  await manager.call('POST /auth/login', { body: { email: 'manager@flora.example', password: demoPassword } })
  const { today } = await manager.call('GET /shop', {})
  const thisYear = `${today.slice(0, 4)}-02`
  const month = today < `${thisYear}-11` ? thisYear : `${Number(today.slice(0, 4)) + 1}-02`
  const { days } = await manager.call('GET /desk/delivery/months/:month', { params: { month } })
  const week = days.filter(({ day, open }) => open && day <= `${month}-14` && day > `${month}-08`)
  for (const { day } of week.toReversed()) {
    const { windows } = await manager.call('GET /desk/delivery/days/:day', { params: { day } })
    if (windows.some(({ starts }) => starts >= '17:00')) return day
  }
  throw new Error('no van goes out on any evening before Valentine’s')
}

async function closesTheEvening({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Close days or windows' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close days or windows' })
  const close = dialog.getByRole('button', { name: 'Close them' })
  assert.equal(await close.getAttribute('aria-disabled'), 'true', 'no reason is given yet, and the button says so')
  await dialog.getByText('The evening').click()
  await dialog.getByLabel('Reason shoppers see').fill('Valentine’s evening is fully booked')
  await lookOver(page, 'Closing days')
  await close.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Valentine’s evening is fully booked').first().waitFor()
  await page.getByText('Partly closed').waitFor()
}

async function closesADayWithAnOrder(
  { page }: Florist,
  { number, day }: { number: string; day: string },
): Promise<void> {
  await page.goto(`/studio/delivery?month=${day.slice(0, 7)}&day=${day}`)
  await page.getByRole('button', { name: 'Close this day or its windows' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close days or windows' })
  await dialog.getByLabel('Reason shoppers see').fill('The van is at the mechanic’s')
  await dialog.getByRole('button', { name: 'Close them' }).click()
  await dialog.getByRole('link', { name: number }).waitFor()
  await lookOver(page, 'Orders that a change would break')
  assert.ok(await isOpenToShoppers(day), 'the refusal changed nothing')
  await dialog.getByLabel('Do it even so').check()
  await dialog.getByRole('button', { name: 'Close them even so' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('The van is at the mechanic’s').first().waitFor()
  assert.equal(await isOpenToShoppers(day), false)
  const openAgain = page.getByRole('button', { name: /^Open again/ })
  await openAgain.click()
  await openAgain.waitFor({ state: 'detached' })
  assert.ok(await isOpenToShoppers(day), 'and open again')
}

async function isOpenToShoppers(day: string): Promise<boolean> {
  const shopper = aNeighbour(town)
  const { variants } = await shopper.call('GET /products/:slug', { params: { slug: 'rose-street-bunch' } })
  const { days } = await shopper.call('GET /delivery/calendar', {
    query: { postcode: '3067', lines: `${variants[0]!.id}:1` as never },
  })
  const asked = days.find((one) => one.day === day)
  assert.ok(asked, 'the day is in the calendar')
  return asked.open
}

test(
  'a manager adds a product with a photo and publishes it, and a shopper finds it',
  { skip: noBrowser },
  async (t) => {
    const florist = await aFloristAtWork(town, t, laptop, [409])
    const { page } = florist
    await signInAt(florist, '/studio/products', 'manager@flora.example')
    await page.getByRole('link', { name: 'Saturday Peonies' }).first().waitFor()
    await lookOver(page, 'Products')
    await page.getByRole('button', { name: 'Add a product' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Rhubarb Sky')
    await page.getByRole('button', { name: 'Begin it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rhubarb Sky' }).waitFor()
    await fillsItIn(florist)
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Nothing is changed.').waitFor()
    await lookOver(page, 'A product')
    await cropsItAnew(florist, 'Edit picture 1: what it shows, and its crop')
    await savesAfterAColleague(florist)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Rhubarb Sky is in the shop.').waitFor()
    await aShopperFindsIt(florist)
  },
)

async function fillsItIn({ page }: Florist): Promise<void> {
  const publish = page.getByRole('button', { name: 'Publish' })
  assert.equal(
    await publish.getAttribute('aria-disabled'),
    'true',
    'it is not complete, and the button says what is missing',
  )
  await page.getByLabel('Summary').fill('Rhubarb pink against a grey sky.')
  await page.getByLabel('Description').fill('Dahlias and smoke bush.\n\nTied short.')
  await page.getByLabel('Add a photo').setInputFiles({
    name: 'rhubarb.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhotograph(page),
  })
  const dialog = page.getByRole('dialog', { name: 'Describe the picture' })
  await dialog.getByRole('button', { name: /What is seen of the photo/ }).press('ArrowLeft')
  await dialog.getByRole('button', { name: /its middle is at 48 of 100 from the left/ }).waitFor()
  await lookOver(page, 'Describing a picture')
  await dialog.getByLabel('What it shows').fill('A round bunch of rhubarb pink dahlias')
  await dialog.getByRole('button', { name: 'Take it' }).click()
  await page.getByRole('button', { name: 'Add a size' }).click()
  await page.getByLabel('Price, GST included').fill('72')
  await page.getByLabel('Bench minutes').fill('10')
  await page.getByLabel('Add a stem to One size').selectOption({ label: 'Apricot rose' })
}

/** After a reload nothing of the photo is on this device: the shop's own copy is what is cropped. */
async function cropsItAnew({ page }: Pick<Florist, 'page'>, opens: string): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: opens, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Describe the picture' })
  await dialog.getByRole('button', { name: /What is seen of the photo: its middle is at 48 of 100/ }).press('ArrowLeft')
  await dialog.getByRole('button', { name: /its middle is at 46 of 100 from the left/ }).waitFor()
  await dialog.getByRole('button', { name: 'Take it' }).click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Nothing is changed.').waitFor()
}

async function savesAfterAColleague({ page }: Florist): Promise<void> {
  await page.getByLabel('Latin name').fill('Dahlia pinnata')
  const owner = aNeighbour(town)
  await owner.call('POST /auth/login', { body: { email: 'owner@flora.example', password: demoPassword } })
  const params = { productId: new URL(page.url()).pathname.split('/').at(-1) as `prd_${string}` }
  const { version } = await owner.call('GET /desk/catalog/products/:productId', { params })
  await owner.call('PATCH /desk/catalog/products/:productId', {
    params,
    body: { version, summary: 'The owner’s words.' },
  })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Somebody was quicker.').waitFor()
  await page.getByRole('button', { name: 'Keep what I changed, take the rest' }).click()
  assert.equal(await page.getByLabel('Summary').inputValue(), 'The owner’s words.')
  assert.equal(await page.getByLabel('Latin name').inputValue(), 'Dahlia pinnata')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Nothing is changed.').waitFor()
}

async function aShopperFindsIt({ context }: Florist): Promise<void> {
  const page = await context.newPage()
  await page.goto('/search?q=rhubarb')
  await page.getByRole('link', { name: 'Rhubarb Sky' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Rhubarb Sky' }).waitFor()
  await isSeen(page.getByRole('img', { name: 'A round bunch of rhubarb pink dahlias' }).first())
  await page.getByText('$72').first().waitFor()
}

test(
  'a manager issues a gift card, sees its code once, corrects it, makes a code and schedules an article',
  { skip: noBrowser },
  async (t) => {
    const florist = await aFloristAtWork(town, t, laptop)
    const { page } = florist
    await signInAt(florist, '/studio/gift-cards', 'manager@flora.example')
    await page.getByRole('region', { name: 'Gift cards' }).waitFor()
    await lookOver(page, 'Gift cards')
    await issuesACard(florist)
    await makesACode(florist)
    await schedulesAnArticle(florist)
    for (const [address, name] of [
      ['/studio/collections', 'Collections and words'],
      ['/studio/products/import', 'Files'],
    ] as const) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await lookOver(page, name)
    }
    await looksThroughABadFile(florist)
  },
)

async function issuesACard({ page }: Florist): Promise<void> {
  await page.getByRole('button', { name: 'Issue a gift card' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sum').fill('80')
  await dialog.getByLabel('Why').fill('Sold at the counter')
  await dialog.getByRole('button', { name: 'Issue the card' }).click()
  const code = await page.locator('.card-code').innerText()
  await lookOver(page, 'The code of a new card')
  await page.getByRole('link', { name: 'Its ledger' }).click()
  await page.getByRole('heading', { level: 1, name: code.slice(-4) }).waitFor()
  await page.goto('/studio/gift-cards')
  const first = page.getByRole('region', { name: 'Gift cards' }).locator('tbody tr').first()
  assert.match(await first.innerText(), new RegExp(code.slice(-4)), 'what was issued last stands first')
  await first.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: code.slice(-4) }).waitFor()
  await page.getByRole('button', { name: 'Add or take off' }).click()
  await dialog.getByText('Take off it').click()
  await dialog.getByLabel('Sum').fill('12.50')
  await dialog.getByLabel('Why').fill('Typed wrongly')
  await dialog.getByRole('button', { name: 'Take it off' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('$67.50 left of $80.00').waitFor()
  await lookOver(page, 'A card’s ledger')
}

async function makesACode({ page }: Florist): Promise<void> {
  await page.goto('/studio/codes')
  await page.getByRole('button', { name: 'Make a code' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code').fill('rhubarb')
  await dialog.getByLabel('Name').fill('Rhubarb week')
  await dialog.getByLabel('Percent').fill('12.5')
  await lookOver(page, 'Making a code')
  await dialog.getByRole('button', { name: 'Make the code' }).click()
  await page.getByRole('link', { name: 'RHUBARB' }).click()
  await page.getByRole('heading', { level: 1, name: 'RHUBARB' }).waitFor()
  await page.getByText('12.5% off').waitFor()
  await lookOver(page, 'A code')
}

async function schedulesAnArticle({ page }: Florist): Promise<void> {
  await page.goto('/studio/articles')
  await page.getByRole('region', { name: 'Articles' }).waitFor()
  await lookOver(page, 'Articles')
  await page.getByRole('button', { name: 'Write something' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Why smoke bush')
  await page.getByRole('button', { name: 'Begin it' }).click()
  await page.getByRole('heading', { level: 1, name: 'Why smoke bush' }).waitFor()
  await page.getByLabel('Summary').fill('For its haze.')
  await page.getByLabel('Text in Markdown').fill('For its **haze**.\n\n<img src=x onerror=alert(1)>')
  await page.getByRole('button', { name: 'How it looks' }).click()
  // Of what is typed, and nothing of it is saved.
  await page.locator('.prose strong', { hasText: 'haze' }).waitFor()
  assert.equal(await page.locator('.prose img').count(), 0, 'HTML that was typed is shown as it was typed')
  await takesAPhotoOfItsOwn({ page })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Nothing is changed.').waitFor()
  await lookOver(page, 'An article')
  await cropsItAnew({ page }, 'Crop it')
  await page.reload()
  const picture = page.getByRole('img', { name: 'Smoke bush in the evening' })
  assert.match((await picture.getAttribute('src'))!, /-46-50-400\.webp$/, 'what is saved is cropped otherwise')
  await isSeen(picture)
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('button', { name: 'Schedule it' }).click()
  await page.getByText('Scheduled', { exact: true }).waitFor()
}

async function takesAPhotoOfItsOwn({ page }: Pick<Florist, 'page'>): Promise<void> {
  await page.getByLabel('Or a photo of your own', { exact: true }).setInputFiles({
    name: 'smoke-bush.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhotograph(page),
  })
  const dialog = page.getByRole('dialog', { name: 'Describe the picture' })
  await dialog.getByRole('button', { name: /What is seen of the photo/ }).press('ArrowLeft')
  await dialog.getByLabel('What it shows').fill('Smoke bush in the evening')
  await dialog.getByRole('button', { name: 'Take it' }).click()
  await page.getByRole('img', { name: 'Smoke bush in the evening' }).waitFor()
}

async function looksThroughABadFile({ page }: Florist): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles({
    name: 'spring.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('product,sku,price\nsaturday-peonies,SATURDAY-PEONIES-SMALL,dear\n'),
  })
  await page.getByText('It cannot be taken.').waitFor()
  await page.getByText('Please give a price, such as 65.00.').waitFor()
  await lookOver(page, 'A file with a bad line')
}
