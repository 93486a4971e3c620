import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountId, SubscriptionId } from '@flora/contract/ids.ts'
import type { Frequency, SubscriptionKind } from '@flora/contract/subscriptions.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { theBooks } from '../../test/open-paying-shop.ts'
import { aSmallShop } from '../../test/builders.ts'
import { brokenInOurBooks } from '../../test/own-books.ts'
import { openShop, type TestShop } from '../../test/open-shop.ts'
import { openDays } from '../delivery/index.ts'
import { rows } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { drawOneByOne } from './draw-up.ts'
import { lookAhead } from './look-ahead.ts'
import { sellByChoice } from './test/a-subscriber.ts'
import { someSubscription } from './test/some-subscriptions.ts'

const opening = '2026-11-20T10:00:00+11:00'
const owner: AccountId = 'acc_owner'

const wishes: readonly [SubscriptionKind, Frequency, ShopDay][] = [
  ['recurring', 'weekly', '2026-12-03'],
  ['recurring', 'weekly', '2026-12-03'],
  ['recurring', 'weekly', '2026-12-04'],
  ['recurring', 'fortnightly', '2026-12-03'],
  ['recurring', 'fortnightly', '2026-12-05'],
  ['recurring', 'monthly', '2026-12-06'],
  ['recurring', 'monthly', '2026-12-31'],
  ['recurring', 'quarterly', '2026-12-13'],
  ['recurring', 'yearly', '2026-12-25'],
  ['surprise', 'weekly', '2026-12-01'],
  ['surprise', 'fortnightly', '2026-12-07'],
  ['surprise', 'monthly', '2026-12-01'],
]
const ids = wishes.map((_, n): SubscriptionId => `sub_together-${String(n).padStart(2, '0')}`)

/** A shop with a closed day, one that is nearly full, one on which the bench is, and subscriptions that nobody has drawn up. */
async function aShop(): Promise<TestShop> {
  const shop = await openShop({ now: opening })
  await aSmallShop(shop)
  await sellByChoice({ shop })
  await rows(shop.db, sql`insert into closures (day, reason) values ('2026-12-10', 'A wedding')`)
  await openDays(shop)
  await rows(shop.db, sql`update delivery_places set capacity = 2 where day = '2026-12-17'`)
  await rows(shop.db, sql`update bench_days set minutes = 15 where day = '2026-12-31'`)
  for (const [n, [kind, frequency, anchorDay]] of wishes.entries())
    await someSubscription(shop, { id: ids[n]!, accountId: owner, kind, frequency, anchorDay, quantity: 1 + (n % 2) })
  await rows(
    shop.db,
    sql`update subscriptions set state = 'paused', paused_because = 'customer', paused_until = '2026-12-20' where id = ${ids[2]!}`,
  )
  return shop
}

function ledgers({ db }: TestShop): Promise<object[]> {
  return rows(
    db,
    sql`select o.subscription_id, o.period, o.state, o.because, o.nominal_day, o.day, o.window_id, o.charge_at, o.pay_until, o.next_attempt_at,
          o.price_minor::int, o.plan_version, s.next_period, r.status, r.places, r.total_minor::int, r.gst_minor::int, r.sum, r.hold_until,
          (select json_agg(json_build_array(d.day, d.window_id, d.bench_minutes, d.recipient_name, d.cut_off_at, d.status)) from order_deliveries d where d.order_id = r.id) as deliveries,
          (select json_agg(json_build_array(l.variant_id, l.quantity, l.total_minor, l.purchase)) from order_lines l where l.order_id = r.id) as lines,
          (select json_agg(json_build_array(e.kind, e.who)) from order_events e where e.order_id = r.id) as events,
          (select json_agg(json_build_array(e.kind, e.who, e.detail) order by e.id) from subscription_events e where e.occurrence_id = o.id) as history,
          (select json_agg(m.subject order by m.created_at) from emails m where m.once like '%' || o.id || '%') as letters
        from occurrences o join subscriptions s on s.id = o.subscription_id left join orders r on r.id = o.order_id order by 1, 2`,
  )
}

test('what is drawn up together is what would be drawn up one by one', async () => {
  const together = await aShop()
  const alone = await aShop()
  try {
    // Who comes first on a day that is full is the same for both: by their ids.
    for (const id of ids) await drawOneByOne(alone, id)
    await lookAhead(together)
    await same(together, alone, 'at first')

    for (const shop of [together, alone]) {
      await rows(shop.db, sql`insert into closures (day, reason) values ('2026-12-24', 'A wedding')`)
      await rows(
        shop.db,
        sql`update subscriptions set quantity = 2, plan_version = plan_version + 1 where id = any(${ids.slice(3, 8)}::text[])`,
      )
      shop.clock.set('2026-11-27T10:00:00+11:00')
    }
    for (const id of ids) await drawOneByOne(alone, id)
    await lookAhead(together)
    await same(together, alone, 'after a closure and another plan')
  } finally {
    await together.close()
    await alone.close()
  }
})

async function same(together: TestShop, alone: TestShop, when: string): Promise<void> {
  const [some, others] = [await ledgers(together), await ledgers(alone)]
  assert.ok(some.length > 30, when)
  assert.deepEqual(some, others, when)
  assert.deepEqual(await theBooks(together), await theBooks(alone), when)
  // Nobody has sent the letters here.
  const broken = await brokenInOurBooks(together.db)
  assert.deepEqual(
    broken.filter((what) => !what.startsWith('a letter was never sent')),
    [],
    when,
  )
}
