import Stripe from 'stripe'

export type { Stripe }

/** The API version Flora was written against and tested with; a new one is a decision, not an accident. */
export const stripeVersion = Stripe.API_VERSION

export interface StripeSettings {
  readonly secretKey: string
  /** Where the sandbox listens; absent for Stripe itself. */
  readonly apiBase?: string | undefined
}

/** Stands around each call to Stripe: to measure it, and to tell whose it was. `route` is its address without ids. */
export type AroundCall = <Answer extends { getStatusCode: () => number }>(
  call: { readonly method: string; readonly route: string },
  ask: () => Promise<Answer>,
) => Promise<Answer>

/** Stripe's own client. Retries are Stripe's (idempotent) and bounded, so that a slow bank does not hold a request for ever. */
export function openStripe({ secretKey, apiBase }: StripeSettings, around?: AroundCall): Stripe {
  const base = apiBase ? new URL(apiBase) : undefined
  return new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 12_000,
    telemetry: false,
    ...(around && { httpClient: watchedClient(around) }),
    ...(base && { host: base.hostname, port: base.port, protocol: base.protocol === 'https:' ? 'https' : 'http' }),
  })
}

function watchedClient(around: AroundCall): Stripe.HttpClient {
  const client = Stripe.createNodeHttpClient()
  return {
    getClientName: () => client.getClientName(),
    makeRequest: (host, port, path, method, ...rest) =>
      around({ method, route: withoutIds(path) }, () => client.makeRequest(host, port, path, method, ...rest)),
  }
}

// /v1/payment_intents/pi_123/cancel?… : what stands in every second place is an id.
function withoutIds(path: string): string {
  const [, version, ...parts] = path.split('?')[0]!.split('/')
  return ['', version, ...parts.map((part, at) => (at % 2 === 1 ? ':id' : part))].join('/')
}

/**
 * The sentence and code of a Stripe error, or nothing when it was not one. It is theirs when the same request may be taken later: a silent,
 * broken or busy Stripe, and one that is still at work on an earlier request with the same key (409), of which it will then say what came.
 */
export function stripeError(
  error: unknown,
): { code: string; status: number; message: string; isTheirs: boolean } | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined
  const { code, statusCode, message, type } = error
  return {
    code: code ?? type,
    status: statusCode ?? 0,
    message,
    isTheirs: statusCode === undefined || statusCode >= 500 || statusCode === 429 || statusCode === 409,
  }
}
