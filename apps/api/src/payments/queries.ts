import type { OrderId, PaymentId } from '@flora/contract/ids.ts'
import { type Currency, money, type Money } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, list, rows, type Tx } from '../platform/db.ts'
import type { IntentFacts, Payment, PaymentState } from './payment.ts'

interface PaymentRow {
  intentId: string | null
  state: PaymentState
  amountMinor: number
  currency: Currency
}

export async function findPayment(db: Db, orderId: OrderId): Promise<Payment | undefined> {
  const row = await firstRow<PaymentRow>(
    db,
    sql`select intent_id as "intentId", state, amount_minor as "amountMinor", currency from payments where order_id = ${orderId}`,
  )
  return row && { intentId: row.intentId, state: row.state, amount: money(row.amountMinor, row.currency) }
}

/** The order of an intent that carries no order id of ours (made before, or metadata lost). */
export function findOrderOfIntent(db: Db, intentId: string): Promise<{ orderId: OrderId } | undefined> {
  return firstRow(db, sql`select order_id as "orderId" from payments where intent_id = ${intentId}`)
}

/** Writes down the intent of an order; a payment that news of the intent already made is completed, never overwritten. */
export async function insertPayment(
  tx: Tx,
  {
    id,
    orderId,
    intentId,
    amount,
    at,
  }: { id: PaymentId; orderId: OrderId; intentId: string; amount: Money; at: Temporal.Instant },
): Promise<void> {
  await rows(
    tx,
    sql`insert into payments (id, order_id, intent_id, state, amount_minor, currency, created_at, updated_at)
        values (${id}, ${orderId}, ${intentId}, 'waiting', ${amount.minor}, ${amount.currency}, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz)
        on conflict (order_id) do update set intent_id = coalesce(payments.intent_id, excluded.intent_id)`,
  )
}

export interface PaymentNews {
  /** For a payment that is not written down yet. */
  readonly id: PaymentId
  readonly orderId: OrderId
  readonly facts: IntentFacts
  readonly state: PaymentState
  readonly amount: Money
  readonly at: Temporal.Instant
}

/** Brings a payment to a state; makes it when news of the intent came before we could write it down. */
export async function savePaymentState(tx: Tx, news: PaymentNews): Promise<void> {
  await rows(tx, savedPaymentState(news))
}

function savedPaymentState({ id, orderId, facts, state, amount, at }: PaymentNews): SQL {
  const received = state === 'paid' ? facts.received : 0
  const failure = state === 'failed' ? (facts.failureCode ?? 'declined') : null
  return sql`insert into payments (id, order_id, intent_id, state, amount_minor, currency, received_minor, charge_id, method, failure_code, failed_at, created_at, updated_at)
      values (${id}, ${orderId}, ${facts.intentId}, ${state}, ${amount.minor}, ${amount.currency}, ${received}, ${facts.chargeId ?? null}, ${facts.method ?? null},
        ${failure}, case when ${failure}::text is null then null else ${at.toString()}::timestamptz end, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz)
      on conflict (order_id) do update set intent_id = coalesce(payments.intent_id, excluded.intent_id), state = excluded.state,
        received_minor = excluded.received_minor, charge_id = coalesce(excluded.charge_id, payments.charge_id),
        method = coalesce(excluded.method, payments.method), failure_code = excluded.failure_code, failed_at = excluded.failed_at, updated_at = excluded.updated_at`
}

/** The card of a charge, in words. */
export interface ChargeMethod {
  readonly orderId: OrderId
  readonly chargeId: string
  readonly method: string
}

/**
 * The card as the charge shows it; a detail for the receipt, so nothing is locked for it. Part of the statement that marks the event,
 * so that the payment's row is held for no longer than that.
 */
export function savedMethod({ orderId, chargeId, method }: ChargeMethod): SQL {
  return sql`update payments set method = ${method}, charge_id = ${chargeId} where order_id = ${orderId}`
}

