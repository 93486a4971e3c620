import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AccountId, SubscriptionId } from '@flora/contract/ids.ts'
import { hasRealPostgres } from '@flora/sandbox/postgres/start-postgres.ts'
import { brokenPromises } from '../../test/invariants.ts'
import { aFilledCart, aVisitor, morning, openPayingShop, place, type PayingShop } from '../../test/open-paying-shop.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { lookAhead } from './look-ahead.ts'
import { sellByChoice } from './test/a-subscriber.ts'
import { someSubscription } from './test/some-subscriptions.ts'

const real = hasRealPostgres()
const skip = real.ok ? false : real.because

let open: PayingShop
before(async () => {
  if (skip) return
  open = await openPayingShop({ on: 'server' })
  await sellByChoice(open)
})
after(() => open?.close())

const owner: AccountId = 'acc_crowd'
const ids = (from: string) =>
  Array.from({ length: 40 }, (_, n): SubscriptionId => `sub_${from}-${String(n).padStart(2, '0')}`)

async function begin(some: readonly SubscriptionId[], frequency: 'weekly' | 'fortnightly'): Promise<void> {
  const wish = { accountId: owner, kind: 'recurring', frequency, anchorDay: '2026-12-03' } as const
  for (const id of some) await someSubscription(open.shop, { id, ...wish })
}

async function ledgersOf(
  some: readonly SubscriptionId[],
): Promise<Map<string, { period: number; day: string | null }[]>> {
  const found = await rows<{ id: string; period: number; day: string | null }>(
    open.shop.db,
    sql`select subscription_id as id, period, day::text as day from occurrences where subscription_id = any(${some}::text[]) order by 1, 2`,
  )
  return Map.groupBy(found, ({ id }) => id)
}

async function taken(day: string): Promise<{ capacity: number; taken: number }> {
  const [row] = await rows<{ capacity: number; taken: number }>(
    open.shop.db,
    sql`select capacity, taken from delivery_places where day = ${day}::date and window_id = ${morning}`,
  )
  return row!
}

async function nothingBroken(): Promise<void> {
  await open.work('as workers do')
  assert.deepEqual(
    await brokenPromises({ db: open.shop.db, books: open.stripe.books(), letters: open.shop.letters }),
    [],
  )
}

test(
  'four schedulers and twelve shoppers want the places of the same days: nothing is oversold, no ledger has a gap or a period twice',
  { skip },
  async () => {
    const some = ids('crowd')
    await begin(some, 'weekly')
    const shoppers = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const visitor = aVisitor(open.app)
        const wish = {
          day: '2026-12-10',
          email: `shopper${n}@example.com`,
          variantId: 'var_florists-choice-one',
        } as const
        return { visitor, cart: await aFilledCart(visitor, wish) }
      }),
    )
    const bought = shoppers.map(({ visitor, cart }) =>
      place(visitor, cart.toPay).then(
        () => true,
        () => false,
      ),
    )
    await Promise.all([...Array.from({ length: 4 }, () => lookAhead(open.shop)), ...bought])

    for (const [id, ledger] of await ledgersOf(some))
      assert.deepEqual(
        ledger.map(({ period }) => period),
        ledger.map((_, period) => period),
        id,
      )
    const full = await taken('2026-12-10')
    assert.equal(full.taken, full.capacity, 'forty and twelve wanted twenty places')
    const days = [...(await ledgersOf(some)).values()].flat().filter(({ day }) => day === '2026-12-10').length
    const orders = (await Promise.all(bought)).filter(Boolean).length
    assert.equal(days + orders, full.taken)
    await nothingBroken()
  },
)

test(
  'two schedulers draw another plan up again while its owners look for other days: each place is one delivery’s',
  { skip },
  async () => {
    const some = ids('again')
    await begin(some, 'fortnightly')
    await lookAhead(open.shop)
    await rows(
      open.shop.db,
      sql`update subscriptions set quantity = 2, plan_version = plan_version + 1 where id = any(${some}::text[])`,
    )
    await rows(open.shop.db, sql`insert into closures (day, reason) values ('2026-12-17', 'A wedding')`)
    await Promise.all([lookAhead(open.shop), lookAhead(open.shop), lookAhead(open.shop)])
    const [stale] = await rows<{ count: number }>(
      open.shop.db,
      sql`select count(*)::int as count from occurrences o join subscriptions s on s.id = o.subscription_id
        where o.state = 'planned' and (o.plan_version <> s.plan_version or o.day = '2026-12-17')`,
    )
    assert.equal(stale!.count, 0)
    await nothingBroken()
  },
)
