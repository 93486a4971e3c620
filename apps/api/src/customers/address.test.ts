import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressWarning } from './address.ts'

const suburbs = new Map([['3067', ['Abbotsford']]])
const cases: [suburb: string, postcode: string, code: string | undefined][] = [
  ['Abbotsford', '3067', undefined],
  ['ABBOTSFORD', '3067', undefined],
  ['Fitzroy', '3067', 'suburb-postcode'],
  ['Abbotsford', '9999', 'address-not-served'],
]
for (const [suburb, postcode, code] of cases) {
  test(`${suburb} ${postcode} is kept ${code ? `with a warning: ${code}` : 'without a word'}`, () => {
    assert.equal(addressWarning({ suburb, postcode }, suburbs)?.code, code)
  })
}
