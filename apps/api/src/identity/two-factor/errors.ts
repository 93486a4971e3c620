import { Refusal } from '../../platform/refusal.ts'

export const codeWrong = () =>
  new Refusal(
    403,
    'code-wrong',
    'That code isn’t right. Each one counts once: please wait for the next, and check that your device’s clock is.',
  )

export const twoFactorIsOn = () =>
  new Refusal(
    409,
    'two-factor-is-on',
    'Two-factor sign-in is on. To move it to another device, give a code of the one you have, or a recovery code.',
  )

export const twoFactorNotBegun = () =>
  new Refusal(409, 'two-factor-not-begun', 'There is nothing to confirm. Please begin again and scan the new picture.')

export const twoFactorIsNeeded = () =>
  new Refusal(
    409,
    'two-factor-is-needed',
    'Work in the shop needs two-factor sign-in, so it stays on. You can move it to another device.',
  )
