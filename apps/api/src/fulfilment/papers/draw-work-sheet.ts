import { substitutionWords } from '@flora/contract/fulfilment.ts'
import { inkSoft, mm } from '../../platform/paper/sheet-of-paper.ts'
import type { PackDelivery, PackLine } from '../pack-queries.ts'
import { boxName } from '../stop-view.ts'
import { stopOf, windowOf } from './in-words.ts'
import type { PaperHead } from './paper-work.ts'
import { frame, heightOf, type Paper, rule, widthOf, write, writeRight } from './pen.ts'

// A5 with 11 mm around.
const sheet = { width: 148 * mm, height: 210 * mm, margin: 11 * mm } as const
const left = sheet.margin
const right = sheet.width - sheet.margin
const width = right - left
// Two signatures stand below it.
const bottom = sheet.height - 30 * mm

/** One delivery for the bench: what to tie, stem by stem, what goes with it, and to whom. No price. Begins a page, and another if it must. */
export function drawWorkSheet(
  paper: Paper,
  delivery: PackDelivery,
  { head, count }: { head: PaperHead; count: number },
): void {
  const turn = (): number => {
    drawFoot(paper)
    return beginSheet(paper, delivery, { head, count, isFirst: false })
  }
  const room = (y: number, needed: number): number => (y + needed > bottom ? turn() : y)

  let y = beginSheet(paper, delivery, { head, count, isFirst: true })
  const tied = delivery.lines.filter(({ kind }) => kind !== 'add-on')
  for (const line of tied) {
    y = drawTitle(paper, line, room(y, 22 * mm))
    for (const stem of line.stems) y = drawStem(paper, stem, room(y, 8 * mm))
    y += 3 * mm
  }
  y = drawSubstitution(paper, delivery, room(y, 12 * mm))
  y = drawWithIt(paper, delivery, room(y, 14 * mm + delivery.lines.length * 5 * mm))
  drawDoor(paper, delivery, room(y, doorHeight(paper, delivery)))
  drawFoot(paper)
}

function beginSheet(
  paper: Paper,
  delivery: PackDelivery,
  { head, count, isFirst }: { head: PaperHead; count: number; isFirst: boolean },
): number {
  paper.addPage({ size: [sheet.width, sheet.height], margin: 0 })
  const small = { face: 'text', size: 8.5 } as const
  let y = sheet.margin
  const mark = { face: 'mark', size: 15, text: head.shop.name, spacing: -0.6 } as const
  write(paper, { ...mark, x: left, y })
  write(paper, { ...small, text: 'work sheet', x: left + widthOf(paper, mark) + 5, y: y + 5.5 })
  const page = `${head.printed}, sheet ${count} of ${head.sheets}${isFirst ? '' : ', continued'}`
  writeRight(paper, { ...small, text: page, edge: right, y: y + 5.5 })
  y += 15 + 3.5 * mm
  rule(paper, { x: left, y, width, kind: 'opens' })
  y += 5 * mm

  writeRight(paper, {
    face: 'display',
    size: 24,
    text: String(delivery.benchMinutes),
    edge: right - 5 * mm,
    y: y + 1.5 * mm,
  })
  const minutes = { face: 'text', size: 8, text: 'bench minutes' } as const
  writeRight(paper, { ...minutes, edge: right - 5 * mm, y: y + 12 * mm })
  const box = widthOf(paper, minutes) + 10 * mm
  frame(paper, { x: right - box, y, width: box, height: 18 * mm })

  y = write(paper, { face: 'mark', size: 30, text: delivery.number, x: left, y, spacing: -0.9 }) + 1 * mm
  y = write(paper, { face: 'strong', size: 12, text: `${head.day}, ${windowOf(delivery)}`, x: left, y }) + 1
  y = write(paper, { face: 'text', size: 12, text: stopOf(delivery), x: left, y }) + 4 * mm
  rule(paper, { x: left, y, width, kind: 'separates' })
  return y + 4.5 * mm
}

