create table zones (
  id text primary key check (id like 'zon\_%'),
  name text not null,
  -- Shown under the fee in the cart: "Footscray is zone West".
  position integer not null default 0,
  pick_up boolean not null default false
);

create table postcodes (
  postcode text not null check (postcode ~ '^\d{4}$'),
  suburb text not null,
  zone_id text not null references zones (id),
  primary key (postcode, suburb)
);
create index postcodes_suburb on postcodes (lower(suburb) text_pattern_ops);

-- A window is offered by one zone on some weekdays. Its cut-off is a wall-clock time some days before.
create table windows (
  id text primary key check (id like 'win\_%'),
  zone_id text not null references zones (id),
  method text not null check (method in ('standard', 'express', 'pick-up')),
  name text not null,
  starts time not null,
  ends time not null check (ends > starts),
  -- ISO weekdays, Monday = 1.
  weekdays smallint[] not null check (weekdays <@ array[1,2,3,4,5,6,7]::smallint[]),
  fee_minor bigint not null check (fee_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD')),
  capacity integer not null check (capacity >= 0),
  cut_off time not null,
  cut_off_days_before integer not null default 0 check (cut_off_days_before between 0 and 30),
  active boolean not null default true
);
create index windows_zone on windows (zone_id);

-- A closed day; for one zone, or for all (null).
create table closures (
  day date not null,
  zone_id text references zones (id),
  reason text not null
);
create unique index closures_once on closures (day, coalesce(zone_id, ''));

create table surges (
  id text primary key,
  name text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  fee_minor bigint not null check (fee_minor >= 0),
  currency text not null default 'AUD' check (currency in ('AUD'))
);

-- Places of a window on a day. The row is made from the window's capacity when the day comes into sight; staff may then
-- change that day's capacity. taken <= capacity is the promise.
create table delivery_places (
  day date not null,
  window_id text not null references windows (id),
  capacity integer not null check (capacity >= 0),
  taken integer not null default 0,
  primary key (day, window_id),
  check (taken between 0 and capacity)
);

-- Minutes the florists can tie on a day, all zones and pick-up together.
create table bench_days (
  day date primary key,
  minutes integer not null check (minutes >= 0),
  taken integer not null default 0,
  check (taken between 0 and minutes)
);

-- The state of all that prices a cart and that staff decide: sizes and their prices, recipes, pictures, zones, postcodes, windows,
-- closures, surges, the shop's rules. Whoever changes one of them gives it a new name in the same transaction, so that a process
-- may keep what it read under a name and needs to ask no more than whether that is still the name. It is never given twice, whatever
-- is undone or restored. Counters (stock, places, bench minutes) are not part of it.
alter table shop add column facts_version uuid not null default gen_random_uuid();

create function name_new_facts() returns trigger language plpgsql as $$
begin
  update shop set facts_version = gen_random_uuid();
  return null;
end;
$$;
create trigger products_are_facts after insert or update or delete or truncate on products for each statement execute function name_new_facts();
create trigger variants_are_facts after insert or update or delete or truncate on variants for each statement execute function name_new_facts();
create trigger recipe_stems_are_facts after insert or update or delete or truncate on recipe_stems for each statement execute function name_new_facts();
create trigger pictures_are_facts after insert or update or delete or truncate on pictures for each statement execute function name_new_facts();
create trigger zones_are_facts after insert or update or delete or truncate on zones for each statement execute function name_new_facts();
create trigger postcodes_are_facts after insert or update or delete or truncate on postcodes for each statement execute function name_new_facts();
create trigger windows_are_facts after insert or update or delete or truncate on windows for each statement execute function name_new_facts();
create trigger closures_are_facts after insert or update or delete or truncate on closures for each statement execute function name_new_facts();
create trigger surges_are_facts after insert or update or delete or truncate on surges for each statement execute function name_new_facts();
create trigger shop_rules_are_facts after update of time_zone, currency, gst_basis_points, hold_minutes on shop
  for each statement execute function name_new_facts();
