import type http from 'node:http'
import { seenByBrowser } from './browser-view.ts'
import { API_VERSION, type Cause } from './events.ts'
import { expand } from './expand.ts'
import { type FormTree, parseForm } from './form-encoding.ts'
import type { KeyedAttempt, Keyring } from './idempotency.ts'
import type { NewId } from './ids.ts'
import { list, text } from './params.ts'
import type { Failure, Mishap } from './request-faults.ts'
import { type Actor, findRoute, type Prepared } from './routes.ts'
import type { Scheduler } from './scheduler.ts'
import {
  brokenInside,
  type ErrorBody,
  invalidRequest,
  rateLimited,
  StripeFailure,
  unauthorized,
} from './stripe-errors.ts'
import type { World } from './world.ts'

export interface ApiNeeds {
  world: World
  newRequestId: NewId
  secretKey: string
  publishableKey: string
  keyring: Keyring
  mishapOf: (route: string) => Mishap
  scheduler: Scheduler
  /** Runs an action so that its events name the request that caused them. */
  onBehalfOf: <T>(cause: Cause, action: () => T) => T
  /** Makes what happened lasting, before it is answered. */
  flush: () => void
}

export interface Answer {
  status: number
  body: string
  headers?: Record<string, string>
}

/** The answer that never arrives. */
export const cutOff = Symbol('cut off')

interface Request {
  method: string
  path: string
  form: string
  headers: http.IncomingHttpHeaders
}

const expandSpec = list(text())

/** Answers one request to the API. */
export function createApi(needs: ApiNeeds): (request: Request) => Promise<Answer | typeof cutOff> {
  return async function answer(request) {
    const requestId = needs.newRequestId('req_', 14)
    const headers: Record<string, string> = {
      'request-id': requestId,
      'stripe-version': header(request, 'stripe-version') ?? API_VERSION,
    }
    const key = request.method === 'POST' ? header(request, 'idempotency-key') : undefined
    if (key) headers['idempotency-key'] = key
    try {
      const call = prepare(needs, request)
      const attempt = key && needs.keyring.begin({ key, path: request.path, form: request.form, requestId })
      return await carryOut(needs, call, attempt || undefined, { id: requestId, idempotency_key: key ?? null }, headers)
    } catch (error) {
      return { ...failed(error, requestId), headers }
    }
  }
}

interface PreparedCall {
  line: string
  actor: Actor
  run: Prepared
  expansions: string[]
}

// Whatever is refused in here never began: it is not remembered under an idempotency key.
function prepare(needs: ApiNeeds, request: Request): PreparedCall {
  const form = parseForm(request.form)
  const actor = identify(needs, request, form)
  const found = findRoute(request.method, request.path)
  if (!found) {
    const asked = `${request.method}: ${request.path}`
    const message = `Unrecognized request URL (${asked}). The sandbox speaks only what Flora uses.`
    throw new StripeFailure(404, { type: 'invalid_request_error', message })
  }
  if (actor === 'browser' && !found.route.forBrowsers) {
    const message = 'This API call cannot be made with a publishable API key. Please use a secret API key.'
    throw unauthorized(message, { code: 'secret_key_required' })
  }
  const expansions = form.expand === undefined ? [] : expandSpec.read(form.expand, 'expand')
  delete form.expand
  return { line: found.route.line, actor, run: found.route.prepare(form, found.ids, actor), expansions }
}

function identify({ secretKey, publishableKey }: ApiNeeds, request: Request, form: FormTree): Actor {
  const inForm = typeof form.key === 'string' ? form.key : undefined
  delete form.key
  const given = keyIn(header(request, 'authorization')) ?? inForm
  if (given === secretKey) return 'shop'
  if (given === publishableKey) return 'browser'
  if (given) throw unauthorized(`Invalid API Key provided: ${given.slice(0, 8)}${'*'.repeat(8)}${given.slice(-4)}`)
  const message =
    'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth ' +
    "(e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
  throw unauthorized(message)
}

