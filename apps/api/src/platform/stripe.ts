import Stripe from 'stripe'

export type { Stripe }

/** The API version Flora was written against and tested with; a new one is a decision, not an accident. */
export const stripeVersion = Stripe.API_VERSION

export interface StripeSettings {
  readonly secretKey: string
  /** Where the sandbox listens; absent for Stripe itself. */
  readonly apiBase?: string | undefined
}

/** Stripe's own client. Retries are Stripe's (idempotent) and bounded, so that a slow bank does not hold a request for ever. */
export function openStripe({ secretKey, apiBase }: StripeSettings): Stripe {
  const base = apiBase ? new URL(apiBase) : undefined
  return new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 12_000,
    telemetry: false,
    ...(base && { host: base.hostname, port: base.port, protocol: base.protocol === 'https:' ? 'https' : 'http' }),
  })
}

/** The sentence and code of a Stripe error, or nothing when it was not one. */
export function stripeError(
  error: unknown,
): { code: string; status: number; message: string; isTheirs: boolean } | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined
  const { code, statusCode, message, type } = error
  return {
    code: code ?? type,
    status: statusCode ?? 0,
    message,
    isTheirs: statusCode === undefined || statusCode >= 500 || statusCode === 429,
  }
}
