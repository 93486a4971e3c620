create table products (
  id text primary key check (id like 'prd\_%'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  latin_name text not null default '',
  kind text not null check (kind in ('bouquet', 'arrangement', 'plant', 'dried', 'add-on')),
  tint text not null check (tint in ('blush', 'butter', 'sage', 'sky', 'lilac', 'clay')),
  status text not null check (status in ('draft', 'live', 'archived')),
  summary text not null,
  -- Paragraphs, and (heading, text) pairs: read whole, never searched by part.
  description jsonb not null default '[]',
  care jsonb not null default '[]',
  facts jsonb not null default '[]',
  visible_from date,
  visible_until date,
  -- Months (1 to 12) in which it can be delivered; null is all year.
  season_months smallint[] check (season_months <@ array[1,2,3,4,5,6,7,8,9,10,11,12]::smallint[]),
  -- Days the shop needs beyond the window's own cut-off.
  lead_days integer not null default 0 check (lead_days between 0 and 60),
  -- What is counted when it is sold: its own pieces, its stems, or nothing (made to order).
  stock_by text not null check (stock_by in ('variant', 'stems', 'nothing')),
  -- How the illustrator draws it: presentation, paper, ribbon, vase, pot, background.
  drawing jsonb not null default '{}',
  position integer not null default 0,
  created_at timestamptz not null,
  -- Words of its facets, stems and collections, kept by whoever writes the product.
  search_words text not null default '',
  search tsvector not null generated always as (
    setweight(to_tsvector('english', name || ' ' || latin_name), 'A') ||
    setweight(to_tsvector('english', search_words), 'B') ||
    setweight(to_tsvector('english', summary), 'C')
  ) stored,
  search_letters text not null generated always as (lower(name || ' ' || latin_name || ' ' || search_words)) stored
);
create index products_search on products using gin (search);
create index products_search_letters on products using gin (search_letters gin_trgm_ops);
create index products_shelf on products (position, id) where status = 'live';

create table variants (
  id text primary key check (id like 'var\_%'),
  product_id text not null references products (id) on delete cascade,
  sku text not null unique,
  name text not null,
  measure text not null default '',
  position integer not null default 0,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  bench_minutes integer not null default 0 check (bench_minutes >= 0),
  height_cm integer check (height_cm > 0),
  width_cm integer check (width_cm > 0),
  active boolean not null default true
);
create index variants_product on variants (product_id, position);

create table stems (
  id text primary key check (id like 'stm\_%'),
  name text not null,
  -- The illustrator's species and colour.
  species text not null,
  colour text
);

create table recipe_stems (
  variant_id text not null references variants (id) on delete cascade,
  stem_id text not null references stems (id),
  position integer not null,
  quantity integer not null check (quantity > 0),
  primary key (variant_id, stem_id)
);
create index recipe_stems_stem on recipe_stems (stem_id);

create table facet_values (
  facet text not null check (facet in ('occasion', 'season', 'mood', 'colour', 'type')),
  value text not null check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  label text not null,
  position integer not null default 0,
  primary key (facet, value)
);
create table product_facets (
  product_id text not null references products (id) on delete cascade,
  facet text not null,
  value text not null,
  primary key (product_id, facet, value),
  foreign key (facet, value) references facet_values (facet, value)
);
create index product_facets_value on product_facets (facet, value, product_id);

create table collections (
  id text primary key check (id like 'col\_%'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  description text not null default '',
  position integer not null default 0
);
create table collection_products (
  collection_id text not null references collections (id) on delete cascade,
  product_id text not null references products (id) on delete cascade,
  position integer not null default 0,
  primary key (collection_id, product_id)
);
create index collection_products_product on collection_products (product_id);

-- Add-ons offered beside a product, in order.
create table add_on_offers (
  product_id text not null references products (id) on delete cascade,
  add_on_id text not null references products (id) on delete cascade,
  position integer not null default 0,
  primary key (product_id, add_on_id)
);

-- A product's pictures, first one on the tile. `id` is the hash of what is drawn or uploaded, and names the files.
create table pictures (
  product_id text not null references products (id) on delete cascade,
  position integer not null,
  id text not null check (id ~ '^[0-9a-z-]{8,64}$'),
  alt text not null,
  -- For drawn pictures: everything the illustrator needs.
  drawing jsonb,
  primary key (product_id, position)
);
create index pictures_id on pictures (id);
