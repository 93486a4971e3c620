import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '@flora/client/client.ts'
import { postcodeFor, postcodeIn } from './visit.ts'

test('a postcode is taken from the cookie only when it is one', () => {
  const cases: readonly [string, string | undefined][] = [
    ['postcode=3067', '3067'],
    ['cart=abc; postcode=3067; theme=dark', '3067'],
    ['postcode=30671', undefined],
    ['postcode=<script>', undefined],
    ['oldpostcode=3067', undefined],
    ['', undefined],
  ]
  for (const [cookies, expected] of cases) assert.equal(postcodeIn(cookies), expected, cookies)
})

test('a postcode in the address wins over the remembered one', () => {
  const client = createClient(() => Promise.reject(new Error('nothing is asked here')))
  assert.equal(postcodeFor('/?postcode=3011', { client, postcode: '3067' }), '3011')
  assert.equal(postcodeFor('/?postcode=x', { client, postcode: '3067' }), '3067')
  assert.equal(postcodeFor('/', { client }), undefined)
})
