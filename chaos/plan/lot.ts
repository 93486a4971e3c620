import { createHash } from 'node:crypto'

/** Draws by lot: the same seed gives the same draws, on any machine. */
export interface Lot {
  /** From 0 up to, not including, 1. */
  readonly share: () => number
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** One of them, a heavier one more often. */
  readonly weighed: <T>(from: readonly (readonly [T, number])[]) => T
  readonly shuffled: <T>(items: readonly T[]) => T[]
}

/** A lot of its own for a name: what is drawn for one changes nothing for another. */
export function lotOf(...name: readonly (string | number)[]): Lot {
  const hash = createHash('sha256').update(name.join(' ')).digest()
  const state = new Uint32Array([0, 4, 8, 12].map((at) => hash.readUInt32LE(at)))
  const share = (): number => next(state) / 2 ** 32
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to draw from')
    return from[between(0, from.length - 1)]!
  }
  return {
    share,
    between,
    pick,
    weighed: (from) => {
      let left = share() * from.reduce((sum, [, weight]) => sum + weight, 0)
      return (from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1)!)[0]
    },
    shuffled: (items) => {
      const rest = [...items]
      for (let last = rest.length - 1; last > 0; last -= 1) {
        const other = between(0, last)
        ;[rest[last], rest[other]] = [rest[other]!, rest[last]!]
      }
      return rest
    },
  }
}

// xoshiro128+ (Blackman and Vigna): four words of state, good enough for a plan, and the same everywhere.
function next(state: Uint32Array): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number]
  const mixedC = c ^ a
  const mixedD = d ^ b
  state[1] = b ^ mixedC
  state[0] = a ^ mixedD
  state[2] = mixedC ^ (b << 9)
  state[3] = (mixedD << 11) | (mixedD >>> 21)
  return (a + d) >>> 0
}
