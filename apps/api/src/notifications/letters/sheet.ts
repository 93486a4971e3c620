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

/** Sets a sheet as HTML and as plain text. */
export function typeset(sheet: Sheet, shop: Letterhead): WrittenLetter {
  return { subject: sheet.sentence.replace(/\.$/, ''), html: sheetToHtml(sheet, shop), text: sheetToText(sheet, shop) }
}
