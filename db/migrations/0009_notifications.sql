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
  -- What it says stopped being true before it could be sent.
  not_needed_at timestamptz,
  -- For a letter with a link that opens an account: when that is over. Its words are forgotten once it is sent.
  good_until timestamptz,
  attempts integer not null default 0,
  -- While a worker talks to the mail server the mail is its own, for at most a minute.
  claimed_until timestamptz,
  last_error text
);
create index emails_unsent on emails (created_at) where sent_at is null and not_needed_at is null;
create index emails_order on emails (order_id) where order_id is not null;
create index emails_account_words on emails (good_until) where good_until is not null and body <> '';
create index emails_recipient on emails (lower(recipient), created_at);
