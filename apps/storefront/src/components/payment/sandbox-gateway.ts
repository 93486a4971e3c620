import type { OrderView } from '@flora/contract/orders.ts'
import { type CardTyped, digitsOf, expiryParts } from './card-fields.ts'
import {
  type IntentSeen,
  outcomeOfError,
  outcomeOfIntent,
  type PaymentErrorSeen,
  type PaymentOutcome,
} from './payment-outcome.ts'

/** Where the stand-in for the payment service listens, and the key a browser shows it. */
export interface SandboxGateway {
  readonly apiBase: string
  readonly publishableKey: string
}

export interface SheetToPay {
  readonly clientSecret: string
  /** The order page, where the bank sends the shopper back to. */
  readonly returnUrl: string
  readonly billing: { readonly name: string; readonly email: string }
  /** The order that is paid; absent when a card is only to be kept. */
  readonly orderLink?: OrderView['link']
}

interface Answered {
  readonly ok: boolean
  readonly body: Record<string, unknown>
}

type Fetch = (url: string, init: { method: string; headers: Record<string, string>; body: string }) => Promise<Response>

/** What a test may put in place of the network and the browser's address. */
export interface World {
  readonly send?: Fetch
  readonly leave?: (url: string) => void
}

/**
 * Pays an intent with a typed card the way Stripe.js does: a payment method first, then the confirmation. Never throws;
 * a silence after the confirmation is 'unknown', because the money may have moved.
 */
export async function payWithTypedCard(
  gateway: SandboxGateway,
  card: CardTyped,
  sheet: SheetToPay,
  world: World = {},
): Promise<PaymentOutcome> {
  const ending = digitsOf(card.number).slice(-4)
  const { send = fetch as Fetch } = world
  const method = await post(gateway, send, '/v1/payment_methods', cardForm(card, sheet)).catch(() => undefined)
  if (method === undefined)
    return {
      kind: 'unknown',
      sentence: 'The payment service did not answer. Nothing has been charged; please try again.',
    }
  if (!method.ok) return outcomeOfError(errorIn(method), ending)
  return confirmWithMethod(gateway, { methodId: String(method.body['id']), ending }, sheet, world)
}

/** Confirms an intent with a card that the payment service knows already. Never throws. */
export async function confirmWithMethod(
  gateway: SandboxGateway,
  { methodId, ending }: { methodId: string; ending: string },
  sheet: SheetToPay,
  { send = fetch as Fetch, leave = (url) => location.assign(url) }: World = {},
): Promise<PaymentOutcome> {
  const confirmed = await post(gateway, send, confirmPathOf(sheet.clientSecret), {
    client_secret: sheet.clientSecret,
    payment_method: methodId,
    return_url: sheet.returnUrl,
  }).catch(() => undefined)
  if (confirmed === undefined)
    return {
      kind: 'unknown',
      sentence: 'The payment service did not answer. We’ll ask your bank before you pay again.',
    }
  if (!confirmed.ok) return outcomeOfError(errorIn(confirmed), ending)

  const intent = confirmed.body as unknown as IntentSeen
  const url = intent.next_action?.redirect_to_url?.url
  if (intent.status === 'requires_action' && url !== undefined) {
    leave(url)
    return { kind: 'leaving' }
  }
  return outcomeOfIntent(intent, ending)
}

// A setup intent keeps a card and takes no money; it is confirmed in the same way.
function confirmPathOf(clientSecret: string): string {
  const id = intentIdOf(clientSecret)
  return `/v1/${id.startsWith('seti_') ? 'setup_intents' : 'payment_intents'}/${id}/confirm`
}

/** 'pi_3abc_secret_xyz' begins with the id of its intent. */
export function intentIdOf(clientSecret: string): string {
  return clientSecret.split('_secret')[0]!
}

function cardForm(card: CardTyped, { billing }: SheetToPay): Record<string, string> {
  const { month, year } = expiryParts(card.expiry)
  return {
    type: 'card',
    'card[number]': digitsOf(card.number),
    'card[exp_month]': month,
    'card[exp_year]': year,
    'card[cvc]': digitsOf(card.code),
    ...(billing.name !== '' && { 'billing_details[name]': billing.name }),
    ...(billing.email !== '' && { 'billing_details[email]': billing.email }),
  }
}

async function post(
  gateway: SandboxGateway,
  send: Fetch,
  path: string,
  form: Record<string, string>,
): Promise<Answered> {
  const reply = await send(`${gateway.apiBase.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.publishableKey}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  return { ok: reply.ok, body: (await reply.json()) as Record<string, unknown> }
}

function errorIn(answer: Answered): PaymentErrorSeen {
  return (answer.body['error'] ?? { code: 'unreadable' }) as PaymentErrorSeen
}
