-- Mail to be sent. The row is written by the transaction that decided it; `once` keeps one decision one mail.
create table emails (
  id text primary key check (id like 'eml\_%'),
  once text not null unique,
  kind text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  body text not null,
  order_id text,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index emails_unsent on emails (created_at) where sent_at is null;
create index emails_order on emails (order_id) where order_id is not null;
