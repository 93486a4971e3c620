import type { OrderId, PaymentId } from '@flora/contract/ids.ts'
import { type Currency, money, type Money } from '@flora/money/money.ts'
import { type SQL, sql } from '../platform/sql.ts'
import { type Db, firstRow, list, recordset, rows, type Tx } from '../platform/db.ts'
import { relaxedCommit } from '../platform/relaxed-commit.ts'
import type { IntentFacts, Payment, PaymentState } from './payment.ts'

interface PaymentRow {
  orderId: OrderId
  intentId: string | null
  state: PaymentState
  amountMinor: number
  currency: Currency
}

export async function findPayment(db: Db, orderId: OrderId): Promise<Payment | undefined> {
  return (await listPayments(db, [orderId])).get(orderId)
}

/** The payments of orders, by their orders. */
export async function listPayments(db: Db, orderIds: readonly OrderId[]): Promise<Map<OrderId, Payment>> {
  const found = await rows<PaymentRow>(
    db,
    sql`select order_id as "orderId", intent_id as "intentId", state, amount_minor as "amountMinor", currency from payments
        where order_id = any(${list(orderIds, 'text')})`,
  )
  return new Map(
    found.map(({ orderId, intentId, state, amountMinor, currency }) => [
      orderId,
      { intentId, state, amount: money(amountMinor, currency) },
    ]),
  )
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
        on conflict (order_id) do update set intent_id = coalesce(payments.intent_id, excluded.intent_id)
        returning ${relaxedCommit}`,
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
  await rows(tx, savedPaymentStates([news], news.at))
}

function savedPaymentStates(news: readonly Omit<PaymentNews, 'at'>[], at: Temporal.Instant): SQL {
  const records = news.map(({ id, orderId, facts, state, amount }) => ({
    id,
    orderId,
    intentId: facts.intentId,
    state,
    minor: amount.minor,
    currency: amount.currency,
    received: state === 'paid' ? facts.received : 0,
    chargeId: facts.chargeId,
    method: facts.method,
    failure: state === 'failed' ? (facts.failureCode ?? 'declined') : null,
  }))
  // By their orders, as those are locked: two who bring several come to each in the same order.
  return sql`insert into payments (id, order_id, intent_id, state, amount_minor, currency, received_minor, charge_id, method, failure_code, failed_at, created_at, updated_at)
      select id, "orderId", "intentId", state, minor, currency, received, "chargeId", method, failure,
        case when failure is not null then ${at.toString()}::timestamptz end, ${at.toString()}::timestamptz, ${at.toString()}::timestamptz
      from jsonb_to_recordset(${recordset(records)}) as news (id text, "orderId" text, "intentId" text, state text, minor bigint, currency text,
        received bigint, "chargeId" text, method text, failure text)
      order by "orderId"
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
 * Cards as their charges show them; a detail for the receipt, so nothing is locked for it. Part of the statement that marks the events,
 * so that the payments' rows are held for no longer than that.
 */
export function savedMethods(methods: readonly ChargeMethod[]): SQL {
  const column = (of: (method: ChargeMethod) => string) => list(methods.map(of), 'text')
  const told = [column(({ orderId }) => orderId), column(({ chargeId }) => chargeId), column(({ method }) => method)]
  return sql`update payments p set method = news.method, charge_id = news.charge_id
      from unnest(${sql.join(told, sql`, `)}) as news (order_id, charge_id, method) where p.order_id = news.order_id`
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
}

/** Stores an event that was asked for; false when it is here already. */
export async function insertPaymentEvent(tx: Tx, event: NewPaymentEvent): Promise<boolean> {
  const stored = await rows(
    tx,
    sql`insert into payment_events (id, type, created_at, received_at, payload)
        values (${event.id}, ${event.type}, to_timestamp(${event.created}), ${event.at.toString()}::timestamptz, ${event.payload}::jsonb)
        on conflict (id) do nothing returning id`,
  )
  return stored.length === 1
}

export interface ArrivedEvent extends Omit<NewPaymentEvent, 'at'> {
  /** The card that it tells of, which is noted as it arrives if nobody has the payment's row at this moment. */
  readonly card: ChargeMethod | undefined
  /** What is to be written of it when no work is left: the card was noted, or it says nothing about orders. */
  readonly outcome: string | null
}

/**
 * Stores verified events, notes the cards they tell of, and leaves the others open, with what follows from the rows of `left_open`. Gives the
 * ids of those that were not here already, with whether nothing is left to be done. They go in the order of their ids, so that two who have
 * the same ones take turns.
 */
export async function insertPaymentEvents(
  tx: Tx,
  events: readonly ArrivedEvent[],
  { at, followedBy }: { at: Temporal.Instant; followedBy: SQL },
): Promise<Map<string, boolean>> {
  const column = <T extends string | number | null>(of: (event: ArrivedEvent) => T): T[] => events.map(of)
  const orderIds = column(({ card }) => card?.orderId ?? null)
  const stored = await rows<{ id: string; isDone: boolean }>(
    tx,
    sql`with news as materialized (
          select * from unnest(${list(
            column(({ id }) => id),
            'text',
          )}, ${list(
            column(({ type }) => type),
            'text',
          )}, ${list(
            column(({ created }) => created),
            'bigint',
          )},
            ${list(
              column(({ payload }) => payload),
              'text',
            )}, ${list(
              column(({ outcome }) => outcome),
              'text',
            )}, ${list(orderIds, 'text')},
            ${list(
              column(({ card }) => card?.chargeId ?? null),
              'text',
            )}, ${list(
              column(({ card }) => card?.method ?? null),
              'text',
            )}
          ) as news (id, type, created, payload, outcome, order_id, charge_id, method)
        ), free as materialized (
          select order_id from payments where order_id = any(${list(orderIds, 'text')}) for update skip locked
        ), stored as (
          insert into payment_events (id, type, created_at, received_at, payload, processed_at, outcome)
          select id, type, to_timestamp(created), ${at.toString()}::timestamptz, payload::jsonb, case when is_done then ${at.toString()}::timestamptz end, case when is_done then outcome end
          from (select *, outcome is not null and (order_id is null or order_id in (select order_id from free)) as is_done from news) as judged
          order by id
          on conflict (id) do nothing returning id, processed_at
        ), saved as (
          update payments set method = news.method, charge_id = news.charge_id from news join stored using (id)
          where payments.order_id = news.order_id and payments.order_id = any(${list(orderIds, 'text')}) and stored.processed_at is not null
        ), left_open as (select id from stored where processed_at is null),
        following as (${followedBy})
        select id, processed_at is not null as "isDone" from stored`,
  )
  return new Map(stored.map(({ id, isDone }) => [id, isDone]))
}

/** Stored events by their ids. */
export async function listPaymentEvents(db: Db, ids: readonly string[]): Promise<Map<string, StoredEvent>> {
  const found = await rows<StoredEvent>(
    db,
    sql`select id, type, payload, processed_at as "processedAt" from payment_events where id = any(${list(ids, 'text')})`,
  )
  return new Map(found.map((event) => [event.id, event]))
}

/** News that confirms an order, and the event that told of it. */
export interface PaidNews extends Omit<PaymentNews, 'at'> {
  readonly eventId?: string | undefined
}

/** The payments that confirm orders, and the events that told of them, as parts of the statement that confirms. */
export function partsOfPaid(
  news: readonly PaidNews[],
  { outcome, at }: { outcome: string; at: Temporal.Instant },
): SQL[] {
  const payments = savedPaymentStates(news, at)
  const eventIds = news.flatMap(({ eventId }) => eventId ?? [])
  return eventIds.length > 0 ? [payments, markedEvents(eventIds, { outcome, at })] : [payments]
}

interface EventMark {
  readonly outcome: string
  readonly at: Temporal.Instant
}

export function markEventProcessed(tx: Tx, id: string, mark: EventMark): Promise<void> {
  return markEventsProcessed(tx, [id], mark)
}

/** Marks events, together with what they did if that is one more part of a statement. */
export async function markEventsProcessed(
  tx: Tx,
  ids: readonly string[],
  { did, ...mark }: EventMark & { did?: SQL | undefined },
): Promise<void> {
  await rows(tx, sql`${did ? sql`with did as (${did}) ` : sql``}${markedEvents(ids, mark)}`)
}

function markedEvents(ids: readonly string[], { outcome, at }: EventMark): SQL {
  return sql`update payment_events set processed_at = ${at.toString()}::timestamptz, outcome = ${outcome}
      where id = any(${list(ids, 'text')}) and processed_at is null`
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

/** The customer at Stripe of the account that placed an order. */
export async function findPayer(db: Db, orderId: OrderId): Promise<string | undefined> {
  const row = await firstRow<{ id: string | null }>(
    db,
    sql`select c.stripe_customer_id as id from orders o join customers c on c.account_id = o.account_id where o.id = ${orderId}`,
  )
  return row?.id ?? undefined
}
