-- What staff want to remember about a customer.
alter table customers add column note text not null default '' check (length(note) <= 1000);

-- The Studio finds customers by any part of name or address.
create index accounts_words on accounts using gin (lower(name || ' ' || email) gin_trgm_ops) where erased_at is null;
create index accounts_since on accounts (created_at desc, id desc) where erased_at is null;
