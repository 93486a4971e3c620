import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { keyedHash, open, seal } from './sealing.ts'

const aKey = () => createSecretKey(randomBytes(32))
const key = aKey()
const secret = 'JBSWY3DPEHPK3PXP · ö'

test('what was sealed opens with the same key for the same account, and twice sealed looks different', () => {
  const sealed = seal(key, secret, 'acc_one')
  assert.equal(open(key, sealed, 'acc_one'), secret)
  assert.notEqual(seal(key, secret, 'acc_one'), sealed)
  assert.ok(!Buffer.from(sealed.slice(3), 'base64url').toString('latin1').includes('JBSWY3DP'))
})

test('it opens for no other account, with no other key, and with no bit changed', () => {
  const sealed = seal(key, secret, 'acc_one')
  assert.throws(() => open(key, sealed, 'acc_two'))
  assert.throws(() => open(aKey(), sealed, 'acc_one'))
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    assert.throws(() => open(key, `v1.${changed.toString('base64url')}`, 'acc_one'), `byte ${at}`)
  }
  for (const cut of [0, 11, 12, 27, bytes.length - 1])
    assert.throws(() => open(key, `v1.${bytes.subarray(0, cut).toString('base64url')}`, 'acc_one'), `cut at ${cut}`)
  assert.throws(() => open(key, sealed.slice(3), 'acc_one'))
})

test('a keyed hash is the same for the same, and differs by key, purpose and text', () => {
  const hash = keyedHash(key, 'recovery codes', 'one')
  assert.equal(keyedHash(key, 'recovery codes', 'one'), hash)
  const others = [
    keyedHash(aKey(), 'recovery codes', 'one'),
    keyedHash(key, 'something else', 'one'),
    keyedHash(key, 'recovery codes', 'two'),
  ]
  assert.ok(!others.includes(hash))
})
