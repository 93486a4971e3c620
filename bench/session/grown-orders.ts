import pg from 'pg'

const ordersADay = 2_000

/** One order in twenty-five is of somebody with an account, of so many; they are called acc_0 and so on. */
export const accounts = 1_000

/**
 * Fills a shop with years of orders, two thousand a day, as many as wanted, by SQL of the server's own. Placed up to two weeks before
 * their day, as people do, so that a day's deliveries lie scattered among those of its neighbours. The tables give their trees and keys
 * up for the filling and have them back, the same ones, after it.
 */
export async function fillWithOrders(url: string, orders: number, say: (text: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off")
    const keys = await dropKeys(client)
    await client.query(filling, [orders, ordersADay])
    say(`${orders.toLocaleString('en-AU')} orders are written; growing their trees`)
    for (const key of keys) await client.query(key)
    await client.query('vacuum (analyze) orders, order_deliveries, order_lines, order_stock')
  } finally {
    await client.end()
  }
}

const tables = "('orders', 'order_deliveries', 'order_lines')"

/** Takes indexes and foreign keys away and says how to make them again: keys first, then trees, then what refers to them. */
async function dropKeys(client: pg.Client): Promise<string[]> {
  const constraints = await client.query<{ table: string; name: string; definition: string; kind: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition, contype as kind from pg_constraint
     where contype in ('p', 'u', 'f') and (conrelid::regclass::text in ${tables} or confrelid::regclass::text in ${tables})`,
  )
  const foreign = constraints.rows.filter(({ kind }) => kind === 'f')
  const own = constraints.rows.filter(({ kind }) => kind !== 'f')
  for (const { table, name } of [...foreign, ...own]) await client.query(`alter table ${table} drop constraint ${name}`)
  const trees = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename in ${tables}`,
  )
  for (const { name } of trees.rows) await client.query(`drop index ${name}`)
  // What nothing is measured of need not be written twice.
  for (const table of ['orders', 'order_deliveries', 'order_lines'])
    await client.query(`alter table ${table} set unlogged`)
  return [
    ...own.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...trees.rows.map(({ definition }) => definition),
  ]
}

// Numbers that look drawn and are the same at each run: a hash of the order's own.
const filling = `
with facts as materialized (
  select (select array_agg(id order by id) from windows where active and method <> 'pick-up') as windows,
    array['June','Mercy','Anjali','Priya','Tess','Wren','Ada','Oscar','Noah','Mia','Leo','Ruby','Ivy','Jack','Ella','Finn'] as firsts,
    array['Okafor','Nair','Marsh','Lowe','Nguyen','Smith','Rossi','Papas','Singh','Chen','Walsh','Kelly','Haddad','Novak','Silva','Moreau'] as lasts,
    (select array_agg(id order by id) from variants) as variants
), doors as materialized (
  select distinct on (zone_id) zone_id, postcode, suburb from postcodes order by zone_id, postcode, suburb
), drawn as (
  select i, hashint8(i) & 2147483647 as h, hashint8(i + 77) & 2147483647 as g,
    current_date + 20 - (($1::bigint - i) / $2::bigint)::int - (hashint8(i + 5) & 2147483647) % 14 as day,
    lpad(i::text, 12, '0') as key
  from generate_series(1, $1::bigint) as i
), told as materialized (
  select drawn.*, w.id as window_id, w.zone_id, w.method, w.name as window_name, w.starts, w.ends, w.fee_minor, p.postcode, p.suburb,
    firsts[1 + h % 16] || ' ' || lasts[1 + g % 16] as recipient, firsts[1 + g % 13] || ' ' || lasts[1 + h % 15] as buyer, variants[1 + h % array_length(variants, 1)] as variant_id,
    case when h % 40 = 0 then 'CANCELLED' when day < current_date - 2 then 'DELIVERED'
      else (array['CONFIRMED','CONFIRMED','PREPARING','READY','OUT_FOR_DELIVERY','DELIVERED'])[1 + g % 6] end as status
  from drawn cross join facts
  join windows w on w.id = facts.windows[1 + h % array_length(facts.windows, 1)]
  left join doors p on p.zone_id = w.zone_id
), o as (
  insert into orders (id, number, link, status, places, hold_until, placement_key, placement_fingerprint, account_id, buyer_name, buyer_email, buyer_phone, currency,
    goods_minor, delivery_minor, discount_minor, total_minor, gst_minor, to_pay_minor, paid_minor, sum, placed_at, confirmed_at)
  select 'ord_' || key, 'FL-' || upper(to_hex(i + 16777216)), lpad(md5(key), 32, '0'), status, case status when 'CANCELLED' then 'released' else 'kept' end, now(),
    key, '', case when i % 25 = 0 then 'acc_' || (i / 25) % ${accounts} end, buyer, 'buyer' || i || '@example.com', '04' || lpad((h % 100000000)::text, 8, '0'), 'AUD', 6500, fee_minor, 0, 6500 + fee_minor, 600, 6500 + fee_minor,
    6500 + fee_minor, '[]', day - interval '1 day' * (1 + g % 13), day - interval '1 day' * (1 + g % 13)
  from told order by i
), d as (
  insert into order_deliveries (id, order_id, position, status, method, zone_id, window_id, day, window_name, window_starts, window_ends, cut_off_at, bench_minutes,
    recipient_name, recipient_phone, line1, line2, suburb, postcode, instructions, card_message, anonymous, substitution, fee_minor, surge_minor, discount_minor, gst_minor)
  select 'dlv_' || key, 'ord_' || key, 0, status, method, zone_id, window_id, day, window_name, starts, ends, day, 8, recipient,
    '04' || lpad((g % 100000000)::text, 8, '0'), (1 + h % 300) || ' Nicholson Street', '', coalesce(suburb, ''), coalesce(postcode, ''), 'Side lane, not the front.',
    'Happy birthday, with love from all of us.', false, 'nearest-match', fee_minor, 0, 0, 0
  from told order by i
)
insert into order_lines (id, order_id, delivery_id, position, variant_id, slug, name, variant_name, kind, tint, picture, purchase, quantity, unit_price_minor,
  total_minor, discount_minor, gst_minor)
select 'lin_' || key, 'ord_' || key, 'dlv_' || key, 0, variant_id, 'bunch', 'Kitchen Table', 'Large', 'bouquet', 'blush', '{}', 'once', 1, 6500, 6500, 0, 591
from told order by i`
