-- Counts up with each change, so that of two who edit a product neither overwrites the other.
alter table products add column version integer not null default 1;
alter table products add column changed_at timestamptz;
alter table collections add column version integer not null default 1;

-- Addresses that a product or a collection once had, which lead to it still.
create table product_slugs (
  slug text primary key,
  product_id text not null references products (id) on delete cascade,
  since timestamptz not null
);
create index product_slugs_product on product_slugs (product_id);
create table collection_slugs (
  slug text primary key,
  collection_id text not null references collections (id) on delete cascade,
  since timestamptz not null
);

-- Who changed what: `version` is the product's after it.
create table product_changes (
  product_id text not null references products (id) on delete cascade,
  version integer not null,
  at timestamptz not null,
  account_id text,
  who text not null,
  what text not null,
  primary key (product_id, version)
);

-- Every price somebody set: what it is, from which shop day, and whether it is the price already.
create table price_changes (
  id text primary key check (id like 'prc\_%'),
  variant_id text not null references variants (id) on delete cascade,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  from_day date not null,
  account_id text,
  who text not null,
  at timestamptz not null,
  applied_at timestamptz,
  cancelled_at timestamptz,
  check (applied_at is null or cancelled_at is null)
);
create index price_changes_variant on price_changes (variant_id, at desc);
-- One planned price a size and day.
create unique index price_changes_planned on price_changes (variant_id, from_day) where applied_at is null and cancelled_at is null;
create index price_changes_due on price_changes (from_day) where applied_at is null and cancelled_at is null;

-- A photo that staff sent, as the store keeps it: upright, as WebP, with nothing of its camera. `hash` is of those bytes and names the file.
create table photos (
  id text primary key check (id like 'pht\_%'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  file text not null,
  file_name text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  account_id text,
  at timestamptz not null
);

-- A picture cropped from a photo: its id says from which and about what, so that another focus has another address.
alter table pictures
  add column photo_id text references photos (id),
  add column focus_x smallint check (focus_x between 0 and 100),
  add column focus_y smallint check (focus_y between 0 and 100),
  add check ((photo_id is null) = (focus_x is null) and (photo_id is null) = (focus_y is null));
