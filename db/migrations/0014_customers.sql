-- What a customer has told of herself beside her account; made when she first tells something.
create table customers (
  account_id text primary key references accounts (id) on delete cascade,
  phone text not null default '',
  -- Favourite values by facet: {"occasion": ["birthday"]}. A value that leaves the catalogue is ignored.
  preferences jsonb not null default '{}',
  -- Where Stripe keeps her cards. None of them is written down here.
  stripe_customer_id text unique
);

-- Where she sends to. Kept apart from orders, which say where they went.
create table addresses (
  id text primary key check (id like 'adr\_%'),
  account_id text not null references accounts (id) on delete cascade,
  label text not null,
  name text not null,
  phone text not null,
  line1 text not null,
  line2 text not null,
  suburb text not null,
  postcode text not null,
  is_default boolean not null,
  created_at timestamptz not null
);
create index addresses_account on addresses (account_id);
-- Whoever writes addresses holds the lock of their customers row, so that there is one when there are any.
create unique index addresses_default on addresses (account_id) where is_default;
