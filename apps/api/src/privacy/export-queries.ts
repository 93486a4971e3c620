import type { AccountId } from '@flora/contract/ids.ts'
import { type Db, rows } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

export interface ExportTable {
  readonly name: string
  readonly about: string
  readonly columns: readonly string[]
  readonly from: (who: { accountId: AccountId; email: string }) => SQL
}

// Nobody has so many; a limit all the same, so that one request cannot hold the database for ever.
const mostRows = sql`limit 20000`
const ordersOf = (accountId: AccountId) => sql`(select id from orders where account_id = ${accountId})`

// A gift may have been paid by an order of hers from before she had an account.
const ofHers = (accountId: AccountId) => sql`(s.account_id = ${accountId} or s.begun_by in ${ordersOf(accountId)})`

/** Every table of the shop that says something of a person, and how hers is read. A test holds the list against the database. */
export const exportTables: readonly ExportTable[] = [
  {
    name: 'account',
    about: 'Your account.',
    columns: ['id', 'email', 'name', 'role', 'phone', 'preferences', 'noted_by_the_shop', 'created_at'],
    from: ({ accountId }) =>
      sql`select a.id, a.email, a.name, a.role, c.phone, c.preferences::text as preferences, c.note as noted_by_the_shop, a.created_at
          from accounts a left join customers c on c.account_id = a.id where a.id = ${accountId}`,
  },
  {
    name: 'addresses',
    about: 'The addresses you keep.',
    columns: ['label', 'name', 'phone', 'line1', 'line2', 'suburb', 'postcode', 'is_default', 'created_at'],
    from: ({ accountId }) =>
      sql`select label, name, phone, line1, line2, suburb, postcode, is_default, created_at from addresses where account_id = ${accountId} order by created_at ${mostRows}`,
  },
  {
    name: 'orders',
    about: 'Your orders. Sums are in cents.',
    columns: [
      'number',
      'status',
      'buyer_name',
      'buyer_email',
      'buyer_phone',
      'total_minor',
      'gst_minor',
      'paid_minor',
      'refunded_minor',
      'placed_at',
      'begins',
    ],
    from: ({ accountId }) =>
      sql`select number, status, buyer_name, buyer_email, buyer_phone, total_minor, gst_minor, paid_minor, refunded_minor, placed_at,
            begins::text as begins
          from orders where account_id = ${accountId} order by placed_at ${mostRows}`,
  },
  {
    name: 'deliveries',
    about: 'Where your orders went, and what the cards said.',
    columns: [
      'order_number',
      'day',
      'status',
      'recipient_name',
      'recipient_phone',
      'line1',
      'line2',
      'suburb',
      'postcode',
      'instructions',
      'card_message',
      'anonymous',
    ],
    from: ({ accountId }) =>
      sql`select o.number as order_number, d.day::text as day, d.status, d.recipient_name, d.recipient_phone, d.line1, d.line2, d.suburb, d.postcode,
            d.instructions, d.card_message, d.anonymous
          from order_deliveries d join orders o on o.id = d.order_id where o.account_id = ${accountId} order by o.placed_at, d.position ${mostRows}`,
  },
  {
    name: 'lines',
    about: 'What was in your orders.',
    columns: ['order_number', 'name', 'variant_name', 'quantity', 'unit_price_minor', 'total_minor'],
    from: ({ accountId }) =>
      sql`select o.number as order_number, l.name, l.variant_name, l.quantity, l.unit_price_minor, l.total_minor
          from order_lines l join orders o on o.id = l.order_id where o.account_id = ${accountId} order by o.placed_at, l.position ${mostRows}`,
  },
  {
    name: 'order-history',
    about: 'What happened to your orders, and when.',
    columns: ['order_number', 'at', 'kind', 'who', 'detail'],
    from: ({ accountId }) =>
      sql`select o.number as order_number, e.at, e.kind, case when e.who like 'acc%' then 'shop' else e.who end as who, e.detail::text as detail
          from order_events e join orders o on o.id = e.order_id where o.account_id = ${accountId} order by e.id ${mostRows}`,
  },
  {
    name: 'payments',
    about: 'Your payments. Card numbers are with the payment service only.',
    columns: ['order_number', 'state', 'amount_minor', 'received_minor', 'method', 'created_at'],
    from: ({ accountId }) =>
      sql`select o.number as order_number, p.state, p.amount_minor, p.received_minor, p.method, p.created_at
          from payments p join orders o on o.id = p.order_id where o.account_id = ${accountId} order by p.created_at ${mostRows}`,
  },
  {
    name: 'refunds',
    about: 'Money that went back to you.',
    columns: ['order_number', 'state', 'amount_minor', 'reason', 'created_at', 'settled_at'],
    from: ({ accountId }) =>
      sql`select o.number as order_number, r.state, r.amount_minor, r.reason, r.created_at, r.settled_at
          from refunds r join orders o on o.id = r.order_id where o.account_id = ${accountId} order by r.created_at ${mostRows}`,
  },
  {
    name: 'cart',
    about: 'What is in your cart, as it is kept.',
    columns: ['updated_at', 'document'],
    from: ({ accountId }) =>
      sql`select updated_at, document::text as document from carts where account_id = ${accountId}`,
  },
  {
    name: 'reminders',
    about: 'The days you are reminded of.',
    columns: ['name', 'month', 'date', 'days_before', 'occasion', 'muted_at', 'next_day'],
    from: ({ accountId }) =>
      sql`select name, month, date, days_before, occasion, muted_at, next_day::text as next_day from reminders where account_id = ${accountId} order by next_day ${mostRows}`,
  },
  {
    name: 'subscriptions',
    about: 'Your subscriptions. Sums are in cents.',
    columns: [
      'id',
      'kind',
      'frequency',
      'state',
      'anchor_day',
      'variant_id',
      'quantity',
      'window_id',
      'plan',
      'unit_minor',
      'fee_minor',
      'discount_basis_points',
      'trial_basis_points',
      'gift_deliveries',
      'created_at',
      'ended_at',
    ],
    from: ({ accountId }) =>
      sql`select id, kind, frequency, state, anchor_day::text as anchor_day, variant_id, quantity, window_id, plan::text as plan, unit_minor, fee_minor,
            discount_basis_points, trial_basis_points, gift_deliveries, created_at, ended_at from subscriptions s where ${ofHers(accountId)} order by created_at ${mostRows}`,
  },
  {
    name: 'subscription-deliveries',
    about: 'The deliveries of your subscriptions, and what became of each.',
    columns: ['subscription_id', 'period', 'state', 'because', 'day', 'price_minor'],
    from: ({ accountId }) =>
      sql`select o.subscription_id, o.period, o.state, o.because, o.day::text as day, o.price_minor
          from occurrences o join subscriptions s on s.id = o.subscription_id where ${ofHers(accountId)} order by s.created_at, o.period ${mostRows}`,
  },
  {
    name: 'subscription-history',
    about: 'What was done to your subscriptions, by whom and when.',
    columns: ['subscription_id', 'at', 'kind', 'who', 'detail'],
    from: ({ accountId }) =>
      sql`select e.subscription_id, e.at, e.kind, e.who, e.detail::text as detail
          from subscription_events e join subscriptions s on s.id = e.subscription_id where ${ofHers(accountId)} order by e.id ${mostRows}`,
  },
  {
    name: 'newsletter',
    about: 'What you said about the monthly letter.',
    columns: ['at', 'kind', 'source', 'wording'],
    from: ({ email }) =>
      sql`select at, kind, source, wording from newsletter_consents where lower(email) = lower(${email}) order by id ${mostRows}`,
  },
  {
    name: 'devices',
    about: 'Devices that were signed in lately.',
    columns: ['device', 'created_at', 'last_seen_at', 'ended_at', 'ended_because'],
    from: ({ accountId }) =>
      sql`select device, created_at, last_seen_at, ended_at, ended_because from sessions where account_id = ${accountId} order by created_at ${mostRows}`,
  },
  {
    name: 'providers',
    about: 'Providers you can sign in by.',
    columns: ['issuer', 'subject', 'created_at'],
    from: ({ accountId }) =>
      sql`select issuer, subject, created_at from identities where account_id = ${accountId} order by created_at ${mostRows}`,
  },
  {
    name: 'sign-ins',
    about: 'When somebody signed in as you, or tried.',
    columns: ['at', 'action', 'outcome', 'detail'],
    from: ({ accountId }) =>
      sql`select at, action, outcome, detail::text as detail from audit_log where account_id = ${accountId} order by id ${mostRows}`,
  },
  {
    name: 'letters',
    about: 'Letters we wrote to you.',
    columns: ['kind', 'subject', 'created_at', 'sent_at'],
    from: ({ accountId, email }) =>
      sql`select kind, subject, created_at, sent_at from emails
          where lower(recipient) = lower(${email}) or order_id in ${ordersOf(accountId)} order by created_at ${mostRows}`,
  },
]

export function listExportRows(
  db: Db,
  table: ExportTable,
  who: { accountId: AccountId; email: string },
): Promise<Row[]> {
  return rows(db, table.from(who))
}
