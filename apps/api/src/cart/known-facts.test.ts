import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ApiProblem } from '@flora/client/client.ts'
import {
  aFilledCart,
  afternoon,
  aVisitor,
  morning,
  openPayingShop,
  type PayingShop,
  place,
  saturday,
} from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

let open: PayingShop
// What somebody else does just before the next transaction of this process begins: after its facts were read.
let meanwhile: (() => Promise<unknown>) | undefined

before(async () => {
  open = await openPayingShop({
    around: (shop) => ({
      ...shop,
      inTransaction: async (work, size) => {
        const act = meanwhile
        meanwhile = undefined
        await act?.()
        return shop.inTransaction(work, size)
      },
    }),
  })
})
after(() => open.close())
beforeEach(() => {
  meanwhile = undefined
})

const factsName = async (): Promise<string> => {
  const [shop] = await rows<{ name: string }>(open.shop.db, sql`select facts_version::text as name from shop`)
  return shop!.name
}
const priceOfLily = (minor: number) =>
  rows(open.shop.db, sql`update variants set price_minor = ${minor} where id = 'var_peace-lily-one'`)

test('whatever prices a cart gives the facts a new name, whoever writes it', async () => {
  const changes = [
    `update products set lead_days = lead_days`,
    `update variants set price_minor = price_minor`,
    `update recipe_stems set quantity = quantity`,
    `update pictures set alt = alt`,
    `update zones set name = name`,
    `update postcodes set suburb = suburb`,
    `update windows set fee_minor = fee_minor`,
    `insert into closures (day, reason) values ('2027-01-26', 'Australia Day')`,
    `delete from closures where day = '2027-01-26'`,
    `insert into surges (id, name, from_day, until_day, fee_minor) values ('srg_one', 'A day', '2027-02-14', '2027-02-14', 500)`,
    `delete from surges where id = 'srg_one'`,
    `update shop set gst_basis_points = gst_basis_points`,
    `update shop set hold_minutes = hold_minutes`,
    `update shop set time_zone = time_zone, currency = currency`,
  ]
  const names = [await factsName()]
  for (const change of changes) {
    await rows(open.shop.db, sql.raw(change))
    names.push(await factsName())
  }
  assert.equal(new Set(names).size, changes.length + 1)
})

test('what is counted, and a change that was undone, leaves the name as it was', async () => {
  const before = await factsName()
  await rows(open.shop.db, sql`update stock_items set on_hand = on_hand + 1`)
  await rows(open.shop.db, sql`update delivery_places set capacity = capacity + 1`)
  await rows(open.shop.db, sql`update bench_days set minutes = minutes + 1`)
  await rows(open.shop.db, sql`update shop set catalog_version = catalog_version + 1`)
  const undone = open.shop.inTransaction(async (tx) => {
    await rows(tx, sql`update variants set price_minor = 1`)
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.equal(await factsName(), before)
})

test('a cart shows a price, a fee and a closure of this moment, however often it was looked at before', async () => {
  const guest = aVisitor(open.app)
  await aFilledCart(guest)
  await priceOfLily(5_300)
  assert.equal((await guest.call('GET /cart', {})).lines[0]?.unitPrice.minor, 5_300)
  await rows(open.shop.db, sql`update windows set fee_minor = fee_minor + 100 where id = ${morning}`)
  const dearer = await guest.call('GET /cart', {})
  await rows(open.shop.db, sql`update windows set fee_minor = fee_minor - 100 where id = ${morning}`)
  assert.equal(dearer.toPay.minor - (await guest.call('GET /cart', {})).toPay.minor, 100)
  await rows(open.shop.db, sql`insert into closures (day, reason) values (${saturday}, 'A flood')`)
  assert.equal((await guest.call('GET /cart', {})).deliveries[0]?.problem?.code, 'day-closed')
  await rows(open.shop.db, sql`delete from closures where day = ${saturday}`)
  await priceOfLily(4_800)
  assert.equal((await guest.call('GET /cart', {})).can.place.ok, true)
})

test('a size that is put in while its price changes is remembered at the new one', async () => {
  const guest = aVisitor(open.app)
  await aFilledCart(guest, { windowId: afternoon })
  const other = aVisitor(open.app)
  meanwhile = () => priceOfLily(5_100)
  const cart = await other.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })
  assert.deepEqual([cart.lines[0]?.unitPrice.minor, cart.lines[0]?.priceWas], [5_100, undefined])
  await priceOfLily(4_800)
})

test('a size that came back to the shelf a moment ago can be put in', async () => {
  const guest = aVisitor(open.app)
  const put = () => guest.call('POST /cart/lines', { body: { variantId: 'var_peace-lily-one', quantity: 1 } })
  await rows(open.shop.db, sql`update variants set active = false where id = 'var_peace-lily-one'`)
  await assert.rejects(put(), (error) => error instanceof ApiProblem && error.problem.code === 'variant-not-found')
  await rows(open.shop.db, sql`update variants set active = true where id = 'var_peace-lily-one'`)
  assert.equal((await put()).count, 1)
})

test('a price that changes between pricing and writing an order is told and not charged', async () => {
  const guest = aVisitor(open.app)
  const { toPay } = await aFilledCart(guest)
  meanwhile = () => priceOfLily(5_200)
  await assert.rejects(
    place(guest, toPay),
    (error) => error instanceof ApiProblem && error.problem.code === 'price-changed',
  )
  assert.deepEqual(await rows(open.shop.db, sql`select 1 from orders`), [])
  const { toPay: now } = await guest.call('GET /cart', {})
  const { order } = await place(guest, now)
  assert.deepEqual([order.lines[0]?.unitPrice.minor, order.toPay], [5_200, now])
  await priceOfLily(4_800)
})

test('a change of the cart between pricing and writing an order is in the order, or the buyer is told', async () => {
  const guest = aVisitor(open.app)
  const cart = await aFilledCart(guest)
  meanwhile = () =>
    rows(
      open.shop.db,
      sql`update carts set document = jsonb_set(document, '{lines,0,quantity}', '2'), version = version + 1
          where id = (select id from carts order by updated_at desc, id desc limit 1)`,
    )
  await assert.rejects(
    place(guest, cart.toPay),
    (error) => error instanceof ApiProblem && error.problem.code === 'price-changed',
  )
  assert.equal((await guest.call('GET /cart', {})).count, 2)
})
