import type { GiftNoteWish } from '@flora/contract/gift-notes.ts'

/** What a note is to say, and which texts were shown already. */
export type Wish = Omit<GiftNoteWish, 'language'>

/** Drafts messages for a wish. What comes back need not fit or suit: whoever asked looks at it again. */
export interface GiftWriter {
  readonly suggest: (wish: Wish, options: { readonly signal: AbortSignal }) => Promise<string[]>
}

/** Everything in a wish that somebody typed. */
export function typedWords({ recipientName = '', senderName = '', facts = '' }: Wish): string[] {
  return [recipientName, senderName, facts].filter((text) => text !== '')
}
