-- Reports ask by the instant at which money came or went. Orders are confirmed nearly in the order in which they were written, so a summary
-- of each stretch of the table is enough, and costs an order nothing.
create index orders_confirmed on orders using brin (confirmed_at) with (pages_per_range = 32, autosummarize = on);
create index refunds_created on refunds using brin (created_at) with (pages_per_range = 32);
