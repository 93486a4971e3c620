create table content (
  id text primary key check (id like 'cnt\_%'),
  slug text not null,
  kind text not null check (kind in ('journal', 'care', 'page')),
  status text not null check (status in ('draft', 'published', 'archived')),
  title text not null check (title <> ''),
  summary text not null,
  markdown text not null,
  tint text not null check (tint in ('blush', 'butter', 'sage', 'sky', 'lilac', 'clay')),
  -- { id, alt } of its picture, and the drawing it is made from.
  picture jsonb,
  drawing jsonb,
  product_slugs text[] not null default '{}',
  -- Words for people and, in the same order, for addresses.
  tags text[] not null default '{}',
  tag_slugs text[] not null default '{}',
  -- Whose name stands under the title, and whose account it is: the account may edit the draft.
  author text not null default '',
  author_id text,
  -- Counts up at each change, so that of two editors the second is told.
  version integer not null default 1 check (version > 0),
  -- From when it is seen. To come: scheduled.
  published_at timestamptz,
  -- When it was last noted that it is seen: kept pages were thrown away then. Earlier than published_at: still to be noted.
  appeared_at timestamptz,
  created_at timestamptz not null,
  -- When its words last changed.
  changed_at timestamptz not null,
  check ((status = 'draft') = (published_at is null)),
  check (status <> 'published' or (summary <> '' and markdown <> '')),
  check (cardinality(tags) = cardinality(tag_slugs))
);
create index content_shelf on content (kind, published_at desc) where status = 'published';
create index content_to_appear on content (published_at) where status = 'published' and (appeared_at is null or appeared_at < published_at);

-- Every address a piece has or had. Each leads to the piece and not to another address, so there are neither chains nor loops; and
-- one address leads to one piece, whatever it is called now.
create table content_slugs (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  content_id text not null references content (id) on delete cascade deferrable initially deferred,
  since timestamptz not null,
  unique (slug, content_id)
);
create index content_slugs_content on content_slugs (content_id, since desc);
alter table content add foreign key (slug, id) references content_slugs (slug, content_id) deferrable initially deferred;

-- Who did what to a piece. It outlives the piece.
create table content_events (
  id bigint generated always as identity primary key,
  content_id text not null,
  at timestamptz not null,
  kind text not null check (kind in ('created', 'edited', 'scheduled', 'published', 'appeared', 'withdrawn', 'archived', 'deleted')),
  account_id text,
  -- The name then; the account may be renamed or erased.
  who text not null,
  detail jsonb not null default '{}'
);
create index content_events_content on content_events (content_id, id desc);
