-- Off the flowers of the first delivery of somebody's first subscription; 0 is no trial, all of it a free one.
alter table shop add column trial_discount_basis_points integer not null default 0
  check (trial_discount_basis_points between 0 and 10000);
-- What a subscriber gets off prices carts too.
create trigger subscription_rules_are_facts after update of subscriber_discount_basis_points, trial_discount_basis_points on shop
  for each statement execute function name_new_facts();

-- The subscriptions that begin when the order is paid, as they were agreed to; once they have begun, only which and whether they are gifts.
alter table orders add column begins jsonb;

-- Further deliveries of a gift are a line of the order that pays for them.
alter table order_lines drop constraint order_lines_purchase_check;
alter table order_lines add constraint order_lines_purchase_check check (purchase in ('once', 'recurring', 'surprise', 'prepaid'));

alter table subscriptions
  -- A gift's buyer need have no account: the link of the order that paid for it is what rules it.
  alter column account_id drop not null,
  -- What her first delivery is off, when that is more than every delivery is.
  add column trial_basis_points integer not null default 0 check (trial_basis_points between 0 and 10000),
  -- The order with which it began, and which paid its first delivery, or all of a gift's.
  add column begun_by text references orders (id),
  add column gift_deliveries integer check (gift_deliveries between 2 and 26),
  add check (account_id is not null or gift_deliveries is not null),
  add check (gift_deliveries is null or begun_by is not null);
create index subscriptions_begun_by on subscriptions (begun_by) where begun_by is not null;

-- One order may bring the first deliveries of several subscriptions.
alter table occurrences drop constraint occurrences_order_id_key;
create unique index occurrences_order on occurrences (order_id, subscription_id) where order_id is not null;
