-- What is in the shop is on_hand less owed: owed is promised to orders and is not there, since it wilted, broke or was miscounted. It
-- is part of on_hand so that a promise that was made stays counted; while anything is owed nothing more can be sold.
alter table stock_items
  add column owed integer not null default 0 check (owed >= 0),
  -- At this many left or fewer the shop is told, once until there are more again.
  add column low_at integer check (low_at >= 0),
  add column low_told_at timestamptz,
  add constraint stock_items_owed_sells_nothing check (owed = 0 or on_hand = taken);
create index stock_items_low on stock_items (item_id) where low_at is not null;

alter table stems
  -- How many the grower ties together: one can buy no fewer.
  add column bunch integer not null default 10 check (bunch between 1 and 500),
  add column grower text not null default '',
  -- How long it is good after it came; absent: it keeps.
  add column vase_days integer check (vase_days between 0 and 365);

-- What came together and is good until the same day. Pieces in the shop that are in no lot keep for ever.
create table stock_lots (
  id text primary key check (id like 'lot\_%'),
  item_id text not null references stock_items (item_id),
  arrived_day date not null,
  -- The last day on which it may be sold.
  usable_until date check (usable_until >= arrived_day),
  arrived integer not null check (arrived > 0),
  remaining integer not null check (remaining between 0 and arrived),
  expired_at timestamptz,
  note text not null default ''
);
create index stock_lots_item on stock_lots (item_id, usable_until) where remaining > 0;
create index stock_lots_expiry on stock_lots (usable_until) where remaining > 0;
create index stock_lots_history on stock_lots (item_id, id desc);

-- The ledger: every change of what is in the shop, with its reason. Never changed.
create table stock_moves (
  id bigint generated always as identity primary key,
  -- Of what staff do: chosen by the page, so that sending twice counts once.
  key uuid unique,
  item_id text not null references stock_items (item_id),
  lot_id text references stock_lots (id),
  order_id text references orders (id),
  at timestamptz not null,
  kind text not null check (kind in ('arrived', 'expired', 'handed-over', 'wilted', 'broken', 'sold-over-counter', 'given-away', 'returned', 'counted')),
  change integer not null check (change <> 0),
  who text not null,
  note text not null default ''
);
create index stock_moves_item on stock_moves (item_id, id desc);
create index stock_moves_order on stock_moves (order_id) where order_id is not null;

-- When the pieces of an order left the shop; from then on its order_stock is empty and the ledger has them.
alter table orders add column handed_over_at timestamptz;
create index orders_to_hand_over on orders (id) where places = 'kept' and handed_over_at is null;
