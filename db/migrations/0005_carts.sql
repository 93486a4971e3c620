-- A cart is one document: it promises nothing, so nothing refers into it, and everything it says is priced again by the
-- server whenever it is read. `version` refuses the loser of two writers.
create table carts (
  id text primary key check (id like 'crt\_%'),
  -- SHA-256 of the cookie's token: a stolen database opens no carts.
  token_hash text not null unique,
  account_id text unique,
  document jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null
) with (fillfactor = 70);
-- For the nightly sweep alone. A tree over it would be written anew, and the cart’s other trees with it, at each change of a cart;
-- a page’s first and last instant need not be, and room in the page lets the new version lie beside the old.
create index carts_updated on carts using brin (updated_at) with (pages_per_range = 16);
