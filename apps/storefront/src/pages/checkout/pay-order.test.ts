import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem, type Client } from '@flora/client/client.ts'
import type { OrderView } from '@flora/contract/orders.ts'
import { anOrder, aud } from '../../../test/fixture-order.ts'
import type { PaymentOutcome } from '../../components/payment/payment-outcome.ts'
import { payOrder } from './pay-order.ts'

const returnUrl = 'https://flora.test/order/x'
const pending = anOrder({ status: 'PENDING', payment: { state: 'waiting', paid: aud(0), refunded: aud(0) } })

function aClient(now: OrderView, secret: string | Error = 'pi_1_secret_1'): { client: Client; asked: string[] } {
  const asked: string[] = []
  const call = async (line: string): Promise<unknown> => {
    asked.push(line)
    if (line === 'GET /orders/:link') return now
    if (secret instanceof Error) throw secret
    return { clientSecret: secret, amount: now.toPay }
  }
  return { client: { call } as unknown as Client, asked }
}

const paying = (outcome: PaymentOutcome, secrets: string[] = []) => ({
  check: async () => true,
  pay: async ({ clientSecret }: { clientSecret: string }) => {
    secrets.push(clientSecret)
    return outcome
  },
})
const declined: PaymentOutcome = { kind: 'declined', sentence: 'The card was declined and you haven’t been charged.' }
const refused = (code: string) => new ApiProblem({ type: 'about:blank', title: code, status: 409, code, detail: code })

test('what was paid, or is on its way, goes to the order page', async () => {
  for (const kind of ['paid', 'processing'] as const) {
    assert.deepEqual(
      await payOrder(aClient(pending).client, paying({ kind }), pending, { returnUrl, clientSecret: 'pi_1_secret_1' }),
      { kind: 'to-order' },
    )
  }
})

test('a decline stays here with the order as the shop sees it, to be paid again by the same intent', async () => {
  const failed = { ...pending, payment: { ...pending.payment, state: 'failed' as const } }
  const { client, asked } = aClient(failed)
  const secrets: string[] = []
  assert.deepEqual(
    await payOrder(client, paying(declined, secrets), pending, { returnUrl, clientSecret: 'pi_1_secret_1' }),
    { ...declined, order: failed },
  )
  await payOrder(client, paying({ kind: 'paid' }, secrets), failed, { returnUrl })
  assert.deepEqual(secrets, ['pi_1_secret_1', 'pi_1_secret_1'])
  assert.deepEqual(asked, ['GET /orders/:link', 'POST /orders/:link/payment'])
})

test('silence asks the shop: what turns out paid is not paid again', async () => {
  const paid = anOrder({
    can: { pay: { ok: false, because: 'This order is paid.' }, cancel: { ok: true }, invoice: { ok: true } },
  })
  const silent: PaymentOutcome = { kind: 'unknown', sentence: 'No answer.' }
  assert.deepEqual(await payOrder(aClient(paid).client, paying(silent), pending, { returnUrl, clientSecret: 's' }), {
    kind: 'to-order',
  })
  assert.equal(
    (await payOrder(aClient(pending).client, paying(silent), pending, { returnUrl, clientSecret: 's' })).kind,
    'unknown',
  )
})

test('an order past paying is shown, and other refusals of the shop are told', async () => {
  assert.deepEqual(
    await payOrder(aClient(pending, refused('order-not-payable')).client, paying({ kind: 'paid' }), pending, {
      returnUrl,
    }),
    { kind: 'to-order' },
  )
  await assert.rejects(
    payOrder(aClient(pending, refused('payment-service-silent')).client, paying({ kind: 'paid' }), pending, {
      returnUrl,
    }),
    /payment-service-silent/,
  )
})
