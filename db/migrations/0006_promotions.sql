create table promotions (
  id text primary key check (id like 'prm\_%'),
  code text not null unique check (code = upper(code)),
  label text not null,
  kind text not null check (kind in ('percent', 'fixed', 'free-delivery')),
  -- percent: basis points off goods; fixed: cents off goods.
  basis_points integer check (basis_points between 1 and 10000),
  amount_minor bigint check (amount_minor > 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  minimum_goods_minor bigint not null default 0 check (minimum_goods_minor >= 0),
  from_day date,
  until_day date,
  use_limit integer check (use_limit >= 0),
  used integer not null default 0,
  first_order_only boolean not null default false,
  active boolean not null default true,
  check ((kind = 'percent') = (basis_points is not null)),
  check ((kind = 'fixed') = (amount_minor is not null)),
  check (used >= 0 and (use_limit is null or used <= use_limit))
);

create table gift_cards (
  id text primary key check (id like 'gft\_%'),
  -- SHA-256 of the code without dashes, in capitals; the code itself is only on the card.
  code_hash text not null unique,
  ending text not null,
  balance_minor bigint not null check (balance_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  expires_day date,
  active boolean not null default true
);
-- The balance is the sum of its entries; order_id tells which order took or got back.
create table gift_card_entries (
  id bigint generated always as identity primary key,
  gift_card_id text not null references gift_cards (id),
  amount_minor bigint not null check (amount_minor <> 0),
  reason text not null check (reason in ('issued', 'spent', 'returned', 'adjusted')),
  order_id text,
  at timestamptz not null
);
create index gift_card_entries_card on gift_card_entries (gift_card_id);
create index gift_card_entries_order on gift_card_entries (order_id) where order_id is not null;
