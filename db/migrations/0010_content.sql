create table content (
  id text primary key check (id like 'cnt\_%'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('journal', 'care', 'page')),
  status text not null check (status in ('draft', 'published', 'archived')),
  title text not null,
  summary text not null,
  markdown text not null,
  tint text not null check (tint in ('blush', 'butter', 'sage', 'sky', 'lilac', 'clay')),
  -- { id, alt } of its picture, and the drawing it is made from.
  picture jsonb,
  drawing jsonb,
  product_slugs text[] not null default '{}',
  published_day date,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index content_shelf on content (kind, published_day desc) where status = 'published';
