import type { AccountId } from '@flora/contract/ids.ts'
import type { ShopDay } from '@flora/calendar/shop-day.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import { type SQL, sql } from '../platform/sql.ts'

/** A tax invoice of this much or more must name the buyer (A New Tax System Act 1999, section 29-70): A$1,000. */
const namedFromMinor = 100_000

export interface UnderWay {
  /** The last day on which something of hers is to be delivered; absent when only money is still moving. */
  readonly until: ShopDay | null
  readonly orders: number
  /** Refunds, and payments that are not over. */
  readonly refunds: number
  readonly invoices: number
}

/** What is still to be done for an account, and how many invoices its orders have. */
export async function findUnderWay(db: Db, accountId: AccountId): Promise<UnderWay> {
  const row = await firstRow<UnderWay>(
    db,
    sql`select
          count(*) filter (where o.status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED'))::int
            -- A gift is paid to its end, also where no day of it is drawn up yet.
            + (select count(*)::int from subscriptions s where s.gift_deliveries is not null and s.state <> 'cancelled'
               and (s.account_id = ${accountId} or s.begun_by in (select id from orders where account_id = ${accountId}))) as orders,
          count(*) filter (where o.paid_minor > 0)::int as invoices,
          (select count(*)::int from refunds r join orders p on p.id = r.order_id
           where p.account_id = ${accountId} and r.state in ('wanted', 'pending'))
          -- Money that may still arrive for an order whose hold is over would bring it back.
          + (select count(*)::int from payments y join orders p on p.id = y.order_id
             where p.account_id = ${accountId} and y.state in ('waiting', 'needs-action', 'processing', 'failed')) as refunds,
          (select max(d.day)::text from order_deliveries d join orders p on p.id = d.order_id
           where p.account_id = ${accountId} and p.status in ('PENDING', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY', 'NOT_DELIVERED')) as until
        from orders o where o.account_id = ${accountId}`,
  )
  return row!
}

/** Locks an account and says what Stripe calls it; two who erase at once take turns, and an order placed meanwhile waits. */
export async function lockForErasure(
  tx: Tx,
  accountId: AccountId,
): Promise<{ email: string; role: string | null; stripeCustomerId: string | null } | undefined> {
  const locked = await rows(tx, sql`select 1 from accounts where id = ${accountId} and erased_at is null for update`)
  if (locked.length === 0) return undefined
  return firstRow(
    tx,
    sql`select a.email, a.role, c.stripe_customer_id as "stripeCustomerId"
        from accounts a left join customers c on c.account_id = a.id where a.id = ${accountId}`,
  )
}

/**
 * Everything the shop knows of somebody, gone, but for what tax law asks of a paid order: number, days, lines, sums and GST, and
 * the buyer's name where the invoice must show it.
 */
