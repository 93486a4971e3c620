import type { Money } from '@flora/money/money.ts'
import { sheetToHtml } from './sheet-html.ts'
import { sheetToText } from './sheet-text.ts'

/** Who writes. */
export interface Letterhead {
  readonly name: string
  readonly tagline: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly zone: string
  readonly publicUrl: string
  /** The shop's own words around letters, by letter. */
  readonly wordings?: Readonly<Record<string, Wording>>
  /** Those around this letter. */
  readonly wording?: Wording | undefined
}

/** What the shop says before and after a letter's facts; empty when nothing. */
export interface Wording {
  readonly opening: string
  readonly closing: string
}

/** The letterhead for one letter, with the shop's own words around that. */
export function headFor(letter: string, shop: Letterhead): Letterhead {
  return { ...shop, wording: shop.wordings?.[letter] }
}

/** A letter before it is set: what it says, in order. Its two forms are set from this one, so that they cannot differ. */
export interface Sheet {
  /** The sentence the reader came for. The subject is the same, without its last stop. */
  readonly sentence: string
  readonly parts: readonly Part[]
  /** Why she gets it, and what to keep to herself. */
  readonly footnote: string
}

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'note'; text: string }
  /** Opens a chapter; `above` is small and stands over it. */
  | { kind: 'heading'; text: string; above?: string }
  /** Lines of an address or a list, one under the other. */
  | { kind: 'rows'; rows: readonly string[] }
  /** The gift card's own words. */
  | { kind: 'card'; label: string; text: string }
  | { kind: 'sum'; rows: readonly SumRow[]; total: SumRow; note: string }
  | { kind: 'button'; label: string; address: string }
  | { kind: 'links'; links: readonly { label: string; address: string; detail: string }[] }

export interface SumRow {
  readonly label: string
  readonly detail?: string
  readonly amount: Money
}

export interface WrittenLetter {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Sets a sheet as HTML and as plain text, between the shop's own words. */
export function typeset(given: Sheet, shop: Letterhead): WrittenLetter {
  const { opening = '', closing = '' } = shop.wording ?? {}
  const sheet = { ...given, parts: [...paragraphs(opening), ...given.parts, ...paragraphs(closing)] }
  return { subject: sheet.sentence.replace(/\.$/, ''), html: sheetToHtml(sheet, shop), text: sheetToText(sheet, shop) }
}

// An empty line parts paragraphs; a single line's end is where its writer's screen ended.
function paragraphs(words: string): Part[] {
  return words
    .split(/\n{2,}/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'words', text }))
}
