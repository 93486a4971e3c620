import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFilledCart, aVisitor, openPayingShop, pay, place } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { openLog } from '../platform/log.ts'
import { sql } from '../platform/sql.ts'
import { reconcile } from '../payments/reconcile.ts'

test('a whole purchase, with faults of every kind, leaves nothing of the customer’s in the log', async (t) => {
  const lines: string[] = []
  const open = await openPayingShop({
    around: (shop) => ({ ...shop, log: openLog('debug', { write: (line: string) => void lines.push(line) }) }),
  })
  t.after(open.close)
  const { app, shop, stripe } = open
  const guest = aVisitor(app)
  const secrets = {
    card: 'Forgive me, Penelope',
    instructions: 'The key is under the frog',
    email: 'mercy.private@example.com',
    name: 'Mercy Undisclosed',
    gift: 'FLORA-GIFT-TEST-0001',
  }

  const cart = await aFilledCart(guest, { cardMessage: secrets.card, email: secrets.email })
  await guest.call('PATCH /cart/deliveries/:deliveryId', {
    params: { deliveryId: cart.deliveries[0]!.id },
    body: { instructions: secrets.instructions },
  })
  await guest.call('PUT /cart/code', { body: { code: secrets.gift } })
  const { toPay } = await guest.call('PUT /cart/buyer', {
    body: { name: secrets.name, email: secrets.email, phone: '0491 570 158' },
  })

  // A fault in the database while everything is in its hands, one of the payment service, and one of the mail server.
  await rows(shop.db, sql`alter table orders add constraint refuses_all check (buyer_email = '') not valid`)
  const key = crypto.randomUUID()
  const broken = await app.inject({
    method: 'POST',
    url: '/api/checkout/orders',
    headers: { 'idempotency-key': key, cookie: `cart=${guest.cookies.get('cart')}` },
    payload: { toPay },
  })
  assert.deepEqual([broken.statusCode, broken.json<{ code: string }>().code], [500, 'our-fault'])
  const { reference } = broken.json<{ reference: string }>()
  await rows(shop.db, sql`alter table orders drop constraint refuses_all`)
  stripe.faults.failNext('POST /v1/payment_intents', { times: 9, with: 500 })
  const placed = await place(guest, toPay, key)
  stripe.faults.clear()
  const payment = await guest.call('POST /orders/:link/payment', { params: { link: placed.order.link }, body: {} })
  await pay(stripe, { ...placed, payment }, 'pm_card_visa_chargeDeclined')
  await pay(stripe, { ...placed, payment })
  await open.work()
  await rows(shop.db, sql`update payments set received_minor = 1`)
  shop.clock.advance({ minutes: 6 })
  await reconcile(shop)
  await guest.call('POST /orders/:link/cancellation', {
    params: { link: placed.order.link },
    body: { reason: 'Penelope forgave me' },
  })
  await rows(shop.db, sql`alter table refunds add constraint refuses_all check (amount_minor = 0) not valid`)
  await open
    .work()
    .catch((err: unknown) =>
      shop.log.error({ err, job: 'payments/refund-order' }, 'a job failed and will be tried again'),
    )

  const log = lines.join('')
  assert.ok(log.includes(reference), 'the fault is in the log under the number that the customer was told')
  assert.ok(log.includes('confirmed without its exact money') && log.includes('a job failed'), 'the log was written to')
  const forbidden = [
    ...Object.values(secrets),
    'Penelope',
    'June Okafor',
    'Nicholson',
    'Abbotsford',
    '0491 570 156',
    '0491 570 158',
    placed.order.link,
    payment.clientSecret,
    guest.cookies.get('cart')!,
    shop.config.stripe.secretKey,
    shop.config.stripe.webhookSecret,
    'Failing row',
  ]
  for (const secret of forbidden)
    assert.ok(!log.includes(secret), `the log says: ${lines.find((line) => line.includes(secret))}`)
  for (const secret of forbidden) assert.ok(!broken.body.includes(secret), 'so does the answer')
  assert.doesNotMatch(broken.body, /stack|select|insert|constraint|\.ts/)
})

test('an error is logged without the values it carries, and so is what hides in an object', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line: string) => void lines.push(line) })
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(mercy@example.com) exists',
    parameters: ['mercy@example.com'],
  })
  log.error({ err: new Error('insert failed\nparams: mercy@example.com', { cause }) }, 'a request failed')
  log.info(
    {
      email: 'mercy@example.com',
      order: { buyer: { email: 'mercy@example.com' }, cardMessage: 'mercy' },
      request: { headers: { cookie: 'mercy', authorization: 'mercy' } },
    },
    'said too much',
  )
  assert.equal(lines.length, 2)
  assert.ok(lines[0]!.includes('23505'))
  for (const line of lines) assert.doesNotMatch(line, /mercy/)
})

test('signing up, in and out, with faults on the way, leaves no password, link, token or address in the log or an answer', async (t) => {
  const lines: string[] = []
  const open = await openPayingShop({
    around: (shop) => ({ ...shop, log: openLog('debug', { write: (line: string) => void lines.push(line) }) }),
  })
  t.after(open.close)
  const { app, shop } = open
  const email = 'mercy.private@example.com'
  const password = 'nine purple wheelbarrows'
  const post = (path: string, payload: object, cookie = '') =>
    app.inject({ method: 'POST', url: `/api/auth/${path}`, payload, headers: { cookie } })

  await rows(shop.db, sql`alter table account_tokens add constraint refuses_all check (kind = '') not valid`)
  const broken = await post('register', { email, name: 'Mercy Undisclosed', password })
  assert.equal(broken.statusCode, 500)
  await rows(shop.db, sql`alter table account_tokens drop constraint refuses_all`)
  await post('register', { email, name: 'Mercy Undisclosed', password })
  await open.work()
  const link = /\/verify#([\w-]{43})/.exec(shop.letters.at(-1)!.text)![1]!
  const signedIn = await post('verify', { token: link, password })
  assert.equal(signedIn.statusCode, 200, signedIn.body)
  const cookies = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await rows(shop.db, sql`alter table audit_log add constraint refuses_all check (who = '') not valid`)
  const faults = [await post('login', { email, password: `${password}!` }), await post('login', { email, password })]
  await rows(shop.db, sql`alter table audit_log drop constraint refuses_all`)
  assert.deepEqual(
    faults.map(({ statusCode }) => statusCode),
    [500, 500],
  )
  await post('refresh', {}, cookies)
  await post('logout', {}, cookies)

  const log = lines.join('')
  assert.ok(log.split('a request failed').length > 3, 'the faults are in the log')
  const tokens = signedIn.cookies.filter(({ name }) => name !== 'signed-in').map(({ value }) => value)
  const [account] = await rows<{ hash: string }>(shop.db, sql`select password_hash as hash from accounts`)
  for (const secret of [email, 'Undisclosed', password, link, ...tokens, account!.hash, '$2b$']) {
    assert.ok(!log.includes(secret), `the log says: ${lines.find((line) => line.includes(secret))}`)
    for (const { body } of [broken, ...faults]) assert.ok(!body.includes(secret))
  }
})