function keyIn(authorization: string | undefined): string | undefined {
  const [scheme, value] = authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return undefined
  return Buffer.from(value ?? '', 'base64')
    .toString()
    .split(':')[0]
}

async function carryOut(
  needs: ApiNeeds,
  call: PreparedCall,
  attempt: KeyedAttempt | undefined,
  cause: RequestCause,
  headers: Record<string, string>,
): Promise<Answer | typeof cutOff> {
  const { delayMs, failure } = needs.mishapOf(call.line)
  if (delayMs > 0) await new Promise<void>((resolve) => needs.scheduler.after(delayMs, resolve))
  const requestId = cause.id ?? ''
  if (failure?.when === 'before') {
    attempt?.abandon()
    return mishap(failure, requestId, headers)
  }

  let answer: Answer
  if (attempt?.earlier) {
    const { status, body, requestId: original } = attempt.earlier
    answer = { status, body, headers: { ...headers, 'idempotent-replayed': 'true', 'original-request': original } }
    attempt.remember(status, body)
  } else if (failure?.when === 'during') {
    // As Stripe does: the same key would only bring the same failure again.
    answer = { ...failed(failureOf(failure), requestId), headers: { ...headers, 'stripe-should-retry': 'false' } }
    attempt?.remember(answer.status, answer.body)
    needs.flush()
    return failure.with === 'reset' ? cutOff : answer
  } else {
    answer = { ...execute(needs, call, cause), headers }
    attempt?.remember(answer.status, answer.body)
    needs.flush()
  }
  return failure?.when === 'after' ? mishap(failure, requestId, headers) : answer
}

function execute(
  needs: ApiNeeds,
  { run, expansions, actor }: PreparedCall,
  cause: RequestCause,
): Omit<Answer, 'headers'> {
  try {
    const result = needs.onBehalfOf(cause, () => run(needs.world))
    const expanded = expansions.length > 0 ? expand(needs.world, result, expansions) : result
    return { status: 200, body: JSON.stringify(actor === 'browser' ? seenByBrowser(expanded) : expanded) }
  } catch (error) {
    return failed(error, cause.id ?? '', actor)
  }
}

type RequestCause = NonNullable<Cause>

function mishap(failure: Failure, requestId: string, headers: Record<string, string>): Answer | typeof cutOff {
  return failure.with === 'reset' ? cutOff : { ...failed(failureOf(failure), requestId), headers }
}

function failureOf({ with: kind }: Failure): StripeFailure {
  return kind === 429 ? rateLimited() : brokenInside(kind === 503 ? 503 : 500)
}

function failed(error: unknown, requestId: string, actor: Actor = 'shop'): Omit<Answer, 'headers'> {
  if (!(error instanceof StripeFailure)) {
    // A defect of the sandbox itself must not look like Stripe having a bad day.
    console.error(error)
    const message = `The Stripe sandbox has a defect: ${error instanceof Error ? error.message : String(error)}`
    return { status: 500, body: JSON.stringify({ error: { type: 'api_error', message } }) }
  }
  const shown: ErrorBody & { request_log_url: string } = { ...error.body, request_log_url: `/logs/${requestId}` }
  if (actor === 'browser') {
    if (shown.payment_intent) Object.assign(shown, { payment_intent: seenByBrowser(shown.payment_intent) })
    if (shown.setup_intent) Object.assign(shown, { setup_intent: seenByBrowser(shown.setup_intent) })
  }
  return { status: error.status, body: JSON.stringify({ error: shown }) }
}

function header({ headers }: Request, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** More than any request of a shop holds. */
const MAX_BODY_BYTES = 1_000_000

/** Reads a whole body, or refuses one that is too long. */
export function readBody(request: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > MAX_BODY_BYTES) reject(invalidRequest('The request is too large.'))
      else resolve(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString())
    })
    request.on('error', reject)
  })
}
