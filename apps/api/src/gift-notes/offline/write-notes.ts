import { fitCard } from '@flora/card-fit/card-fit.ts'
import { suggestionsAtATime } from '@flora/contract/gift-note-choices.ts'
import type { Wish } from '../gift-note.ts'
import { type Chance, chanceFrom, pick } from './chance.ts'
import { several } from './circles.ts'
import { echoes } from './echo.ts'
import { greetings, isSeveral, isVocative, signOffs } from './frame.ts'
import { inNumber, type Part, type Pool, poolFor } from './pool.ts'
import { printable } from './printable.ts'
import { sameWords } from './same-words.ts'
import { laidOut, type Layout, layouts, nameMark, type Pieces, reductions } from './shape.ts'
import { type Manner, soften } from './soften.ts'

interface Desk {
  readonly manner: Manner
  readonly pool: Pool
  readonly chance: Chance
  readonly name: string
  readonly sender: string
  readonly fact: string
  /** How often a part stands in what was shown before. */
  readonly timesSeen: (part: Part) => number
}

/**
 * Writes notes without asking anybody: three, unless fewer are wanted. They fit the card, differ in opening and shape, and none
 * is among `avoid` while there is another to be had. The same wish, seed and `avoid` give the same notes.
 */
export function writeNotes(
  wish: Wish,
  { seed, avoid = [], count = suggestionsAtATime }: { seed: number; avoid?: readonly string[]; count?: number },
): string[] {
  const desk = deskFor(wish, chanceFrom(seed), avoid)
  const seen = new Set(avoid.map(sameWords))
  const taken = new Set<string>()
  const notes: string[] = []
  for (const layout of layouts(desk.chance, desk.manner).slice(suggestionsAtATime - count)) {
    const note = writeOne(desk, layout, { seen, taken })
    seen.add(sameWords(note.text))
    for (const part of note.parts) taken.add(part)
    notes.push(note.text)
  }
  return notes
}

function deskFor(wish: Wish, chance: Chance, avoid: readonly string[]): Desk {
  const manner = soften(wish)
  const name = printable(wish.recipientName)
  const sender = printable(wish.senderName)
  const pool = poolFor(manner, {
    sendersAreSeveral: isSeveral(sender),
    readersAreSeveral: isSeveral(name) || (several as readonly string[]).includes(manner.relationship),
  })
  const times = new Map<string, number>()
  const timesSeen = ({ text }: Part): number => {
    let count = times.get(text)
    if (count === undefined) {
      const piece = longestPiece(text)
      count = avoid.filter((shown) => shown.includes(piece)).length
      times.set(text, count)
    }
    return count
  }
  return { manner, pool, chance, name, sender, fact: asSentence(printable(wish.facts)), timesSeen }
}

interface Note {
  readonly text: string
  readonly parts: readonly string[]
}

// Most tries succeed at once. Later ones mind less: first that two sentences share a word, then that a part was used in another of
// the three; and each try may take another part away until the rest fits. Lines are soonest used up: then two sentences are short too.
const tries = 240
const triesForALine = 24
const triesWithoutEcho = 120
const triesWithoutSharing = 180

function writeOne(desk: Desk, layout: Layout, { seen, taken }: { seen: Set<string>; taken: Set<string> }): Note {
  let last: Note | undefined
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const mayShare = attempt >= triesWithoutSharing
    const shape = layout === 'line' && attempt >= triesForALine ? 'couplet' : layout
    const pieces = choose(desk, shape, mayShare ? new Set() : taken)
    const sentences = sentencesOf(pieces)
    const sounds = [pieces.greeting, pieces.opening, pieces.middle, pieces.closing]
    if (attempt < triesWithoutEcho && (echoes(sounds) || sentences.some((one) => taken.has(one)))) continue
    const text = fitted(desk, shape, pieces, attempt < triesWithoutEcho ? 1 : reductions.length)
    if (text === undefined) continue
    last = { text, parts: [...Object.values(pieces).filter((part) => part !== ''), ...sentences] }
    if (!seen.has(sameWords(text))) return last
  }
  // Everything there is has been shown: then something is shown again.
  return last ?? { text: plainest(desk), parts: [] }
}

// What a reader would notice if two of the three had it; "Happy birthday." may open them all.
function sentencesOf({ opening, middle, closing }: Pieces): string[] {
  return [opening, middle, closing]
    .flatMap((part) => part.replaceAll(nameMark, '').split(/(?<=[.?])\s+/))
    .filter((sentence) => sentence.length >= 18 && !/^(?:Happy|Merry|Congratulations)/.test(sentence))
}

function choose(desk: Desk, layout: Layout, taken: ReadonlySet<string>): Pieces {
  const { manner, pool, chance, name, sender } = desk
  const part = (parts: readonly Part[]): string => {
    const free = parts.filter(({ text }) => !taken.has(text))
    const from = free.length > 0 ? free : parts
    if (from.length === 0) return ''
    return pick(chance, from, (one) => one.weight / (1 + 6 * desk.timesSeen(one))).text
  }
  const freely = (words: readonly string[]): string => {
    const free = words.filter((one) => !taken.has(one))
    return pick(chance, free.length > 0 ? free : words)
  }
  const signed = signOffs(manner).map((words) => inNumber(words, isSeveral(sender)))
  const opening = part(layout === 'line' ? pool.lines : pool.openings)
  const middle = layout === 'line' || layout === 'couplet' ? '' : part(pool.middles)
  const closing = layout === 'line' ? '' : part(pool.closings)
  const signOff = freely(layout === 'line' || layout === 'couplet' ? [...signed, ''] : signed)
  return {
    greeting: freely(greetings(manner.tone, manner.relationship, name)),
    opening,
    middle,
    closing,
    signOff: isSaidTwice(signOff, [opening, middle, closing]) ? '' : signOff,
  }
}

// "So much love. With love, Mercy" says it once too often, and "With kind regards. Warmly, Mercy" ends twice.
function isSaidTwice(signOff: string, sentences: readonly string[]): boolean {
  const last = sentences.findLast((sentence) => sentence !== '') ?? ''
  return (
    /^(?:with|yours|ever yours|warmest|best wishes)\b/i.test(last) ||
    sentences.some((sentence) => echoes([sentence, signOff]))
  )
}

// The first of the allowed reductions with which all of it fits the card.
function fitted({ name, sender, fact }: Desk, layout: Layout, pieces: Pieces, allowed: number): string | undefined {
  for (const reduction of reductions.slice(0, allowed)) {
    const text = laidOut(layout, pieces, { name, sender, fact, vocative: isVocative(name) }, reduction)
    if (fitCard(text).fits) return text
  }
  return undefined
}

function plainest({ pool, sender }: Desk): string {
  const line = pool.lines[0]!.text.replaceAll(nameMark, '')
  return fitCard(`${line}\n\n${sender}`).fits ? `${line}\n\n${sender}`.trim() : line
}

/** A fact as a sentence of its own, in the words it was given in. */
function asSentence(fact: string): string {
  if (fact === '') return ''
  const begun = fact.charAt(0).toUpperCase() + fact.slice(1)
  return /[.!?…]["”’)]?$/.test(begun) ? begun : `${begun}.`
}

function longestPiece(text: string): string {
  return text.split(nameMark).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}
