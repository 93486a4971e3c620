import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkout } from '@flora/contract/checkout.ts'
import { placingRefusal, type WayOn } from './placing-refusals.ts'

const aud = (minor: number) => ({ minor, currency: 'AUD' as const })
const sums = { agreed: aud(33_550), now: aud(34_000) }
const aProblem = (code: string, status = 409) => ({
  type: 'about:blank',
  title: '',
  status,
  code,
  detail: 'Noon to 4 pm still has 3 places.',
})

test('every refusal of the contract has its own way on', () => {
  const ways: Record<string, WayOn> = {
    'cart-empty': 'to-cart',
    'cart-incomplete': 'fill-in',
    'price-changed': 'pay-again',
    'sold-out': 'to-cart',
    'window-full': 'other-days',
    'bench-full': 'other-days',
    'day-closed': 'other-days',
    'past-cut-off': 'other-days',
    'card-too-long': 'mend-card',
    'promotion-not-valid': 'take-code-off',
    'gift-card-empty': 'take-code-off',
    'placement-key-used': 'retry',
    'address-not-served': 'other-days',
    'not-for-sale': 'to-cart',
    'no-run': 'other-days',
    'lead-time': 'other-days',
    'out-of-season': 'other-days',
    'day-out-of-range': 'other-days',
    'window-not-found': 'other-days',
    'suburb-postcode': 'fill-in',
    'sum-too-small': 'to-cart',
    'sign-in-for-subscription': 'sign-in',
    'consent-needed': 'consent',
    'card-needed': 'to-cart',
    'too-many-subscriptions': 'to-cart',
    'only-in-season': 'to-cart',
    'frequency-not-offered': 'to-cart',
    'address-incomplete': 'to-cart',
    'payment-service-silent': 'retry',
  }
  assert.deepEqual([...checkout.placeOrder.refusals].toSorted(), Object.keys(ways).toSorted())
  for (const [code, wayOn] of Object.entries(ways))
    assert.equal(placingRefusal(aProblem(code), sums).wayOn, wayOn, code)
})

test('every no says that nothing was charged', () => {
  for (const code of checkout.placeOrder.refusals)
    assert.match(placingRefusal(aProblem(code), sums).rest, /Nothing has been charged\./, code)
})

test('obstacles of a day, as the calendar names them, lead to other days', () => {
  for (const code of [
    'full',
    'closed',
    'no-run',
    'lead-time',
    'out-of-season',
    'day-out-of-range',
    'window-not-found',
  ]) {
    assert.equal(placingRefusal(aProblem(code), sums).wayOn, 'other-days', code)
  }
})

test('what the shop has said already is not said twice', () => {
  const detail =
    'Someone took the last place while you were typing. Nothing has been charged; please choose another window.'
  assert.deepEqual(placingRefusal({ ...aProblem('window-full'), detail }, sums), {
    head: 'Someone took the last place while you were typing.',
    rest: 'Nothing has been charged; please choose another window.',
    wayOn: 'other-days',
  })
})

test('a price that changed is told with both prices', () => {
  assert.equal(
    placingRefusal(aProblem('price-changed'), sums).rest,
    'It’s $340.00 now, not $335.50. Nothing has been charged.',
  )
})

test('a lost line does not claim that nothing happened, and says that trying again is safe', () => {
  const { rest, wayOn } = placingRefusal(aProblem('no-answer', 0), sums)
  assert.doesNotMatch(rest, /Nothing has been charged/)
  assert.match(rest, /safe/)
  assert.equal(wayOn, 'retry')
})

test('our own fault gives a reference for the telephone', () => {
  assert.deepEqual(placingRefusal({ ...aProblem('unexpected', 500), reference: 'R-7F3A' }, sums), {
    head: 'Something broke on our side.',
    rest: 'Everything you typed is safe. Pressing the button again is safe too.',
    wayOn: 'retry',
    reference: 'R-7F3A',
  })
})
