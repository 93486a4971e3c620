import { accountAddress, becauseAccount, forgottenAddress, whenInWords } from './account-words.ts'
import { type Letterhead, type Part, typeset, type WrittenLetter } from './sheet.ts'

/** The password is another one now. */
export function passwordChanged({ at }: { at: Temporal.Instant }, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'Your password was changed.',
      parts: [
        {
          kind: 'words',
          text: `That was ${whenInWords(at, shop)}. Every other device was signed out.`,
        },
        ...ifNotYou(shop),
      ],
      footnote: becauseAccount,
    },
    shop,
  )
}

/** Somebody signed in on a device that the account has not seen. */
export function newDevice({ device, at }: { device: string; at: Temporal.Instant }, shop: Letterhead): WrittenLetter {
  return typeset(
    {
      sentence: 'A new device is signed in to your account.',
      parts: [
        { kind: 'rows', rows: [device, whenInWords(at, shop)] },
        { kind: 'words', text: 'If that was you, there is nothing to do.' },
        { kind: 'button', label: 'See your devices', address: `${accountAddress(shop)}/security` },
        ...ifNotYou(shop),
      ],
      footnote: becauseAccount,
    },
    shop,
  )
}

/** One device's key was in two hands; both were shut out. */
export function sessionReuse(
  { device, at }: { device: string; at: Temporal.Instant },
  shop: Letterhead,
): WrittenLetter {
  return typeset(
    {
      sentence: 'We signed a device out, to be safe.',
      parts: [
        {
          kind: 'words',
          text: `The key that keeps ${device} signed in was used from two places, ${whenInWords(at, shop)}. One of them may be somebody else, so neither is signed in any more.`,
        },
        {
          kind: 'words',
          text: 'A browser that was restored from a backup looks like this too. If that explains it, sign in again and all is well.',
        },
        ...ifNotYou(shop),
      ],
      footnote: becauseAccount,
    },
    shop,
  )
}

/** To the old address, when a move was asked for and when it was made. */
export function emailChanging(
  { at, isDone }: { at: Temporal.Instant; isDone: boolean },
  shop: Letterhead,
): WrittenLetter {
  const when = whenInWords(at, shop)
  return typeset(
    {
      sentence: isDone ? 'Your account has moved to another address.' : 'Your account is about to move.',
      parts: [
        {
          kind: 'words',
          text: isDone
            ? `Since ${when} this address doesn’t sign in any more, and our letters go to the new one.`
            : `Somebody who is signed in asked us, ${when}, to move your account to another address. It moves when the link that we sent there is followed; until then this one stays.`,
        },
        isDone
          ? { kind: 'note', text: `If that wasn’t you, ring us: ${shop.phone}. We can move it back.` }
          : {
              kind: 'note',
              text: `If that wasn’t you, change your password now: ${forgottenAddress(shop)}. That stops the move.`,
            },
      ],
      footnote: becauseAccount,
    },
    shop,
  )
}

function ifNotYou(shop: Letterhead): Part[] {
  return [
    {
      kind: 'note',
      text: `If it wasn’t you, choose a new password, which signs every device out: ${forgottenAddress(shop)}. Or ring us: ${shop.phone}.`,
    },
  ]
}
