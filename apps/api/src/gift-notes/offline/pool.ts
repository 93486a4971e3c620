import { aboutFlowers } from './about-flowers.ts'
import { aboutThem } from './about-them.ts'
import { closingWords } from './closing-words.ts'
import type { Saying, Tone } from './material.ts'
import { occasionMaterial } from './occasions/occasion-material.ts'
import type { Manner } from './soften.ts'

/** A sentence that may be taken, in the words of whoever signs. `{, name}` still stands in it. */
export interface Part {
  readonly text: string
  /** How much it is wanted: the asked tone most, its neighbours a little. */
  readonly weight: number
}

export interface Pool {
  readonly openings: readonly Part[]
  readonly middles: readonly Part[]
  readonly closings: readonly Part[]
  readonly lines: readonly Part[]
}

/** Who signs and who reads, as far as grammar is concerned. */
export interface Grammar {
  readonly sendersAreSeveral: boolean
  readonly readersAreSeveral: boolean
}

/** Everything that may be said in this manner. */
export function poolFor(manner: Manner, grammar: Grammar): Pool {
  const material = occasionMaterial[manner.occasion]
  const isApart = material.apart?.includes(manner.relationship) ?? false
  const own = (sayings: readonly Saying[]) => partsOf(sayings, manner, grammar, isApart)
  return {
    openings: own(material.openings),
    middles: [
      ...own(material.middles),
      // What is true of her goes before what is true of anybody; flowers speak for themselves and need little said.
      ...scaled(extras(aboutThem, manner, grammar), 1.3),
      ...scaled(extras(aboutFlowers, manner, grammar), 0.5),
    ],
    closings: [...own(material.closings), ...scaled(extras(closingWords, manner, grammar), 0.2)],
    lines: own(material.lines),
  }
}

// A tone with few words of its own borrows from its neighbours, the nearest first.
const neighbours: Record<Tone, readonly Tone[]> = {
  warm: ['heartfelt', 'classic'],
  heartfelt: ['warm', 'grateful'],
  grateful: ['heartfelt', 'warm'],
  joyful: ['playful', 'warm'],
  playful: ['joyful', 'warm'],
  cheeky: ['playful', 'joyful'],
  romantic: ['heartfelt', 'poetic'],
  poetic: ['heartfelt', 'warm'],
  encouraging: ['warm', 'heartfelt'],
  comforting: ['heartfelt', 'warm'],
  classic: ['formal', 'warm'],
  formal: ['classic'],
}
const weights = [10, 2, 0.8]

// Tones that can stand in for another without jarring, should all else be too little.
const standIns: readonly Tone[] = ['warm', 'classic', 'heartfelt', 'grateful', 'encouraging']
const formalStandIns: readonly Tone[] = ['classic', 'grateful', 'warm']
const enough = 8
const enoughFormal = 6

function partsOf(sayings: readonly Saying[], manner: Manner, grammar: Grammar, isApart: boolean): readonly Part[] {
  const said = sayings.filter(({ to }) => (to ? to.includes(manner.relationship) : !isApart))
  const [near, far] = [byTone(said, manner.tone), byStandIn(said, manner.tone)]
  const known = new Set(near.map(({ text }) => text))
  const isEnough = near.length >= (manner.tone === 'formal' ? enoughFormal : enough)
  const all = isEnough ? near : [...near, ...far.filter(({ text }) => !known.has(text))]
  return inGrammar(all, grammar)
}

function extras(sayings: readonly Saying[], manner: Manner, grammar: Grammar): readonly Part[] {
  const fitting = sayings.filter(
    ({ to, on }) => (!to || to.includes(manner.relationship)) && (!on || on.includes(manner.occasion)),
  )
  return inGrammar(byTone(fitting, manner.tone), grammar)
}

function byTone(sayings: readonly Saying[], tone: Tone): Part[] {
  const order = [tone, ...neighbours[tone]]
  return sayings.flatMap((saying) => {
    const rank = order.findIndex((one) => saying.in.includes(one))
    return rank === -1 ? [] : saying.say.map((text) => ({ text, weight: weights[rank]! }))
  })
}

function byStandIn(sayings: readonly Saying[], tone: Tone): Part[] {
  const tones = tone === 'formal' ? formalStandIns : standIns
  return sayings
    .filter((saying) => saying.in.some((one) => tones.includes(one)))
    .flatMap((saying) => saying.say.map((text) => ({ text, weight: 0.15 })))
}

const saysI = /\b(?:I|me|my|mine|myself)\b/i
const saysOne = /\b(?:yourself|person|the one|graduate|my love)\b/i

// Of a few words that suit nobody better, ungrammatical ones are still better than none; it does not come to that.
function inGrammar(parts: readonly Part[], { sendersAreSeveral, readersAreSeveral }: Grammar): readonly Part[] {
  const fitting = parts.filter(({ text }) => {
    const spoken = inNumber(text, sendersAreSeveral)
    return !(sendersAreSeveral && saysI.test(spoken)) && !(readersAreSeveral && saysOne.test(spoken))
  })
  return (fitting.length >= 2 ? fitting : parts).map(({ text, weight }) => ({
    text: inNumber(text, sendersAreSeveral),
    weight,
  }))
}

/** Settles each `{I|we}` of a text. */
export function inNumber(text: string, areSeveral: boolean): string {
  return text.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, several: string) => (areSeveral ? several : one))
}

function scaled(parts: readonly Part[], by: number): Part[] {
  return parts.map(({ text, weight }) => ({ text, weight: weight * by }))
}
