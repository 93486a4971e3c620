/** Chance that can be repeated: the same seed gives the same numbers, from 0 up to 1. */
export type Chance = () => number

/** Marsaglia's xorshift on 32 bits, stirred so that neighbouring seeds part at once. */
export function chanceFrom(seed: number): Chance {
  let state = stir(seed >>> 0) || 0x9e3779b9
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 0x1_0000_0000
  }
}

/** One of them, each by its weight. There must be one. */
export function pick<T>(chance: Chance, from: readonly T[], weight: (one: T) => number = () => 1): T {
  const total = from.reduce((sum, one) => sum + weight(one), 0)
  let left = chance() * total
  for (const one of from) {
    left -= weight(one)
    if (left < 0) return one
  }
  return from.at(-1)!
}

function stir(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
