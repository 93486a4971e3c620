import type Stripe from 'stripe'

/** What Stripe puts under `error`. Stripe types the same body as an intent's last payment error. */
export type ErrorBody = Omit<Stripe.PaymentIntent.LastPaymentError, 'payment_intent' | 'setup_intent'> & {
  payment_intent?: Stripe.PaymentIntent
  setup_intent?: Stripe.SetupIntent
}

/** An answer other than 2xx, thrown from anywhere in the sandbox and written out by the server. */
export class StripeFailure extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(body.message ?? 'The request failed.')
    this.status = status
    this.body = body
  }
}

/** 400: the request makes no sense as it stands. */
export function invalidRequest(message: string, details: Partial<ErrorBody> = {}): StripeFailure {
  return new StripeFailure(400, { type: 'invalid_request_error', message, ...details })
}

export function parameterMissing(param: string): StripeFailure {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

export function parameterUnknown(param: string): StripeFailure {
  return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
}

export function parameterInvalid(param: string, message: string): StripeFailure {
  return invalidRequest(message, { param })
}

/** 404 when the id is in the address, 400 when it came as a parameter: Stripe makes that difference. */
export function resourceMissing(noun: string, id: string, param: string): StripeFailure {
  const status = param === 'id' || param === 'intent' ? 404 : 400
  const message = `No such ${noun}: '${id}'`
  return new StripeFailure(status, { type: 'invalid_request_error', code: 'resource_missing', param, message })
}

/** 402: the bank said no. */
export function cardError(body: Omit<ErrorBody, 'type'>): StripeFailure {
  return new StripeFailure(402, { type: 'card_error', ...body })
}

export function unauthorized(message: string, details: Partial<ErrorBody> = {}): StripeFailure {
  return new StripeFailure(401, { type: 'invalid_request_error', message, ...details })
}

export function rateLimited(): StripeFailure {
  const message =
    'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.'
  return new StripeFailure(429, { type: 'invalid_request_error', code: 'rate_limit', message })
}

export function brokenInside(status: 500 | 503): StripeFailure {
  return new StripeFailure(status, {
    type: 'api_error',
    message: 'An unknown error occurred in the sandbox, on request.',
  })
}
