-- How often a shop day the hosted writer of gift notes was asked, all processes together. Nothing that anybody typed is kept.
create table gift_note_days (
  day date primary key,
  asked integer not null check (asked > 0)
);
