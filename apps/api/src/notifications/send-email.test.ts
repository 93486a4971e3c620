import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { startMailCatcher } from '@flora/sandbox/mail/start-mail-catcher.ts'
import { sql } from '../platform/sql.ts'
import { aSmallShop } from '../../test/builders.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import type { OrderLetter } from '../jobs.ts'
import { rows } from '../platform/db.ts'
import { type Mail, openMail } from '../platform/mail.ts'
import type { Shop } from '../shop.ts'
import { notificationJobs } from './index.ts'
import { anOrder, placedAt, placedInDatabase } from './test/an-order.ts'

interface EmailRow {
  readonly attempts: number
  readonly isSent: boolean
  readonly isNotNeeded: boolean
  readonly lastError: string | null
}

async function aShopWithAnOrder(t: TestContext, order = anOrder()): Promise<TestShop> {
  const shop = await openShop({ now: placedAt })
  t.after(() => shop.close())
  await aSmallShop(shop)
  await placedInDatabase(shop, order)
  return shop
}

function write(shop: Shop, letter: OrderLetter = 'confirmed', about?: string): Promise<void> {
  return notificationJobs(shop)['notifications/order-letter']({ orderId: 'ord_one', letter, ...(about && { about }) })
}

function emails({ db }: Pick<Shop, 'db'>): Promise<EmailRow[]> {
  return rows(
    db,
    sql`select attempts, sent_at is not null as "isSent", not_needed_at is not null as "isNotNeeded", last_error as "lastError" from emails order by created_at, id`,
  )
}

/** A mail server that has taken its first letter and does not answer until it is told to; to others it answers at once. */
function slowMail(): { mail: Mail; taken: Promise<void>; answer: () => void; count: () => number } {
  const taken = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  let count = 0
  const send = async () => {
    count += 1
    taken.resolve()
    if (count === 1) await answered.promise
  }
  return {
    mail: { send, close: () => undefined },
    taken: taken.promise,
    answer: () => answered.resolve(),
    count: () => count,
  }
}

test('a letter is sent once, however often its job comes', async (t) => {
  const shop = await aShopWithAnOrder(t)
  await write(shop)
  await write(shop)
  await write(shop)
  assert.equal(shop.letters.length, 1)
  assert.equal(shop.letters[0]!.to, 'mercy@example.com')
  assert.match(shop.letters[0]!.messageId, /^<eml_[0-9a-z]+@127\.0\.0\.1>$/)
  assert.deepEqual(await emails(shop), [{ attempts: 1, isSent: true, isNotNeeded: false, lastError: null }])
})

test('two refunds of one order are two letters', async (t) => {
  const shop = await aShopWithAnOrder(t)
  await rows(
    shop.db,
    sql`insert into payments (id, order_id, state, amount_minor, currency, created_at, updated_at)
    values ('pay_one', 'ord_one', 'paid', 22840, 'AUD', ${placedAt}, ${placedAt})`,
  )
  await rows(shop.db, sql`update orders set paid_minor = 22840, refunded_minor = 6000`)
  await rows(
    shop.db,
    sql`insert into refunds (id, order_id, payment_id, state, amount_minor, currency, reason, who, created_at)
    values ('rfd_one', 'ord_one', 'pay_one', 'succeeded', 4000, 'AUD', 'goodwill', 'shop', ${placedAt}),
           ('rfd_two', 'ord_one', 'pay_one', 'succeeded', 2000, 'AUD', 'goodwill', 'shop', ${placedAt})`,
  )
  await write(shop, 'refunded', 'rfd_one')
  await write(shop, 'refunded', 'rfd_two')
  await write(shop, 'refunded', 'rfd_one')
  assert.deepEqual(
    shop.letters.map(({ subject }) => subject),
    ['$40 is on its way back to you', '$20 is on its way back to you'],
  )
})

test('while one worker talks to the mail server, another one leaves the letter alone and comes again', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const slow = slowMail()
  const first = write({ ...shop, mail: slow.mail })
  await slow.taken
  await assert.rejects(write({ ...shop, mail: slow.mail }), /Another worker is sending/)
  slow.answer()
  await first
  await write({ ...shop, mail: slow.mail })
  assert.equal(slow.count(), 1)
})

test('the letter of a worker that died is sent by the next one, after a minute', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const slow = slowMail()
  const dead = write({ ...shop, mail: slow.mail })
  await slow.taken
  shop.clock.advance({ seconds: 59 })
  await assert.rejects(write(shop), /Another worker/)
  shop.clock.advance({ seconds: 1 })
  await write(shop)
  assert.equal(shop.letters.length, 1)
  slow.answer()
  await dead
})

