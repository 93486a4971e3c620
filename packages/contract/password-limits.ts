/** Passwords after NIST 800-63B: long rather than clever; bcrypt reads 72 bytes, so more is refused and not cut. */
export const passwordLimits = { leastCharacters: 10, mostBytes: 72 } as const

/** What is wrong with a password before anybody asks whether it is known; nothing when it may be used. */
export function passwordFault(typed: string): string | undefined {
  const password = typed.normalize('NFC')
  if (Array.from(password).length < passwordLimits.leastCharacters)
    return `Please use at least ${passwordLimits.leastCharacters} characters; a few words are easiest to remember.`
  if (new TextEncoder().encode(password).length > passwordLimits.mostBytes)
    return `Please use at most ${passwordLimits.mostBytes} bytes: letters of plain English are one byte each, others up to four.`
  return undefined
}
