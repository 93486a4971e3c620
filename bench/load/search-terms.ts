import { ask } from '../session/stocked-shop.ts'

/** The words customers know from this shop: those of its names, in small letters. */
export async function shopWords(database: string): Promise<string[]> {
  const found = await ask<{ word: string }>(database, [
    `
    select distinct word from (
      select regexp_split_to_table(lower(name || ' ' || latin_name), '[^a-z]+') as word from products where status = 'live'
      union all select regexp_split_to_table(lower(label), '[^a-z]+') from facet_values
    ) words where length(word) > 3 order by word`,
  ])
  return found.map(({ word }) => word)
}

/** Searches, each different from all before it: one to three words, in half of which a finger slipped. The same seed gives the same. */
export function* searchTerms(words: readonly string[], seed: number): Generator<string, never> {
  const random = randomFrom(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!
  const seen = new Set<string>()
  for (;;) {
    const count = pick([1, 1, 2, 2, 2, 3])
    const chosen = Array.from({ length: count }, () => pick(words))
    if (random() < 0.5) {
      const at = Math.floor(random() * count)
      chosen[at] = slipped(chosen[at]!, random)
    }
    const term = chosen.join(' ')
    if (seen.has(term)) continue
    seen.add(term)
    yield term
  }
}

// One letter left out, doubled, changed, or swapped with its neighbour; rarely the first.
function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)]
  const other = String.fromCharCode(97 + Math.floor(random() * 26))
  return [
    before + next + after,
    before + letter + letter + next + after,
    before + other + next + after,
    before + next + letter + after,
  ][Math.floor(random() * 4)]!
}

// A small generator of our own (mulberry32's steps), since Math.random cannot be seeded.
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
