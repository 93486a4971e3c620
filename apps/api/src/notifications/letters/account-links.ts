import { accountAddress, forgottenAddress, keepTheLink, linkAddress, whenInWords } from './account-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'
import { calledName } from './typed-words.ts'

export interface NewAccount {
  readonly token: string
  readonly hours: number
  /** On which device it was asked for, and when. */
  readonly device: string
  readonly at: Temporal.Instant
}

/**
 * Makes the account. Anybody can ask in anybody's name, so it says when and on what that was, and nothing that was typed stands in it:
 * it must not be a way of writing to strangers in the shop's name.
 */
export function verifyEmail({ token, hours, device, at }: NewAccount, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'One step, and your account is there.',
      parts: [
        {
          kind: 'words',
          text: `Somebody asked for an account at ${shop.name} with this address. If it was you, this link makes it and signs you in.`,
        },
        { kind: 'rows', rows: [`Asked for ${whenInWords(at, shop)}`, device] },
        { kind: 'button', label: 'Make my account', address: linkAddress('verify', token, shop) },
        {
          kind: 'note',
          text: `The link works once, for ${hours} hours. If that wasn’t you, there is nothing to do: without the link there is no account, and on your own device you would choose the password yourself.`,
        },
      ],
      footnote: keepTheLink,
    },
    shop,
  )
}

/** Instead of a link: the address has an account already, and whoever asked is told the same as anybody. */
export function alreadyHaveAccount(shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'You have an account with us already.',
      parts: [
        {
          kind: 'words',
          text: 'Somebody asked for a new account with this address. There is one, and nothing about it was changed.',
        },
        { kind: 'button', label: 'Sign in', address: `${shop.publicUrl}/sign-in` },
        {
          kind: 'note',
          text: `If you forgot the password, choose another one here: ${forgottenAddress(shop)}. If it wasn’t you, there is nothing to do.`,
        },
      ],
      footnote: 'You get this letter because somebody typed this address at our sign-up page.',
    },
    shop,
  )
}

/** After the link was followed. */
export function welcome({ name }: { name: string }, shop: Letterhead): WrittenLetter {
  const called = calledName(name)
  return typeset(
    {
      sentence: called ? `Welcome, ${called}. Your account is there.` : 'Welcome. Your account is there.',
      parts: [
        {
          kind: 'words',
          text: 'It keeps your cart on every device, the addresses you send to, and your orders. It can remind you of the days that matter, and you can take all of it away with you whenever you like.',
        },
        { kind: 'button', label: 'See your account', address: accountAddress(shop) },
      ],
      footnote: 'You get this letter, once, because you made an account with this address.',
    },
    shop,
  )
}

/** Chooses a new password. */
export function resetPassword({ token, minutes }: { token: string; minutes: number }, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'Choose a new password.',
      parts: [
        { kind: 'words', text: `Somebody, we hope you, asked for a new password at ${shop.name}.` },
        { kind: 'button', label: 'Choose a password', address: linkAddress('reset-password', token, shop) },
        {
          kind: 'note',
          text: `The link works once, for ${minutes} minutes, and signs every device out. If it wasn’t you, there is nothing to do: your password stays as it is.`,
        },
      ],
      footnote: keepTheLink,
    },
    shop,
  )
}

/** To the new address: moves the account to it. */
export function confirmNewEmail({ token, hours }: { token: string; hours: number }, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'Is this your new address?',
      parts: [
        { kind: 'words', text: `Somebody asked us to move an account at ${shop.name} to this address.` },
        { kind: 'button', label: 'Move my account here', address: linkAddress('confirm-email', token, shop) },
        {
          kind: 'note',
          text: `The link works once, for ${hours} hours. If it wasn’t you, leave it alone: nothing moves without it.`,
        },
      ],
      footnote: keepTheLink,
    },
    shop,
  )
}

/** To a new address that has an account already: nothing can be moved to it. */
export function newEmailIsTaken(shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'This address has an account already.',
      parts: [
        {
          kind: 'words',
          text: `Somebody asked us to move another account at ${shop.name} to this address. It has one already, so nothing was moved.`,
        },
        {
          kind: 'note',
          text: 'If it was you: sign in to the account of this address, or erase it before you move the other one here.',
        },
      ],
      footnote: 'You get this letter because somebody typed this address as the new one of an account.',
    },
    shop,
  )
}
