import assert from 'node:assert/strict'
import { daysAfter, shopDayAt, type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import { newId } from '@flora/contract/ids.ts'
import type { Frequency } from '@flora/contract/subscriptions.ts'
import { releaseExpiredHolds } from '../../orders/release-expired-holds.ts'
import { brokenPromises } from '../../../test/invariants.ts'
import { morning, openPayingShop, type PayingOptions, type PayingShop } from '../../../test/open-paying-shop.ts'
import { openDays } from '../../delivery/index.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { chargeDue } from '../charge-due.ts'
import { lookAhead } from '../look-ahead.ts'
import { insertSubscription } from '../subscription-queries.ts'
import { choice, plan, sellByChoice } from './a-subscriber.ts'

const zone = 'Australia/Melbourne'
const start = '2026-11-20T10:00:00+11:00'
const days = 365

export interface Year {
  readonly subscriptions: number
  readonly deliveries: Record<string, number>
  readonly paidMinor: number
  readonly atBankMinor: number
}

/**
 * A shop lives through a year with so many subscriptions of every kind and rhythm, by moving its clock: each day the rounds come
 * that a scheduler would make, after an outage of three days none. One card in eleven says no, and comes right later. At the end
 * every promise must hold, and the ledger must be the bank's books to the cent.
 */
export async function liveThroughAYear(count: number, options: PayingOptions = {}): Promise<Year> {
  const open = await openPayingShop({ now: start, ...options })
  try {
    await sellByChoice(open)
    await begin(open, count)
    await live(open)
    return await balance(open, count)
  } finally {
    await open.close()
  }
}

const rhythms: readonly ['recurring' | 'surprise', Frequency][] = [
  ['recurring', 'weekly'],
  ['recurring', 'fortnightly'],
  ['recurring', 'monthly'],
  ['surprise', 'weekly'],
  ['recurring', 'quarterly'],
  ['surprise', 'fortnightly'],
  ['recurring', 'monthly'],
  ['surprise', 'monthly'],
  ['recurring', 'yearly'],
  ['recurring', 'monthly'],
]

async function begin({ shop }: PayingShop, count: number): Promise<void> {
  await rows(shop.db, sql`update windows set capacity = 100000`)
  await rows(shop.db, sql`update shop set bench_minutes = array[1000000,1000000,1000000,1000000,1000000,1000000,0]`)
  await rows(shop.db, sql`delete from delivery_places`)
  await rows(shop.db, sql`delete from bench_days`)
  await rows(
    shop.db,
    sql`insert into closures (day, reason) values ('2027-01-01', 'New Year'), ('2027-04-02', 'Good Friday'), ('2027-11-02', 'Cup Day')
                          on conflict do nothing`,
  )
  const customer = await shop.stripe.customers.create({ metadata: { account: 'acc_year' } })
  const good = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const at = shop.clock.now()
  await shop.inTransaction((tx) =>
    rows(
      tx,
      sql`with a as (insert into accounts (id, email, name, created_at) values ('acc_year', 'year@example.com', 'Mercy Okafor', ${at.toString()}))
          insert into customers (account_id, stripe_customer_id) values ('acc_year', ${customer.id})`,
    ),
  )
  for (let one = 0; one < count; one += 1) {
    const [kind, frequency] = rhythms[one % rhythms.length]!
    const id = newId('sub')
    let anchorDay = daysAfter('2026-11-30', one % 29)
    if (weekdayOf(anchorDay) === 7) anchorDay = daysAfter(anchorDay, 1)
    await shop.inTransaction((tx) =>
      insertSubscription(tx, {
        id,
        accountId: 'acc_year',
        kind,
        frequency,
        anchorDay,
        variantId: choice,
        quantity: 1 + (one % 3),
        windowId: morning,
        plan,
        at,
        unitMinor: 6_000,
        feeMinor: 1_200,
        discountBasisPoints: 1_000,
        cardId: good.id,
        creationKey: `year ${one}`,
      }),
    )
  }
}

async function live(open: PayingShop): Promise<void> {
  const { shop } = open
  const [row] = await rows<{ id: string }>(
    shop.db,
    sql`select stripe_customer_id as id from customers where account_id = 'acc_year'`,
  )
  const poor = await shop.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: row!.id })
  const first = shopDayAt(shop.clock.now(), zone)
  for (let count = 0; count <= days; count += 1) {
    const day = daysAfter(first, count)
    // Three days without any scheduler, in the middle of March.
    if (day >= '2027-03-15' && day <= '2027-03-17') continue
    if (count % 7 === 0) await openDays(shop)
    await cards(open, { count, poor: poor.id })
    // A price that rises in autumn, and a clock that is set back by a day in winter.
    if (day === '2027-04-20') await rows(shop.db, sql`update variants set price_minor = 6450 where id = ${choice}`)
    shop.clock.set(at(day, '08:00'))
    await lookAhead(shop)
    await round(open, day, '16:00')
    await round(open, day, '22:00')
    if (day === '2027-07-10') await round(open, daysAfter(day, -1), '16:00')
  }
  await open.work('as workers do')
}

async function round(open: PayingShop, day: ShopDay, time: string): Promise<void> {
  open.shop.clock.set(at(day, time))
  const released = await releaseExpiredHolds(open.shop)
  const asked = await chargeDue(open.shop)
  if (released + asked > 0 || weekdayOf(day) === 1) await open.work('as workers do')
}

/** Every eleventh card is out of money for two weeks of each quarter; who was paused by it goes on. */
async function cards({ shop }: PayingShop, { count, poor }: { count: number; poor: string }): Promise<void> {
  if (count % 91 === 30)
    await rows(shop.db, sql`update subscriptions set card_id = ${poor} where (substr(creation_key, 6))::int % 11 = 0`)
  if (count % 91 !== 44) return
  await rows(
    shop.db,
    sql`update subscriptions set card_id = (select card_id from subscriptions where card_id <> ${poor} limit 1) where card_id = ${poor}`,
  )
  await rows(
    shop.db,
    sql`update subscriptions set paused_until = (${shop.clock.now().toString()}::timestamptz)::date where state = 'paused'`,
  )
}

function at(day: ShopDay, time: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()
}

/** The ledger against the bank's own books, and every promise besides. */
async function balance(open: PayingShop, subscriptions: number): Promise<Year> {
  const { shop, stripe } = open
  const states = await rows<{ state: string; count: number; minor: number }>(
    shop.db,
    sql`select state, count(*)::int as count, coalesce(sum(price_minor), 0)::int as minor from occurrences group by 1 order by 1`,
  )
  const books = stripe.books()
  const paidMinor = states.find(({ state }) => state === 'paid')?.minor ?? 0
  const atBankMinor = books.totals['aud']?.kept ?? 0
  assert.deepEqual(await brokenPromises({ db: shop.db, books, letters: shop.letters }), [])
  assert.equal(paidMinor, atBankMinor)
  const gaps = await rows(
    shop.db,
    sql`select subscription_id from occurrences group by 1 having count(*) <> max(period) - min(period) + 1`,
  )
  assert.deepEqual(gaps, [], 'each period has its row')
  return {
    subscriptions,
    deliveries: Object.fromEntries(states.map(({ state, count }) => [state, count])),
    paidMinor,
    atBankMinor,
  }
}
