import { setTimeout as after } from 'node:timers/promises'
import type { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What a measurement is called, what it counts and by what it is told apart. Labels must be of a bounded number of words. */
export interface MetricRule {
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels?: readonly string[]
  /** Upper bounds of a histogram, in its unit, ascending. */
  readonly buckets?: readonly number[]
}

type LabelsOf<Rule extends MetricRule> = Rule extends { readonly labels: readonly (infer Name extends string)[] }
  ? Readonly<Record<Name, string>>
  : Readonly<Record<string, never>>

/** The measurements of one process, by the names of `Rules`. */
export interface Metrics<Rules extends Readonly<Record<string, MetricRule>>> {
  /** One more of something, or `by` more. */
  readonly count: <Name extends keyof Rules & string>(name: Name, labels: LabelsOf<Rules[Name]>, by?: number) => void
  /** How much there is of something now. */
  readonly set: <Name extends keyof Rules & string>(name: Name, labels: LabelsOf<Rules[Name]>, value: number) => void
  /** Forgets all values of a measurement, before they are set anew. */
  readonly clear: <Name extends keyof Rules & string>(name: Name) => void
  readonly observe: <Name extends keyof Rules & string>(
    name: Name,
    labels: LabelsOf<Rules[Name]>,
    value: number,
  ) => void
  /** Values that are kept elsewhere, in a form that is quicker to write, and are read when somebody asks. */
  readonly readFrom: <Name extends keyof Rules & string>(name: Name, read: () => readonly Sample[]) => void
  /** What is looked up each time somebody asks. One that fails does not stand in the way of the rest. */
  readonly beforeEach: (look: () => Promise<void> | void) => void
  /** All of it, as Prometheus reads it. */
  readonly told: () => Promise<{ text: string; contentType: string }>
}

// Whoever collects gives up after ten seconds, and would then learn nothing at all.
const lookWithinMs = 5_000

export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
  /** What of a histogram: its buckets, its sum, how many. */
  readonly part?: 'bucket' | 'sum' | 'count'
}

/** Opens the measurements of this process; `always` are labels that each of them has. The library is loaded only now. */
export async function openMetrics<Rules extends Readonly<Record<string, MetricRule>>>(
  rules: Rules,
  always: Readonly<Record<string, string>>,
): Promise<Metrics<Rules>> {
  const { default: prometheus } = await import('prom-client')
  const registry: Registry = new prometheus.Registry()
  registry.setDefaultLabels(always)
  const made = new Map<string, Counter | Gauge | Histogram>()
  const make = (name: string): Counter | Gauge | Histogram => {
    const { kind, help, labels = [], buckets = [] } = rules[name]!
    const said = { name, help, labelNames: [...labels], registers: [registry] }
    if (kind === 'counter') return new prometheus.Counter(said)
    return kind === 'gauge' ? new prometheus.Gauge(said) : new prometheus.Histogram({ ...said, buckets: [...buckets] })
  }
  const find = (name: string): Counter | Gauge | Histogram => {
    let metric = made.get(name)
    if (!metric) made.set(name, (metric = make(name)))
    return metric
  }
  const looks: (() => Promise<void> | void)[] = []
  return {
    count: (name, labels, by = 1) => (find(name) as Counter).inc(labels, by),
    set: (name, labels, value) => (find(name) as Gauge).set(labels, value),
    // One without labels would be 0 after a reset, which says something.
    clear: (name) => (rules[name]!.labels ? find(name).reset() : (find(name) as Gauge).remove()),
    observe: (name, labels, value) => (find(name) as Histogram).observe(labels, value),
    readFrom: (name, read) => registry.registerMetric(lentMetric(name, rules[name]!, read)),
    beforeEach: (look) => void looks.push(look),
    told: async () => {
      const all = Promise.allSettled(looks.map(async (look) => look()))
      await Promise.race([all, after(lookWithinMs, undefined, { ref: false })])
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}

// The registry asks a metric for its values and nothing else; its type knows only the library's own classes.
function lentMetric(name: string, { kind, help }: MetricRule, read: () => readonly Sample[]): Counter {
  const lent = {
    name,
    help,
    get: async () => ({
      name,
      help,
      type: kind,
      aggregator: 'sum',
      values: read().map(({ labels, value, part }) => ({
        labels,
        value,
        metricName: part === undefined ? name : `${name}_${part}`,
      })),
    }),
  }
  return lent as unknown as Counter
}
