import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** A key that signs access tokens, and the half of it that anybody may have. */
export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** The half of a key that is published, as RFC 7517 writes it. */
export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: 'ES256'
  readonly use: 'sig'
}

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
  kid: z.string().min(1).max(100),
})
const PrivateJwks = z.object({ keys: z.array(PrivateJwk).min(1).max(10) })

/** Reads a private JWKS. Undefined when it is none, or when two of its keys have one id: nothing of it is repeated to anybody. */
export function readSigningKeys(text: string): readonly SigningKey[] | undefined {
  try {
    const { keys } = PrivateJwks.parse(JSON.parse(text))
    if (new Set(keys.map(({ kid }) => kid)).size < keys.length) return undefined
    return keys.map(({ kid, ...jwk }) => {
      const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
      return { kid, privateKey, publicKey: createPublicKey(privateKey) }
    })
  } catch {
    return undefined
  }
}

/** A private JWKS with one key more, which stands first: it signs, and the others go on verifying what they signed. */
export function withNewSigningKey(keys: readonly SigningKey[]): string {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  // The id is made from the key itself, so that two operators cannot choose the same.
  const { x, y } = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(`${x}.${y}`).digest('base64url').slice(0, 16)
  const all = [{ kid, privateKey }, ...keys]
  return JSON.stringify({ keys: all.map((key) => ({ ...key.privateKey.export({ format: 'jwk' }), kid: key.kid })) })
}

/** What anybody may know of the keys, so that other services can verify what the shop signed. */
export function publicJwks(keys: readonly SigningKey[]): { keys: PublicJwk[] } {
  return {
    keys: keys.map(({ kid, publicKey }) => {
      const { x, y } = publicKey.export({ format: 'jwk' })
      return { kty: 'EC', crv: 'P-256', x: x!, y: y!, kid, alg: 'ES256', use: 'sig' }
    }),
  }
}
