import { buffer } from 'node:stream/consumers'
import { inSum } from '@flora/money/in-words.ts'
import type { Invoice, InvoiceRow } from './invoice.ts'
import { type Face, ink, inkSoft, mm, openPaper, page, printable } from '../platform/paper/sheet-of-paper.ts'

type Paper = PDFKit.PDFDocument

const left = page.margin
const right = page.width - page.margin
const width = right - left
const bottom = page.height - page.foot

// Right edges of the figures; the words have the rest.
const columns = { words: width - 78 * mm, quantity: right - 58 * mm, each: right - 30 * mm, amount: right } as const

/** Draws an invoice on A4: as many pages as its rows need. The same invoice gives the same bytes. */
export function drawInvoice(invoice: Invoice): Promise<Buffer> {
  const paper = openPaper({
    title: `Tax invoice ${invoice.number}`,
    author: invoice.seller.name,
    dated: invoice.paidAt,
  })
  let y = drawHead(paper, invoice)
  y = drawTableHead(paper, y)
  for (const row of invoice.rows) {
    if (y + rowHeight(paper, row) > bottom) y = drawTableHead(paper, turnPage(paper))
    y = drawRow(paper, row, y)
  }
  drawEnd(paper, invoice, y)
  drawFeet(paper, invoice)
  paper.end()
  return buffer(paper)
}

function drawHead(paper: Paper, { number, seller, buyer, paidOn }: Invoice): number {
  let y = page.margin
  write(paper, { face: 'mark', size: 21, text: seller.name, x: left, y, spacing: -0.8 })
  const markWidth = paper.widthOfString(printable(paper, 'mark', seller.name), { characterSpacing: -0.8 })
  write(paper, {
    face: 'italic',
    size: 10.5,
    colour: inkSoft,
    text: seller.tagline,
    x: left + markWidth + 6,
    y: y + 9.6,
  })
  y += 31
  line(paper, y, 0.7 * mm)
  line(paper, y + 3.2, 0.2 * mm)

  y += 17 * mm
  y = write(paper, { face: 'display', size: 38, text: 'Tax invoice', x: left, y, spacing: -1.1 }) + 9 * mm

  const column = width / 3
  const block = (at: number, title: string, rows: readonly string[]) => {
    const x = left + at * column
    let end = write(paper, { face: 'text', size: 8.5, colour: inkSoft, text: title, x, y }) + 3
    rows.forEach((text, index) => {
      end =
        write(paper, { face: index === 0 ? 'strong' : 'text', size: 10, text, x, y: end, width: column - 6 * mm }) + 1.5
    })
    return end
  }
  const ends = [
    block(0, 'From', [seller.name, `ABN ${seller.abn}`, seller.address, seller.phone, seller.email]),
    block(1, 'To', [buyer.name, buyer.email]),
    block(2, 'Invoice', [number, `Paid ${paidOn}`]),
  ]
  return Math.max(...ends) + 11 * mm
}

function drawTableHead(paper: Paper, y: number): number {
  const titles = { face: 'text', size: 8.5, colour: inkSoft, y } as const
  write(paper, { ...titles, text: 'What', x: left })
  writeRight(paper, { ...titles, text: 'Quantity', edge: columns.quantity })
  writeRight(paper, { ...titles, text: 'Each', edge: columns.each })
  const end = writeRight(paper, { ...titles, text: 'Amount', edge: columns.amount })
  line(paper, end + 2 * mm, 0.35 * mm)
  return end + 2 * mm
}

const rowText = { face: 'text', size: 10 } as const
const rowDetail = { face: 'text', size: 8.5, colour: inkSoft } as const
const rowGap = 2.3 * mm

function drawRow(paper: Paper, { label, detail, quantity, unitPrice, amount }: InvoiceRow, top: number): number {
  const y = top + rowGap
  let end = write(paper, { ...rowText, text: label, x: left, y, width: columns.words })
  if (detail) end = write(paper, { ...rowDetail, text: detail, x: left, y: end, width: columns.words })
  if (unitPrice) {
    writeRight(paper, { ...rowText, text: String(quantity), edge: columns.quantity, y })
    writeRight(paper, { ...rowText, text: inSum(unitPrice), edge: columns.each, y })
  }
  writeRight(paper, { ...rowText, text: inSum(amount), edge: columns.amount, y })
  line(paper, end + rowGap, 0.2 * mm)
  return end + rowGap
}

