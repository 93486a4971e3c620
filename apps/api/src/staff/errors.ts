import { Refusal } from '../platform/refusal.ts'

export const alreadyStaff = (email: string): Refusal =>
  new Refusal(409, 'already-staff', `${email} works here already. Change the role in the list instead.`)

export const staffNotFound = (): Refusal => new Refusal(404, 'staff-not-found', 'Nobody who works here has this id.')

export const ownRole = (): Refusal =>
  new Refusal(409, 'own-role', 'Nobody changes her own role. Another owner can change yours.')

export const nameAndPasswordNeeded = (): Refusal =>
  new Refusal(
    422,
    'name-and-password-needed',
    'There is no account of this address yet. Please give a name and a password.',
  )

export const roleWasTaken = (): Refusal =>
  new Refusal(403, 'not-allowed', 'Your own role was changed a moment ago. Nothing was done.')

export const invitationNotValid = (): Refusal =>
  new Refusal(410, 'link-not-valid', 'This invitation is used, withdrawn or too old. Please ask for another one.')

export const accountMadeMeanwhile = (): Refusal =>
  new Refusal(
    409,
    'account-made-meanwhile',
    'An account of this address was made a moment ago. Please press once more.',
  )
