import { keepTheLink, linkAddress } from './account-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'

/** Somebody whom a provider vouches for wants to enter an account by it. */
export interface ProviderLink {
  /** As it stands on the button: 'Auth0'. */
  readonly provider: string
  readonly token: string
  readonly minutes: number
}

/** To the account's own address: joins a provider's identity to the account, and signs its owner in. */
export function linkProvider({ provider, token, minutes }: ProviderLink, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: `Shall ${provider} open your account?`,
      parts: [
        {
          kind: 'words',
          text: `Somebody signed in at ${shop.name} by ${provider} with this address, which has an account already. If it was you, this link joins the two: from then on ${provider} signs you in, and so does everything that did before.`,
        },
        { kind: 'button', label: `Join ${provider} to my account`, address: linkAddress('link-sign-in', token, shop) },
        {
          kind: 'note',
          text: `The link works once, for ${minutes} minutes. If it wasn’t you, leave it alone: nothing is joined without it, and nobody was let in.`,
        },
      ],
      footnote: keepTheLink,
    },
    shop,
  )
}
