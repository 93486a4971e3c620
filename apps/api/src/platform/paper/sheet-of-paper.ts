import { readFileSync } from 'node:fs'
import Pdf from 'pdfkit'

/** Points a millimetre. */
export const mm = 72 / 25.4

/** A4 with the margins of everything Flora prints on it. */
export const page = { width: 210 * mm, height: 297 * mm, margin: 20 * mm, foot: 24 * mm } as const

/** The screen's ink and its second voice; both print well in black alone. */
export const ink = '#16281E'
export const inkSoft = '#4C5B50'

export type Face = 'mark' | 'display' | 'italic' | 'text' | 'strong'

// Whole static files: the screen's are subsets without half of the world's names, and pdfkit cannot embed variable ones.
const faces: Record<Face, string> = {
  mark: 'besley-bold',
  display: 'besley-regular',
  italic: 'besley-italic',
  text: 'hanken-grotesk-regular',
  strong: 'hanken-grotesk-semibold',
}

const fontFiles = new Map<Face, Buffer>()

function fontFile(face: Face): Buffer {
  let file = fontFiles.get(face)
  if (!file) {
    file = readFileSync(new URL(`./fonts/${faces[face]}.ttf`, import.meta.url))
    fontFiles.set(face, file)
  }
  return file
}

export interface PaperFacts {
  readonly title: string
  readonly author: string
  /** Written into the file instead of the present, so that the same sheet has the same bytes. */
  readonly dated: Temporal.Instant
}

/** A blank sheet with the shop's letters, its pages kept until the end. `end()` finishes it; it is a stream of bytes. */
export function openPaper(facts: PaperFacts): PDFKit.PDFDocument {
  return open(facts, {
    size: 'A4',
    margins: { top: page.margin, bottom: 0, left: page.margin, right: page.margin },
    bufferPages: true,
  })
}

/** A roll of paper: pages of any size, each let go as soon as the next one begins. It has none yet. */
export function openRoll(facts: PaperFacts): PDFKit.PDFDocument {
  return open(facts, { autoFirstPage: false, margin: 0 })
}

function open({ title, author, dated }: PaperFacts, form: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const paper = new Pdf({
    ...form,
    pdfVersion: '1.7',
    lang: 'en-AU',
    displayTitle: true,
    font: null as unknown as string,
    info: { Title: title, Author: author, Creator: author, Producer: author, CreationDate: asPdfDate(dated) },
  })
  for (const face of Object.keys(faces) as Face[]) paper.registerFont(face, fontFile(face))
  return paper
}

// pdfkit asks a date for its time and its ISO form, and writes a text down as it is. This is all three, in PDF's own notation,
// so that no second kind of instant comes into the house.
function asPdfDate(instant: Temporal.Instant): NonNullable<PDFKit.DocumentInfo['CreationDate']> {
  const iso = instant.toString({ smallestUnit: 'second' })
  const answers = { getTime: () => instant.epochMilliseconds, toISOString: () => iso.replace('Z', '.000Z') }
  return Object.assign(new String(`D:${iso.replaceAll(/[-:T]/g, '')}`), answers) as never
}

interface Insides {
  readonly _font: { readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean } }
}

/** What can be printed of a text: a letter that the face lacks goes without its accents, or as a question mark. */
export function printable(paper: PDFKit.PDFDocument, face: Face, text: string): string {
  const { font } = (paper.font(face) as unknown as Insides)['_font']
  const has = (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0)!)
  return Array.from(text.normalize('NFC'), (character) => {
    if (/[\p{C}\p{M}]/u.test(character)) return ''
    if (has(character)) return character
    const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '')
    return bare !== '' && [...bare].every(has) ? bare : '?'
  }).join('')
}
