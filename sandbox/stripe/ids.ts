import { createHash, randomUUID } from 'node:crypto'

export type NewId = (prefix: string, length?: number) => string

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Ids that look like Stripe's. The same seed gives the same ids; without one every start has ids of its own. */
export function createIds(seed: string = randomUUID()): NewId {
  const next = randomStream(seed)
  return (prefix, length = 24) => {
    let id = prefix
    for (let i = 0; i < length; i++) id += ALPHABET[next() % ALPHABET.length]
    return id
  }
}

/** An endless stream of 32-bit numbers from a seed (the sfc32 generator): quick, and the same on every machine. */
export function randomStream(seed: string): () => number {
  const state = createHash('sha256').update(seed).digest()
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => state.readInt32LE(at)) as [number, number, number, number]
  return () => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out >>> 0
  }
}
