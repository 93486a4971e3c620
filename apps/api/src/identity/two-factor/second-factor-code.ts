/** What somebody typed as her second factor. */
export type GivenCode =
  | { kind: 'authenticator'; digits: string }
  | { kind: 'recovery'; code: string }
  | { kind: 'neither' }

/** Tells the two kinds apart. Spaces and dashes are how codes are shown, not part of them. */
export function readCode(typed: string): GivenCode {
  const bare = typed.replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(bare)) return { kind: 'authenticator', digits: bare }
  const code = bare.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return isRecoveryCode.test(code) ? { kind: 'recovery', code } : { kind: 'neither' }
}

/** How many recovery codes somebody gets: a year of lost telephones. */
export const recoveryCodeCount = 10

// Douglas Crockford's base 32: without letters that look like digits, and without U, so that none is a rude word.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
// 50 bits: beyond guessing at a few tries a minute, and still readable over a telephone.
const codeLetters = 10
const isRecoveryCode = new RegExp(`^[${alphabet}]{${codeLetters}}$`)

/** New recovery codes as they are read back by `readCode`, all different. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < recoveryCodeCount) {
    const random = crypto.getRandomValues(new Uint8Array(codeLetters))
    codes.add(Array.from(random, (byte) => alphabet[byte % alphabet.length]).join(''))
  }
  return [...codes]
}

/** A recovery code as it is shown, in two groups: 'k7m2q-9x4tz'. */
export function inGroups(code: string): string {
  const half = codeLetters / 2
  return `${code.slice(0, half)}-${code.slice(half)}`
}
