import type { Placed } from '@flora/contract/checkout.ts'
import { percentile } from '../load/figures.ts'
import { aShopper, read, type Wish } from '../load/shopper.ts'
import { watchOrders } from '../load/watch-orders.ts'
import type { Flora } from '../session/flora.ts'
import { ask } from '../session/stocked-shop.ts'

export interface CheckoutRun {
  readonly ordersPerSecond: number
  readonly orders: number
  readonly placingP50Ms: number
  readonly placingP99Ms: number
  readonly flowP50Ms: number
  readonly flowP99Ms: number
  /** Requests to the shop an order, the reading of its page included; the payment itself goes to the payment service. */
  readonly requestsAnOrder: number
}

export interface Checkouts {
  readonly flora: Flora
  readonly database: string
  readonly wishes: readonly Wish[]
  readonly sessions: number
  readonly seconds: number
  /** Ends sooner when so many orders are confirmed. */
  readonly atMost?: number
}

/** Sessions that buy, each one order after the other, from an empty cart to an order that a verified event has confirmed. */
export async function runCheckouts({
  flora,
  database,
  wishes,
  sessions,
  seconds,
  atMost = Infinity,
}: Checkouts): Promise<CheckoutRun> {
  const watch = await watchOrders(database)
  const shoppers = await Promise.all(Array.from({ length: sessions }, () => aShopper(flora)))
  const placings: number[] = []
  const flows: number[] = []
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let next = 0

  const session = async (shopper: (typeof shoppers)[number]): Promise<void> => {
    while (performance.now() < until && next < atMost) {
      const wish = wishes[next++ % wishes.length]!
      const arrived = performance.now()
      const { answer, tookMs } = await shopper.place(await shopper.fillCart(wish))
      const placed = read<Placed>(answer)
      placings.push(tookMs)
      const confirmed = watch.confirmed(placed.order.id)
      await shopper.pay(placed)
      await confirmed
      flows.push(performance.now() - arrived)
      const page = read<{ status: string }>(await shopper.readOrder(placed.order.link))
      if (page.status !== 'CONFIRMED') throw new Error(`the page of ${placed.order.id} says ${page.status}`)
    }
  }
  try {
    await Promise.all(shoppers.map(session))
    const elapsed = (performance.now() - begun) / 1_000
    return {
      ordersPerSecond: flows.length / elapsed,
      orders: flows.length,
      placingP50Ms: percentile(placings, 0.5),
      placingP99Ms: percentile(placings, 0.99),
      flowP50Ms: percentile(flows, 0.5),
      flowP99Ms: percentile(flows, 0.99),
      requestsAnOrder: shoppers.reduce((sum, shopper) => sum + shopper.requests(), 0) / flows.length,
    }
  } finally {
    for (const shopper of shoppers) shopper.leave()
    await watch.close()
  }
}

/** What autovacuum does within a minute of such a rush; a measurement is too short to wait for it. */
export async function afterWarmUp(database: string): Promise<void> {
  await ask(database, ['analyze'])
}

export interface Books {
  readonly confirmed: number
  readonly byEvent: number
  readonly paid: number
  /** Counters against orders: stock, places and bench minutes, each as [counted, ordered]. */
  readonly counters: readonly (readonly [number, number])[]
}

/** What the database says afterwards; confirmations are counted by the verified events that brought them. */
export async function readBooks(database: string): Promise<Books> {
  const [books] = await ask<Books>(database, [
    `
    select (select count(*)::int from orders where status = 'CONFIRMED') as confirmed,
      (select count(*)::int from payment_events where outcome = 'confirmed') as "byEvent",
      (select count(*)::int from payments where state = 'paid') as paid,
      json_build_array(
        json_build_array((select coalesce(sum(taken), 0) from stock_items),
          (select coalesce(sum(s.quantity), 0) from order_stock s join orders o on o.id = s.order_id where o.places in ('held', 'kept'))),
        json_build_array((select coalesce(sum(taken), 0) from delivery_places),
          (select count(*) from order_deliveries d join orders o on o.id = d.order_id where o.places in ('held', 'kept'))),
        json_build_array((select coalesce(sum(taken), 0) from bench_days),
          (select coalesce(sum(d.bench_minutes), 0) from order_deliveries d join orders o on o.id = d.order_id where o.places in ('held', 'kept')))
      ) as counters`,
  ])
  return books!
}

export function booksAgree({ counters }: Books): boolean {
  return counters.every(([counted, ordered]) => counted === ordered)
}
