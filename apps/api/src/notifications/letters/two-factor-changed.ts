import { accountAddress, becauseAccount, forgottenAddress, whenInWords } from './account-words.ts'
import { type Letterhead, typeset, type WrittenLetter } from './sheet.ts'
import { countInWords } from './typed-words.ts'

export type TwoFactorChange =
  | { readonly change: 'on' | 'moved' | 'off'; readonly at: Temporal.Instant }
  /** `left` is how many recovery codes there still are. */
  | { readonly change: 'recovery-code'; readonly at: Temporal.Instant; readonly left: number }

/** The second factor is on, off, or on another device now, or somebody came in without it. */
export function twoFactorChanged(news: TwoFactorChange, shop: Letterhead): WrittenLetter {
  const { sentence, text } = said(news)
  return typeset(
    {
      sentence,
      parts: [
        { kind: 'words', text: `That was ${whenInWords(news.at, shop)}. ${text}` },
        { kind: 'button', label: 'See your account', address: accountAddress(shop) },
        {
          kind: 'note',
          text: `If it wasn’t you, choose a new password, which signs every device out: ${forgottenAddress(shop)}. Then ring us: ${shop.phone}.`,
        },
      ],
      footnote: becauseAccount,
    },
    shop,
  )
}

function said(news: TwoFactorChange): { sentence: string; text: string } {
  switch (news.change) {
    case 'on':
      return {
        sentence: 'Two-factor sign-in is on.',
        text: 'From now on a code from your authenticator is asked for after the password. Keep the recovery codes where you would find them without your phone.',
      }
    case 'moved':
      return {
        sentence: 'Two-factor sign-in is on another device.',
        text: 'The codes of the old one count no more, and neither do the recovery codes that came with it.',
      }
    case 'off':
      return { sentence: 'Two-factor sign-in is off.', text: 'Your password alone signs you in.' }
    case 'recovery-code':
      return { sentence: 'A recovery code signed you in.', text: leftInWords(news.left) }
  }
}

function leftInWords(left: number): string {
  if (left === 0) return 'It was the last one. Move two-factor to a device now: new codes come with it.'
  return left === 1
    ? 'One is left. Moving two-factor to a device gives you new ones.'
    : `It counts no more; ${countInWords(left).toLowerCase()} are left.`
}
