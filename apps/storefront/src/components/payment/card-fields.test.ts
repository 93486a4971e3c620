import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  brandOf,
  caretAfterDigits,
  cardFaults,
  expiryParts,
  formatCardNumber,
  formatExpiry,
  formatSecurityCode,
  passesLuhn,
} from './card-fields.ts'

test('card numbers are grouped as they are on the card', () => {
  const cases: [string, string][] = [
    ['', ''],
    ['4', '4'],
    ['42424', '4242 4'],
    ['4242424242424242', '4242 4242 4242 4242'],
    ['4242-4242 4242.4242', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['37828', '3782 8'],
    ['42424242424242424242', '4242 4242 4242 4242 424'],
    ['ab12', '12'],
  ]
  for (const [typed, shown] of cases) assert.equal(formatCardNumber(typed), shown, typed)
})

test('formatting what is formatted changes nothing', () => {
  for (const number of ['4242 4242 4242 4242', '3782 822463 10005', '5555 55'])
    assert.equal(formatCardNumber(number), number)
})

test('the cursor stays behind the digit it was behind', () => {
  assert.equal(caretAfterDigits('4242 4242', 0), 0)
  assert.equal(caretAfterDigits('4242 4242', 4), 4)
  assert.equal(caretAfterDigits('4242 4242', 5), 6)
  assert.equal(caretAfterDigits('4242', 9), 4)
})

test('the expiry writes its own slash and lets itself be deleted', () => {
  const cases: [string, string, string][] = [
    ['1', '', '1'],
    ['4', '', '04 / '],
    ['12', '1', '12 / '],
    ['1228', '', '12 / 28'],
    ['12/2028', '', '12 / 28'],
    ['04 / 285', '04 / 28', '04 / 28'],
    ['12 /', '12 / ', '1'],
    ['12 / 2', '12 / 28', '12 / 2'],
  ]
  for (const [typed, before, shown] of cases)
    assert.equal(formatExpiry(typed, before), shown, `${before} then ${typed}`)
})

test('the checksum passes Stripe’s test cards and finds any single wrong digit', () => {
  for (const number of [
    '4242424242424242',
    '4000000000000002',
    '4000002760003184',
    '378282246310005',
    '5555555555554444',
  ]) {
    assert.ok(passesLuhn(number), number)
    for (let place = 0; place < number.length; place += 1) {
      const wrong = number.slice(0, place) + ((Number(number[place]) + 1) % 10) + number.slice(place + 1)
      assert.ok(!passesLuhn(wrong), wrong)
    }
  }
  assert.ok(!passesLuhn(''))
})

test('a good card has no faults, on its last day of validity too', () => {
  assert.deepEqual(cardFaults({ number: '4242 4242 4242 4242', expiry: '11 / 26', code: '123' }, '2026-11'), {})
  assert.deepEqual(cardFaults({ number: '3782 822463 10005', expiry: '01 / 30', code: '1234' }, '2026-11'), {})
})

test('each fault says what is wrong and how to mend it', () => {
  const good = { number: '4242 4242 4242 4242', expiry: '04 / 28', code: '123' }
  const cases: [Partial<typeof good>, string][] = [
    [{ number: '' }, 'Please type the card number.'],
    [{ number: '4242 4242 4242 4' }, 'That’s three digits short.'],
    [{ number: '4242 4242 4242 4243' }, 'That number has a slip in it. Please check it against the card.'],
    [{ number: '5555 5555 5555 4444 4' }, 'That’s too many digits for this card.'],
    [{ expiry: '4' }, 'Please type month and year, like 04 / 28.'],
    [{ expiry: '13 / 28' }, 'The month goes from 01 to 12.'],
    [{ expiry: '10 / 26' }, 'This card has expired. Please use another.'],
    [{ code: '12' }, 'The code has three digits, on the back of the card.'],
    [{ number: '3782 822463 10005' }, 'The code has four digits, on the front of the card.'],
  ]
  for (const [change, sentence] of cases) {
    assert.deepEqual(Object.values(cardFaults({ ...good, ...change }, '2026-11')), [sentence], JSON.stringify(change))
  }
})

test('the expiry is split for the payment service, and the code cut to its card', () => {
  assert.deepEqual(expiryParts('04 / 28'), { month: '4', year: '2028' })
  assert.equal(formatSecurityCode('12345', '4242'), '123')
  assert.equal(formatSecurityCode('12345', '3782'), '1234')
  assert.equal(brandOf('2223').name, 'Mastercard')
})
