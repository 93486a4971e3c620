-- The shop itself: one row. Its clock zone decides what a shop day is; its currency is the currency of every column
-- that ends in _minor (cents).
create extension if not exists pg_trgm;

-- For a transaction whose commit was sent along with its statements: whatever calls this undoes all of them.
create function undo_all() returns boolean language plpgsql as $$
begin
  raise exception 'not all of it could be done' using errcode = 'FL001';
end;
$$;

create table shop (
  id boolean primary key default true check (id),
  name text not null,
  tagline text not null,
  time_zone text not null,
  currency text not null check (currency in ('AUD')),
  gst_basis_points integer not null check (gst_basis_points between 0 and 10000),
  phone text not null,
  email text not null,
  address text not null,
  abn text not null,
  hours jsonb not null,
  -- Bench minutes a weekday, Monday first: what the florists can tie in a day.
  bench_minutes integer[] not null check (array_length(bench_minutes, 1) = 7),
  hold_minutes integer not null default 20 check (hold_minutes between 1 and 1440),
  -- Every change that a shopper could see in a catalogue or delivery page bumps this in its own transaction.
  catalog_version bigint not null default 1
);
