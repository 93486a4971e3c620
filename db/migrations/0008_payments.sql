-- One payment an order; one payment intent a payment.
create table payments (
  id text primary key check (id like 'pay\_%'),
  order_id text not null unique references orders (id),
  intent_id text unique,
  state text not null check (state in ('waiting', 'needs-action', 'processing', 'failed', 'paid', 'cancelled')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency in ('AUD')),
  received_minor bigint not null default 0 check (received_minor >= 0),
  charge_id text,
  -- "Visa ending 4242"
  method text,
  -- The bank's no, by Stripe's code.
  failure_code text,
  failed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index payments_open on payments (created_at) where state in ('waiting', 'needs-action', 'processing', 'failed');

create table refunds (
  id text primary key check (id like 'rfd\_%'),
  order_id text not null references orders (id),
  payment_id text not null references payments (id),
  stripe_id text unique,
  state text not null check (state in ('wanted', 'pending', 'succeeded', 'failed')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency in ('AUD')),
  reason text not null check (reason in ('cancelled', 'hold-expired', 'double-payment', 'wrong-amount', 'goodwill')),
  who text not null,
  failure text,
  created_at timestamptz not null,
  settled_at timestamptz
);
create index refunds_order on refunds (order_id);
create index refunds_open on refunds (created_at) where state in ('wanted', 'pending');

-- Every verified event as it came, by Stripe's id: a second arrival changes nothing.
create table payment_events (
  id text primary key,
  type text not null,
  created_at timestamptz not null,
  received_at timestamptz not null,
  payload jsonb not null,
  processed_at timestamptz,
  -- What it did: 'confirmed', 'ignored-unknown-intent', 'ignored-stale', …
  outcome text
);
create index payment_events_open on payment_events (received_at) where processed_at is null;

create table disputes (
  id text primary key,
  payment_id text references payments (id),
  charge_id text not null,
  amount_minor bigint not null,
  currency text not null,
  reason text not null,
  status text not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);

-- What each reconciliation run asked and found.
create table reconciliations (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  asked integer not null,
  findings jsonb not null
);
