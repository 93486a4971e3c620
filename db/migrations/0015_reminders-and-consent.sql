-- A day of each year that somebody wants to be reminded of.
create table reminders (
  id text primary key check (id like 'rem\_%'),
  account_id text not null references accounts (id) on delete cascade,
  name text not null,
  month integer not null check (month between 1 and 12),
  date integer not null check (date between 1 and 31),
  days_before integer not null check (days_before between 1 and 60),
  occasion text,
  -- For good, until she says otherwise.
  muted_at timestamptz,
  -- The day that the next letter is about, and when it goes. Moved on a year in the transaction that writes the letter.
  next_day date not null,
  letter_day date not null check (letter_day < next_day),
  created_at timestamptz not null
);
create index reminders_account on reminders (account_id);
create index reminders_due on reminders (letter_day);
create index reminders_passed on reminders (next_day);

-- Every yes and no to the monthly letter, as it was given: the newest of an address says how it is, all together are the proof.
create table newsletter_consents (
  id bigint generated always as identity primary key,
  email text not null,
  at timestamptz not null,
  kind text not null check (kind in ('asked', 'confirmed', 'left')),
  -- 'footer', 'account', 'letter'
  source text not null,
  -- The words she read.
  wording text
);
create index newsletter_consents_email on newsletter_consents (lower(email), id desc);
