import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { createClient } from '@flora/client/client.ts'
import { keepingCookies } from '@flora/client/keeping-cookies.ts'
import { type MailCatcher, startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { plenty, silentWorkersAreDead } from '../../test/crashing.ts'
import { type DoorProcess, endDoorProcesses, openDoorProcess, until } from '../../test/door-process.ts'
import { brokenPromises } from '../../test/invariants.ts'
import {
  aVisitor,
  morning,
  openPayingShop,
  type PayingShop,
  pay,
  placedOrder,
  type Visitor,
  aFilledCart,
  place,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { noPicture, placeOf, rasterFilesOf } from '../publishing/picture.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
let mailbox: MailCatcher
let folder: string
let day: ShopDay
let environment: Record<string, string>
before(async () => {
  if (skip) return
  // A door of its own has the clock on the wall, so this shop has it too.
  open = await openPayingShop({ on: 'server', now: Temporal.Now.instant().toString() })
  mailbox = await startMailCatcher()
  folder = await mkdtemp(path.join(tmpdir(), 'flora-test-'))
  await plenty(open)
  await drawNothing()
  day = await aDay()
  environment = {
    MODE: 'rehearsal',
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    RATE_LIMITS: 'off',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_POOL: '6',
    DATABASE_URL: open.shop.database.url!,
    STRIPE_API_BASE: open.stripe.url,
    SMTP_URL: `smtp://127.0.0.1:${mailbox.smtpPort}`,
  }
})
after(async () => {
  await endDoorProcesses()
  await open?.close()
  await mailbox?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

// A worker begins by drawing what is missing, which is another matter than this one.
async function drawNothing(): Promise<void> {
  await rows(open.shop.db, sql`update pictures set drawing = null`)
  for (const file of rasterFilesOf(noPicture.id)) {
    const place = path.join(folder, 'files', placeOf(file))
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, 'drawn')
  }
}

/** The first day a week ahead on which the morning window is open. */
async function aDay(): Promise<ShopDay> {
  const { days } = await aVisitor(open.app).call('GET /delivery/calendar', {
    query: { postcode: '3067', lines: 'var_peace-lily-one:1' },
  })
  return days.slice(7).find(({ windows }) => windows.some((window) => window.id === morning && window.open))!.day
}

const count = async (what: ReturnType<typeof sql>): Promise<number> =>
  (await rows<{ count: number }>(open.shop.db, what))[0]!.count
const processed = () =>
  count(
    sql`select count(*)::int as count from payment_events where processed_at is not null and outcome not like 'ignored%'`,
  )
const refundsAsked = async () => open.stripe.books().intents.reduce((sum, { refunds }) => sum + refunds, 0)
const lettersTaken = async () => mailbox.messages().length

/** Moments that come in every run, though not at the same microsecond. */
const moments: { readonly name: string; readonly seen: () => Promise<number>; readonly more: number }[] = [
  { name: 'the first event is worked on', seen: processed, more: 1 },
  { name: 'five events are worked on', seen: processed, more: 5 },
  { name: 'a letter is taken by the mail server', seen: lettersTaken, more: 1 },
  { name: 'a refund is asked for', seen: refundsAsked, more: 1 },
  { name: 'six letters are taken by the mail server', seen: lettersTaken, more: 6 },
]

test(
  'a worker that is killed at five moments while forty orders are paid and some cancelled loses and doubles nothing',
  { skip },
  async () => {
    const paid: string[] = []
    for (const { name, seen, more } of moments) {
      const seenBefore = await seen()
      const worker = await openDoorProcess('work', environment)
      const cancelled = paid.splice(0, 2)
      const orders = await Promise.all(Array.from({ length: 8 }, () => placedOrder(aVisitor(open.app), { day })))
      await Promise.all([...orders.map((order) => pay(open.stripe, order)), ...cancelled.map((link) => cancel(link))])
      paid.push(...orders.map(({ order }) => order.link))
      await until(seen, (now) => now >= seenBefore + more).catch((error: unknown) =>
        assert.fail(`${name}: ${String(error)}`),
      )
      assert.equal(await worker.end('SIGKILL'), 'SIGKILL')
    }

    await silentWorkersAreDead(open)
    const worker = await openDoorProcess('work', environment)
    const mayBeDouble = moments.length * 8
    const broken = () =>
      brokenPromises({
        db: open.shop.db,
        books: open.stripe.books(),
        letters: mailbox.messages().map(messageId),
        crashes: mayBeDouble,
      })
    await until(broken, (found) => found.length === 0).catch(async () => assert.deepEqual(await broken(), []))
    assert.equal(await worker.end('SIGTERM'), 0)
    assert.deepEqual(await broken(), [])
    const states = await rows(
      open.shop.db,
      sql`select status, count(*)::int as count from orders group by status order by status`,
    )
    assert.deepEqual(states, [
      { status: 'CONFIRMED', count: 32 },
      { status: 'REFUNDED', count: 8 },
    ])
  },
)

/** Cancelled as soon as it is confirmed: before, there would be nothing to give back. */
async function cancel(link: string): Promise<void> {
  const visitor = aVisitor(open.app)
  await until(
    () => visitor.call('GET /orders/:link', { params: { link } }),
    ({ status }) => status === 'CONFIRMED',
  )
  await visitor.call('POST /orders/:link/cancellation', { params: { link }, body: {} })
}

const messageId = ({ headers }: ReturnType<MailCatcher['messages']>[number]) => ({
  messageId: headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? '',
})

/** A browser at a door of its own. */
function browserAt(door: DoorProcess): Visitor & { lastConnection: () => string | null } {
  const cookies = new Map<string, string>()
  let connection: string | null = null
  const carry = keepingCookies(async (address, init) => {
    const reply = await fetch(door.url + address, init)
    connection = reply.headers.get('connection')
    return reply
  }, cookies)
  return { ...createClient(carry), cookies, lastConnection: () => connection }
}

test('a door that is told to stop answers every request it has taken, and then takes no more', { skip }, async () => {
  const door = await openDoorProcess('serve', environment)
  const browsers = Array.from({ length: 20 }, () => browserAt(door))
  const carts = await Promise.all(browsers.map((browser) => aFilledCart(browser, { day })))
  const orders = () => count(sql`select count(*)::int as count from orders`)
  const ordersBefore = await orders()
  open.stripe.faults.slowRoute('POST /v1/payment_intents', 1_500)
  const placing = Promise.allSettled(browsers.map((browser, index) => place(browser, carts[index]!.toPay)))
  // Each of them has its order by now, and waits for the payment service.
  await until(orders, (now) => now === ordersBefore + browsers.length)
  const ending = door.end('SIGTERM')
  const placed = await placing
  open.stripe.faults.clear()
  assert.deepEqual(
    placed.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : [])),
    [],
  )
  assert.ok(placed.every((result) => result.status === 'fulfilled' && result.value.payment))
  assert.deepEqual(
    new Set(browsers.map(({ lastConnection }) => lastConnection())),
    new Set(['close']),
    'no connection is kept that would keep the door',
  )
  assert.equal(await ending, 0)
  await assert.rejects(fetch(`${door.url}/api/health`))
})
