import type { MetricRule, Metrics } from './platform/metrics.ts'

// From a read that is ready (a fraction of a millisecond) over placing (99 of 100 within 100 ms) to what somebody gives up on.
const answers = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
// Jobs talk to Stripe and to mail servers, and some look at the whole shop.
const work = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 60]

/**
 * Every measurement Flora takes, on one page. Labels are words of ours, so their number is bounded: a route is its pattern, a job its name.
 * What happens in a process is counted there, since it started. What is true of the shop is read from the database when somebody asks, by
 * processes that do jobs; all of them say the same, so ask for the highest and never for the sum.
 */
export const metricRules = {
  // Requests. A label is never called job: Prometheus keeps that word for itself.
  flora_http_requests_total: {
    kind: 'counter',
    help: 'Requests answered, by route and class of status.',
    labels: ['method', 'route', 'status'],
  },
  flora_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'How long an answer took.',
    labels: ['method', 'route'],
    buckets: answers,
  },
  flora_refusals_total: {
    kind: 'counter',
    help: 'Expected noes, by their code: what is sold out, full, too late, malformed, asked too often.',
    labels: ['code'],
  },
  flora_limits_counted_total: {
    kind: 'counter',
    help: 'Requests counted against a limit that processes share, by where: in the shared cache, or by this process while that is away.',
    labels: ['where'],
  },
  flora_shared_cache_up: { kind: 'gauge', help: '1 while the shared cache answers, 0 while it is away.' },

  // Jobs.
  flora_jobs_total: {
    kind: 'counter',
    help: 'Jobs done or failed; one that failed comes again.',
    labels: ['job_name', 'outcome'],
  },
  flora_job_duration_seconds: { kind: 'histogram', help: 'How long a job took.', labels: ['job_name'], buckets: work },
  flora_jobs_waiting: { kind: 'gauge', help: 'Jobs that could be done now and are not.', labels: ['job_name'] },
  flora_jobs_oldest_waiting_seconds: {
    kind: 'gauge',
    help: 'How long the oldest of them waits.',
    labels: ['job_name'],
  },
  flora_jobs_given_up: {
    kind: 'gauge',
    help: 'Jobs of the last day whose tries are used up; not those that come round by the clock.',
    labels: ['job_name'],
  },

  // The world outside.
  flora_stripe_calls_total: {
    kind: 'counter',
    help: 'Calls to Stripe: answered, refused (4xx), or failed (5xx, or no answer).',
    labels: ['outcome'],
  },
  flora_stripe_call_duration_seconds: { kind: 'histogram', help: 'How long Stripe took.', buckets: work },
  flora_payment_events_total: {
    kind: 'counter',
    help: 'Payment events this process has worked on, by what came of them: confirmed, method-noted, waiting, failed, cancelled, in-vain (money that bought nothing), refund, refund-failed, dispute, ignored, other.',
    labels: ['outcome'],
  },
  flora_letters_total: {
    kind: 'counter',
    help: 'Letters the mail server took (sent) or did not take (failed); one that failed is tried again.',
    labels: ['outcome'],
  },

  // The process and its connections.
  flora_database_connections: {
    kind: 'gauge',
    help: 'Connections of this process that are busy or idle, and questions that wait for one.',
    labels: ['state'],
  },
  flora_database_connections_most: { kind: 'gauge', help: 'Connections this process may hold (DATABASE_POOL).' },
  flora_event_loop_lag_seconds: {
    kind: 'gauge',
    help: 'How late the event loop was since it was last asked: in the middle, for one turn in a hundred, at most.',
    labels: ['point'],
  },
  flora_process_resident_bytes: { kind: 'gauge', help: 'Memory of this process, as the system counts it.' },
  flora_process_heap_bytes: { kind: 'gauge', help: 'Memory in use by JavaScript.' },
  flora_process_cpu_seconds_total: { kind: 'counter', help: 'Processor time this process has used.' },
  flora_process_up_seconds: { kind: 'gauge', help: 'How long this process has been up.' },
  flora_release: { kind: 'gauge', help: 'Always 1: the release that runs.', labels: ['release'] },

  // The shop, as the database knows it.
  flora_figures_up: { kind: 'gauge', help: '1 when the figures below could be read from the database.' },
  flora_orders_last_hour: {
    kind: 'gauge',
    help: 'Orders placed in the last hour, by what became of them so far: pending, confirmed, expired, cancelled, refunded.',
    labels: ['outcome'],
  },
  flora_order_events_last_hour: {
    kind: 'gauge',
    help: 'What happened to orders placed in the last hour, as their histories say: placed, confirmed, payment-failed, refunded and so on.',
    labels: ['kind'],
  },
  flora_payments_last_hour: {
    kind: 'gauge',
    help: 'Payments of orders placed in the last hour, by state.',
    labels: ['state'],
  },
  flora_holds_overdue: {
    kind: 'gauge',
    help: 'Orders whose hold ended five minutes ago and that still hold their places.',
  },
  flora_payment_events_open: { kind: 'gauge', help: 'Verified payment events that nobody has worked on yet.' },
  flora_payment_events_oldest_seconds: { kind: 'gauge', help: 'How long the oldest of them waits.' },
  flora_refunds_open: { kind: 'gauge', help: 'Refunds promised and not yet settled by Stripe.' },
  flora_refunds_oldest_seconds: { kind: 'gauge', help: 'How long the oldest of them waits.' },
  flora_refunds_last_day: { kind: 'gauge', help: 'Refunds begun in the last day, by state.', labels: ['state'] },
  flora_disputes_open: { kind: 'gauge', help: 'Payments a customer disputes at her bank.' },
  flora_reconciliation_age_seconds: { kind: 'gauge', help: 'How long ago the last reconciliation ended.' },
  flora_reconciliation_findings: {
    kind: 'gauge',
    help: 'What the last reconciliation found: mended, unmended, or money that disagrees with its order.',
    labels: ['kind'],
  },
  flora_letters_unsent: { kind: 'gauge', help: 'Letters that are written and not sent.' },
  flora_letters_oldest_unsent_seconds: { kind: 'gauge', help: 'How long the oldest of them waits.' },
  flora_charges_overdue: {
    kind: 'gauge',
    help: 'Deliveries of subscriptions whose charge was due half an hour ago and was not tried.',
  },
} as const satisfies Readonly<Record<string, MetricRule>>

export type ShopMetrics = Metrics<typeof metricRules>
