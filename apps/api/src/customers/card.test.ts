import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Stripe } from '../platform/stripe.ts'
import { toSavedCards } from './card.ts'

const thisMonth = { year: 2026, month: 11 }

function aMethod(id: string, year = 2030, month = 1, brand = 'visa'): Pick<Stripe.PaymentMethod, 'id' | 'card'> {
  return { id, card: { brand, last4: '4242', exp_year: year, exp_month: month } as Stripe.PaymentMethod.Card }
}

const defaults: [what: string, defaultId: string | undefined, order: string[]][] = [
  ['the chosen one comes first', 'pm_b', ['pm_b', 'pm_a', 'pm_c']],
  ['the newest is it when none was chosen', undefined, ['pm_a', 'pm_b', 'pm_c']],
  ['the newest is it when the chosen one was let go', 'pm_gone', ['pm_a', 'pm_b', 'pm_c']],
]
for (const [what, defaultId, order] of defaults) {
  test(`of several cards, ${what}, and only that is the default`, () => {
    const cards = toSavedCards([aMethod('pm_a'), aMethod('pm_b'), aMethod('pm_c')], { defaultId, thisMonth })
    assert.deepEqual(
      cards.map(({ id }) => id),
      order,
    )
    assert.deepEqual(
      cards.map(({ isDefault }) => isDefault),
      [true, false, false],
    )
  })
}

const expiries: [year: number, month: number, isExpired: boolean][] = [
  [2026, 10, true],
  [2025, 12, true],
  [2026, 11, false],
  [2027, 1, false],
]
for (const [year, month, isExpired] of expiries) {
  test(`a card that says ${month}/${year} is ${isExpired ? 'over' : 'good'} in November 2026`, () => {
    const [card] = toSavedCards([aMethod('pm_a', year, month)], { defaultId: undefined, thisMonth })
    assert.equal(card?.isExpired, isExpired)
  })
}

test('a brand is shown as people write it, and what is no card is not shown', () => {
  const methods = [{ id: 'pm_debit' }, aMethod('pm_a', 2030, 1, 'amex'), aMethod('pm_b', 2030, 1, 'new-bank')]
  assert.deepEqual(
    toSavedCards(methods, { defaultId: undefined, thisMonth }).map(({ brand }) => brand),
    ['American Express', 'Card'],
  )
})
