import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type Stripe from 'stripe'
import { openAccount } from './account.ts'
import { type Books, keepBooks } from './books.ts'
import { type ChallengeResult, endChallengeOf } from './challenge-page.ts'
import type { Delivery } from './deliveries.ts'
import type { StoredEvent } from './events.ts'
import type { Faults } from './faults.ts'
import { createKeyring } from './idempotency.ts'
import { createIds } from './ids.ts'
import { createSandboxRoutes } from './sandbox-routes.ts'
import type { Scheduler } from './scheduler.ts'
import { type Answer, createApi, cutOff, readBody } from './server.ts'
import type { WebhookEndpoint } from './post-event.ts'
import type { RetryPlan } from './webhooks.ts'

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** The address to listen on; this machine only, unless said otherwise. */
  host?: string
  secretKey: string
  /** The secret key with `pk_` for `sk_`, unless said otherwise. */
  publishableKey?: string
  webhook?: WebhookEndpoint
  retry?: Partial<RetryPlan>
  /** Keeps everything between starts; without it the sandbox forgets. */
  stateFile?: string
  /** Epoch seconds; a test may stop or move it. */
  clock?: () => number
  /** What runs retries, slow answers, delayed events and the banks' decisions; a test moves its time by hand. */
  scheduler?: Scheduler
  /** The same seed gives the same ids. */
  seed?: string
  /** How long the bank thinks about debits and slow refunds, in milliseconds. */
  settleAfterMs?: number
}

/** An event and how far its delivery has come. */
export interface EventSummary {
  id: string
  type: string
  about: string
  created: number
  delivery: Delivery['state']
  attempts: number
  lastAnswer: string | null
}

export interface StripeSandbox {
  readonly url: string
  readonly port: number
  readonly secretKey: string
  readonly publishableKey: string
  readonly faults: Faults
  readonly events: {
    /** Oldest first. */
    list(): EventSummary[]
    /** Waits until no delivery is under way; those that wait for a retry do not count. */
    settled(): Promise<void>
    /** Sends an event once more, whatever became of it. */
    resend(id: string): void
  }
  /** Every cent that came and went. */
  books(): Books
  /** Where events go from now on. Those that an earlier start could not deliver go out. */
  deliverTo(endpoint: WebhookEndpoint): void
  /** Answers a 3-D Secure challenge in the customer's place. */
  approveChallenge(intentId: string): ChallengeResult
  failChallenge(intentId: string): ChallengeResult
  /** Lets the bank decide now what it still thinks about. Answers how much that was. */
  settleNow(): number
  close(): Promise<void>
}

/** Starts a stand-in for Stripe that the official SDK can be pointed at with `host`, `port` and `protocol: 'http'`. */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
  const { secretKey, publishableKey = secretKey.replace(/^sk_/, 'pk_') } = options
  if (publishableKey === secretKey) throw new Error('The Stripe sandbox needs a secret key that begins with sk_test_')
  const account = openAccount(options)
  const { world, faults, postman, bank, journal } = account
  const settleNow = () => {
    const count = bank.settleNow()
    journal.flush()
    return count
  }
  // Requests have ids of their own, so that asking more often does not change the ids of what is made.
  const newRequestId = createIds(options.seed && `${options.seed} requests`)
  const keyring = createKeyring(world.answers, world.clock)
  keyring.forgetOld()
  const api = createApi({
    ...account,
    ...faults,
    newRequestId,
    secretKey,
    publishableKey,
    keyring,
    flush: journal.flush,
  })
  const pages = createSandboxRoutes({ world, faults: faults.controls, settleNow, flush: journal.flush })
  const server = http.createServer((request, response) => void serve(request, response, api, pages))
  // Longer than any client keeps an idle connection, so that it is the client that lets go.
  server.keepAliveTimeout = 120_000
  const { port, url } = await listen(server, options)
  account.place(url)
  if (options.webhook) postman.deliverTo(options.webhook)
  bank.resume()

  return {
    url,
    port,
    secretKey,
    publishableKey,
    faults: faults.controls,
    events: {
      list: () => [...world.events.oldestFirst()].map((event) => summarise(event, world.deliveries.find(event.id))),
      settled: postman.settled,
      resend(id) {
        const event = world.events.find(id)
        if (!event) throw new Error(`The sandbox has no event ${id}`)
        postman.sendInTurn([event])
      },
    },
    books: () => keepBooks(world),
    deliverTo: postman.deliverTo,
    approveChallenge: (id) => endChallengeOf(world, id, true),
    failChallenge: (id) => endChallengeOf(world, id, false),
    settleNow,
    async close() {
      bank.close()
      postman.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      journal.close()
    },
  }
}

/** A client configuration for the official SDK. */
export function sandboxClientConfig(sandbox: {
  port: number
}): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  return { host: '127.0.0.1', port: sandbox.port, protocol: 'http' }
}

function listen(
  server: http.Server,
  { port = 0, host = '127.0.0.1' }: SandboxOptions,
): Promise<{ port: number; url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo
      resolve({ port: address.port, url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${address.port}` })
    })
  })
}

/**
 * What a page of another origin may send to the API, as Stripe.js does. The switches under /sandbox are closed to it.
 */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, stripe-version',
  'access-control-expose-headers': 'request-id, idempotent-replayed, original-request',
  'access-control-max-age': '600',
}

async function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  api: ReturnType<typeof createApi>,
  pages: ReturnType<typeof createSandboxRoutes>,
): Promise<void> {
  const address = request.url ?? '/'
  const isApi = address.startsWith('/v1/')
  if (isApi && request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
  const answer = await (isApi ? answerApi(request, address, api) : answerPage(request, address, pages)).catch(toDefect)
  if (answer === cutOff) return void request.socket.resetAndDestroy()
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-cache, no-store',
    ...(isApi && cors),
    ...answer.headers,
  })
  response.end(body)
}

async function answerApi(
  request: http.IncomingMessage,
  address: string,
  api: ReturnType<typeof createApi>,
): Promise<Answer | typeof cutOff> {
  const mark = address.indexOf('?')
  const query = mark < 0 ? '' : address.slice(mark + 1)
  const body = await readBody(request).catch(() => undefined)
  if (body === undefined)
    return { status: 413, body: '{"error":{"type":"invalid_request_error","message":"The request is too large."}}' }
  const form = query && body ? `${query}&${body}` : query || body
  return api({
    method: request.method ?? 'GET',
    path: mark < 0 ? address : address.slice(0, mark),
    form,
    headers: request.headers,
  })
}

async function answerPage(
  request: http.IncomingMessage,
  address: string,
  pages: ReturnType<typeof createSandboxRoutes>,
): Promise<Answer> {
  return pages(request, new URL(`http://sandbox${address}`))
}

function toDefect(error: unknown): Answer {
  console.error(error)
  return {
    status: 500,
    body: JSON.stringify({ error: { type: 'api_error', message: 'The Stripe sandbox has a defect.' } }),
  }
}

function summarise({ id, type, about, created }: StoredEvent, delivery: Delivery | undefined): EventSummary {
  const { state = 'unsent', attempts = 0, lastAnswer = null } = delivery ?? {}
  return { id, type, about, created, delivery: state, attempts, lastAnswer }
}
