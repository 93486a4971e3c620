import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { publicJwks, readSigningKeys, withNewSigningKey } from './signing-keys.ts'

test('a new key stands first, and those that were there stay', () => {
  const first = readSigningKeys(withNewSigningKey([]))!
  const second = readSigningKeys(withNewSigningKey(first))!
  assert.deepEqual([second.length, second[1]!.kid], [2, first[0]!.kid])
  assert.notEqual(second[0]!.kid, first[0]!.kid)
})

test('what is published says nothing of the private half', () => {
  const published = publicJwks(readSigningKeys(withNewSigningKey([]))!)
  assert.deepEqual(Object.keys(published.keys[0]!).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
})

test('what is no private JWKS of P-256 keys is none', () => {
  const jwks = JSON.parse(withNewSigningKey([])) as { keys: [Record<string, string>] }
  const [key] = jwks.keys
  const { d: _, ...publicHalf } = key
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' })
  const wrong: unknown[] = [
    'text',
    {},
    { keys: [] },
    { keys: [publicHalf] },
    { keys: [{ ...key, kid: '' }] },
    { keys: [key, key] },
    { keys: [{ ...key, x: key['y'] }] },
    { keys: [{ ...rsa, kid: 'rsa' }] },
    { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'shared' }] },
  ]
  for (const each of wrong) assert.equal(readSigningKeys(JSON.stringify(each)), undefined, JSON.stringify(each))
  assert.equal(readSigningKeys('{'), undefined)
})
