import type { Books } from '@flora/sandbox/stripe/books.ts'
import { sql, type SQL } from '../src/platform/sql.ts'
import { type Db, rows } from '../src/platform/db.ts'

/** What is looked at when everything is at rest: our tables, the bank's own books, and what the mail server took. */
export interface Evidence {
  readonly db: Db
  readonly books: Books
  /** Every letter that was handed over; absent where nobody counts them. */
  readonly letters?: readonly { readonly messageId: string }[]
  /** How often a process died: each death may double one letter, under one message id. */
  readonly crashes?: number
}

/**
 * Every promise about money and places that does not hold, in sentences; none when all is well. To be asked when no work is
 * waiting: between two steps of an action the books may differ.
 */
export async function brokenPromises(evidence: Evidence): Promise<string[]> {
  const found: string[] = []
  for (const { says, where } of promises) {
    for (const { about } of await rows<{ about: string }>(evidence.db, where)) found.push(`${says}: ${about}`)
  }
  return [...found, ...(await brokenByBank(evidence)), ...(await brokenByMail(evidence))]
}

const alive = sql`('CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED')`

interface Promised {
  readonly says: string
  /** Rows that break it, each telling what it is about. */
  readonly where: SQL
}

const places: Promised[] = [
  {
    says: 'the stock counter is not what orders took',
    where: sql`select item_id || ' counts ' || coalesce(i.taken, 0) || ', orders ' || coalesce(s.wanted, 0) as about
      from stock_items i full join (select s.item_id, sum(s.quantity)::int as wanted from order_stock s join orders o on o.id = s.order_id
        where o.places <> 'released' group by 1) s using (item_id) where coalesce(i.taken, 0) <> coalesce(s.wanted, 0)`,
  },
  {
    says: 'the places counter is not what orders took',
    where: sql`select day || ' ' || window_id || ' counts ' || coalesce(p.taken, 0) || ', orders ' || coalesce(d.wanted, 0) as about
      from delivery_places p full join (select d.day, d.window_id, count(*)::int as wanted from order_deliveries d join orders o on o.id = d.order_id
        where o.places <> 'released' group by 1, 2) d using (day, window_id) where coalesce(p.taken, 0) <> coalesce(d.wanted, 0)`,
  },
  {
    says: 'the bench counter is not what orders took',
    where: sql`select day || ' counts ' || coalesce(b.taken, 0) || ', orders ' || coalesce(d.wanted, 0) as about
      from bench_days b full join (select d.day, sum(d.bench_minutes)::int as wanted from order_deliveries d join orders o on o.id = d.order_id
        where o.places <> 'released' group by 1) d using (day) where coalesce(b.taken, 0) <> coalesce(d.wanted, 0)`,
  },
  {
    says: 'a promotion counts other uses than orders made',
    where: sql`select p.id || ' counts ' || p.used as about from promotions p
      where p.used <> (select count(*) from orders o where o.promotion_id = p.id and o.places <> 'released')`,
  },
  {
    says: 'an order’s state and its places disagree',
    where: sql`select id || ' is ' || status || ' and ' || places as about from orders
      where places <> case when status = 'PENDING' then 'held' when status in ${alive} then 'kept' else 'released' end`,
  },
]

const cents: Promised[] = [
  {
    says: 'a gift card’s balance is not its ledger',
    where: sql`select g.id as about from gift_cards g
      where g.balance_minor <> (select coalesce(sum(e.amount_minor), 0) from gift_card_entries e where e.gift_card_id = g.id)`,
  },
  {
    says: 'an order has not spent what it says from its gift card',
    where: sql`select o.id as about from orders o where coalesce((select sum(-e.amount_minor) from gift_card_entries e where e.order_id = o.id), 0)
      <> case when o.places = 'released' then 0 else o.gift_card_minor end`,
  },
  {
    says: 'an order’s total is not the sum of its lines',
    where: sql`select o.id as about from orders o
      left join lateral (select sum(total_minor) as goods, sum(discount_minor) as off, sum(gst_minor) as gst from order_lines where order_id = o.id) l on true
      left join lateral (select sum(fee_minor + surge_minor) as fees, sum(discount_minor) as off, sum(gst_minor) as gst from order_deliveries where order_id = o.id) d on true
      where l.goods <> o.goods_minor or d.fees <> o.delivery_minor or l.off + d.off <> o.discount_minor or l.gst + d.gst <> o.gst_minor
        or (select sum((part -> 'amount' ->> 'minor')::bigint) from jsonb_array_elements(o.sum) part) <> o.to_pay_minor`,
  },
  {
    says: 'a living order is not paid once, exactly',
    where: sql`select o.id || ' has ' || coalesce(p.state, 'no payment') as about from orders o left join payments p on p.order_id = o.id
      where o.status in ${alive} and o.to_pay_minor > 0
        and (p.state is distinct from 'paid' or p.received_minor <> o.to_pay_minor or o.paid_minor <> o.to_pay_minor)`,
  },
  {
    says: 'an order that is over keeps money',
    where: sql`select id || ' keeps ' || (paid_minor - refunded_minor) as about from orders where places = 'released' and paid_minor <> refunded_minor`,
  },
  {
    says: 'an order counts other refunds than there are',
    where: sql`select o.id as about from orders o
      where o.refunded_minor <> (select coalesce(sum(r.amount_minor), 0) from refunds r where r.order_id = o.id and r.state <> 'failed')`,
  },
]