export interface StoredEvent {
  readonly id: string
  readonly type: string
  readonly payload: unknown
  readonly processedAt: string | null
}

interface NewPaymentEvent {
  readonly id: string
  readonly type: string
  readonly created: number
  readonly payload: string
  readonly at: Temporal.Instant
  readonly outcome: string | null
}

/** Stores a verified event, with what follows from the row of `stored`; false when it is here already. */
export async function insertPaymentEvent(tx: Tx, event: NewPaymentEvent, followedBy?: SQL): Promise<boolean> {
  const stored = await rows(
    tx,
    sql`with stored as (insert into payment_events (id, type, created_at, received_at, payload, processed_at, outcome)
        values (${event.id}, ${event.type}, to_timestamp(${event.created}), ${event.at.toString()}::timestamptz, ${event.payload}::jsonb,
          case when ${event.outcome}::text is null then null else ${event.at.toString()}::timestamptz end, ${event.outcome})
        on conflict (id) do nothing returning id)${followedBy ? sql`, following as (${followedBy})` : sql``}
        select id from stored`,
  )
  return stored.length === 1
}

/**
 * Stores a verified event of a charge and notes its card by the same statement, if nobody has the payment's row at this moment. Else the
 * event stays open, with what follows from the row of `left_open`. False when it is here already.
 */
export async function insertChargeEvent(
  tx: Tx,
  event: NewPaymentEvent & { outcome: string },
  { card, followedBy }: { card: ChargeMethod; followedBy: SQL },
): Promise<boolean> {
  const stored = await rows(
    tx,
    sql`with free as materialized (select order_id from payments where order_id = ${card.orderId} for update skip locked),
        stored as (insert into payment_events (id, type, created_at, received_at, payload, processed_at, outcome)
          select ${event.id}, ${event.type}, to_timestamp(${event.created}), ${event.at.toString()}::timestamptz, ${event.payload}::jsonb,
            case when noted then ${event.at.toString()}::timestamptz end, case when noted then ${event.outcome} end
          from (select exists (select from free) as noted) as card
          on conflict (id) do nothing returning id, processed_at),
        saved as (${savedMethod(card)} and exists (select from free) and exists (select from stored)),
        left_open as (select id from stored where processed_at is null),
        following as (${followedBy})
        select id from stored`,
  )
  return stored.length === 1
}

/** Stored events by their ids. */
export async function listPaymentEvents(db: Db, ids: readonly string[]): Promise<Map<string, StoredEvent>> {
  const found = await rows<StoredEvent>(
    db,
    sql`select id, type, payload, processed_at as "processedAt" from payment_events where id = any(${list(ids, 'text')})`,
  )
  return new Map(found.map((event) => [event.id, event]))
}

/** The payment that confirms an order, and the event that told of it, as parts of the statement that confirms. */
export function partsOfPaid(news: PaymentNews, event: { id: string; outcome: string } | undefined): SQL[] {
  const payment = savedPaymentState(news)
  return event ? [payment, markedEvent(event.id, { outcome: event.outcome, at: news.at })] : [payment]
}

interface EventMark {
  readonly outcome: string
  readonly at: Temporal.Instant
}

/** Marks an event, together with what it did if that is one more part of a statement. */
export async function markEventProcessed(
  tx: Tx,
  id: string,
  { did, ...mark }: EventMark & { did?: SQL | undefined },
): Promise<void> {
  await rows(tx, sql`${did ? sql`with did as (${did}) ` : sql``}${markedEvent(id, mark)}`)
}

function markedEvent(id: string, { outcome, at }: EventMark): SQL {
  return sql`update payment_events set processed_at = ${at.toString()}::timestamptz, outcome = ${outcome} where id = ${id} and processed_at is null`
}

