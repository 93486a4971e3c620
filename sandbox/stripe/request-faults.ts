import { randomStream } from './ids.ts'

/** How a request fails. `reset` cuts the connection. */
export type FailureKind = 500 | 503 | 429 | 'reset'

/**
 * When it fails. `before`: nothing happened and nothing is remembered. `during`: nothing happened, but the failure is
 * remembered under the idempotency key, as Stripe does once it has begun. `after`: it happened, and only the answer is
 * lost.
 */
export type FailureMoment = 'before' | 'during' | 'after'

export interface Failure {
  with: FailureKind
  when: FailureMoment
}

/** The mishap of one request. */
export interface Mishap {
  delayMs: number
  failure: Failure | undefined
}

/**
 * What can go wrong with requests, as a test sets it. A route is written as in `POST /v1/refunds/:id`; `*` is every
 * route.
 */
export interface RequestFaultControls {
  slowRoute(route: string, delayMs: number): void
  failNext(route: string, failure: { times?: number; with: FailureKind; when?: FailureMoment }): void
  /** Fails a share of the requests (0 to 1), chosen by the seed, until faults are cleared. */
  failShare(route: string, failure: { share: number; seed?: string; with: FailureKind; when?: FailureMoment }): void
  /** Ends what goes wrong with requests; events go on as they do. */
  clearRequests(): void
}

const calm: Mishap = { delayMs: 0, failure: undefined }

export function createRequestFaults(): RequestFaultControls & {
  mishapOf(route: string): Mishap
} {
  const delays = new Map<string, number>()
  const next: { route: string; left: number; failure: Failure }[] = []
  const shares: { route: string; isHit: () => boolean; failure: Failure }[] = []

  function failureOf(route: string): Failure | undefined {
    const due = next.find((each) => each.left > 0 && covers(each.route, route))
    if (due) {
      due.left--
      return due.failure
    }
    return shares.find((each) => covers(each.route, route) && each.isHit())?.failure
  }

  return {
    slowRoute: (route, delayMs) => void (delayMs > 0 ? delays.set(route, delayMs) : delays.delete(route)),
    failNext(route, { times = 1, with: kind, when = 'before' }) {
      next.push({ route, left: times, failure: { with: kind, when } })
    },
    failShare(route, { share, seed = 'share', with: kind, when = 'before' }) {
      const random = randomStream(seed)
      const isHit = () => random() / 2 ** 32 < share
      shares.push({ route, isHit, failure: { with: kind, when } })
    },
    mishapOf(route) {
      if (delays.size === 0 && next.length === 0 && shares.length === 0) return calm
      return { delayMs: delays.get(route) ?? delays.get('*') ?? 0, failure: failureOf(route) }
    },
    clearRequests() {
      delays.clear()
      next.length = 0
      shares.length = 0
    },
  }
}

function covers(pattern: string, route: string): boolean {
  return pattern === '*' || pattern === route
}
