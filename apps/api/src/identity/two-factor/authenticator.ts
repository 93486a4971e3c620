import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

// What every authenticator can do (RFC 6238 as the common apps read it): others offer longer codes, some apps ignore that silently.
const period = 30
const rules = { algorithm: 'SHA1', digits: 6, period } as const

// A telephone's clock may be off by half a minute, and typing takes a while.
const window = 1

/** A new shared secret of 160 bits, in base 32: what a person can type when her camera fails. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address an authenticator reads from the picture: whose code it will be, and of which shop. */
export function authenticatorUri(secret: string, { email, shopName }: { email: string; shopName: string }): string {
  // A colon would end the shop's name in the label.
  return new TOTP({ ...rules, secret, issuer: shopName.replaceAll(':', ' '), label: email }).toString()
}

/** The address as a QR code, an SVG without style or script. */
export function toQr(uri: string): string {
  // The quiet zone of four modules is part of the code: on a dark page a reader would not find it without.
  return renderSVG(uri, { ecc: 'M', border: 4, pixelSize: 4 })
}

/** The 30 seconds whose code this is, counted since 1970, if it is one of about now; each counts once. */
export function stepOf(code: string, secret: string, at: Temporal.Instant): number | undefined {
  // The library compares bytes and throws for digits of other scripts, which have more of them.
  if (!/^\d{6}$/.test(code)) return undefined
  const timestamp = at.epochMilliseconds
  const delta = TOTP.validate({ ...rules, secret: Secret.fromBase32(secret), token: code, timestamp, window })
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta
}
