import { z } from 'zod'
import { cartLimits } from './cart.ts'
import { endpoint } from './endpoint.ts'
import { giftNoteLimits, giftOccasions, giftRelationships, giftTones, suggestionsAtATime } from './gift-note-choices.ts'
import { typed, typedLines } from './text.ts'

export const GiftOccasion = z.enum(keysOf(giftOccasions))
export type GiftOccasion = z.output<typeof GiftOccasion>

export const GiftRelationship = z.enum(keysOf(giftRelationships))
export type GiftRelationship = z.output<typeof GiftRelationship>

export const GiftTone = z.enum(keysOf(giftTones))
export type GiftTone = z.output<typeof GiftTone>

/** What a shopper says of the note she would like. */
export const GiftNoteWish = z.strictObject({
  occasion: GiftOccasion,
  relationship: GiftRelationship,
  tone: GiftTone,
  /** As it is to stand on the card: 'June', 'Mum & Dad'. */
  recipientName: typed(giftNoteLimits.name).optional(),
  senderName: typed(giftNoteLimits.name).optional(),
  /** One thing the note should say, in a sentence. */
  facts: typed(giftNoteLimits.facts).optional(),
  /** Texts she has seen already; others are suggested. */
  avoid: z.array(typedLines(cartLimits.cardCharacters)).max(giftNoteLimits.avoided).optional(),
  language: z.literal('en').optional(),
})
export type GiftNoteWish = z.output<typeof GiftNoteWish>

export const GiftNoteSuggestions = z.strictObject({
  suggestions: z.array(z.strictObject({ text: z.string() })).length(suggestionsAtATime),
})
export type GiftNoteSuggestions = z.output<typeof GiftNoteSuggestions>

export const giftNotes = {
  suggest: endpoint({
    method: 'POST',
    path: '/gift-notes',
    summary: 'Three messages for the card, each of which fits it. The words are the shopper’s to change.',
    who: 'anyone',
    body: GiftNoteWish,
    reply: GiftNoteSuggestions,
    limit: 'suggestions',
    refusals: ['note-not-suitable'],
  }),
}

function keysOf<const Choices extends object>(
  choices: Choices,
): [keyof Choices & string, ...(keyof Choices & string)[]] {
  return Object.keys(choices) as [keyof Choices & string, ...(keyof Choices & string)[]]
}