export async function saveDispute(
  tx: Tx,
  dispute: {
    id: string
    chargeId: string
    intentId: string | null
    amount: number
    currency: string
    reason: string
    status: string
    created: number
    at: Temporal.Instant
  },
): Promise<OrderId | undefined> {
  const row = await firstRow<{ orderId: OrderId }>(
    tx,
    sql`with saved as (
          insert into disputes (id, payment_id, charge_id, amount_minor, currency, reason, status, opened_at, updated_at)
          values (${dispute.id}, (select id from payments where intent_id = ${dispute.intentId}), ${dispute.chargeId}, ${dispute.amount}, ${dispute.currency.toUpperCase()},
            ${dispute.reason}, ${dispute.status}, to_timestamp(${dispute.created}), ${dispute.at.toString()}::timestamptz)
          on conflict (id) do update set status = excluded.status, payment_id = coalesce(disputes.payment_id, excluded.payment_id), updated_at = excluded.updated_at
          returning payment_id
        )
        select p.order_id as "orderId" from saved join payments p on p.id = saved.payment_id`,
  )
  return row?.orderId
}

export interface OpenPayment {
  readonly orderId: OrderId
  readonly intentId: string
  readonly state: PaymentState
  /** Its order gave its places back: nobody should be able to pay it any more. */
  readonly isOver: boolean
}

/** Payments that have been open longer than a customer takes; for reconciliation, oldest first. */
export function listOpenPayments(db: Db, before: Temporal.Instant, limit: number): Promise<OpenPayment[]> {
  return rows(
    db,
    sql`select p.order_id as "orderId", p.intent_id as "intentId", p.state, o.places = 'released' as "isOver" from payments p join orders o on o.id = p.order_id
        where p.state in ('waiting', 'needs-action', 'processing', 'failed') and p.created_at < ${before.toString()}::timestamptz and p.intent_id is not null
        order by p.created_at limit ${limit}`,
  )
}

export function listOpenEvents(db: Db, before: Temporal.Instant, limit: number): Promise<{ id: string }[]> {
  return rows(
    db,
    sql`select id from payment_events where processed_at is null and received_at < ${before.toString()}::timestamptz order by received_at limit ${limit}`,
  )
}

/**
 * Orders whose money is not what it should be, of which there must be none: confirmed without it, or over since `before` and
 * keeping it. A refund that the customer's bank sent back has been told already, and waits for a person.
 */
export function listMismatchedOrders(
  db: Db,
  { since, before, limit }: { since: Temporal.Instant; before: Temporal.Instant; limit: number },
): Promise<{ orderId: OrderId; isOver: boolean }[]> {
  return rows(
    db,
    sql`select o.id as "orderId", o.places = 'released' as "isOver" from orders o left join payments p on p.order_id = o.id
        where o.placed_at > ${since.toString()}::timestamptz
          and ((o.status in ('CONFIRMED', 'PREPARING', 'OUT_FOR_DELIVERY', 'DELIVERED') and o.to_pay_minor > 0
            and (p.id is null or p.state <> 'paid' or p.received_minor <> o.to_pay_minor))
          or (o.places = 'released' and o.paid_minor > o.refunded_minor and o.cancelled_at < ${before.toString()}::timestamptz
            and not exists (select from refunds r where r.order_id = o.id and r.state = 'failed')))
        limit ${limit}`,
  )
}

export async function listKnownEvents(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const known = await rows<{ id: string }>(db, sql`select id from payment_events where id = any(${list(ids, 'text')})`)
  return new Set(known.map(({ id }) => id))
}

export async function findLastReconciliation(db: Db): Promise<{ startedAt: string } | undefined> {
  return firstRow(db, sql`select started_at as "startedAt" from reconciliations order by id desc limit 1`)
}

export async function insertReconciliation(
  tx: Tx,
  run: { startedAt: Temporal.Instant; finishedAt: Temporal.Instant; asked: number; findings: readonly object[] },
): Promise<void> {
  await rows(
    tx,
    sql`insert into reconciliations (started_at, finished_at, asked, findings)
        values (${run.startedAt.toString()}::timestamptz, ${run.finishedAt.toString()}::timestamptz, ${run.asked}, ${JSON.stringify(run.findings)}::jsonb)`,
  )
}
