-- What the shop pays for one stem, where somebody has said so: what a size leaves is counted from it.
alter table stems
  add column cost_minor bigint check (cost_minor >= 0),
  add column currency text not null default 'AUD' check (currency in ('AUD'));