function rowHeight(paper: Paper, { label, detail }: InvoiceRow): number {
  const words = heightOf(paper, { ...rowText, text: label, width: columns.words })
  return words + (detail ? heightOf(paper, { ...rowDetail, text: detail, width: columns.words }) : 0) + 2 * rowGap
}

// Total, payment and adjustment stay together: a total alone on a page would be asked about.
function drawEnd(paper: Paper, { total, gst, settlement, adjustment }: Invoice, afterRows: number): void {
  const adjustmentWidth = 110 * mm
  const needed =
    30 * mm +
    settlement.length * 15 +
    (adjustment ? 16 * mm + heightOf(paper, { ...rowText, text: adjustment.words, width: adjustmentWidth }) : 0)
  let y = afterRows + needed > bottom ? turnPage(paper) : afterRows
  line(paper, y, 0.7 * mm)
  y += 4 * mm
  write(paper, { face: 'display', size: 20, text: 'Total', x: left, y, spacing: -0.4 })
  y = writeRight(paper, { face: 'display', size: 20, text: inSum(total), edge: right, y, spacing: -0.4 }) + 1 * mm
  y = writeRight(paper, { face: 'strong', size: 10, text: `Includes GST of ${inSum(gst)}`, edge: right, y }) + 8 * mm

  for (const { label, amount } of settlement) {
    write(paper, { ...rowText, text: label, x: left, y, width: columns.words + 20 * mm })
    y = writeRight(paper, { ...rowText, text: inSum(amount), edge: right, y }) + 3
  }
  if (!adjustment) return
  y += 6 * mm
  line(paper, y, 0.35 * mm)
  y =
    write(paper, { face: 'display', size: 14, text: adjustment.title, x: left, y: y + 4 * mm, spacing: -0.15 }) +
    1.5 * mm
  write(paper, { ...rowText, text: adjustment.words, x: left, y, width: adjustmentWidth })
}

function drawFeet(paper: Paper, { number, seller }: Invoice): void {
  const { count } = paper.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    paper.switchToPage(index)
    const y = page.height - 15 * mm
    line(paper, y - 2.5 * mm, 0.2 * mm)
    write(paper, {
      ...rowDetail,
      text: `${seller.name}, ABN ${seller.abn}. All prices are in Australian dollars and include GST.`,
      x: left,
      y,
    })
    writeRight(paper, {
      ...rowDetail,
      text: count > 1 ? `${number}, page ${index + 1} of ${count}` : number,
      edge: right,
      y,
    })
  }
}

function turnPage(paper: Paper): number {
  paper.addPage()
  return page.margin
}

interface Words {
  readonly face: Face
  readonly size: number
  readonly text: string
  readonly colour?: string
  /** Points between letters. */
  readonly spacing?: number
  /** Breaks lines at it. */
  readonly width?: number
}

/** Writes words and gives the height at which they end. */
function write(paper: Paper, words: Words & { x: number; y: number }): number {
  const { face, size, colour = ink, x, y } = words
  const text = printable(paper, face, words.text)
  paper.font(face).fontSize(size).fillColor(colour)
  paper.text(text, x, y, options(words))
  return y + paper.heightOfString(text, options(words))
}

function writeRight(paper: Paper, { edge, ...words }: Words & { edge: number; y: number }): number {
  const text = printable(paper, words.face, words.text)
  const x = edge - paper.fontSize(words.size).widthOfString(text, options(words))
  return write(paper, { ...words, x })
}

function heightOf(paper: Paper, words: Words): number {
  const text = printable(paper, words.face, words.text)
  return paper.fontSize(words.size).heightOfString(text, options(words))
}

function options({ spacing, width: measure }: Words): PDFKit.Mixins.TextOptions {
  return measure
    ? { width: measure, characterSpacing: spacing ?? 0, lineGap: 1.5 }
    : { lineBreak: false, characterSpacing: spacing ?? 0 }
}

function line(paper: Paper, y: number, thickness: number): void {
  paper.moveTo(left, y).lineTo(right, y).lineWidth(thickness).strokeColor(ink).stroke()
}
