-- What a subscriber gets off the goods of each delivery.
alter table shop add column subscriber_discount_basis_points integer not null default 1000
  check (subscriber_discount_basis_points between 0 and 10000);

-- Flowers that come again and again. The plan says what each delivery is; its occurrences below say what became of each.
create table subscriptions (
  id text primary key check (id like 'sub\_%'),
  account_id text not null references accounts (id),
  kind text not null check (kind in ('recurring', 'surprise')),
  frequency text not null check (frequency in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly')),
  state text not null check (state in ('active', 'paused', 'cancelled')),
  -- The day on which it goes on by itself; absent when somebody must say so.
  paused_until date,
  paused_because text check (paused_because in ('customer', 'payment', 'not-for-sale')),
  -- Periods are counted from here: the anchor's own number is anchor_period, and a new frequency has a new anchor.
  anchor_day date not null,
  anchor_period integer not null,
  -- The first period that has no occurrence yet.
  next_period integer not null,
  variant_id text not null references variants (id),
  quantity integer not null check (quantity > 0),
  window_id text not null references windows (id),
  -- Recipient, address, card and choices.
  plan jsonb not null,
  -- What she agreed to for one delivery; and what was announced to her, with the instant from which it is charged.
  currency text not null default 'AUD' check (currency in ('AUD')),
  unit_minor bigint not null check (unit_minor >= 0),
  fee_minor bigint not null check (fee_minor >= 0),
  discount_basis_points integer not null check (discount_basis_points between 0 and 10000),
  announced_unit_minor bigint check (announced_unit_minor >= 0),
  announced_fee_minor bigint check (announced_fee_minor >= 0),
  announced_from timestamptz,
  -- Stripe's id of the kept card that pays.
  card_id text not null,
  -- Deliveries in a row that were not paid; two pause it.
  unpaid_in_a_row integer not null default 0,
  -- Counts up with each change, so that of two who change it neither overwrites the other.
  version integer not null default 1,
  -- Counts up when deliveries are something else; an occurrence knows by which plan it was drawn up.
  plan_version integer not null default 1,
  creation_key text not null unique,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'paused') = (paused_because is not null)),
  check ((announced_from is null) = (announced_unit_minor is null) and (announced_from is null) = (announced_fee_minor is null))
);
create index subscriptions_account on subscriptions (account_id, created_at desc);
create index subscriptions_alive on subscriptions (id) where state in ('active', 'paused');

-- The ledger: one row a period, from planned to paid. An order of its own holds its places from the day it is drawn up.
create table occurrences (
  id text primary key check (id like 'occ\_%'),
  subscription_id text not null references subscriptions (id),
  period integer not null,
  state text not null check (state in ('planned', 'charging', 'paid', 'skipped', 'failed', 'cancelled', 'could-not')),
  because text,
  -- The day by the rule of its frequency; for a surprise the first day of its period.
  nominal_day date not null,
  day date,
  window_id text references windows (id),
  -- By her own choice on another day or in another window than the plan's: a change of the plan leaves it there.
  is_moved boolean not null default false,
  last_change_at timestamptz,
  charge_at timestamptz,
  -- The last moment at which money still brings flowers.
  pay_until timestamptz,
  -- When a worker may take it up: to charge, to charge again, or because the worker who had it is silent. Absent: nobody need.
  next_attempt_at timestamptz,
  -- Every attempt has a number: a worker who was too slow does not write over the next one's news.
  attempts integer not null default 0,
  declines integer not null default 0,
  failure text,
  price_minor bigint check (price_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  order_id text unique references orders (id),
  -- The plan's version it was drawn up by; it is drawn up again when that is another.
  plan_version integer not null,
  told_at timestamptz,
  created_at timestamptz not null,
  unique (subscription_id, period),
  check (state not in ('charging', 'paid') or order_id is not null)
);
create index occurrences_due on occurrences (next_attempt_at) where next_attempt_at is not null;
create index occurrences_planned on occurrences (charge_at) where state = 'planned';
create index occurrences_subscription on occurrences (subscription_id, day);

-- One living order an occurrence. Those it had before (another day, another bouquet) were let go.
-- Asked at the end: order and occurrence name each other, and both are written in one transaction.
alter table orders add column occurrence_id text references occurrences (id) deferrable initially deferred;
create unique index orders_occurrence on orders (occurrence_id) where status not in ('CANCELLED', 'REFUNDED');

create table subscription_events (
  id bigint generated always as identity primary key,
  subscription_id text not null references subscriptions (id),
  occurrence_id text references occurrences (id),
  at timestamptz not null,
  kind text not null,
  -- 'customer', 'shop', 'stripe', or a member of staff by id.
  who text not null,
  detail jsonb not null default '{}'
);
create index subscription_events_subscription on subscription_events (subscription_id, id);
