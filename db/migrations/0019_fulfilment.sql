-- Who drives what on a day. A day that somebody arranges has a row, whose lock and number tell two people apart who do so at once.
create table run_days (
  day date primary key,
  version integer not null default 0
);

create table runs (
  id text primary key check (id like 'run\_%'),
  day date not null references run_days (day),
  -- "Run 1"
  number integer not null check (number > 0),
  driver_id text references accounts (id),
  departed_at timestamptz,
  unique (day, number)
);
create index runs_driver on runs (driver_id, day) where driver_id is not null;

-- A delivery's place in a run. It counts while the run is of the delivery's own day: one that is moved to another day has no run.
create table stops (
  delivery_id text primary key references order_deliveries (id),
  run_id text not null references runs (id) on delete cascade,
  position integer not null,
  -- Who had it before: what they said from a dead spot may come late.
  earlier_drivers text[] not null default '{}'
);
create index stops_run on stops (run_id, position);

-- What drivers said, each once. The key is the phone's own, so that a report may come twice, late and in any order.
create table stop_reports (
  key uuid primary key,
  delivery_id text not null references order_deliveries (id),
  outcome text not null check (outcome in ('delivered', 'with-neighbour', 'nobody-home')),
  -- By the phone's clock, and never later than it came.
  at timestamptz not null,
  received_at timestamptz not null check (received_at >= at),
  account_id text not null references accounts (id),
  who text not null,
  place text not null,
  note text not null,
  next_try text check (next_try in ('later-today', 'tomorrow', 'back-to-shop')),
  has_photo boolean not null,
  changed_nothing boolean not null
);
create index stop_reports_delivery on stop_reports (delivery_id, at);

-- Photographs, by the key of their report, which may come after them. The files are private.
create table proofs (
  id text primary key check (id like 'prf\_%'),
  report_key uuid not null unique,
  delivery_id text not null references order_deliveries (id),
  file text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  account_id text not null references accounts (id),
  at timestamptz not null
);
create index proofs_delivery on proofs (delivery_id);

-- What was printed, by whom, and of which deliveries.
create table day_prints (
  id text primary key check (id like 'prt\_%'),
  -- One press of the button, one print.
  key uuid not null unique,
  day date not null,
  part text not null check (part in ('bouquets', 'work-sheets', 'cards', 'labels', 'run-sheets', 'buying-list', 'whole')),
  cards text not null check (cards in ('two-up', 'single')),
  at timestamptz not null,
  account_id text not null references accounts (id),
  who text not null,
  is_reprint boolean not null,
  frozen integer not null check (frozen >= 0)
);
create index day_prints_day on day_prints (day, at desc);

-- What the paper said of each delivery, as a hash a field: a change is seen, and nobody's words are kept twice.
create table day_print_deliveries (
  print_id text not null references day_prints (id) on delete cascade,
  delivery_id text not null references order_deliveries (id),
  fields jsonb not null,
  primary key (print_id, delivery_id)
);
