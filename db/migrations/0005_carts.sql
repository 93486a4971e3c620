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
);
create index carts_updated on carts (updated_at);
