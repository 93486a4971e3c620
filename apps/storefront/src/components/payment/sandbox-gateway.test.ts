import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intentIdOf, payWithTypedCard } from './sandbox-gateway.ts'

const gateway = { apiBase: 'http://stripe.test/', publishableKey: 'pk_test_1' }
const card = { number: '4242 4242 4242 4242', expiry: '04 / 28', code: '123' }
const sheet = {
  clientSecret: 'pi_1_secret_2',
  returnUrl: 'https://flora.test/order/abc',
  billing: { name: 'Mercy Okafor', email: 'mercy@example.com' },
}

interface Sent {
  readonly url: string
  readonly headers: Record<string, string>
  readonly form: Record<string, string>
}

function aService(answers: (() => Response)[]) {
  const sent: Sent[] = []
  const left: string[] = []
  const ways = {
    send: async (url: string, init: { headers: Record<string, string>; body: string }): Promise<Response> => {
      sent.push({ url, headers: init.headers, form: Object.fromEntries(new URLSearchParams(init.body)) })
      return answers[sent.length - 1]!()
    },
    leave: (url: string): void => void left.push(url),
  }
  return { sent, left, ways }
}

const json =
  (body: object, status = 200) =>
  (): Response =>
    new Response(JSON.stringify(body), { status })
const silence = (): never => {
  throw new TypeError('fetch failed')
}
const aMethod = json({ id: 'pm_1' })

test('a card is made a payment method, which then confirms the intent, with the publishable key', async () => {
  const { sent, ways } = aService([aMethod, json({ status: 'succeeded' })])
  assert.deepEqual(await payWithTypedCard(gateway, card, sheet, ways), { kind: 'paid' })
  assert.deepEqual(
    sent.map((one) => one.url),
    ['http://stripe.test/v1/payment_methods', 'http://stripe.test/v1/payment_intents/pi_1/confirm'],
  )
  assert.ok(sent.every((one) => one.headers['authorization'] === 'Bearer pk_test_1'))
  assert.deepEqual(sent[0]!.form, {
    type: 'card',
    'card[number]': '4242424242424242',
    'card[exp_month]': '4',
    'card[exp_year]': '2028',
    'card[cvc]': '123',
    'billing_details[name]': 'Mercy Okafor',
    'billing_details[email]': 'mercy@example.com',
  })
  assert.deepEqual(sent[1]!.form, {
    client_secret: 'pi_1_secret_2',
    payment_method: 'pm_1',
    return_url: 'https://flora.test/order/abc',
  })
})

test('a bank that wants to see its customer gets her, and sends her back to the order', async () => {
  const { left, ways } = aService([
    aMethod,
    json({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { url: 'http://bank.test/3ds' } },
    }),
  ])
  assert.deepEqual(await payWithTypedCard(gateway, card, sheet, ways), { kind: 'leaving' })
  assert.deepEqual(left, ['http://bank.test/3ds'])
})

test('a decline names the card by its last digits', async () => {
  const { ways } = aService([
    aMethod,
    json({ error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' } }, 402),
  ])
  const outcome = await payWithTypedCard(gateway, { ...card, number: '4000 0000 0000 0002' }, sheet, ways)
  assert.deepEqual(outcome, {
    kind: 'declined',
    sentence: 'The card ending 0002 was declined and you haven’t been charged.',
  })
})

test('a mistyped card never reaches the intent', async () => {
  const { sent, ways } = aService([json({ error: { type: 'card_error', code: 'incorrect_number' } }, 402)])
  assert.equal((await payWithTypedCard(gateway, card, sheet, ways)).kind, 'mistyped')
  assert.equal(sent.length, 1)
})

test('silence before and after the confirmation is never called a decline', async () => {
  assert.equal((await payWithTypedCard(gateway, card, sheet, aService([silence]).ways)).kind, 'unknown')
  assert.equal((await payWithTypedCard(gateway, card, sheet, aService([aMethod, silence]).ways)).kind, 'unknown')
  const gibberish = () => new Response('<html>', { status: 502 })
  assert.equal((await payWithTypedCard(gateway, card, sheet, aService([aMethod, gibberish]).ways)).kind, 'unknown')
})

test('an intent that was paid a moment ago is waited for, not paid again', async () => {
  const { ways } = aService([
    aMethod,
    json({ error: { type: 'invalid_request_error', code: 'payment_intent_unexpected_state' } }, 400),
  ])
  assert.equal((await payWithTypedCard(gateway, card, sheet, ways)).kind, 'processing')
})

test('the intent is named by its secret', () => assert.equal(intentIdOf('pi_3MtwBw_secret_YrKJU'), 'pi_3MtwBw'))
