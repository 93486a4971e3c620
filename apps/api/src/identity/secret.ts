import { createHash, type KeyObject, randomBytes } from 'node:crypto'
import { keyedHash } from '../platform/sealing.ts'

/** 32 random bytes as 43 characters: a link's token, a ticket, a refresh token. Nobody guesses one, so a plain hash keeps it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of a secret: a stolen database opens nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/**
 * The refresh token that follows another. It is derived, so that two tabs which bring the same one at once are given the same one
 * back, and a thief who brings it along with them gets no line of descent of his own.
 */
export function nextRefreshToken(sealingKey: KeyObject, token: string): string {
  return keyedHash(sealingKey, 'refresh', token)
}

/** Whether something has the form of our secrets; what has not is not looked up. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text)
}
