import type { ShopDay } from '@flora/calendar/shop-day.ts'
import type { AccountId, SubscriptionId } from '@flora/contract/ids.ts'
import type { Currency } from '@flora/money/money.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

/** A customer as a line; instants as PostgreSQL writes them. */
export interface CustomerRow {
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly since: string
  readonly orders: number
  readonly spentMinor: number
  readonly currency: Currency
  readonly lastOrderAt: string | null
}

const columns = sql`a.id as "accountId", a.name, a.email, coalesce(c.phone, '') as phone, a.created_at as since, o.orders, o.spent as "spentMinor",
  o.last as "lastOrderAt", (select currency from shop) as currency`

// Summed for the customers of one page only, by the index of an account's orders.
const withOrders = sql`left join customers c on c.account_id = a.id
  cross join lateral (select count(*)::int as orders, coalesce(sum(total_minor - refunded_minor), 0)::bigint as spent, max(placed_at) as last
    from orders where account_id = a.id and confirmed_at is not null and status not in ('CANCELLED', 'REFUNDED')) o`

/** A page of customers, newest first; `words` are looked for in name, e-mail and telephone. */
export function listCustomers(
  db: Db,
  { words, after, limit }: { words: readonly string[]; after: AccountId | undefined; limit: number },
): Promise<CustomerRow[]> {
  const has = words.map((word) => {
    const part = `%${word.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const digits = word.replaceAll(/\D/g, '')
    const byPhone: SQL =
      digits.length >= 4
        ? sql` or a.id in (select account_id from customers where replace(phone, ' ', '') like ${`%${digits}%`})`
        : sql``
    return sql`(lower(a.name || ' ' || a.email) like ${part}${byPhone})`
  })
  const from = after ? [sql`(a.created_at, a.id) < (select created_at, id from accounts where id = ${after})`] : []
  // Who works here is a customer as soon as she has bought something.
  const isCustomer = sql`a.erased_at is null and (a.role is null or exists (select 1 from orders where account_id = a.id))`
  return rows(
    db,
    sql`select ${columns} from (
          select * from accounts a where ${sql.join([isCustomer, ...has, ...from], sql` and `)}
          order by a.created_at desc, a.id desc limit ${limit}
        ) a ${withOrders} order by a.created_at desc, a.id desc`,
  )
}

export function findCustomer(db: Db, accountId: AccountId): Promise<CustomerRow | undefined> {
  return firstRow(
    db,
    sql`select ${columns} from accounts a ${withOrders} where a.id = ${accountId} and a.erased_at is null`,
  )
}

export interface CustomerMore {
  readonly likes: readonly string[]
  readonly subscriptions: readonly {
    id: SubscriptionId
    product: string
    frequency: string
    state: 'active' | 'paused' | 'cancelled'
    nextDay: ShopDay | null
  }[]
  readonly wantsLetter: boolean
  readonly note: string
}

/** What is kept of one customer beside her orders and addresses. */
export async function findMore(
  db: Db,
  { accountId, email, now }: { accountId: AccountId; email: string; now: Temporal.Instant },
): Promise<CustomerMore> {
  const row = await firstRow<CustomerMore>(
    db,
    sql`select
          (select coalesce(json_agg(v.label order by v.facet, v.position), '[]') from customers c
             cross join lateral jsonb_each(c.preferences) p cross join lateral jsonb_array_elements_text(p.value) chosen
             join facet_values v on v.facet = p.key and v.value = chosen where c.account_id = ${accountId}) as likes,
          (select coalesce(json_agg(json_build_object('id', s.id, 'product', p.name, 'frequency', s.frequency, 'state', s.state,
               'nextDay', (select min(o.day)::text from occurrences o where o.subscription_id = s.id and o.state in ('planned', 'charging', 'paid')
                 and s.kind = 'recurring' and o.day >= (${now.toString()}::timestamptz at time zone (select time_zone from shop))::date)) order by s.created_at desc), '[]')
             from (select * from subscriptions where account_id = ${accountId} order by created_at desc limit 50) s
             join variants x on x.id = s.variant_id join products p on p.id = x.product_id) as subscriptions,
          coalesce((select kind = 'confirmed' from newsletter_consents where lower(email) = lower(${email}) and kind <> 'asked' order by id desc limit 1), false) as "wantsLetter",
          coalesce((select note from customers where account_id = ${accountId}), '') as note`,
  )
  return row!
}

/** Keeps what staff want to remember of somebody. Says whether there is such a customer. */
export async function saveNote(tx: Tx, accountId: AccountId, note: string): Promise<boolean> {
  const found = await rows(
    tx,
    sql`insert into customers (account_id, note) select id, ${note} from accounts where id = ${accountId} and erased_at is null
        on conflict (account_id) do update set note = excluded.note returning account_id`,
  )
  return found.length > 0
}
