import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { sql } from '../platform/sql.ts'
import {
  aFilledCart,
  afternoon,
  aVisitor,
  openPayingShop,
  pay,
  type PayingShop,
  place,
  placedOrder,
  theBooks,
  type Visitor,
} from '../../test/open-paying-shop.ts'
import { releaseExpiredHolds } from '../orders/release-expired-holds.ts'
import { list, rows } from '../platform/db.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
before(async () => {
  if (!skip) open = await openPayingShop({ on: 'server' })
})
after(() => open?.close())

interface Outcome {
  readonly placed: number
  readonly refused: Record<string, number>
}

/** Everybody presses at the same moment; answers what came of it, by the code of the refusal. */
async function everybody(
  buyers: readonly Visitor[],
  act: (buyer: Visitor, index: number) => Promise<unknown>,
): Promise<Outcome> {
  const results = await Promise.allSettled(buyers.map(act))
  const refused: Record<string, number> = {}
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    const code = result.reason instanceof ApiProblem ? result.reason.problem.code : String(result.reason)
    refused[code] = (refused[code] ?? 0) + 1
  }
  return { placed: results.filter(({ status }) => status === 'fulfilled').length, refused }
}

async function filledCarts(
  count: number,
  wish: Parameters<typeof aFilledCart>[1],
): Promise<{ buyers: Visitor[]; toPay: { minor: number; currency: 'AUD' } }> {
  const buyers = Array.from({ length: count }, () => aVisitor(open.app))
  const carts = await Promise.all(buyers.map((buyer) => aFilledCart(buyer, wish)))
  return { buyers, toPay: carts[0]!.toPay }
}

async function room({
  stock = 100_000,
  places = 100_000,
  minutes = 1_000_000,
}: {
  stock?: number
  places?: number
  minutes?: number
}): Promise<void> {
  await rows(open.shop.db, sql`update stock_items set on_hand = taken + ${stock} where item_id = 'var_peace-lily-one'`)
  await rows(open.shop.db, sql`update delivery_places set capacity = taken + ${places}`)
  await rows(open.shop.db, sql`update bench_days set minutes = taken + ${minutes}`)
}

async function booksAgree(): Promise<void> {
  const { counters, orders } = await theBooks(open.shop)
  assert.deepEqual(counters, orders)
}

test('200 buyers at once for 50 pieces: 50 are sold and 150 are told', { skip }, async () => {
  await room({ stock: 50 })
  const { buyers, toPay } = await filledCarts(200, {})
  const outcome = await everybody(buyers, (buyer) => place(buyer, toPay))
  assert.deepEqual(outcome, { placed: 50, refused: { 'sold-out': 150 } })
  await booksAgree()
})

test('200 buyers at once for 20 places: 20 are taken and 180 are told', { skip }, async () => {
  await room({ places: 20 })
  const { buyers, toPay } = await filledCarts(200, {})
  const outcome = await everybody(buyers, (buyer) => place(buyer, toPay))
  assert.deepEqual(outcome, { placed: 20, refused: { 'window-full': 180 } })
  await booksAgree()
})

test('the bench’s minutes are shared by all windows, and never more than there are', { skip }, async () => {
  // A peace lily takes 3 minutes: ten of them fit into 32.
  await room({ minutes: 32 })
  const { buyers, toPay } = await filledCarts(60, {})
  const outcome = await everybody(buyers, (buyer) => place(buyer, toPay))
  assert.deepEqual(outcome, { placed: 10, refused: { 'bench-full': 50 } })
  await booksAgree()
})

test('one key pressed twenty times at once is one order', { skip }, async () => {
  await room({})
  const buyer = aVisitor(open.app)
  const { toPay } = await aFilledCart(buyer)
  const placed = await Promise.all(Array.from({ length: 20 }, () => place(buyer, toPay, 'one-key-for-twenty')))
  assert.equal(new Set(placed.map(({ order }) => order.id)).size, 1)
  assert.equal(new Set(placed.map(({ payment }) => payment?.clientSecret)).size, 1)
  await booksAgree()
})

test(
  'one key pressed twenty times at once with a code for first orders is one order, and refused to nobody',
  { skip },
  async () => {
    await room({})
    await rows(
      open.shop.db,
      sql`insert into promotions (id, code, label, kind, amount_minor, first_order_only) values ('prm_first-again', 'FIRSTAGAIN', 'First', 'fixed', 500, true)`,
    )
    const guest = aVisitor(open.app)
    await aFilledCart(guest, { windowId: afternoon, email: 'first-again@example.com' })
    const { toPay } = await guest.call('PUT /cart/code', { body: { code: 'FIRSTAGAIN' } })
    const key = crypto.randomUUID()
    const ids = new Set<string>()
    const outcome = await everybody(
      Array.from({ length: 20 }, () => guest),
      async () => ids.add((await place(guest, toPay, key)).order.id),
    )
    assert.deepEqual(outcome, { placed: 20, refused: {} })
    assert.equal(ids.size, 1)
  },
)

test('two keys for one cart at once are one order and one refusal', { skip }, async () => {
  await room({})
  const buyer = aVisitor(open.app)
  const { toPay } = await aFilledCart(buyer)
  const outcome = await everybody([buyer, buyer], () => place(buyer, toPay))
  assert.deepEqual(outcome, { placed: 1, refused: { 'cart-empty': 1 } })
})

