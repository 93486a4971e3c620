import assert from 'node:assert/strict'
import { daysAfter, shopDayAt, type ShopDay, weekdayOf } from '@flora/calendar/shop-day.ts'
import type { OccurrenceId } from '@flora/contract/ids.ts'
import { releaseExpiredHolds } from '../../orders/release-expired-holds.ts'
import { brokenPromises } from '../../../test/invariants.ts'
import { openPayingShop, type PayingOptions, type PayingShop } from '../../../test/open-paying-shop.ts'
import { openDays } from '../../delivery/index.ts'
import { rows } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { Refusal } from '../../platform/refusal.ts'
import { chargeDue } from '../charge-due.ts'
import { lookAhead } from '../look-ahead.ts'
import { move, skip } from '../rule-occurrence.ts'
import { cancel, pause } from '../rule-subscription.ts'
import { aClientele, type Subscribed } from './a-clientele.ts'
import { choice, sellByChoice } from './a-subscriber.ts'

const zone = 'Australia/Melbourne'
const start = '2026-11-20T10:00:00+11:00'
const days = 365
const lookedAtOn = new Set([0, 10, 20, 40, 80, 160])

export interface Year {
  readonly deliveries: Record<string, number>
  /** How many came on another day than the rule says. */
  readonly moved: number
  readonly paidMinor: number
  readonly atBankMinor: number
}

/**
 * A shop lives through a year with so many subscriptions of every kind and rhythm, by moving its clock: each day the rounds come
 * that a scheduler would make, after an outage of three days none. Two cards in a hundred say no for two weeks of each quarter. At
 * the end every promise must hold, and the ledger must be the bank's books to the cent.
 */
export async function liveThroughAYear(count: number, options: PayingOptions = {}): Promise<Year> {
  const open = await openPayingShop({ now: start, ...options })
  try {
    await sellByChoice(open)
    await arrange(open)
    const subscribed = await aClientele(open, count)
    await live(open, subscribed)
    return await balance(open)
  } finally {
    await open.close()
  }
}

async function arrange({ shop }: PayingShop): Promise<void> {
  await rows(shop.db, sql`update windows set capacity = 100000`)
  await rows(shop.db, sql`update shop set bench_minutes = array[1000000,1000000,1000000,1000000,1000000,1000000,0]`)
  await rows(shop.db, sql`delete from delivery_places`)
  await rows(shop.db, sql`delete from bench_days`)
  await rows(
    shop.db,
    sql`insert into closures (day, reason) values ('2027-01-01', 'New Year'), ('2027-04-02', 'Good Friday'), ('2027-11-02', 'Cup Day')
        on conflict do nothing`,
  )
  await openDays(shop)
}

