import { metricRules, type ShopMetrics } from '../metrics.ts'
import type { Config } from '../platform/config.ts'
import type { JobWatch } from '../platform/jobs.ts'
import type { Mail } from '../platform/mail.ts'
import type { AroundCall } from '../platform/stripe.ts'
import { inSpan, type Span, type SpanAbout, type Tracing } from '../platform/tracing.ts'

export interface Doors {
  /** Answers HTTP. */
  readonly serves: boolean
  /** Does jobs. */
  readonly works: boolean
}

/** Who looks at what this process does: measurements, traces, both or nobody. */
export interface Observation {
  readonly metrics?: ShopMetrics | undefined
  readonly tracing?: Tracing | undefined
  readonly jobs?: JobWatch | undefined
  readonly aroundStripe?: AroundCall | undefined
  readonly aroundMail: (mail: Mail) => Mail
}

/** Nobody looks, and nothing is paid for it. */
export const unobserved: Observation = { aroundMail: (mail) => mail }

/** Opens what the configuration names. Its libraries are loaded only then. */
export async function observe(config: Config, doors: Doors): Promise<Observation> {
  const door = doors.serves && doors.works ? 'all' : doors.serves ? 'serve' : 'work'
  const metrics = config.metrics
    ? await (await import('../platform/metrics.ts')).openMetrics(metricRules, { door })
    : undefined
  const tracing = config.tracing
    ? (await import('../platform/tracing-otlp.ts')).openTracing(config.tracing, {
        service: `flora-${door}`,
        release: config.release,
      })
    : undefined
  return metrics || tracing ? observation(metrics, tracing) : unobserved
}

function observation(metrics: ShopMetrics | undefined, tracing: Tracing | undefined): Observation {
  const traced = <T>(name: string, about: SpanAbout, work: (span: Span | undefined) => Promise<T>): Promise<T> =>
    tracing ? inSpan(tracing, name, about, work) : work(undefined)
  return {
    metrics,
    tracing,
    jobs: {
      origin: () => tracing?.here(),
      around: ({ name, origin }, work) =>
        traced(`job ${name}`, { kind: 'consumer', from: origin, attributes: { 'flora.job': name } }, () =>
          timed(work, (seconds, failed) => {
            metrics?.count('flora_jobs_total', { job_name: name, outcome: failed ? 'failed' : 'done' })
            metrics?.observe('flora_job_duration_seconds', { job_name: name }, seconds)
          }),
        ),
    },
    aroundStripe: ({ method, route }, ask) =>
      traced(`stripe ${method} ${route}`, { kind: 'client', attributes: { 'server.address': 'stripe' } }, (span) =>
        timed(
          async () => {
            const answer = await ask()
            span?.note({ 'http.response.status_code': answer.getStatusCode() })
            return answer
          },
          (seconds, _, answer) => {
            metrics?.count('flora_stripe_calls_total', { outcome: outcomeOf(answer?.getStatusCode()) })
            metrics?.observe('flora_stripe_call_duration_seconds', {}, seconds)
          },
        ),
      ),
    aroundMail: (mail) => ({
      ...mail,
      send: (letter) =>
        traced('mail', { kind: 'client' }, () =>
          timed(
            () => mail.send(letter),
            (_, failed) => metrics?.count('flora_letters_total', { outcome: failed ? 'failed' : 'sent' }),
          ),
        ),
    }),
  }
}

// Hears of the end of work, whichever it was.
async function timed<T>(
  work: () => Promise<T>,
  ended: (seconds: number, failed: boolean, result?: T) => void,
): Promise<T> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1_000
  try {
    const result = await work()
    ended(seconds(), false, result)
    return result
  } catch (error) {
    ended(seconds(), true)
    throw error
  }
}

function outcomeOf(status: number | undefined): 'answered' | 'refused' | 'failed' {
  if (status === undefined || status >= 500 || status === 429) return 'failed'
  return status >= 400 ? 'refused' : 'answered'
}
