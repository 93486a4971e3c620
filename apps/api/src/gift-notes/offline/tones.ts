import type { Tone } from './material.ts'

/** Tones that one sentence can often serve alike. */
export const gentle = [
  'warm',
  'heartfelt',
  'grateful',
  'classic',
  'encouraging',
  'poetic',
  'comforting',
] as const satisfies Tone[]

/** Tones with a smile in them. */
export const lively = ['joyful', 'playful', 'cheeky'] as const satisfies Tone[]
