import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { Stripe } from 'stripe'
import { createManualScheduler, type ManualScheduler } from '../scheduler.ts'
import { sandboxClientConfig, startStripeSandbox, type SandboxOptions, type StripeSandbox } from '../stripe-sandbox.ts'

export const SECRET_KEY = 'sk_test_flora'
export const PUBLISHABLE_KEY = 'pk_test_flora'
export const WEBHOOK_SECRET = 'whsec_flora'

/** An ordinary shop's webhook receiver, which verifies with the SDK and can be told to fail. */
export interface Receiver {
  readonly url: string
  readonly received: Stripe.Event[]
  /** The status of the next answers; 200 when the list is empty. */
  readonly nextStatuses: number[]
  types(): string[]
}

export interface OpenSandbox {
  sandbox: StripeSandbox
  stripe: Stripe
  receiver: Receiver
  scheduler: ManualScheduler
  clock: { now: number }
}

/** A sandbox with a client, a receiver, a clock and a scheduler, all closed when the test ends. */
export async function openSandbox(t: TestContext, options: Partial<SandboxOptions> = {}): Promise<OpenSandbox> {
  const clock = { now: 1_790_000_000 }
  const scheduler = createManualScheduler()
  const receiver = await openReceiver(t)
  const sandbox = await startStripeSandbox({
    secretKey: SECRET_KEY,
    webhook: { url: receiver.url, secret: WEBHOOK_SECRET },
    clock: () => clock.now,
    scheduler,
    seed: t.name,
    ...options,
  })
  t.after(() => sandbox.close())
  return { sandbox, stripe: clientOf(sandbox), receiver, scheduler, clock }
}

/** The official client, pointed at the sandbox and not retrying unless told to. */
export function clientOf(sandbox: StripeSandbox, { retries = 0, key = SECRET_KEY } = {}): Stripe {
  return new Stripe(key, { ...sandboxClientConfig(sandbox), maxNetworkRetries: retries, telemetry: false })
}

export async function openReceiver(t: TestContext): Promise<Receiver> {
  const received: Stripe.Event[] = []
  const nextStatuses: number[] = []
  const stripe = new Stripe(SECRET_KEY)
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const signature = request.headers['stripe-signature'] ?? ''
      received.push(stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET))
      response.writeHead(nextStatuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  return { url, received, nextStatuses, types: () => received.map(({ type }) => type) }
}

/** What a page may find in an answer: one of the objects, or an error. */
export interface BrowserAnswer {
  id: string
  status: string
  card: { exp_year: number }
  error: { code?: string; param?: string; payment_intent: { status: string } }
}

/** Calls the API as a shop's page does: publishable key, form body, another origin. */
export async function fromBrowser(
  sandbox: StripeSandbox,
  method: 'GET' | 'POST',
  path: string,
  params: Record<string, string>,
): Promise<{ status: number; body: BrowserAnswer; headers: Headers }> {
  const form = new URLSearchParams({ ...params, key: PUBLISHABLE_KEY })
  const answer = await fetch(`${sandbox.url}${path}${method === 'GET' ? `?${form}` : ''}`, {
    method,
    headers: { origin: 'http://shop.test' },
    ...(method === 'POST' && { body: form }),
  })
  return { status: answer.status, body: (await answer.json()) as BrowserAnswer, headers: answer.headers }
}

/** What the SDK throws, for looking at. */
export async function refusal(promise: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof Stripe.errors.StripeError) return outcome
  throw new Error('expected Stripe to refuse', { cause: outcome })
}
