-- Made and waiting for its van or its owner; and came back to the shop.
alter table orders drop constraint orders_status_check, add constraint orders_status_check
  check (status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED', 'CANCELLED', 'REFUNDED'));
alter table order_deliveries drop constraint order_deliveries_status_check, add constraint order_deliveries_status_check
  check (status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'NOT_DELIVERED', 'CANCELLED', 'REFUNDED'));

alter table orders
  -- Of what was paid and given back: cash and terminal. The rest went by card over Stripe.
  add column in_shop_minor bigint not null default 0,
  add column in_shop_refunded_minor bigint not null default 0,
  -- Agreed after it was paid, part of what is to pay, and not paid yet: dearer windows. Paid in the shop.
  add column due_minor bigint not null default 0,
  -- Of what its gift card paid: what went back to the card while the order goes on.
  add column gift_card_returned_minor bigint not null default 0,
  add check (in_shop_minor between 0 and paid_minor),
  add check (in_shop_refunded_minor between 0 and in_shop_minor),
  add check (refunded_minor - in_shop_refunded_minor between 0 and paid_minor - in_shop_minor),
  add check (due_minor between 0 and to_pay_minor),
  add check (gift_card_returned_minor between 0 and gift_card_minor);

alter table order_deliveries
  add column refunded_minor bigint not null default 0,
  add check (refunded_minor between 0 and fee_minor + surge_minor - discount_minor);

-- Money taken in the shop, coin by coin and by whom. orders.in_shop_minor is its sum.
create table in_shop_payments (
  id bigint generated always as identity primary key,
  order_id text not null references orders (id),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency in ('AUD')),
  taken_by text not null check (taken_by in ('cash', 'terminal')),
  who text not null,
  at timestamptz not null
);
create index in_shop_payments_order on in_shop_payments (order_id);

-- Money goes back to the card that paid, by hand in the shop, or to the gift card. Only the first has a payment at Stripe.
alter table refunds
  alter column payment_id drop not null,
  add column way text not null default 'card' check (way in ('card', 'in-shop', 'gift-card')),
  -- What staff wrote.
  add column note text not null default '',
  add check ((way = 'card') = (payment_id is not null)),
  drop constraint refunds_reason_check,
  add constraint refunds_reason_check check (reason in ('cancelled', 'hold-expired', 'double-payment', 'wrong-amount', 'goodwill', 'changed'));

create table order_notes (
  id text primary key check (id like 'nte\_%'),
  order_id text not null references orders (id),
  account_id text not null,
  -- The name then: the account may be renamed or erased.
  who text not null,
  text text not null,
  at timestamptz not null
);
create index order_notes_order on order_notes (order_id, at);

-- An order that staff write down for somebody: a cart like a shopper's, whose token is derived from this id.
create table draft_orders (
  id text primary key check (id like 'dro\_%'),
  account_id text not null,
  who text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  placed_at timestamptz
);
create index draft_orders_open on draft_orders (created_at desc) where placed_at is null;

-- What somebody may ask for on the telephone: part of a name, a number, the last digits of a phone. One tree a table holds them all.
create index orders_asked_for on orders
  using gin (lower(number || ' ' || buyer_name || ' ' || right(regexp_replace(buyer_phone, '\D', '', 'g'), 9)) gin_trgm_ops);
create index order_deliveries_asked_for on order_deliveries
  using gin (lower(recipient_name || ' ' || right(regexp_replace(recipient_phone, '\D', '', 'g'), 9)) gin_trgm_ops);
create index order_deliveries_postcode on order_deliveries (postcode, day desc, id collate "C" desc);
-- The few who owe a difference.
create index orders_due on orders (id) where due_minor > 0;
