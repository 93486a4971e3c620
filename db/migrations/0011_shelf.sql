-- What every shelf, search and filter asks of a product, kept beside it, so that a page of them reads one table: the number of
-- each of its facet values, its lowest price and how many sizes it has. Triggers keep them, whoever writes.
alter table facet_values add column number smallint not null generated always as identity unique;

alter table products
  add column facet_numbers smallint[] not null default '{}',
  -- Null while it has no variant that is sold.
  add column from_minor bigint,
  add column sizes smallint not null default 0;
create index products_facet_numbers on products using gin (facet_numbers);
create index products_price on products (from_minor, position, id) where status = 'live';

-- What is on the shelf already.
update products p set from_minor = v.lowest, sizes = v.sizes
from (select product_id, min(price_minor) as lowest, count(*) as sizes from variants where active group by product_id) v where p.id = v.product_id;
update products p set facet_numbers = f.numbers
from (
  select pf.product_id, array_agg(fv.number order by fv.number) as numbers
  from product_facets pf join facet_values fv on fv.facet = pf.facet and fv.value = pf.value group by pf.product_id
) f where p.id = f.product_id;

create function refresh_product_prices() returns trigger language plpgsql as $$
begin
  update products p
  set from_minor = v.lowest, sizes = coalesce(v.sizes, 0)
  from (select distinct product_id from changed) c
  left join lateral (
    select min(price_minor) as lowest, count(*)::smallint as sizes from variants where product_id = c.product_id and active
  ) v on true
  where p.id = c.product_id;
  return null;
end;
$$;
create trigger variants_added after insert on variants referencing new table as changed
  for each statement execute function refresh_product_prices();
create trigger variants_changed after update on variants referencing new table as changed
  for each statement execute function refresh_product_prices();
create trigger variants_gone after delete on variants referencing old table as changed
  for each statement execute function refresh_product_prices();

create function refresh_product_facets() returns trigger language plpgsql as $$
begin
  update products p
  set facet_numbers = coalesce(f.numbers, '{}')
  from (select distinct product_id from changed) c
  left join lateral (
    select array_agg(fv.number order by fv.number) as numbers
    from product_facets pf join facet_values fv on fv.facet = pf.facet and fv.value = pf.value
    where pf.product_id = c.product_id
  ) f on true
  where p.id = c.product_id;
  return null;
end;
$$;
create trigger product_facets_added after insert on product_facets referencing new table as changed
  for each statement execute function refresh_product_facets();
create trigger product_facets_changed after update on product_facets referencing new table as changed
  for each statement execute function refresh_product_facets();
create trigger product_facets_gone after delete on product_facets referencing old table as changed
  for each statement execute function refresh_product_facets();
