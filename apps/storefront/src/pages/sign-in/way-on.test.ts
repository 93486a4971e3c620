import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn, wayOn } from './way-on.ts'

test('goes on to the page of ours that asked, with its query', () => {
  assert.equal(wayOn('?to=%2Fcheckout'), '/checkout')
  assert.equal(wayOn('?to=/account/orders%3Fafter%3Done'), '/account/orders?after=one')
})

for (const to of [
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere',
  'javascript:alert(1)',
  '/ /x',
  '',
])
  test(`does not go to ${to || 'nowhere'}`, () => {
    assert.equal(wayOn(`?to=${encodeURIComponent(to)}`), '/account')
  })

test('goes to the account when nobody asked', () => assert.equal(wayOn(''), '/account'))

test('reads a whole token and nothing else', () => {
  const token = 'a'.repeat(43)
  assert.equal(tokenIn(`#${token}`), token)
  for (const hash of ['', '#', '#short', `#${token}x`, `#<script>${token}`]) assert.equal(tokenIn(hash), undefined)
})
