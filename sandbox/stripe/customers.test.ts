import assert from 'node:assert/strict'
import { test } from 'node:test'
import type Stripe from 'stripe'
import { openSandbox, refusal } from './test/open-sandbox.ts'

test('a customer is made, changed, found by e-mail and deleted', async (t) => {
  const { stripe } = await openSandbox(t)
  const address = { line1: '1 Rose St', city: 'Fitzroy', postal_code: '3065', state: 'VIC', country: 'AU' }
  const { id } = await stripe.customers.create({ email: 'rose@example.com', name: 'Rose', address })
  const changed = await stripe.customers.update(id, { name: '', phone: '0400 000 000' })
  assert.deepEqual([changed.name, changed.phone, changed.address?.city], [null, '0400 000 000', 'Fitzroy'])
  assert.equal((await stripe.customers.list({ email: 'rose@example.com' })).data[0]?.id, id)
  assert.deepEqual((await stripe.customers.list({ email: 'lily@example.com' })).data, [])

  assert.equal((await stripe.customers.del(id)).deleted, true)
  assert.equal((await stripe.customers.retrieve(id)).deleted, true)
  assert.deepEqual((await stripe.customers.list()).data, [])
  assert.equal((await refusal(stripe.customers.update(id, { name: 'X' }))).code, 'resource_missing')
  const pay = stripe.paymentIntents.create({ amount: 100, currency: 'aud', customer: id })
  assert.equal((await refusal(pay)).code, 'resource_missing')
})

test("a default payment method must be one of the customer's own", async (t) => {
  const { stripe } = await openSandbox(t)
  const { id } = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [own] = (await stripe.customers.listPaymentMethods(id)).data
  const settings = { invoice_settings: { default_payment_method: own!.id } }
  assert.equal((await stripe.customers.update(id, settings)).invoice_settings.default_payment_method, own!.id)
  const expanded = await stripe.customers.retrieve(id, { expand: ['invoice_settings.default_payment_method'] })
  const shown = (expanded as Stripe.Customer).invoice_settings.default_payment_method as Stripe.PaymentMethod
  assert.equal(shown.card?.last4, '4242')
  const foreign = { invoice_settings: { default_payment_method: 'pm_card_visa' } }
  assert.equal((await refusal(stripe.customers.update(id, foreign))).code, 'resource_missing')
  assert.equal((await stripe.customers.retrievePaymentMethod(id, own!.id)).id, own!.id)
})

test('a change of a customer is told with what it was before', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const { id } = await stripe.customers.create({ name: 'Rose' })
  await stripe.customers.update(id, { name: 'Lily' })
  await sandbox.events.settled()
  const event = receiver.received.find(({ type }) => type === 'customer.updated') as Stripe.CustomerUpdatedEvent
  assert.deepEqual(event.data.previous_attributes, { name: 'Rose' })
  assert.equal(event.data.object.name, 'Lily')
})
