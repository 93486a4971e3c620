import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, createSecretKey } from 'node:crypto'
import { test } from 'node:test'
import type { AccountId, SessionId } from '@flora/contract/ids.ts'
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { readConfig } from '../platform/config.ts'
import { readSigningKeys, withNewSigningKey } from '../platform/signing-keys.ts'
import { accessTokenMinutes, readAccessToken, signAccessToken } from './access-token.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00+11:00')
const later = (seconds: number) => now.add({ seconds })
const seconds = Math.floor(now.epochMilliseconds / 1_000)
const owner = { accountId: 'acc_mercy' as AccountId, sessionId: 'ses_one' as SessionId }
const config = readConfig({ PUBLIC_URL: 'https://flora.example' })
const [key] = config.signingKeys

const claims: JWTPayload = {
  iss: 'https://flora.example',
  aud: 'flora',
  sub: owner.accountId,
  sid: owner.sessionId,
  iat: seconds,
  exp: seconds + 60,
}
const header = { alg: 'ES256', kid: key!.kid, typ: 'at+jwt' }

function sign(changes: { claims?: object; header?: object; by?: KeyObject | Uint8Array } = {}): Promise<string> {
  return new SignJWT({ ...claims, ...changes.claims })
    .setProtectedHeader({ ...header, ...changes.header })
    .sign(changes.by ?? key!.privateKey)
}

test('a token of ours is good for half an hour to the second, and says then that it is over', async () => {
  const { token, expiresAt } = await signAccessToken(config, owner, now)
  assert.equal(expiresAt.toString(), later(accessTokenMinutes * 60).toString())
  assert.deepEqual(await readAccessToken(config, token, later(accessTokenMinutes * 60 - 1)), { kind: 'good', ...owner })
  assert.deepEqual(await readAccessToken(config, token, later(accessTokenMinutes * 60)), { kind: 'expired', ...owner })
})

test('one made by hand as ours are is good, so that what follows is refused for its difference alone', async () => {
  assert.equal((await readAccessToken(config, await sign(), now)).kind, 'good')
})

const publicPem = key!.publicKey.export({ type: 'spki', format: 'pem' })
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const ed = generateKeyPairSync('ed25519').privateKey
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey

const forgeries: [string, () => Promise<string> | string][] = [
  ['without a signature', () => new UnsecuredJWT(claims).encode()],
  ['that says alg none and keeps its header', async () => withHeader(await sign(), { ...header, alg: 'none' }, '')],
  ['by the public key as a shared secret', () => sign({ header: { alg: 'HS256' }, by: Buffer.from(publicPem) })],
  [
    'by the public key’s bytes as a shared secret',
    () =>
      sign({ header: { alg: 'HS256' }, by: createSecretKey(key!.publicKey.export({ type: 'spki', format: 'der' })) }),
  ],
  ['by a key of another kind under our id', () => sign({ header: { alg: 'EdDSA' }, by: ed })],
  ['by an RSA key under our id', () => sign({ header: { alg: 'RS256' }, by: rsa })],
  ['by a stranger’s key under our id', () => sign({ by: stranger })],
  ['of a key id that is not ours', () => sign({ header: { kid: 'theirs' }, by: stranger })],
  ['by our key under another id', () => sign({ header: { kid: 'theirs' } })],
  ['without a key id', () => sign({ header: { kid: undefined } })],
  [
    'that brings its own key along',
    () => sign({ header: { kid: undefined, jwk: stranger.export({ format: 'jwk' }) }, by: stranger }),
  ],
  ['of another issuer', () => sign({ claims: { iss: 'https://evil.example' } })],
  ['of no issuer', () => sign({ claims: { iss: undefined } })],
  ['for another audience', () => sign({ claims: { aud: 'another-api' } })],
  ['for no audience', () => sign({ claims: { aud: undefined } })],
  ['of another kind', () => sign({ header: { typ: 'JWT' } })],
  ['of no kind', () => sign({ header: { typ: undefined } })],
  ['that never ends', () => sign({ claims: { exp: undefined } })],
  ['that is not valid yet', () => sign({ claims: { nbf: seconds + 60 } })],
  ['of no session', () => sign({ claims: { sid: undefined } })],
  ['of nobody', () => sign({ claims: { sub: undefined } })],
  ['whose subject is no account', () => sign({ claims: { sub: 'ses_one' } })],
  ['whose claims were changed', async () => withClaims(await sign(), { ...claims, sub: 'acc_other' })],
  ['cut off', async () => (await sign()).slice(0, -1)],
  ['that is none', () => 'hello'],
  ['that is nothing', () => ''],
]
for (const [what, forge] of forgeries) {
  test(`a token ${what} is bad, now and when it would be over`, async () => {
    const token = await forge()
    assert.deepEqual(await readAccessToken(config, token, now), { kind: 'bad' })
    assert.notEqual((await readAccessToken(config, token, later(3_600))).kind, 'good')
  })
}

test('a forged token that is over says no more than any other forged one', async () => {
  const over = { exp: seconds - 60, iat: seconds - 120 }
  assert.equal((await readAccessToken(config, await sign({ claims: over }), now)).kind, 'expired')
  assert.equal((await readAccessToken(config, await sign({ claims: over, by: stranger }), now)).kind, 'bad')
  assert.equal(
    (await readAccessToken(config, await sign({ claims: { ...over, iss: 'https://evil.example' } }), now)).kind,
    'bad',
  )
})

test('a key more signs anew, and the one before it still verifies until it is taken away', async () => {
  const { token: old } = await signAccessToken(config, owner, now)
  const rotated = { ...config, signingKeys: readSigningKeys(withNewSigningKey(config.signingKeys))! }
  const { token: fresh } = await signAccessToken(rotated, owner, now)
  assert.equal((await readAccessToken(rotated, old, now)).kind, 'good')
  assert.equal((await readAccessToken(rotated, fresh, now)).kind, 'good')
  assert.equal((await readAccessToken(config, fresh, now)).kind, 'bad', 'a machine that has not heard of the new key')
  const later = { ...config, signingKeys: rotated.signingKeys.slice(0, 1) }
  assert.equal((await readAccessToken(later, old, now)).kind, 'bad')
})

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function withHeader(token: string, changed: object, signature: string): string {
  return [encode(changed), token.split('.')[1], signature].join('.')
}

function withClaims(token: string, changed: object): string {
  const [head, , signature] = token.split('.')
  return [head, encode(changed), signature].join('.')
}
