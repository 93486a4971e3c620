-- What can run out. One row a counted variant or stem; `taken` is what placed orders hold or keep.
-- on_hand grows by deliveries and shrinks by hand-overs and waste; taken <= on_hand is the promise.
create table stock_items (
  item_id text primary key check (item_id like 'var\_%' or item_id like 'stm\_%'),
  on_hand integer not null check (on_hand >= 0),
  taken integer not null default 0,
  check (taken between 0 and on_hand)
);
