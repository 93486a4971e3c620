import { setTimeout as after } from 'node:timers/promises'
import type { PaymentSheet } from '@flora/contract/checkout.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'
import { type Answer } from '../../bench/load/connection.ts'
import { bodyOf, GaveUp, type Line } from './browser.ts'

interface Intent {
  readonly status: string
  readonly error?: { readonly payment_intent?: { readonly status: string } }
}

/** What the payment form of the browser learns at last. */
export type Paid = 'paid' | 'challenged' | 'declined' | 'too-late'

const mostTries = 60

/** Pays as the browser's form does: straight at the payment service. Asks there what became of it when the line was cut. */
export async function payWith(stripe: Line, { clientSecret }: PaymentSheet, card: string): Promise<Paid> {
  const id = clientSecret.split('_secret_')[0]!
  for (let tries = 1; ; tries += 1) {
    if (tries > mostTries) throw new GaveUp('paying')
    const answer = await stripe
      .ask(
        form('POST', `/v1/payment_intents/${id}/confirm`, {
          client_secret: clientSecret,
          payment_method: card,
          return_url: 'http://127.0.0.1/return',
        }),
      )
      .catch(() => undefined)
    if (answer?.status === 200) return wordOf(bodyOf<Intent>(answer).status)
    if (answer?.status === 402) return 'declined'
    const { status } = await askAbout(stripe, clientSecret)
    if (status !== 'requires_payment_method' && status !== 'requires_confirmation') return wordOf(status)
    await after(300)
  }
}

/** The bank's question, answered. */
export async function answerChallenge(stripe: Line, { clientSecret }: PaymentSheet, passes: boolean): Promise<Paid> {
  const id = clientSecret.split('_secret_')[0]!
  await stripe
    .insist({
      method: 'POST',
      path: `/sandbox/3ds/${id}`,
      body: { outcome: passes ? 'approve' : 'fail', client_secret: clientSecret },
    })
    .catch(() => undefined)
  return wordOf((await askAbout(stripe, clientSecret)).status)
}

async function askAbout(stripe: Line, clientSecret: string): Promise<Intent> {
  const id = clientSecret.split('_secret_')[0]!
  const path = `/v1/payment_intents/${id}?client_secret=${encodeURIComponent(clientSecret)}`
  const answer: Answer = await stripe.insist(form('GET', path))
  return bodyOf<Intent>(answer)
}

function wordOf(status: string): Paid {
  switch (status) {
    case 'succeeded':
      return 'paid'
    case 'requires_action':
      return 'challenged'
    case 'canceled':
      return 'too-late'
    default:
      return 'declined'
  }
}

function form(method: string, path: string, fields?: Record<string, string>) {
  return {
    method,
    path,
    headers: {
      authorization: `Bearer ${sandboxKeys.publishableKey}`,
      ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(fields && { body: new URLSearchParams(fields).toString() }),
  }
}
