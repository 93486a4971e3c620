import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { authenticatorUri, newAuthenticatorSecret, stepOf, toQr } from './authenticator.ts'
import { inGroups, newRecoveryCodes, readCode } from './second-factor-code.ts'

// RFC 6238, appendix B: the secret '12345678901234567890', of whose eight digits we show the last six.
const rfcSecret = Secret.fromUTF8('12345678901234567890').base32
const rfcCodes: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]
const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)

test('the codes are those of RFC 6238', () => {
  for (const [seconds, code] of rfcCodes)
    assert.equal(stepOf(code, rfcSecret, instant(seconds)), Math.floor(seconds / 30), `${seconds}`)
})

test('a code counts for its own 30 seconds and the ones before and after, and says which it was', () => {
  const code = '050471'
  const step = Math.floor(1_111_111_111 / 30)
  const answers = [-2, -1, 0, 1, 2].map((away) => stepOf(code, rfcSecret, instant((step + away) * 30 + 15)))
  assert.deepEqual(answers, [undefined, step, step, step, undefined])
})

test('nothing but six digits is a code of an authenticator', () => {
  const at = instant(59)
  for (const wrong of ['', '28708', '2870822', '94287082', '٢٨٧٠٨٢', '287083', 'abcdef', '0x4613'])
    assert.equal(stepOf(wrong, rfcSecret, at), undefined, wrong)
})

test('a secret has 160 bits and never comes twice', () => {
  const secrets = Array.from({ length: 50 }, newAuthenticatorSecret)
  assert.equal(new Set(secrets).size, 50)
  for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/)
})

test('the address names shop and person, and an authenticator that reads it shows the same codes', () => {
  const secret = newAuthenticatorSecret()
  const uri = authenticatorUri(secret, { email: 'ida+shop@example.com', shopName: 'Flora: Fitzroy' })
  const read = new URL(uri)
  assert.equal(read.protocol, 'otpauth:')
  assert.equal(read.searchParams.get('issuer'), 'Flora  Fitzroy')
  assert.deepEqual(
    ['secret', 'algorithm', 'digits', 'period'].map((name) => read.searchParams.get(name)),
    [secret, 'SHA1', '6', '30'],
  )
  assert.match(decodeURIComponent(read.pathname), /Flora {2}Fitzroy:ida\+shop@example\.com$/)
  const at = instant(1_795_000_000)
  const shown = new TOTP({ secret }).generate({ timestamp: at.epochMilliseconds })
  assert.equal(stepOf(shown, secret, at), Math.floor(1_795_000_000 / 30))
})

test('the picture is a plain SVG that a strict page may show', () => {
  const svg = toQr(authenticatorUri(newAuthenticatorSecret(), { email: 'ida@example.com', shopName: 'Flora' }))
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+">/)
  assert.doesNotMatch(svg, /style|script|href|on\w+=/)
})

test('codes are read as people type them', () => {
  const cases: [string, ReturnType<typeof readCode>][] = [
    ['287082', { kind: 'authenticator', digits: '287082' }],
    ['287 082', { kind: 'authenticator', digits: '287082' }],
    ['k7m2q-9x4tz', { kind: 'recovery', code: 'k7m2q9x4tz' }],
    [' K7M2Q 9X4TZ ', { kind: 'recovery', code: 'k7m2q9x4tz' }],
    ['oO01i-IlL22', { kind: 'recovery', code: '0001111122' }],
    ['1234567890', { kind: 'recovery', code: '1234567890' }],
    ['k7m2q-9x4t', { kind: 'neither' }],
    ['k7m2q-9x4tzz', { kind: 'neither' }],
    ['k7m2q-9x4tu', { kind: 'neither' }],
    ['28708', { kind: 'neither' }],
    ['٢٨٧٠٨٢', { kind: 'neither' }],
    ["'; drop t--", { kind: 'neither' }],
  ]
  for (const [typed, expected] of cases) assert.deepEqual(readCode(typed), expected, typed)
})

test('recovery codes are ten, different, and read back as they are shown', () => {
  const seen = new Set<string>()
  for (let round = 0; round < 20; round += 1) {
    const codes = newRecoveryCodes()
    assert.equal(codes.length, 10)
    for (const code of codes) {
      assert.match(inGroups(code), /^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
      assert.deepEqual(readCode(inGroups(code)), { kind: 'recovery', code })
      seen.add(code)
    }
  }
  assert.equal(seen.size, 200)
})