async function live(open: PayingShop, subscribed: readonly Subscribed[]): Promise<void> {
  const { shop } = open
  const first = shopDayAt(shop.clock.now(), zone)
  for (let count = 0; count <= days; count += 1) {
    const day = daysAfter(first, count)
    // Three days without any scheduler, in the middle of March.
    if (day >= '2027-03-15' && day <= '2027-03-17') continue
    if (count % 7 === 0) await openDays(shop)
    await banks(open, subscribed, count)
    await news(open, day)
    shop.clock.set(at(day, '08:00'))
    await lookAhead(shop)
    if (count % 7 === 3) await owners(open, subscribed, count)
    await round(open, day, '16:00')
    await round(open, day, '22:00')
    // A database looks at itself by the hands of a clock that this year outruns.
    if (lookedAtOn.has(count))
      await rows(
        shop.db,
        sql`analyze orders, order_deliveries, order_lines, order_events, payments, occurrences, subscriptions, delivery_places, bench_days, jobs.job`,
      )
    // A clock that is set back by a day in winter.
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

/** Some banks say no for two weeks of each quarter; who was paused by it goes on. */
async function banks({ shop }: PayingShop, subscribed: readonly Subscribed[], count: number): Promise<void> {
  const isPoor = count % 91 === 30
  if (!isPoor && count % 91 !== 44) return
  for (const { id, goodCard, poorCard } of subscribed)
    if (poorCard)
      await rows(shop.db, sql`update subscriptions set card_id = ${isPoor ? poorCard : goodCard} where id = ${id}`)
  if (isPoor) return
  await rows(
    shop.db,
    sql`update subscriptions set paused_until = (${shop.clock.now().toString()}::timestamptz)::date where state = 'paused' and paused_until is null`,
  )
}

/** A price that rises in autumn, and a Friday before Mother’s Day for which there are few places and a day that closes after all. */
async function news({ shop }: PayingShop, day: ShopDay): Promise<void> {
  if (day === '2027-02-20')
    await rows(shop.db, sql`update delivery_places set capacity = taken + 3 where day = '2027-05-07'`)
  if (day === '2027-04-20') await rows(shop.db, sql`update variants set price_minor = 6450 where id = ${choice}`)
  if (day === '2027-08-10')
    await rows(shop.db, sql`insert into closures (day, reason) values ('2027-08-25', 'A wedding')`)
}

/** What its owners do themselves: each week two leave one out, another moves one, somebody pauses, and now and then one ends. */
async function owners({ shop }: PayingShop, subscribed: readonly Subscribed[], count: number): Promise<void> {
  const nth = (n: number) => subscribed[(count * 13 + n * 7) % subscribed.length]!
  for (const one of [nth(0), nth(1)]) await withNext(shop, one, (which) => skip(shop, which))
  await withNext(shop, nth(2), (which, day) => move(shop, { ...which, day: daysAfter(day, 1), windowId: undefined }))
  const { id, accountId } = nth(3)
  const until = daysAfter(shopDayAt(shop.clock.now(), zone), 24)
  await unlessRefused(pause(shop, { id, accountId }, until))
  if (count % 28 === 3) await unlessRefused(cancel(shop, { id: nth(4).id, accountId: nth(4).accountId }, 'moved away'))
}

type Next = {
  readonly accountId: Subscribed['accountId']
  readonly subscriptionId: Subscribed['id']
  readonly occurrenceId: OccurrenceId
}

async function withNext(
  { db }: PayingShop['shop'],
  { id, accountId }: Subscribed,
  act: (which: Next, day: ShopDay) => Promise<void>,
): Promise<void> {
  const [next] = await rows<{ id: OccurrenceId; day: ShopDay }>(
    db,
    sql`select id, day::text as day from occurrences where subscription_id = ${id} and state = 'planned' order by period limit 1`,
  )
  if (next) await unlessRefused(act({ accountId, subscriptionId: id, occurrenceId: next.id }, next.day))
}

// She may come too late, wish for a Sunday, or have ended it long ago.
async function unlessRefused(doing: Promise<void>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

function at(day: ShopDay, time: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString()
}

/** The ledger against the bank's own books, and every promise besides. */
async function balance(open: PayingShop): Promise<Year> {
  const { shop, stripe } = open
  const books = stripe.books()
  assert.deepEqual(await brokenPromises({ db: shop.db, books, letters: shop.letters }), [])
  const states = await rows<{ state: string; count: number }>(
    shop.db,
    sql`select state, count(*)::int as count from occurrences group by 1 order by 1`,
  )
  // A gift's money came with the order that began it; everything else delivery by delivery.
  const [ledger] = await rows<{ paid: number; moved: number }>(
    shop.db,
    sql`select (select sum(o.price_minor) from occurrences o join subscriptions s on s.id = o.subscription_id
            where o.state = 'paid' and s.gift_deliveries is null)::int
          + (select sum(r.paid_minor - r.refunded_minor) from orders r where r.begins is not null)::int as paid,
          (select count(*) from occurrences where day <> nominal_day and not is_moved)::int as moved`,
  )
  const atBankMinor = books.totals['aud']?.kept ?? 0
  assert.equal(ledger!.paid, atBankMinor)
  const gaps = await rows(
    shop.db,
    sql`select subscription_id from occurrences group by 1 having count(*) <> max(period) - min(period) + 1`,
  )
  assert.deepEqual(gaps, [], 'each period has its row')
  return {
    deliveries: Object.fromEntries(states.map(({ state, count }) => [state, count])),
    moved: ledger!.moved,
    paidMinor: ledger!.paid,
    atBankMinor,
  }
}
