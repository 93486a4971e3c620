import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWayBack } from './way-back.ts'

const home = 'https://flora.example'

const ours: [string, string][] = [
  ['/', '/'],
  ['/account', '/account'],
  ['/checkout?step=2', '/checkout?step=2'],
  ['/account/orders#latest', '/account/orders#latest'],
  ['/products/coral-charm', '/products/coral-charm'],
  ['/a/../account', '/account'],
  ['/account?next=https://evil.example', '/account?next=https://evil.example'],
  ['/für-dich', '/f%C3%BCr-dich'],
  ['/apiary', '/apiary'],
]
for (const [wanted, page] of ours) {
  test(`${wanted} is a page of ours`, () => assert.equal(readWayBack(wanted, home), page))
}

const notOurs = [
  '',
  'account',
  'https://evil.example',
  'https://flora.example/account',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  '/api/auth/oidc/start',
  '/api',
  '/x/../api/auth/logout',
  '//flora.example@evil.example',
  `/${'a'.repeat(600)}`,
]
for (const wanted of notOurs) {
  test(`${JSON.stringify(wanted.slice(0, 40))} is none`, () => assert.equal(readWayBack(wanted, home), undefined))
}

test('whatever comes out stays on our host however often it is read again', () => {
  for (const [wanted] of ours) {
    const page = readWayBack(wanted, home)!
    assert.equal(new URL(page, home).origin, home)
    assert.equal(readWayBack(page, home), page)
  }
})
