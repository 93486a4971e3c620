import { card, fitCard } from '@flora/card-fit/card-fit.ts'
import { ink, mm, page } from '../../platform/paper/sheet-of-paper.ts'
import type { PackDelivery } from '../pack-queries.ts'
import type { PaperHead } from './paper-work.ts'
import { type Paper, rule, write, writeRight } from './pen.ts'

const size = { width: card.widthMm * mm, height: card.heightMm * mm, margin: card.marginMm * mm } as const
// Two beside each other in the middle of an A4 page.
const twoUp = { x: (page.width - 2 * size.width) / 2, y: (page.height - size.height) / 2 } as const

/** How many pages some cards take before a new one is begun: two of them share a page. */
export class CardTray {
  #onPage = 0

  /** Draws the next card at its exact size, 88 by 125 mm: the buyer's words, broken as she saw them, and nothing of price or buyer. */
  draw(paper: Paper, delivery: PackDelivery, head: PaperHead): void {
    if (head.cards === 'single') {
      paper.addPage({ size: [size.width, size.height], margin: 0 })
      drawInside(paper, delivery, { head, x: 0, y: 0 })
      return
    }
    if (this.#onPage === 0) paper.addPage({ size: 'A4', margin: 0 })
    const x = twoUp.x + this.#onPage * size.width
    drawInside(paper, delivery, { head, x, y: twoUp.y })
    drawCutMarks(paper, x)
    // Outside of the cut: it tells whose card it is and falls to the floor.
    writeRight(paper, {
      face: 'text',
      size: 8,
      text: delivery.number,
      edge: x + size.width - size.margin,
      y: twoUp.y + size.height + 4 * mm,
    })
    this.#onPage = this.#onPage === 0 ? 1 : 0
  }
}

function drawInside(
  paper: Paper,
  { cardMessage, cardIsFrozen }: PackDelivery,
  { head, x, y }: { head: PaperHead; x: number; y: number },
): void {
  const inner = x + size.margin
  const width = size.width - 2 * size.margin
  write(paper, { face: 'mark', size: 15, text: head.shop.name, x: inner, y: y + 11 * mm, spacing: -0.68 })
  const top = y + 11 * mm + 15 + 7 * mm
  // As they were measured: one by one, so that nothing is broken anew.
  for (const [index, text] of fitCard(cardMessage).lines.entries())
    write(paper, { face: 'display', size: card.sizePt, text, x: inner, y: top + index * card.leadingPt })
  const foot = y + size.height - 7 * mm - 8 - 2.5 * mm
  rule(paper, { x: inner, y: foot, width, kind: 'separates' })
  // Nobody gives away a card that may still change.
  const text = cardIsFrozen ? head.shop.address : 'Preview, not printed yet'
  write(paper, { face: 'italic', size: 8, text, x: inner, y: foot + 2.5 * mm })
}

function drawCutMarks(paper: Paper, x: number): void {
  const mark = 4 * mm
  for (const edge of [x, x + size.width])
    for (const [from, to] of [
      [twoUp.y - 2 * mm - mark, twoUp.y - 2 * mm],
      [twoUp.y + size.height + 2 * mm, twoUp.y + size.height + 2 * mm + mark],
    ] as const)
      paper.moveTo(edge, from).lineTo(edge, to)
  for (const edge of [twoUp.y, twoUp.y + size.height])
    for (const at of [twoUp.x - 2 * mm - mark, twoUp.x + 2 * size.width + 2 * mm])
      paper.moveTo(at, edge).lineTo(at + mark, edge)
  paper
    .lineWidth(0.2 * mm)
    .strokeColor(ink)
    .stroke()
}
