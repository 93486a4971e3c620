import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Sample } from './metrics.ts'

export interface MeasuredRequests {
  /** Requests by route and class of status. */
  readonly counts: () => Sample[]
  /** How long they took, by route. */
  readonly durations: () => Sample[]
}

interface Route {
  readonly method: string
  readonly route: string
  /** By the first figure of the status. */
  readonly statuses: Float64Array
  /** How many took at most so long, each for itself; the last is for all above. */
  readonly within: Float64Array
  seconds: number
}

/**
 * Counts and times the requests of every route that is hung up after this call. By the route's pattern, never by the address, so that there are
 * as many series as routes. A hot read takes some twenty microseconds, so each route has its own figures in arrays and finds them without
 * looking: the measurement's library would take a twentieth of such an answer.
 */
export function measureRequests(app: FastifyInstance, boundsSeconds: readonly number[]): MeasuredRequests {
  const routes: Route[] = []
  const boundsMs = Float64Array.from(boundsSeconds, (bound) => bound * 1_000)
  app.addHook('onRoute', (options) => {
    // A HEAD beside each GET would double the series and say nothing.
    const methods = [options.method].flat().filter((method) => method !== 'HEAD')
    if (methods.length === 0) return
    const own: Route = {
      method: methods.join(','),
      route: options.url,
      statuses: new Float64Array(6),
      within: new Float64Array(boundsMs.length + 1),
      seconds: 0,
    }
    routes.push(own)
    options.onResponse = [[options.onResponse ?? []].flat(), noting(own, boundsMs)].flat()
  })
  const seen = () => routes.filter(({ statuses }) => statuses.some((count) => count > 0))
  return {
    counts: () => seen().flatMap(countsOf),
    durations: () => seen().flatMap((route) => durationsOf(route, boundsSeconds)),
  }
}

// What stays open on purpose, such as a live page, says nothing of how quick the shop is.
const notAnAnswerMs = 60_000

function noting(own: Route, boundsMs: Float64Array) {
  const { statuses, within } = own
  return (_: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const ms = reply.elapsedTime
    const status = Math.trunc(reply.statusCode / 100)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (ms < notAnAnswerMs) {
      let at = 0
      while (at < boundsMs.length && ms > boundsMs[at]!) at += 1
      within[at]! += 1
      own.seconds += ms / 1_000
    }
    done()
  }
}

function countsOf({ method, route, statuses }: Route): Sample[] {
  const all = Array.from(statuses, (value, figure) => ({ labels: { method, route, status: `${figure}xx` }, value }))
  // Faults are told while there are none: what appears as one has not risen, and an alert would not see the first.
  return all.filter(({ value }, figure) => value > 0 || figure === 5)
}

function durationsOf({ method, route, within, seconds }: Route, bounds: readonly number[]): Sample[] {
  let sum = 0
  const buckets = Array.from(within, (count, at): Sample => {
    sum += count
    return { labels: { method, route, le: bounds[at]?.toString() ?? '+Inf' }, value: sum, part: 'bucket' }
  })
  const labels = { method, route }
  return [...buckets, { labels, value: seconds, part: 'sum' }, { labels, value: sum, part: 'count' }]
}
