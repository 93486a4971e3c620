import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCart } from '../../../test/fixture-checkout.ts'
import { cartSentence, isEmptyCart } from './cart-words.ts'
import { subscriptionWords } from './subscription-line-words.ts'

test('a subscription in the cart says what is paid now and what later', () => {
  const recurring = subscriptionWords({ kind: 'recurring', frequency: 'fortnightly' })
  assert.equal(recurring.every, 'Every second week')
  assert.equal(recurring.now, 'The first delivery, with its fee.')
  assert.match(recurring.later ?? '', /^Charged every second week/)
  const surprise = subscriptionWords({ kind: 'surprise', frequency: 'monthly' })
  assert.deepEqual(
    [surprise.every, surprise.now],
    ['A surprise each month', 'Nothing now: it is charged when it comes.'],
  )
  const gift = subscriptionWords({ kind: 'recurring', frequency: 'weekly', gift: { deliveries: 3 } })
  assert.deepEqual([gift.now, gift.later], ['All three deliveries, each with its fee.', undefined])
})

test('the cart counts what it holds, subscriptions and gifts by their names', () => {
  const one = { gift: undefined }
  const gift = { gift: { deliveries: 3 } }
  const says = (deliveries: number, subscriptions: readonly object[]) =>
    cartSentence({
      deliveries: Array.from({ length: deliveries }, () => ({})) as never,
      subscriptions: subscriptions as never,
    })
  assert.equal(says(1, [one]), 'One delivery and one subscription.')
  assert.equal(says(0, [gift]), 'One gift.')
  assert.equal(says(2, [one, one, gift]), 'Two deliveries, two subscriptions, one gift.')
})

test('a cart with nothing but a subscription is not empty', () => {
  const { lines: _, ...cart } = aCart({})
  assert.ok(isEmptyCart({ ...cart, lines: [] }))
  assert.ok(!isEmptyCart({ ...cart, lines: [], subscriptions: [{}] as never }))
})