const works: Promised[] = [
  {
    says: 'an event was never worked on',
    where: sql`select id || ' ' || type as about from payment_events where processed_at is null`,
  },
  { says: 'a refund is still wanted', where: sql`select id as about from refunds where state = 'wanted'` },
  {
    says: 'a letter was never sent',
    where: sql`select once as about from emails where sent_at is null and not_needed_at is null`,
  },
  {
    says: 'an order was confirmed more than once without having been over',
    where: sql`select o.id as about from orders o
      where (select count(*) from order_events e where e.order_id = o.id and e.kind = 'confirmed')
        > 1 + (select count(*) from order_events e where e.order_id = o.id and e.kind = 'hold-expired')
        or (select count(*) from order_events e where e.order_id = o.id and e.kind = 'placed') <> 1`,
  },
  {
    says: 'a refund is told more or less often than it was made',
    where: sql`select o.id as about from orders o
      where (select count(*) from order_events e where e.order_id = o.id and e.kind = 'refunded') <> (select count(*) from refunds r where r.order_id = o.id and r.state = 'succeeded')
        or (select count(*) from order_events e where e.order_id = o.id and e.kind = 'refund-wanted') <> (select count(*) from refunds r where r.order_id = o.id)`,
  },
]

const written: Promised[] = [
  {
    says: 'no confirmation was sent',
    where: sql`select o.id as about from orders o
      where o.status in ${alive} and not exists (select from emails e where e.order_id = o.id and e.kind = 'confirmed' and e.sent_at is not null)`,
  },
  {
    says: 'no letter about a cancellation was sent',
    where: sql`select o.id as about from orders o
      where o.confirmed_at is not null and exists (select from order_events v where v.order_id = o.id and v.kind = 'cancelled')
        and not exists (select from emails e where e.order_id = o.id and e.kind = 'cancelled' and e.sent_at is not null)`,
  },
  {
    says: 'no letter about a refund was sent',
    where: sql`select r.id as about from refunds r
      where r.state = 'succeeded' and not exists (select from emails e where e.once = 'refunded:' || r.order_id || ':' || r.id and e.sent_at is not null)`,
  },
  {
    says: 'no letter said that the places were gone',
    where: sql`select o.id as about from orders o
      where exists (select from order_events v where v.order_id = o.id and v.kind = 'paid-in-vain' and v.detail ->> 'reason' = 'hold-expired')
        and not exists (select from emails e where e.order_id = o.id and e.kind = 'hold-expired' and e.sent_at is not null)`,
  },
]

const ledger: Promised[] = [
  {
    says: 'a delivery of a subscription and its order disagree',
    where: sql`select o.id || ' is ' || o.state || ', its order ' || coalesce(r.status, 'is not there') as about
      from occurrences o left join orders r on r.id = o.order_id
      where case o.state when 'planned' then r.status is distinct from 'PENDING' when 'charging' then r.status is distinct from 'PENDING'
        when 'paid' then coalesce(r.status not in ${alive}, true) else r.status in ('PENDING', 'CONFIRMED', 'PREPARING') end`,
  },
  {
    says: 'a delivery has more than one living order',
    where: sql`select occurrence_id as about from orders where occurrence_id is not null and status not in ('CANCELLED', 'REFUNDED')
      group by occurrence_id having count(*) > 1`,
  },
  {
    says: 'an order holds places for a delivery that does not know it',
    where: sql`select r.id as about from orders r join occurrences o on o.id = r.occurrence_id
      where r.places <> 'released' and o.order_id is distinct from r.id`,
  },
  {
    says: 'a delivery was not paid what it costs',
    where: sql`select o.id || ' costs ' || o.price_minor || ', paid ' || r.paid_minor as about
      from occurrences o join orders r on r.id = o.order_id where o.state = 'paid' and r.paid_minor <> o.price_minor`,
  },
  {
    says: 'a subscription that ended still has deliveries that may be changed',
    where: sql`select o.id as about from occurrences o join subscriptions s on s.id = o.subscription_id
      where s.state = 'cancelled' and o.state = 'planned' and o.last_change_at > coalesce(s.ended_at, o.last_change_at)`,
  },
  {
    says: 'two deliveries of a subscription come on one day',
    where: sql`select subscription_id || ' ' || day as about from occurrences where state in ('planned', 'charging', 'paid')
      group by subscription_id, day having count(*) > 1`,
  },
]