test('the last use of a promotion goes to one', { skip }, async () => {
  await room({})
  await rows(
    open.shop.db,
    sql`insert into promotions (id, code, label, kind, basis_points, use_limit) values ('prm_last', 'LASTONE', 'Last', 'percent', 1000, 1)`,
  )
  const { buyers } = await filledCarts(10, {})
  const carts = await Promise.all(buyers.map((buyer) => buyer.call('PUT /cart/code', { body: { code: 'LASTONE' } })))
  const outcome = await everybody(buyers, (buyer) => place(buyer, carts[0]!.toPay))
  assert.deepEqual(outcome, { placed: 1, refused: { 'promotion-not-valid': 9 } })
})

test('a gift card that is spent ten times at once is spent as far as it reaches', { skip }, async () => {
  await room({})
  const { buyers } = await filledCarts(10, { variantId: 'var_beeswax-candle-one' })
  const carts = await Promise.all(
    buyers.map((buyer) => buyer.call('PUT /cart/code', { body: { code: 'FLORA-GIFT-TEST-0001' } })),
  )
  const outcome = await everybody(buyers, (buyer) => place(buyer, carts[0]!.toPay))
  assert.equal(outcome.placed, 1)
  const [card] = await rows<{ balance: number; ledger: number }>(
    open.shop.db,
    sql`select balance_minor::int as balance, (select sum(amount_minor)::int from gift_card_entries e where e.gift_card_id = g.id) as ledger from gift_cards g`,
  )
  assert.deepEqual(card, { balance: 1600, ledger: 1600 })
})

test('a first-order promotion is for one of two first orders placed at once', { skip }, async () => {
  await room({})
  await rows(
    open.shop.db,
    sql`insert into promotions (id, code, label, kind, basis_points, first_order_only) values ('prm_first', 'WELCOME15', 'Welcome', 'percent', 1500, true)`,
  )
  const { buyers } = await filledCarts(6, { email: 'First.Timer@example.com' })
  const carts = await Promise.all(buyers.map((buyer) => buyer.call('PUT /cart/code', { body: { code: 'WELCOME15' } })))
  const outcome = await everybody(buyers, (buyer) => place(buyer, carts[0]!.toPay))
  assert.deepEqual(outcome, { placed: 1, refused: { 'promotion-not-valid': 5 } })
})

test('paying and expiring at the same moment ends in one of two truths, never between them', { skip }, async () => {
  await room({})
  const buyers = Array.from({ length: 30 }, () => aVisitor(open.app))
  const placed = await Promise.all(buyers.map((buyer) => placedOrder(buyer, { windowId: afternoon })))
  open.shop.clock.advance({ minutes: 21 })
  await Promise.all([
    ...placed.map((order) => pay(open.stripe, order)),
    releaseExpiredHolds(open.shop),
    releaseExpiredHolds(open.shop),
    open.work(),
  ])
  await open.work()

  const intents = new Map(open.stripe.books().intents.map((intent) => [intent.metadata['order'], intent]))
  for (const { order } of placed) {
    const [row] = await rows<{ status: string; places: string; paid: number; refunded: number }>(
      open.shop.db,
      sql`select status, places, paid_minor::int as paid, refunded_minor::int as refunded from orders where id = ${order.id}`,
    )
    const intent = intents.get(order.id)!
    if (row!.status === 'CONFIRMED')
      assert.deepEqual([row!.places, intent.amountSucceeded, intent.amountRefunded], ['kept', 6000, 0])
    else
      assert.deepEqual(
        [row!.places, intent.amountSucceeded - intent.amountRefunded, row!.paid - row!.refunded],
        ['released', 0, 0],
      )
  }
  await booksAgree()
})

test('every payment event doubled and shuffled confirms every order once', { skip }, async () => {
  await room({})
  open.stripe.faults.holdEvents()
  const buyers = Array.from({ length: 25 }, () => aVisitor(open.app))
  const placed = await Promise.all(buyers.map((buyer) => placedOrder(buyer)))
  await Promise.all(
    placed.map(async (order, index) => {
      if (index % 3 === 0) await pay(open.stripe, order, 'pm_card_visa_chargeDeclined')
      await pay(open.stripe, order)
    }),
  )
  open.stripe.faults.releaseEvents({ order: { shuffledBy: 'seven' }, doubled: true })
  await open.work()

  const states = await rows<{ status: string; count: number }>(
    open.shop.db,
    sql`select status, count(*)::int as count from orders where id = any(${list(
      placed.map(({ order }) => order.id),
      'text',
    )}) group by status`,
  )
  assert.deepEqual(states, [{ status: 'CONFIRMED', count: 25 }])
  const [letters] = await rows<{ sent: number }>(
    open.shop.db,
    sql`select count(*)::int as sent from emails where kind = 'confirmed' and sent_at is not null and order_id = any(${list(
      placed.map(({ order }) => order.id),
      'text',
    )})`,
  )
  assert.equal(letters?.sent, 25)
  const [events] = await rows<{ confirmed: number }>(
    open.shop.db,
    sql`select count(*)::int as confirmed from order_events where kind = 'confirmed' and order_id = any(${list(
      placed.map(({ order }) => order.id),
      'text',
    )})`,
  )
  assert.equal(events?.confirmed, 25)
  await booksAgree()
})
