import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import type { ShopFacts } from '@flora/contract/delivery.ts'
import type { PaymentOutcome } from './payment-outcome.ts'
import { confirmWithMethod, type SheetToPay, type World } from './sandbox-gateway.ts'

interface KeptCardPayment {
  readonly client: Client
  readonly payments: ShopFacts['payments']
  readonly card: SavedCard
  readonly sheet: SheetToPay
}

/** Pays an order with a card that is kept. The shop is asked first: it makes the payment hers, without which no kept card can pay it. Never throws. */
export async function payWithKeptCard(
  { client, payments, card, sheet }: KeptCardPayment,
  world: World = {},
): Promise<PaymentOutcome> {
  const refusal = await whyNot(client, card, sheet)
  if (refusal !== undefined) return refusal
  if (payments.mode === 'sandbox') {
    const gateway = { apiBase: payments.apiBase ?? '', publishableKey: payments.publishableKey }
    return confirmWithMethod(gateway, { methodId: card.id, ending: card.last4 }, sheet, world)
  }
  const { confirmKeptCard } = await import('./stripe-fields.tsx')
  return confirmKeptCard(payments.publishableKey, card, sheet)
}

async function whyNot(client: Client, card: SavedCard, { orderLink }: SheetToPay): Promise<PaymentOutcome | undefined> {
  if (orderLink === undefined) return another
  try {
    const offered = await client.call('POST /account/orders/:link/cards', { params: { link: orderLink }, body: {} })
    return offered.some(({ id }) => id === card.id) ? undefined : another
  } catch (error) {
    const { code, detail } = error instanceof ApiProblem ? error.problem : { code: '', detail: '' }
    // Placed in another's name, or signed out meanwhile.
    if (code === 'order-not-found' || code === 'sign-in-needed') return another
    return { kind: 'unknown', sentence: `${detail} Nothing has been charged.`.trim() }
  }
}

const another: PaymentOutcome = {
  kind: 'mistyped',
  sentence: 'That card can’t pay this order, and nothing has been charged. Please choose another one.',
}
