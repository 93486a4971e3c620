import { jobRules } from '../jobs.ts'
import { findShopFigures, type ShopFigures } from '../metrics-queries.ts'
import type { ShopMetrics } from '../metrics.ts'
import type { SharedCache } from '../platform/cache.ts'
import type { Database } from '../platform/db.ts'
import type { QueueRules } from '../platform/jobs.ts'
import { eventOutcomes } from '../payments/index.ts'
import { listWaiting } from '../platform/jobs-waiting.ts'
import { watchProcess } from '../platform/metrics-process.ts'
import type { Shop } from '../shop.ts'

export interface Measured {
  readonly shop: Pick<Shop, 'db' | 'clock' | 'log'>
  readonly database: Pick<Database, 'connections'>
  readonly cache?: SharedCache | undefined
  readonly release: string
  /** Whether this process does jobs; one that does tells of the shop as well as of itself. */
  readonly works: boolean
}

/** What is looked up when somebody asks for measurements. */
export function tellFigures(metrics: ShopMetrics, { shop, database, cache, release, works }: Measured): void {
  metrics.set('flora_release', { release }, 1)
  tellZeros(metrics, works)
  tellProcess(metrics)
  metrics.beforeEach(() => {
    const now = database.connections?.()
    if (now) {
      for (const state of ['busy', 'idle', 'waiting'] as const)
        metrics.set('flora_database_connections', { state }, now[state])
      metrics.set('flora_database_connections_most', {}, now.most)
    }
    if (cache) metrics.set('flora_shared_cache_up', {}, cache.isThere() ? 1 : 0)
  })
  if (works) metrics.beforeEach(() => tellShop(metrics, shop))
}

// A counter that appears as one has not risen, so what an alert looks for is told from the beginning.
function tellZeros(metrics: ShopMetrics, works: boolean): void {
  for (const outcome of ['answered', 'refused', 'failed']) metrics.count('flora_stripe_calls_total', { outcome }, 0)
  // Both doors: some events are done as they arrive.
  for (const outcome of eventOutcomes) metrics.count('flora_payment_events_total', { outcome }, 0)
  if (!works) return
  for (const outcome of ['sent', 'failed']) metrics.count('flora_letters_total', { outcome }, 0)
  for (const job of Object.keys(jobRules))
    for (const outcome of ['done', 'failed']) metrics.count('flora_jobs_total', { job_name: job, outcome }, 0)
}

function tellProcess(metrics: ShopMetrics): void {
  const { read } = watchProcess()
  let told = 0
  metrics.beforeEach(() => {
    const { residentBytes, heapBytes, cpuSeconds, upSeconds, lag } = read()
    metrics.set('flora_process_resident_bytes', {}, residentBytes)
    metrics.set('flora_process_heap_bytes', {}, heapBytes)
    metrics.count('flora_process_cpu_seconds_total', {}, cpuSeconds - told)
    told = cpuSeconds
    metrics.set('flora_process_up_seconds', {}, upSeconds)
    for (const point of ['p50', 'p99', 'most'] as const)
      metrics.set('flora_event_loop_lag_seconds', { point }, lag[point])
  })
}

// What cannot be read is not told as it was before: a figure that stands still looks like a shop that stands still.
async function tellShop(metrics: ShopMetrics, { db, clock }: Measured['shop']): Promise<void> {
  for (const name of ofTheShop) metrics.clear(name)
  metrics.set('flora_figures_up', {}, 0)
  const [figures, waiting] = await Promise.all([findShopFigures(db, clock.now()), listWaiting(db)])
  for (const { job, waiting: many, oldestSeconds, givenUp } of waiting) {
    metrics.set('flora_jobs_waiting', { job_name: job }, many)
    metrics.set('flora_jobs_oldest_waiting_seconds', { job_name: job }, oldestSeconds)
    // What comes round by the clock makes up for it with its next turn.
    if (!comesRound(job)) metrics.set('flora_jobs_given_up', { job_name: job }, givenUp)
  }
  tellByWord(metrics, figures)
  metrics.set('flora_holds_overdue', {}, figures.holdsOverdue)
  metrics.set('flora_payment_events_open', {}, figures.openEvents)
  metrics.set('flora_payment_events_oldest_seconds', {}, figures.oldestEvent)
  metrics.set('flora_refunds_open', {}, figures.openRefunds)
  metrics.set('flora_refunds_oldest_seconds', {}, figures.oldestRefund)
  metrics.set('flora_disputes_open', {}, figures.disputes)
  if (figures.reconciliationAge !== null) metrics.set('flora_reconciliation_age_seconds', {}, figures.reconciliationAge)
  metrics.set('flora_letters_unsent', {}, figures.unsent)
  metrics.set('flora_letters_oldest_unsent_seconds', {}, figures.oldestUnsent)
  metrics.set('flora_charges_overdue', {}, figures.chargesOverdue)
  metrics.set('flora_figures_up', {}, 1)
}

function comesRound(job: string): boolean {
  return (jobRules as Readonly<Record<string, QueueRules>>)[job]?.every !== undefined
}

function tellByWord(
  metrics: ShopMetrics,
  {
    orders,
    orderEvents,
    payments,
    refunds,
    findings,
  }: Pick<ShopFigures, 'orders' | 'orderEvents' | 'payments' | 'refunds' | 'findings'>,
): void {
  for (const [outcome, many] of withZeros(orders, ['pending', 'confirmed', 'expired', 'cancelled', 'refunded']))
    metrics.set('flora_orders_last_hour', { outcome }, many)
  for (const [kind, many] of Object.entries(orderEvents)) metrics.set('flora_order_events_last_hour', { kind }, many)
  for (const [state, many] of withZeros(payments, [
    'waiting',
    'needs-action',
    'processing',
    'failed',
    'paid',
    'cancelled',
  ]))
    metrics.set('flora_payments_last_hour', { state }, many)
  for (const [state, many] of withZeros(refunds, ['wanted', 'pending', 'succeeded', 'failed']))
    metrics.set('flora_refunds_last_day', { state }, many)
  for (const [kind, many] of Object.entries(findings)) metrics.set('flora_reconciliation_findings', { kind }, many)
}

// What there is none of is 0 and not absent: an alert that compares with it would else say nothing.
function withZeros(counted: Readonly<Record<string, number>>, words: readonly string[]): [string, number][] {
  return Object.entries({ ...Object.fromEntries(words.map((word) => [word, 0])), ...counted })
}

const ofTheShop = [
  'flora_jobs_waiting',
  'flora_jobs_oldest_waiting_seconds',
  'flora_jobs_given_up',
  'flora_orders_last_hour',
  'flora_order_events_last_hour',
  'flora_payments_last_hour',
  'flora_holds_overdue',
  'flora_payment_events_open',
  'flora_payment_events_oldest_seconds',
  'flora_refunds_open',
  'flora_refunds_oldest_seconds',
  'flora_refunds_last_day',
  'flora_disputes_open',
  'flora_reconciliation_age_seconds',
  'flora_reconciliation_findings',
  'flora_letters_unsent',
  'flora_letters_oldest_unsent_seconds',
  'flora_charges_overdue',
] as const