function drawTitle(paper: Paper, { name, variantName, quantity }: PackLine, y: number): number {
  const title = boxName(name, variantName)
  const text = quantity === 1 ? title : `${quantity} × ${title}`
  return write(paper, { face: 'mark', size: 13, text, x: left, y, width, spacing: -0.15 }) + 2 * mm
}

function drawStem(paper: Paper, { name, quantity }: PackLine['stems'][number], y: number): number {
  rule(paper, { x: left, y, width, kind: 'dotted' })
  writeRight(paper, { face: 'mark', size: 15, text: String(quantity), edge: left + 9 * mm, y: y + 1.4 * mm })
  return (
    write(paper, { face: 'strong', size: 10, text: name, x: left + 12 * mm, y: y + 2.6 * mm, width: width - 12 * mm }) +
    1.6 * mm
  )
}

function drawSubstitution(paper: Paper, { substitution }: PackDelivery, y: number): number {
  const words = { face: 'strong', size: 10, text: `If short: ${substitutionWords[substitution]}.` } as const
  frame(paper, { x: left, y, width, height: 8 * mm })
  write(paper, { ...words, x: left + 3 * mm, y: y + 2.1 * mm })
  return y + 8 * mm + 4.5 * mm
}

function drawWithIt(paper: Paper, { lines, cardMessage, number }: PackDelivery, top: number): number {
  rule(paper, { x: left, y: top, width, kind: 'separates' })
  let y =
    write(paper, { face: 'mark', size: 13, text: 'With it', x: left, y: top + 3.5 * mm, spacing: -0.15 }) + 1.5 * mm
  const things = lines
    .filter(({ kind }) => kind === 'add-on')
    .map(({ name, variantName, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${boxName(name, variantName)}`)
  const card = cardMessage
    ? `Card, matched to ${number} by the last four: ${number.slice(-4)}`
    : 'No card: the buyer wrote none.'
  for (const text of [...things, card]) {
    frame(paper, { x: left, y: y + 0.8 * mm, width: 3.4 * mm, height: 3.4 * mm })
    y = write(paper, { face: 'text', size: 10, text, x: left + 6.4 * mm, y, width: width - 6.4 * mm }) + 1 * mm
  }
  return y + 3 * mm
}

const column = (width - 8 * mm) / 2

function doorHeight(paper: Paper, { instructions }: PackDelivery): number {
  return 12 * mm + Math.max(22 * mm, heightOf(paper, { face: 'text', size: 10, text: instructions, width: column }))
}

function drawDoor(paper: Paper, delivery: PackDelivery, top: number): void {
  rule(paper, { x: left, y: top, width, kind: 'separates' })
  const start = top + 3.5 * mm
  const isPickUp = delivery.method === 'pick-up'
  const title = { face: 'mark', size: 13, spacing: -0.15 } as const
  let y = write(paper, { ...title, text: isPickUp ? 'Picked up by' : 'To', x: left, y: start }) + 1 * mm
  y = write(paper, { face: 'strong', size: 10, text: delivery.recipientName, x: left, y, width: column })
  const address = isPickUp ? [] : [delivery.line1, delivery.line2, `${delivery.suburb} ${delivery.postcode}`]
  for (const text of address.filter((row) => row !== ''))
    y = write(paper, { face: 'text', size: 10, text, x: left, y, width: column })
  if (!delivery.instructions) return
  const x = left + column + 8 * mm
  y = write(paper, { ...title, text: 'For the driver', x, y: start }) + 1 * mm
  write(paper, { face: 'text', size: 10, text: delivery.instructions, x, y, width: column, height: bottom - y })
}

function drawFoot(paper: Paper): void {
  const y = sheet.height - sheet.margin - 4 * mm
  const small = { face: 'text', size: 8.5 } as const
  const third = (width - 16 * mm) / 3
  for (const [index, text] of ['Tied by', 'Checked by'].entries()) {
    const x = left + index * (third + 8 * mm)
    rule(paper, { x, y: y - 1.5 * mm, width: third, kind: 'separates' })
    write(paper, { ...small, text, x, y })
  }
  writeRight(paper, { ...small, colour: inkSoft, text: 'No price in the box.', edge: right, y })
}
