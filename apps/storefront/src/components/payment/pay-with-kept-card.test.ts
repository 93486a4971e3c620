import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { SavedCard } from '@flora/contract/customers.ts'
import { payWithKeptCard } from './pay-with-kept-card.ts'
import type { PaymentOutcome } from './payment-outcome.ts'

const card: SavedCard = {
  id: 'pm_one',
  brand: 'Visa',
  last4: '4242',
  expiry: { month: 12, year: 2044 },
  isExpired: false,
  isDefault: true,
}
const payments = { mode: 'sandbox', publishableKey: 'pk_test', apiBase: 'http://127.0.0.1:1' } as const
const sheet = {
  clientSecret: 'pi_1_secret_2',
  returnUrl: 'http://flora.example/order/a',
  billing: { name: '', email: '' },
  orderLink: 'a'.repeat(32),
}

async function pay(offers: () => SavedCard[]): Promise<{ outcome: PaymentOutcome; confirmed: string[] }> {
  const confirmed: string[] = []
  const client = { call: async () => offers() } as unknown as Client
  const send = async (url: string, { body }: { body: string }): Promise<Response> => {
    confirmed.push(`${url} ${new URLSearchParams(body).get('payment_method')}`)
    return Response.json({ status: 'succeeded' })
  }
  return { outcome: await payWithKeptCard({ client, payments, card, sheet }, { send }), confirmed }
}

function refuses(status: number, code: string): () => never {
  return () => {
    throw new ApiProblem({ type: 'about:blank', title: code, status, code, detail: 'No answer.' })
  }
}

test('a kept card that the shop offers for the order confirms its payment', async () => {
  const { outcome, confirmed } = await pay(() => [card])
  assert.deepEqual(outcome, { kind: 'paid' })
  assert.deepEqual(confirmed, ['http://127.0.0.1:1/v1/payment_intents/pi_1/confirm pm_one'])
})

for (const [name, offers] of [
  ['that was let go meanwhile', () => []],
  ['for somebody else’s order', refuses(404, 'order-not-found')],
  ['after she was signed out', refuses(401, 'sign-in-needed')],
] as const)
  test(`a kept card ${name} asks nothing of the bank, and another one is chosen`, async () => {
    const { outcome, confirmed } = await pay(offers)
    assert.equal(outcome.kind, 'mistyped')
    assert.deepEqual(confirmed, [])
  })

test('while the shop does not answer nothing is charged, and she is told so', async () => {
  const { outcome, confirmed } = await pay(refuses(0, 'no-answer'))
  assert.deepEqual(outcome, { kind: 'unknown', sentence: 'No answer. Nothing has been charged.' })
  assert.deepEqual(confirmed, [])
})
