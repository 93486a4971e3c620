import { suggestionsAtATime } from '@flora/contract/gift-note-choices.ts'
import { askHostedWriter, type SuggestingShop } from './ask-hosted-writer.ts'
import { noteNotSuitable } from './errors.ts'
import { typedWords, type Wish } from './gift-note.ts'
import { sameWords } from './offline/same-words.ts'
import { writeNotes } from './offline/write-notes.ts'
import { isSuitable } from './suitable.ts'

// With it a page waits no longer than a person does. The shop's own writer needs a few milliseconds after it.
const patienceMs = 4_000

/**
 * Three messages for a card, each of which fits it and none of which was shown. The hosted writer is asked if there is one; whatever
 * it leaves open, for whatever reason, the shop's own writer fills. Refuses words that no card should carry.
 */
export async function suggestGiftNotes(
  shop: SuggestingShop,
  wish: Wish,
  { seed, limitMs = patienceMs }: { seed: number; limitMs?: number },
): Promise<string[]> {
  if (!typedWords(wish).every(isSuitable)) throw noteNotSuitable()
  const shown = wish.avoid ?? []
  const hosted = others(await askHostedWriter(shop, wish, { limitMs }), shown)
  const own = writeNotes(wish, { seed, avoid: [...shown, ...hosted], count: suggestionsAtATime - hosted.length })
  return [...hosted, ...own]
}

function others(texts: readonly string[], shown: readonly string[]): string[] {
  const known = new Set(shown.map(sameWords))
  return texts
    .filter((text) => {
      const words = sameWords(text)
      if (known.has(words)) return false
      known.add(words)
      return true
    })
    .slice(0, suggestionsAtATime)
}
