import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Stripe } from 'stripe'
import { testCards } from './cards.ts'
import { openSandbox, refusal } from './test/open-sandbox.ts'

const card = (number: string, details: Partial<{ exp_month: number; exp_year: number; cvc: string }> = {}) => ({
  type: 'card' as const,
  card: { number, exp_month: 12, exp_year: 2034, cvc: '123', ...details },
})

test('every test card can be typed and is the same card as its ready-made id', async (t) => {
  const { stripe } = await openSandbox(t)
  for (const { number, name, brand } of testCards) {
    const typed = await stripe.paymentMethods.create(card(number))
    const readyMade = await stripe.paymentMethods.retrieve(`pm_card_${name}`)
    assert.deepEqual([typed.card?.brand, typed.card?.last4], [brand, number.slice(-4)], name)
    assert.equal(typed.card?.fingerprint, readyMade.card?.fingerprint, name)
    assert.notEqual(typed.id, readyMade.id)
  }
})

const badCards = [
  { what: 'a number that fails its check digit', params: card('4242424242424241'), code: 'incorrect_number' },
  {
    what: 'a month that does not exist',
    params: card('4242424242424242', { exp_month: 13 }),
    code: 'invalid_expiry_month',
  },
  { what: 'a year that is over', params: card('4242424242424242', { exp_year: 2020 }), code: 'invalid_expiry_year' },
  { what: 'a code that is too short', params: card('4242424242424242', { cvc: '12' }), code: 'invalid_cvc' },
]
for (const { what, params, code } of badCards) {
  test(`${what} is a card error`, async (t) => {
    const { stripe } = await openSandbox(t)
    const error = await refusal(stripe.paymentMethods.create(params))
    assert.ok(error instanceof Stripe.errors.StripeCardError)
    assert.equal(error.code, code)
  })
}

test("a real card's number is not kept and its payment is declined", async (t) => {
  const { stripe } = await openSandbox(t)
  const method = await stripe.paymentMethods.create(card('4012888888881881'))
  assert.equal(method.card?.last4, '1881')
  const pay = {
    amount: 100,
    currency: 'aud',
    payment_method: method.id,
    confirm: true,
    return_url: 'https://shop.test',
  }
  assert.equal((await refusal(stripe.paymentIntents.create(pay))).decline_code, 'test_mode_live_card')
})

test('a card that its bank always declines cannot be kept, but the one that fails only later can', async (t) => {
  const { stripe } = await openSandbox(t)
  const { id: customer } = await stripe.customers.create({})
  const declined = stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer })
  assert.ok((await refusal(declined)) instanceof Stripe.errors.StripeCardError)
  const kept = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
  assert.equal(kept.customer, customer)
})

test('a card is kept for one customer, listed, and let go for good', async (t) => {
  const { stripe, sandbox, receiver } = await openSandbox(t)
  const [{ id: customer }, other] = [await stripe.customers.create({}), await stripe.customers.create({})]
  const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  assert.match(
    (await refusal(stripe.paymentMethods.attach(id, { customer: other.id }))).message,
    /already been attached/,
  )
  assert.deepEqual(
    (await stripe.paymentMethods.list({ customer, type: 'card' })).data.map((each) => each.id),
    [id],
  )
  assert.deepEqual((await stripe.paymentMethods.list({ customer, type: 'au_becs_debit' })).data, [])
  const billing = { billing_details: { name: 'Rose', address: { postal_code: '3065' } } }
  const changed = await stripe.paymentMethods.update(id, billing)
  assert.deepEqual([changed.billing_details.name, changed.billing_details.address?.postal_code], ['Rose', '3065'])

  assert.equal((await stripe.paymentMethods.detach(id)).customer, null)
  assert.match((await refusal(stripe.paymentMethods.attach(id, { customer }))).message, /may not be used again/)
  await sandbox.events.settled()
  const types = receiver.types().filter((type) => type.startsWith('payment_method'))
  assert.deepEqual(types.toSorted(), ['payment_method.attached', 'payment_method.detached', 'payment_method.updated'])
})
