import type { GiftOccasion, GiftRelationship, GiftTone } from '@flora/contract/gift-notes.ts'

/** The tones that words are written in; "short" is a length, not a tone. */
export type Tone = Exclude<GiftTone, 'short'>

/**
 * Sentences that may stand for each other. In them `{, name}` is the recipient's name if there is one, `{, name,}` the same where
 * the sentence has no comma without it, and `{I|we}` what one sender says and what several say.
 */
export interface Saying {
  readonly in: readonly Tone[]
  /** Only to these; absent: to anybody. */
  readonly to?: readonly GiftRelationship[]
  /** Only for these; absent: whatever the occasion. */
  readonly on?: readonly GiftOccasion[]
  readonly say: readonly string[]
}

/**
 * What notes for one occasion are made of. Any opening may be followed by any middle and any closing of its tone, so none
 * speaks of another. An opening names the occasion; a line says all by itself.
 */
export interface Material {
  /** Those to whom only words of their own are said, not the ones for anybody: nobody congratulates his own bride. */
  readonly apart?: readonly GiftRelationship[]
  readonly openings: readonly Saying[]
  readonly middles: readonly Saying[]
  readonly closings: readonly Saying[]
  readonly lines: readonly Saying[]
}