test('a mail server that refuses twice delays a letter and does not lose it', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const catcher = await startMailCatcher()
  const mail = openMail(`smtp://127.0.0.1:${catcher.smtpPort}`, 'Flora <hello@flora.example>')
  t.after(() => {
    mail.close()
    return catcher.close()
  })
  const mailing = { ...shop, mail }
  await catcher.faults.begin({ kind: 'refuse-message' }, 2)
  await assert.rejects(write(mailing), /The mail server did not take eml_/)
  await assert.rejects(write(mailing), /The mail server did not take eml_/)
  const [waiting] = await emails(shop)
  assert.equal(waiting!.attempts, 2)
  assert.equal(waiting!.isSent, false)
  assert.match(waiting!.lastError!, /451/)

  await write(mailing)
  const [caught, ...others] = catcher.messages()
  assert.deepEqual(others, [])
  assert.equal(caught!.subject, 'It’s in the book: June’s flowers come Saturday 21 November')
  assert.deepEqual(caught!.envelope.to, ['mercy@example.com'])
  assert.ok(caught!.text.includes('Dear June,'))
  assert.ok(caught!.html.includes('<h1'))
  assert.deepEqual(await emails(shop), [{ attempts: 3, isSent: true, isNotNeeded: false, lastError: null }])
})

test('a mail server that is not there loses nothing', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const catcher = await startMailCatcher()
  const mail = openMail(`smtp://127.0.0.1:${catcher.smtpPort}`, 'Flora <hello@flora.example>')
  t.after(() => {
    mail.close()
    return catcher.close()
  })
  await catcher.faults.begin({ kind: 'refuse-connections' })
  await assert.rejects(write({ ...shop, mail }), /did not take/)
  await catcher.faults.end()
  await write({ ...shop, mail })
  assert.equal(catcher.messages().length, 1)
})

test('a letter that was taken without an answer goes again under the same message id', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const catcher = await startMailCatcher()
  const mail = openMail(`smtp://127.0.0.1:${catcher.smtpPort}`, 'Flora <hello@flora.example>')
  t.after(() => {
    mail.close()
    return catcher.close()
  })
  await catcher.faults.begin({ kind: 'drop-before-answer' }, 1)
  await assert.rejects(write({ ...shop, mail }))
  await write({ ...shop, mail })
  const ids = catcher
    .messages()
    .map(({ headers }) => headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value)
  assert.equal(ids.length, 2)
  assert.equal(ids[0], ids[1])
})

test('neither the record nor the log of a refusal names an address', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const complaint = Object.assign(new Error('550 5.1.1 <mercy@example.com>: mercy@example.com unknown'), {
    code: 'EENVELOPE',
    command: 'RCPT TO',
  })
  const refusing: Mail = { send: () => Promise.reject(complaint), close: () => undefined }
  await assert.rejects(
    write({ ...shop, mail: refusing }),
    (error: Error) => !error.message.includes('mercy') && error.cause === undefined,
  )
  const [row] = await emails(shop)
  assert.equal(row!.lastError, 'EENVELOPE RCPT TO 550 5.1.1 <(an address)>: (an address) unknown')
})

test('a refused card brings a letter, unless the order is paid by the time it is written', async (t) => {
  const shop = await aShopWithAnOrder(t)
  await rows(
    shop.db,
    sql`insert into payments (id, order_id, state, amount_minor, currency, failure_code, created_at, updated_at)
    values ('pay_one', 'ord_one', 'failed', 22840, 'AUD', 'expired_card', ${placedAt}, ${placedAt})`,
  )
  const down: Mail = { send: () => Promise.reject(new Error('down')), close: () => undefined }
  await assert.rejects(write({ ...shop, mail: down }, 'payment-failed'))

  await rows(shop.db, sql`update orders set status = 'CONFIRMED', places = 'kept', paid_minor = 22840`)
  await rows(shop.db, sql`update payments set state = 'paid'`)
  await write(shop, 'payment-failed')
  assert.deepEqual(shop.letters, [])
  assert.equal((await emails(shop))[0]!.isNotNeeded, true)
})

test('nothing is written down about a refused card once the order is paid', async (t) => {
  const shop = await aShopWithAnOrder(t, anOrder({ status: 'CONFIRMED', places: 'kept' }))
  await write(shop, 'payment-failed')
  assert.deepEqual(await emails(shop), [])
})

test('the links of an address go to it, and once for all who ask within ten minutes', async (t) => {
  const shop = await aShopWithAnOrder(t, anOrder({ status: 'CONFIRMED', places: 'kept' }))
  const ask = (email: string, wantedAt: string) =>
    notificationJobs(shop)['notifications/order-links']({ email, wantedAt })
  await ask('Mercy@example.com', '2026-11-20T00:01:00Z')
  await ask('mercy@example.com', '2026-11-20T00:09:59Z')
  assert.equal(shop.letters.length, 1)
  assert.ok(shop.letters[0]!.text.includes(`/order/${anOrder().link}\n`))
  await ask('mercy@example.com', '2026-11-20T00:10:00Z')
  assert.equal(shop.letters.length, 2)
})

test('an address without orders gets nothing', async (t) => {
  const shop = await aShopWithAnOrder(t)
  const ask = notificationJobs(shop)['notifications/order-links']
  await ask({ email: 'nobody@example.com', wantedAt: placedAt })
  // An order that was never paid is nobody's yet.
  await ask({ email: 'mercy@example.com', wantedAt: placedAt })
  assert.deepEqual(shop.letters, [])
  assert.deepEqual(await emails(shop), [])
})
