-- Counts up with each change of the shop's settings, so that of two who change them neither overwrites the other.
alter table shop add column settings_version integer not null default 1;

-- The shop's own words around a letter's facts.
create table letter_wordings (
  letter text primary key,
  opening text not null check (length(opening) <= 600),
  closing text not null check (length(closing) <= 600)
);
