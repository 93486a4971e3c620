import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalForm, parseForm } from './form-encoding.ts'

const plain = (encoded: string) => JSON.parse(JSON.stringify(parseForm(encoded)))

const forms = [
  { of: '', is: {} },
  { of: 'a=1&b=x%20y+z', is: { a: '1', b: 'x y z' } },
  { of: 'a[b][c]=1&a[b][d]=2', is: { a: { b: { c: '1', d: '2' } } } },
  { of: 'a%5Bb%5D=1', is: { a: { b: '1' } } },
  { of: 'a[]=x&a[]=y', is: { a: { 0: 'x', 1: 'y' } } },
  { of: 'a[0]=x&a[1][b]=y', is: { a: { 0: 'x', 1: { b: 'y' } } } },
  { of: 'a=1&a=2', is: { a: '2' } },
  { of: 'a=1&a[b]=2', is: { a: { b: '2' } } },
  { of: 'a', is: { a: '' } },
  { of: 'a=%E2%82%AC&b=%ZZ', is: { a: '€', b: '%ZZ' } },
]
for (const { of, is } of forms) {
  test(`reads the form "${of}"`, () => assert.deepEqual(plain(of), is))
}

test('a parameter called __proto__ is only a parameter', () => {
  const form = parseForm('__proto__[polluted]=1&constructor[prototype][polluted]=1')
  assert.deepEqual(Object.keys(form), ['__proto__', 'constructor'])
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
})

test('the same parameters in another order are the same request', () => {
  assert.equal(canonicalForm('b=2&a=1'), canonicalForm('a=1&b=2'))
  assert.notEqual(canonicalForm('b=2&a=1'), canonicalForm('a=1&b=3'))
})
