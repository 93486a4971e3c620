/** What somebody typed, made ready for full text search. */
export interface Search {
  /** `words` is a tsquery in which every word must occur and the last one may be unfinished; `web` is for quotes and minus signs. */
  readonly form: 'words' | 'web'
  readonly query: string
  readonly words: readonly string[]
}

/** Reads a search. Nothing when there is no letter or digit in it. */
export function readSearch(typed: string | undefined): Search | undefined {
  if (!typed) return undefined
  const words = wordsOf(typed)
  if (words.length === 0) return undefined
  // Somebody who quotes or excludes knows what she wants: PostgreSQL's own reading of it is the right one.
  if (/["“”]|(^|\s)-\p{L}/u.test(typed)) return { form: 'web', query: typed.replaceAll(/[“”]/g, '"'), words }
  return { form: 'words', query: `${words.join(' & ')}:*`, words }
}

/** The words of a text in small letters, without accents, apostrophes or a possessive s. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’'‘]s\b/g, '')
    .replaceAll(/[’'‘]/g, '')
  return plain.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? []
}

/** The words the shop knows, each with the number of products that it belongs to. */
export type Vocabulary = ReadonlyMap<string, number>

/** Counts the words of texts, one text a product, stem or label. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const word of new Set(wordsOf(text))) if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * The same search in words the shop knows: each unknown word becomes the nearest known one, two run together are parted, two
 * torn apart are joined. Nothing when there is no better reading.
 */
export function corrected(words: readonly string[], vocabulary: Vocabulary): string[] | undefined {
  const better: string[] = []
  let changed = false
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place]!
    const next = words[place + 1]
    if (next && vocabulary.has(word + next)) {
      better.push(word + next)
      place += 1
      changed = true
    } else if (isKnown(word, vocabulary)) {
      better.push(word)
    } else {
      const reading = parted(word, vocabulary) ?? nearest(word, vocabulary)
      if (reading) changed = true
      better.push(...(reading ? [reading].flat() : [word]))
    }
  }
  return changed ? better : undefined
}

// A plural that the shop writes in the singular is no mistake.
function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.has(word) || vocabulary.has(`${word}s`) || (word.endsWith('s') && vocabulary.has(word.slice(0, -1)))
}

function parted(word: string, vocabulary: Vocabulary): string[] | undefined {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const [left, right] = [word.slice(0, cut), word.slice(cut)]
    if (vocabulary.has(left) && vocabulary.has(right)) return [left, right]
  }
  return undefined
}

/** The known word with the fewest slips of the finger from this one; of equals the commoner. Short words forgive one slip, long ones more. */
export function nearest(word: string, vocabulary: Vocabulary): string | undefined {
  const allowed = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3
  let best: { word: string; slips: number; count: number } | undefined
  for (const [known, count] of vocabulary) {
    const limit = best?.slips ?? allowed
    if (Math.abs(known.length - word.length) > limit) continue
    const slips = slipsBetween(word, known, limit)
    if (slips > limit) continue
    if (!best || slips < best.slips || isLikelier(word, known, count, best)) best = { word: known, slips, count }
  }
  return best && best.slips > 0 ? best.word : undefined
}

// Fingers rarely miss the first letter.
function isLikelier(word: string, known: string, count: number, best: { word: string; count: number }): boolean {
  const [here, there] = [known[0] === word[0], best.word[0] === word[0]]
  return here === there ? count > best.count : here
}

/** Letters put in, left out, changed, or swapped with their neighbour. Gives up above `limit`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const change = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      let slips = Math.min(change, above[column]! + 1, line[column - 1]! + 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwap) slips = Math.min(slips, before[column - 2]! + 1)
      line.push(slips)
      least = Math.min(least, slips)
    }
    if (least > limit) return limit + 1
    before = above
    above = line
  }
  return above[b.length]!
}
