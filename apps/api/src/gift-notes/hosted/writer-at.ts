import { noteNotSuitable } from '../errors.ts'
import type { GiftWriter } from '../gift-note.ts'
import { printable } from '../offline/printable.ts'
import { readDrafts } from './drafts.ts'
import { promptFor, type Prompt } from './prompt.ts'

/** A provider, as far as drafting goes. */
export interface Desk {
  /** The model's answer; undefined when the model would rather not. */
  readonly draft: (prompt: Prompt, signal: AbortSignal) => Promise<string | undefined>
  /** What the provider's own moderation says of each text, if it has one. */
  readonly judge?: (texts: readonly string[], signal: AbortSignal) => Promise<readonly Verdict[]>
}

/** Harmful is refused; doubtful is written about by the shop itself, without saying so. */
export type Verdict = 'fine' | 'doubtful' | 'harmful'

/** The writer that works at a provider's desk. */
export function writerAt(desk: Desk): GiftWriter {
  return {
    suggest: async (wish, { signal }) => {
      const fact = printable(wish.facts)
      const judging = fact !== '' && desk.judge ? desk.judge([fact], signal) : undefined
      // At the same time, because she waits; an answer to words that turn out to be harmful is thrown away.
      const [[verdict] = [], answer] = await Promise.all([
        judging?.then(refuseHarmful),
        desk.draft(promptFor(wish), signal),
      ])
      if (verdict === 'doubtful' || answer === undefined) return []
      const drafts = readDrafts(answer, wish)
      const texts = drafts.map(({ text }) => text)
      if (texts.length === 0 || !desk.judge) return texts
      const unnamed = drafts.map((draft) => draft.unnamed)
      const verdicts = await desk.judge(unnamed, signal)
      return texts.filter((_, at) => verdicts[at] === 'fine')
    },
  }
}

function refuseHarmful(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (verdicts.includes('harmful')) throw noteNotSuitable()
  return verdicts
}
