import { type Face, ink, mm, printable } from '../../platform/paper/sheet-of-paper.ts'

export type Paper = PDFKit.PDFDocument

export interface Words {
  readonly face: Face
  readonly size: number
  readonly text: string
  readonly colour?: string
  /** Points between letters. */
  readonly spacing?: number
  /** Breaks lines at it. */
  readonly width?: number
  /** Cuts what would go farther down than this many points. */
  readonly height?: number
}

/** Writes words and gives the height at which they end. */
export function write(paper: Paper, words: Words & { readonly x: number; readonly y: number }): number {
  const { face, size, colour = ink, x, y } = words
  const text = printable(paper, face, words.text)
  paper.font(face).fontSize(size).fillColor(colour)
  paper.text(text, x, y, options(words))
  return y + Math.min(paper.heightOfString(text || ' ', options(words)), words.height ?? Infinity)
}

/** The same, ending at an edge. */
export function writeRight(
  paper: Paper,
  { edge, ...words }: Words & { readonly edge: number; readonly y: number },
): number {
  return write(paper, { ...words, x: edge - widthOf(paper, words) })
}

export function widthOf(paper: Paper, words: Words): number {
  const text = printable(paper, words.face, words.text)
  return paper.fontSize(words.size).widthOfString(text, options(words))
}

export function heightOf(paper: Paper, words: Words): number {
  const text = printable(paper, words.face, words.text)
  return paper.fontSize(words.size).heightOfString(text || ' ', options(words))
}

/** A line across: 0.7 mm opens, 0.2 mm separates, dotted between stems. */
export function rule(
  paper: Paper,
  { x, y, width, kind }: { x: number; y: number; width: number; kind: 'opens' | 'separates' | 'dotted' },
): void {
  const thickness = kind === 'opens' ? 0.7 * mm : 0.2 * mm
  paper
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(thickness)
    .strokeColor(ink)
  if (kind === 'dotted') paper.dash(0.5 * mm, { space: 0.9 * mm })
  paper.stroke()
  paper.undash()
}

/** A frame; something to tick when it is small. */
export function frame(
  paper: Paper,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  paper
    .rect(x, y, width, height)
    .lineWidth(0.35 * mm)
    .strokeColor(ink)
    .stroke()
}

function options({ spacing, width, height }: Words): PDFKit.Mixins.TextOptions {
  const rest = { characterSpacing: spacing ?? 0 }
  if (!width) return { ...rest, lineBreak: false }
  return { ...rest, width, lineGap: 1.5, ...(height && { height, ellipsis: true }) }
}