export async function deletePerson(
  tx: Tx,
  { accountId, email, at }: { accountId: AccountId; email: string; at: Temporal.Instant },
): Promise<void> {
  const hers = sql`(select id from orders where account_id = ${accountId})`
  const herDeliveries = sql`(select id from order_deliveries where order_id in ${hers})`
  // The address she has, and those she had.
  const addresses = sql`(select lower(${email}) union select email from former_emails where account_id = ${accountId})`
  const statements: SQL[] = [
    // Letters say what orders said, and go first: they are found by them.
    sql`update emails set recipient = '', subject = '', html = '', body = '', last_error = null, once = id,
          not_needed_at = case when sent_at is null then coalesce(not_needed_at, ${at.toString()}::timestamptz) end
        where lower(recipient) in ${addresses} or order_id in ${hers}`,
    sql`update payment_events set payload = '{}'
        where received_at >= (select min(placed_at) from orders where account_id = ${accountId}) and processed_at is not null
          and (payload #>> '{data,object,id}' in (select intent_id from payments where order_id in ${hers})
            or payload #>> '{data,object,payment_intent}' in (select intent_id from payments where order_id in ${hers}))`,
    // Cards kept and let go are Stripe's news of her as well, though no order's.
    sql`update payment_events set payload = '{}' where payload #>> '{data,object,customer}' = (select stripe_customer_id from customers where account_id = ${accountId})
          or payload #>> '{data,object,id}' = (select stripe_customer_id from customers where account_id = ${accountId})
          or payload #>> '{data,object,metadata,account}' = ${accountId}`,
    sql`update payments set method = null where order_id in ${hers}`,
    sql`update order_events set detail = '{}' where order_id in ${hers}`,
    sql`delete from order_notes where order_id in ${hers}`,
    sql`update stop_reports set place = '', note = '' where delivery_id in ${herDeliveries}`,
    sql`delete from proofs where delivery_id in ${herDeliveries}`,
    sql`update refunds set note = '' where order_id in ${hers}`,
    sql`update order_notes set who = 'erased' where account_id = ${accountId}`,
    sql`update draft_orders set who = 'erased' where account_id = ${accountId}`,
    sql`update order_deliveries set recipient_name = '', recipient_phone = '', line1 = '', line2 = '', suburb = '', instructions = '', card_message = ''
        where order_id in ${hers}`,
    sql`update orders set buyer_name = case when total_minor >= ${namedFromMinor} and paid_minor > 0 then buyer_name else '' end,
          buyer_email = '', buyer_phone = '', cart_id = null, begins = null,
          -- Money that comes after all must go back: nobody is left to send flowers to.
          cancelled_because = case cancelled_because when 'hold-expired' then 'customer' else cancelled_because end
        where account_id = ${accountId}`,
    sql`delete from carts where account_id = ${accountId} or (account_id is null and lower(document #>> '{buyer,email}') in ${addresses})`,
    sql`delete from sessions where account_id = ${accountId}`,
    sql`delete from identities where account_id = ${accountId}`,
    sql`delete from two_factors where account_id = ${accountId}`,
    sql`delete from recovery_codes where account_id = ${accountId}`,
    sql`delete from account_tokens where account_id = ${accountId} or lower(email) in ${addresses}`,
    sql`delete from addresses where account_id = ${accountId}`,
    sql`delete from customers where account_id = ${accountId}`,
    sql`delete from reminders where account_id = ${accountId}`,
    // What she subscribed to ends, and its history says no more than that there was one.
    sql`update subscriptions set state = 'cancelled', paused_until = null, paused_because = null, plan = '{}', card_id = '',
          ended_at = coalesce(ended_at, ${at.toString()}::timestamptz) where account_id = ${accountId} or begun_by in ${hers}`,
    sql`update subscription_events set detail = '{}' where subscription_id in (select id from subscriptions where account_id = ${accountId} or begun_by in ${hers})`,
    sql`delete from newsletter_consents where lower(email) in ${addresses}`,
    sql`delete from former_emails where account_id = ${accountId}`,
    sql`update audit_log set who = 'erased', subject = '', detail = '{}' where account_id = ${accountId}`,
    sql`update accounts set email = '', name = '', password_hash = null, generation = generation + 1, erased_at = ${at.toString()}::timestamptz
        where id = ${accountId}`,
  ]
  for (const statement of statements) await rows(tx, statement)
}

/** The files of photographs that drivers took of her deliveries. */
export async function listPhotosOf(db: Db, accountId: AccountId): Promise<string[]> {
  const found = await rows<{ file: string }>(
    db,
    sql`select distinct f.file from proofs f join order_deliveries d on d.id = f.delivery_id join orders o on o.id = d.order_id
        where o.account_id = ${accountId} limit 10000`,
  )
  return found.map(({ file }) => file)
}

/** Of these files, those that no delivery shows any more: files are named by what is in them, and two may be one. */
export async function listForgotten(db: Db, files: readonly string[]): Promise<string[]> {
  const found = await rows<{ file: string }>(
    db,
    sql`select file from unnest(${list(files, 'text')}) file where not exists (select 1 from proofs where proofs.file = file.file)`,
  )
  return found.map(({ file }) => file)
}
