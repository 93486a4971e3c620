import { createHmac } from 'node:crypto'
import http from 'node:http'
import type { StoredEvent } from './events.ts'

/** Where events go, and the secret they are signed with. */
export interface WebhookEndpoint {
  url: string
  secret: string
  /** Types to send, `*` standing for anything; all of them when left out. */
  events?: readonly string[]
}

/** What became of one attempt: whether the answer was 2xx, and the answer for people. */
export interface PostResult {
  ok: boolean
  text: string
}

/** A receiver that takes longer than this counts as silent. */
const TIMEOUT_MS = 20_000
/** Signs an event as Stripe does and posts it. Never rejects: whatever goes wrong is in the result. */
export function postEvent(
  { url, secret }: WebhookEndpoint,
  event: StoredEvent,
  now: number,
  agent: http.Agent,
): Promise<PostResult> {
  // The SDK measures a signature's age by its own clock, or by one it is given. A test may stop either; the later of
  // the two is never too old.
  const signedAt = Math.max(now, Math.floor(Date.now() / 1000))
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(event.body),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    'stripe-signature': signatureHeader(event.body, secret, signedAt),
  }
  return new Promise((resolve) => {
    const request = http.request(url, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
      const status = answer.statusCode ?? 0
      answer.resume()
      answer.on('end', () => resolve({ ok: status >= 200 && status < 300, text: String(status) }))
      answer.on('error', (error) => resolve({ ok: false, text: error.message }))
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', (error) => resolve({ ok: false, text: error.message }))
    request.end(event.body)
  })
}

/** The header `stripe.webhooks.constructEvent` verifies. */
function signatureHeader(body: string, secret: string, at: number): string {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${signature}`
}
