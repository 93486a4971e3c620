import { type Chance, pick } from './chance.ts'
import type { Manner } from './soften.ts'

/**
 * How a note lies on the card. A letter has a greeting and paragraphs; a turned letter breaks them elsewhere; a note is one
 * paragraph; a verse has a sentence a line; a couplet is two sentences, a line one.
 */
export type Layout = 'letter' | 'turned-letter' | 'note' | 'verse' | 'couplet' | 'line'

/** The sentences chosen for one note; '' where there is none. */
export interface Pieces {
  readonly greeting: string
  readonly opening: string
  readonly middle: string
  readonly closing: string
  readonly signOff: string
}

/** Where the recipient is spoken to. */
export const nameMark: RegExp = /\{, name,?\}/g

/** What was typed, ready to be printed. */
export interface Typed {
  readonly name: string
  readonly sender: string
  readonly fact: string
  /** Whether the name can be spoken to inside a sentence. */
  readonly vocative: boolean
}

export interface Reduction {
  readonly middle?: false
  readonly closing?: false
  readonly signOff?: false
  /** No empty lines. */
  readonly tight?: true
  readonly fact?: false
}

/** What is taken away when too much was typed, step by step; the names go last, and never before a fact. */
export const reductions: readonly Reduction[] = [
  {},
  { middle: false },
  { middle: false, signOff: false },
  { middle: false, closing: false, signOff: false },
  { middle: false, closing: false, signOff: false, tight: true },
  { middle: false, closing: false, fact: false },
  { middle: false, closing: false, fact: false, signOff: false, tight: true },
]

/** Three layouts that differ; the last is short. */
export function layouts(chance: Chance, { tone, isShort }: Manner): readonly [Layout, Layout, Layout] {
  if (isShort) return ['couplet', 'couplet', 'line']
  const letter = pick(chance, ['letter', 'turned-letter'] as const)
  const other = tone === 'poetic' ? pick(chance, ['verse', 'note'] as const) : 'note'
  const short = pick(chance, ['line', 'line', 'couplet'] as const)
  return [letter, other, short]
}

/** The whole text, as it is to stand on the card. */
export function laidOut(layout: Layout, pieces: Pieces, typed: Typed, reduction: Reduction): string {
  const { name, sender, fact: given, vocative } = typed
  const fact = reduction.fact === false ? '' : given
  const closing = reduction.closing === false ? '' : pieces.closing
  // Somebody's own words say more than ours: then ours make room.
  const middle = reduction.middle === false || fact !== '' ? '' : pieces.middle
  const isLetter = layout === 'letter' || layout === 'turned-letter'

  const inside = vocative && !isLetter && pieces.opening.search(nameMark) >= 0
  const greeting = isLetter || (name !== '' && !inside) ? pieces.greeting : ''
  const opening = spoken(pieces.opening, inside ? name : '')
  const body = paragraphs(layout, { opening, middle, closing, fact })
  const signed = [reduction.signOff === false || sender === '' ? '' : pieces.signOff, sender].filter(Boolean).join('\n')
  return [greeting, ...body, signed].filter(Boolean).join(reduction.tight ? '\n' : '\n\n')
}

function paragraphs(
  layout: Layout,
  { opening, middle, closing, fact }: { opening: string; middle: string; closing: string; fact: string },
): string[] {
  const joined = (...sentences: string[]) => sentences.filter(Boolean).join(' ')
  switch (layout) {
    case 'letter':
      return fact === '' ? [joined(opening, middle), closing] : [opening, fact, closing]
    case 'turned-letter':
      return fact === '' ? [opening, joined(middle, closing)] : [fact, joined(opening, closing)]
    case 'note':
      return [joined(opening, middle, fact, closing)]
    case 'verse':
      return [[opening, middle, fact, closing].filter(Boolean).join('\n')]
    case 'couplet':
      return [joined(opening, fact, closing)]
    case 'line':
      return [opening, fact]
  }
}

// A name that ends with a full stop brings it along.
function spoken(text: string, name: string): string {
  const said = text.replaceAll(nameMark, (mark) => (name === '' ? '' : `, ${name}${mark.includes('name,') ? ',' : ''}`))
  return name.endsWith('.') ? said.replaceAll(`${name}.`, name) : said
}
