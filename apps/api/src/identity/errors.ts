import { Refusal } from '../platform/refusal.ts'

export const signInNeeded = () => new Refusal(401, 'sign-in-needed', 'Please sign in first.')

export const notAllowed = () =>
  new Refusal(403, 'not-allowed', 'Your role doesn’t allow this. The shop’s owner can change roles.')

export const twoFactorNeeded = () =>
  new Refusal(
    403,
    'two-factor-needed',
    'Work in the shop needs two-factor sign-in. Switch it on in your account, then sign in again with its code.',
  )

/** Says the same of an address without an account. */
export const signInWrong = () =>
  new Refusal(
    401,
    'sign-in-wrong',
    'That e-mail and password don’t match. Check the e-mail first, then choose a new password if it’s forgotten.',
  )

/** `waitSeconds` is for a page that counts down. */
export const signInWait = (waitSeconds: number) =>
  new Refusal(429, 'sign-in-wait', `That was wrong too often. Please wait ${inWords(waitSeconds)}, then try again.`, {
    waitSeconds,
  })

/** Not the asker's fault: all at once is more than passwords can be compared. */
export const tooManyPasswords = () =>
  new Refusal(503, 'too-many-requests', 'Many people are signing in right now. Please try again in a moment.')

export const passwordWrong = () => new Refusal(403, 'password-wrong', 'That isn’t your password. Nothing was changed.')

export const passwordKnown = (because: string) => new Refusal(422, 'password-known', because)

export const linkNotValid = () =>
  new Refusal(410, 'link-not-valid', 'This link is used up or too old. Please ask for a new one.')

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

export const passwordNeeded = () =>
  new Refusal(
    409,
    'password-needed',
    'You asked on another device, or somebody asked for you. Please choose the password here.',
  )

export const signInAgain = () =>
  new Refusal(
    403,
    'sign-in-again',
    'Please sign out and in again first: you come by a provider, so we can’t ask for a password here.',
  )