const promises: readonly Promised[] = [...places, ...cents, ...works, ...written, ...ledger]

interface OwnBook {
  readonly id: string
  readonly status: string
  readonly toPay: number
  readonly paid: number
  readonly refunded: number
  readonly intentId: string | null
}

/** The bank's books against ours, intent by intent and cent by cent. */
async function brokenByBank({ db, books }: Evidence): Promise<string[]> {
  const own = await rows<OwnBook>(
    db,
    sql`select o.id, o.status, o.to_pay_minor::int as "toPay", o.paid_minor::int as paid, o.refunded_minor::int as refunded, p.intent_id as "intentId"
        from orders o left join payments p on p.order_id = o.id`,
  )
  const intentsOf = Map.groupBy(
    books.intents.filter(({ metadata }) => metadata['order']),
    ({ metadata }) => metadata['order']!,
  )
  const found: string[] = []
  const paidFor = Map.groupBy(
    books.intents.filter(({ metadata, amountSucceeded }) => metadata['paidFor'] && amountSucceeded > 0),
    ({ metadata }) => metadata['paidFor']!,
  )
  for (const [delivery, intents] of paidFor)
    if (intents.length > 1) found.push(`${delivery} was paid ${intents.length} times`)
  for (const order of own) {
    const intents = intentsOf.get(order.id) ?? []
    const paying = intents.filter(({ amountSucceeded }) => amountSucceeded > 0)
    const received = paying.reduce((sum, { amountSucceeded }) => sum + amountSucceeded, 0)
    const returned = paying.reduce((sum, { amountRefunded }) => sum + amountRefunded, 0)
    const isOver = order.status === 'CANCELLED' || order.status === 'REFUNDED'
    if (paying.length > 1) found.push(`${order.id} was paid ${paying.length} times`)
    if (received !== order.paid || returned !== order.refunded) {
      found.push(
        `${order.id} (${order.status}) has ${order.paid} less ${order.refunded} in our books, and ${received} less ${returned} at the bank`,
      )
    }
    if (received > 0 && order.status === 'PENDING') found.push(`${order.id} is paid and not confirmed`)
    if (received > 0 && isOver && received !== returned)
      found.push(`${order.id} is over and ${received - returned} were not given back`)
    if (returned > received) found.push(`${order.id} was given back more than it paid`)
    const open = intents.filter(
      ({ id, status }) => id === order.intentId && status !== 'canceled' && status !== 'succeeded',
    )
    if (isOver && open.length > 0) found.push(`${order.id} is over and can still be paid`)
  }
  const known = new Set(own.map(({ id }) => id))
  for (const [orderId, intents] of intentsOf) {
    if (
      !known.has(orderId) &&
      intents.some(({ amountSucceeded, amountRefunded }) => amountSucceeded !== amountRefunded)
    )
      found.push(`${orderId} was paid and is no order`)
  }
  return found
}

/** Every letter that we call sent was handed over, and handed over again only where a process died. */
async function brokenByMail({ db, letters, crashes = 0 }: Evidence): Promise<string[]> {
  if (!letters) return []
  const taken = Map.groupBy(letters, ({ messageId }) => /eml_[0-9a-z]+/.exec(messageId)?.[0] ?? messageId)
  const settled = await rows<{ id: string; once: string; isSent: boolean }>(
    db,
    sql`select id, once, sent_at is not null as "isSent" from emails where sent_at is not null or not_needed_at is not null`,
  )
  const missing = settled
    .filter(({ id, isSent }) => isSent && !taken.has(id))
    .map(({ once }) => `${once} is called sent and was not`)
  const known = new Set(settled.map(({ id }) => id))
  const unknown = [...taken.keys()].filter((id) => !known.has(id)).map((id) => `${id} was sent and is not called so`)
  // Who dies after the mail server's yes leaves a letter that is sent again, or by then is not needed any more.
  const unnoted = settled.filter(({ id, isSent }) => !isSent && taken.has(id)).length
  const doubled = [...taken.values()].reduce((more, copies) => more + copies.length - 1, unnoted)
  return [
    ...missing,
    ...unknown,
    ...(doubled > crashes ? [`${doubled} letters were sent too often for ${crashes} deaths of a process`] : []),
  ]
}
