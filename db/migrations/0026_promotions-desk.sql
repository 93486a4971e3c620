-- Counts up with each change by staff, so that neither of two overwrites the other. Uses are counted beside it.
alter table promotions add column version integer not null default 1;
create index orders_promotion on orders (promotion_id, placed_at desc) where promotion_id is not null;

-- Who did it, why, and the key under which a form was sent: sent twice it is one entry.
alter table gift_card_entries add column who text;
alter table gift_card_entries add column note text;
alter table gift_card_entries add column key uuid unique;
alter table gift_card_entries drop constraint gift_card_entries_reason_check;
alter table gift_card_entries add constraint gift_card_entries_reason_check
  check (reason in ('issued', 'spent', 'returned', 'adjusted', 'voided'));
