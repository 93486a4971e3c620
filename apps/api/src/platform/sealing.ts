import { createCipheriv, createDecipheriv, createHmac, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

/**
 * Encrypts a text by AES-256-GCM. It opens with the same key and context only: what was sealed for one account cannot be put
 * into another one's row.
 */
export function seal(key: KeyObject, text: string, context: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'sealing'), iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${version}${sealed.toString('base64url')}`
}

/** What was sealed. Throws when key or context are not those of the sealing, or a bit was changed. */
export function open(key: KeyObject, sealed: string, context: string): string {
  if (!sealed.startsWith(version)) throw new Error('This was not sealed by us.')
  const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
  if (bytes.length < ivBytes + tagBytes) throw new Error('What was sealed is cut off.')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'sealing'), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
}

/** A hash that only this shop can work out: a stolen table of short codes cannot be searched without its key. */
export function keyedHash(key: KeyObject, purpose: string, text: string): string {
  return createHmac('sha256', keyFor(key, purpose)).update(text).digest('base64url')
}

// So that another way of sealing can be told from this one.
const version = 'v1.'

// One key in the configuration, another one derived from it for each purpose: what one of them lets out tells nothing of the rest.
function keyFor(key: KeyObject, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `flora ${purpose}`, keyBytes))
}
