import { mm } from '../../platform/paper/sheet-of-paper.ts'
import { boxName } from '../stop-view.ts'
import type { BouquetSheet, PaperHead } from './paper-work.ts'
import { type Paper, rule, widthOf, write, writeRight } from './pen.ts'

const sheet = { width: 148 * mm, height: 210 * mm, margin: 11 * mm } as const
const left = sheet.margin
const right = sheet.width - sheet.margin
const width = right - left
const bottom = sheet.height - sheet.margin
const picture = { width: 40 * mm, height: 50 * mm } as const

/** One bouquet of the day: what it looks like, how many, its stems for one and for all, and whose they are. */
export function drawBouquet(
  paper: Paper,
  sheetOf: BouquetSheet,
  { head, image }: { head: PaperHead; image: Buffer | undefined },
): void {
  let y = begin(paper, sheetOf, head)
  const top = y
  if (image) paper.image(image, right - picture.width, y, { fit: [picture.width, picture.height] })
  const room = width - (image ? picture.width + 6 * mm : 0)
  y = write(paper, { face: 'mark', size: 34, text: `${sheetOf.quantity} ×`, x: left, y, spacing: -0.9 })
  y =
    write(paper, {
      face: 'mark',
      size: 17,
      text: boxName(sheetOf.name, sheetOf.variantName),
      x: left,
      y,
      width: room,
      spacing: -0.3,
    }) +
    5 * mm
  if (image) y = Math.max(y, top + picture.height + 4 * mm)
  if (sheetOf.stems.length > 0) y = drawStems(paper, sheetOf, { y, head })
  drawOrders(paper, sheetOf, { y: y + 5 * mm, head })
}

function begin(paper: Paper, { name, variantName }: BouquetSheet, head: PaperHead): number {
  paper.addPage({ size: [sheet.width, sheet.height], margin: 0 })
  const small = { face: 'text', size: 8.5 } as const
  const mark = { face: 'mark', size: 15, text: head.shop.name, spacing: -0.6 } as const
  write(paper, { ...mark, x: left, y: sheet.margin })
  const what = `by bouquet: ${boxName(name, variantName)}`
  const end = right - widthOf(paper, { ...small, text: head.day }) - 4 * mm
  const x = left + widthOf(paper, mark) + 5
  write(paper, { ...small, text: what, x, y: sheet.margin + 5.5, width: end - x, height: 11 })
  writeRight(paper, { ...small, text: head.day, edge: right, y: sheet.margin + 5.5 })
  const y = sheet.margin + 15 + 3.5 * mm
  rule(paper, { x: left, y, width, kind: 'opens' })
  return y + 5 * mm
}

function drawStems(paper: Paper, sheetOf: BouquetSheet, { y: top, head }: { y: number; head: PaperHead }): number {
  const small = { face: 'text', size: 8 } as const
  const columns = (at: number): number => {
    writeRight(paper, { ...small, text: 'Each', edge: left + 12 * mm, y: at })
    write(paper, { ...small, text: 'Stem', x: left + 16 * mm, y: at })
    return writeRight(paper, { ...small, text: 'In all', edge: right, y: at }) + 1 * mm
  }
  let y = columns(top)
  for (const { name, quantity } of sheetOf.stems) {
    if (y + 8 * mm > bottom) y = columns(begin(paper, sheetOf, head))
    rule(paper, { x: left, y, width, kind: 'dotted' })
    writeRight(paper, { face: 'mark', size: 15, text: String(quantity), edge: left + 12 * mm, y: y + 1.4 * mm })
    writeRight(paper, {
      face: 'mark',
      size: 15,
      text: String(quantity * sheetOf.quantity),
      edge: right,
      y: y + 1.4 * mm,
    })
    y =
      write(paper, {
        face: 'strong',
        size: 10,
        text: name,
        x: left + 16 * mm,
        y: y + 2.6 * mm,
        width: width - 40 * mm,
      }) +
      1.6 * mm
  }
  rule(paper, { x: left, y, width, kind: 'separates' })
  return y
}

function drawOrders(paper: Paper, sheetOf: BouquetSheet, { y: top, head }: { y: number; head: PaperHead }): void {
  let y = top
  for (const { number, window, quantity, substitution } of sheetOf.orders) {
    if (y + 5 * mm > bottom) y = begin(paper, sheetOf, head)
    const row = { face: 'text', size: 9, y } as const
    write(paper, { ...row, face: 'strong', text: number, x: left })
    write(paper, { ...row, text: window, x: left + 24 * mm })
    write(paper, { ...row, text: `if short: ${substitution}`, x: left + 62 * mm })
    if (quantity > 1) writeRight(paper, { ...row, face: 'strong', text: `${quantity} ×`, edge: right })
    y += 4.6 * mm
  }
}
