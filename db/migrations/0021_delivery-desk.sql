-- A closure may be of single windows too: the evening ones of Valentine's.
alter table closures add column window_id text references windows (id);
alter table closures add check (zone_id is null or window_id is null);
drop index closures_once;
create unique index closures_once on closures (day, coalesce(zone_id, ''), coalesce(window_id, ''));

-- What staff said for one day; null is what its window or weekday usually has.
alter table delivery_places add column own_capacity integer check (own_capacity >= 0);
alter table bench_days add column own_minutes integer check (own_minutes >= 0);

-- What a day should have when that is less than what is taken already. Its capacity follows what is taken down as orders leave, and
-- nobody gets in meanwhile: taken <= capacity stays true at every moment.
alter table delivery_places add column wanted integer check (wanted >= 0);
alter table bench_days add column wanted integer check (wanted >= 0);

create function sink_places() returns trigger language plpgsql as $$
begin
  new.capacity := greatest(new.wanted, new.taken);
  return new;
end;
$$;
create trigger places_sink before update on delivery_places for each row
  when (new.wanted is not null and new.capacity <> greatest(new.wanted, new.taken)) execute function sink_places();

create function sink_bench() returns trigger language plpgsql as $$
begin
  new.minutes := greatest(new.wanted, new.taken);
  return new;
end;
$$;
create trigger bench_sinks before update on bench_days for each row
  when (new.wanted is not null and new.minutes <> greatest(new.wanted, new.taken)) execute function sink_bench();

-- Every change of what the shop arranges, under numbers that come in the order of the changes. `subjects` says of what: 'day:2027-02-14',
-- 'zone:zon_…', 'window:win_…', 'surge:sur_…', 'week'. Two that name one subject, from the same version, are one too many.
create table delivery_changes (
  version bigint generated always as identity primary key,
  at timestamptz not null,
  account_id text,
  who text not null,
  subjects text[] not null,
  what text not null
);
create index delivery_changes_subjects on delivery_changes using gin (subjects);

-- A postcode is in one zone, whoever writes.
create function one_zone_a_postcode() returns trigger language plpgsql as $$
begin
  if exists (select from postcodes other where other.postcode = new.postcode and other.zone_id <> new.zone_id) then
    raise exception 'postcode % is in another zone already', new.postcode using errcode = '23505', constraint = 'postcodes_one_zone';
  end if;
  return null;
end;
$$;
create constraint trigger postcodes_one_zone after insert or update on postcodes deferrable initially deferred
  for each row execute function one_zone_a_postcode();
