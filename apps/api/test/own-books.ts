import { type Db, rows } from '../src/platform/db.ts'
import { sql, type SQL } from '../src/platform/sql.ts'

/** The promises that our own tables show by themselves: all that can be asked of a backup. */
export async function brokenInOurBooks(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const { says, where } of promises) {
    for (const { about } of await rows<{ about: string }>(db, where)) found.push(`${says}: ${about}`)
  }
  return found
}

const alive = sql`('CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED')`

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
      <> case when o.places = 'released' then 0 else o.gift_card_minor - o.gift_card_returned_minor end`,
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
        and o.in_shop_minor <> o.to_pay_minor - o.due_minor
        and (p.state is distinct from 'paid' or p.received_minor + o.in_shop_minor <> o.to_pay_minor - o.due_minor or o.paid_minor <> o.to_pay_minor - o.due_minor)`,
  },
  {
    says: 'an order that is over keeps money',
    where: sql`select id || ' keeps ' || (paid_minor - refunded_minor) as about from orders
      where places = 'released' and paid_minor - in_shop_minor <> refunded_minor - in_shop_refunded_minor`,
  },
  {
    says: 'an order counts other refunds than there are',
    where: sql`select o.id as about from orders o
      where o.refunded_minor <> (select coalesce(sum(r.amount_minor), 0) from refunds r where r.order_id = o.id and r.state <> 'failed' and r.way <> 'gift-card')`,
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
      where (select count(*) from order_events e where e.order_id = o.id and e.kind = 'refunded') <> (select count(*) from refunds r where r.order_id = o.id and r.state = 'succeeded' and r.way = 'card')
        or (select count(*) from order_events e where e.order_id = o.id and e.kind = 'refund-wanted') <> (select count(*) from refunds r where r.order_id = o.id and r.way = 'card')`,
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
      where r.state = 'succeeded' and r.way = 'card' and not exists (select from emails e where e.once = 'refunded:' || r.order_id || ':' || r.id and e.sent_at is not null)`,
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
      from occurrences o join orders r on r.id = o.order_id join subscriptions s on s.id = o.subscription_id
      where o.state = 'paid' and r.occurrence_id is not null and s.gift_deliveries is null and r.paid_minor <> o.price_minor`,
  },
  {
    says: 'an order that began subscriptions did not pay their first deliveries, or all of a gift',
    where: sql`select r.id || ' was ' || r.total_minor || ', begun for ' || b.due as about from orders r
      join (select s.begun_by, sum(f.price_minor + coalesce((s.gift_deliveries - 1) * f.price_minor, 0)) as due from subscriptions s
        join occurrences f on f.subscription_id = s.id and f.order_id = s.begun_by group by 1) b on b.begun_by = r.id
      where r.total_minor < b.due or r.paid_minor + r.gift_card_minor <> r.total_minor`,
  },
  {
    says: 'a paid order’s subscriptions have not begun, or one of them twice',
    where: sql`select r.id as about from orders r
      where r.begins is not null and r.status in ${alive} and jsonb_array_length(r.begins) <> (select count(*) from subscriptions s where s.begun_by = r.id)
        or r.begins is not null and r.status = 'PENDING' and exists (select from subscriptions s where s.begun_by = r.id)`,
  },
  {
    says: 'a gift’s money is neither delivered, owed nor given back',
    where: sql`select r.id || ' gave back ' || r.refunded_minor || ', should ' || g.back as about from orders r
      join (select s.begun_by, sum(case when s.state = 'cancelled' then (s.gift_deliveries - (
            select count(*) from occurrences o where o.subscription_id = s.id and o.state in ('planned', 'charging', 'paid')))
          * (select f.price_minor from occurrences f where f.subscription_id = s.id and f.period = 0) else 0 end) as back
        from subscriptions s where s.gift_deliveries is not null group by 1) g on g.begun_by = r.id
      where r.status in ${alive} and r.refunded_minor <> g.back`,
  },
  {
    says: 'a gift brings more deliveries than were paid',
    where: sql`select s.id as about from subscriptions s where (
      select count(*) from occurrences o where o.subscription_id = s.id and o.state in ('planned', 'charging', 'paid')) > s.gift_deliveries`,
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
