create table orders (
  id text primary key check (id like 'ord\_%'),
  number text not null unique,
  link text not null unique check (link ~ '^[0-9a-z]{32}$'),
  status text not null check (status in ('PENDING', 'CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED', 'CANCELLED', 'REFUNDED')),
  -- Whether its stock, bench minutes and places are counted in the counters: held until the money comes, kept after, or
  -- given back. The counters equal the sum over held and kept orders.
  places text not null check (places in ('held', 'kept', 'released')),
  hold_until timestamptz not null,
  placement_key text not null unique,
  -- What the key was used for, so that a key used for another cart is refused.
  placement_fingerprint text not null,
  account_id text,
  cart_id text,
  buyer_name text not null,
  buyer_email text not null,
  buyer_phone text not null,
  currency text not null check (currency in ('AUD')),
  goods_minor bigint not null check (goods_minor >= 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  discount_minor bigint not null check (discount_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  gst_minor bigint not null check (gst_minor between 0 and total_minor),
  gift_card_minor bigint not null default 0 check (gift_card_minor between 0 and total_minor),
  to_pay_minor bigint not null check (to_pay_minor >= 0),
  paid_minor bigint not null default 0 check (paid_minor >= 0),
  refunded_minor bigint not null default 0,
  -- The sum as the buyer read it, line by line.
  sum jsonb not null,
  promotion_id text references promotions (id),
  gift_card_id text references gift_cards (id),
  placed_at timestamptz not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  -- A code of ours, never what somebody typed: money that comes late asks it whether the order may come back.
  cancelled_because text check (cancelled_because in ('customer', 'hold-expired', 'shop')),
  check (goods_minor + delivery_minor - discount_minor = total_minor),
  check (total_minor - gift_card_minor = to_pay_minor),
  check (refunded_minor between 0 and paid_minor)
);
create index orders_holds on orders (hold_until) where places = 'held';
create index orders_buyer on orders (lower(buyer_email), placed_at desc);
create index orders_account on orders (account_id, placed_at desc) where account_id is not null;
create index orders_placed on orders (placed_at desc);

create table order_deliveries (
  id text primary key check (id like 'dlv\_%'),
  order_id text not null references orders (id),
  position integer not null,
  status text not null check (status in ('PENDING', 'CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED', 'CANCELLED', 'REFUNDED')),
  method text not null check (method in ('standard', 'express', 'pick-up')),
  zone_id text not null references zones (id),
  window_id text not null references windows (id),
  day date not null,
  -- As promised: a window that is renamed later does not change a promise made.
  window_name text not null,
  window_starts time not null,
  window_ends time not null,
  cut_off_at timestamptz not null,
  bench_minutes integer not null check (bench_minutes >= 0),
  recipient_name text not null,
  recipient_phone text not null,
  line1 text not null,
  line2 text not null,
  suburb text not null,
  postcode text not null,
  instructions text not null,
  card_message text not null,
  card_printed_at timestamptz,
  anonymous boolean not null,
  substitution text not null check (substitution in ('nearest-match', 'ask-me', 'refund')),
  fee_minor bigint not null check (fee_minor >= 0),
  surge_minor bigint not null check (surge_minor >= 0),
  discount_minor bigint not null check (discount_minor between 0 and fee_minor + surge_minor),
  gst_minor bigint not null check (gst_minor >= 0)
) with (fillfactor = 80);
create index order_deliveries_order on order_deliveries (order_id, position);
-- Without the status, so that a delivery that goes on to its next one needs no new entries.
create index order_deliveries_day on order_deliveries (day, window_id);

create table order_lines (
  id text primary key check (id like 'lin\_%'),
  order_id text not null references orders (id),
  delivery_id text not null references order_deliveries (id),
  goes_with text,
  position integer not null,
  variant_id text not null references variants (id),
  -- As sold: names, prices and pictures of that day.
  slug text not null,
  name text not null,
  variant_name text not null,
  kind text not null,
  tint text not null,
  picture jsonb not null,
  purchase text not null check (purchase in ('once', 'recurring', 'surprise')),
  quantity integer not null check (quantity > 0),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  total_minor bigint not null check (total_minor = unit_price_minor * quantity),
  discount_minor bigint not null check (discount_minor between 0 and total_minor),
  gst_minor bigint not null check (gst_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and total_minor - discount_minor)
);
create index order_lines_order on order_lines (order_id, position);

-- What the order took from stock_items, so that giving back needs no recipe of that day.
create table order_stock (
  order_id text not null references orders (id),
  item_id text not null,
  quantity integer not null check (quantity > 0),
  primary key (order_id, item_id)
);

create table order_events (
  id bigint generated always as identity,
  order_id text not null references orders (id),
  delivery_id text,
  at timestamptz not null,
  kind text not null,
  -- 'customer', 'shop', 'stripe', or a member of staff by id.
  who text not null,
  detail jsonb not null default '{}',
  -- Nobody asks for an event but by its order.
  primary key (order_id, id)
);
