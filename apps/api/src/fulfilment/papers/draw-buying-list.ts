import type { BuyingList } from '@flora/contract/fulfilment.ts'
import { inkSoft, mm, page } from '../../platform/paper/sheet-of-paper.ts'
import type { PaperHead } from './paper-work.ts'
import { frame, type Paper, rule, widthOf, write, writeRight } from './pen.ts'

const margin = 15 * mm
const left = margin
const right = page.width - margin
const width = right - left
const bottom = page.height - margin
const columns = {
  tick: left,
  name: left + 9 * mm,
  needed: right - 84 * mm,
  usable: right - 60 * mm,
  bunches: right - 24 * mm,
  stems: right,
} as const

/** What to bring from the market, grower by grower: bunches, and what they are for. */
export function drawBuyingList(
  paper: Paper,
  list: BuyingList,
  { head, days }: { head: PaperHead; days: string },
): void {
  const toBuy = list.lines.filter(({ bunches }) => bunches > 0)
  const growers = Map.groupBy(toBuy, ({ grower }) => grower || 'Any grower')
  let y = begin(paper, head, days)
  if (toBuy.length === 0)
    write(paper, { face: 'text', size: 11, text: 'Nothing: what is here is enough.', x: left, y: y + 4 * mm })
  for (const [grower, lines] of growers) {
    if (y + 28 * mm > bottom) y = begin(paper, head, days)
    y = write(paper, { face: 'mark', size: 13, text: grower, x: left, y: y + 5 * mm, spacing: -0.15 }) + 1 * mm
    for (const line of lines) {
      if (y + 9 * mm > bottom) y = begin(paper, head, days)
      y = drawLine(paper, line, y)
    }
  }
}

function begin(paper: Paper, head: PaperHead, days: string): number {
  paper.addPage({ size: 'A4', margin: 0 })
  const mark = { face: 'mark', size: 15, text: head.shop.name, spacing: -0.6 } as const
  const small = { face: 'text', size: 8.5 } as const
  write(paper, { ...mark, x: left, y: margin })
  write(paper, { ...small, text: 'buying list', x: left + widthOf(paper, mark) + 5, y: margin + 5.5 })
  writeRight(paper, { ...small, text: head.printed, edge: right, y: margin + 5.5 })
  let y = margin + 15 + 3.5 * mm
  rule(paper, { x: left, y, width, kind: 'opens' })
  y = write(paper, { face: 'mark', size: 24, text: days, x: left, y: y + 4 * mm, width, spacing: -0.6 }) + 3 * mm
  const titles = { ...small, colour: inkSoft, y } as const
  write(paper, { ...titles, text: 'Stem', x: columns.name })
  writeRight(paper, { ...titles, text: 'Needed', edge: columns.needed })
  writeRight(paper, { ...titles, text: 'Here', edge: columns.usable })
  writeRight(paper, { ...titles, text: 'Bunches', edge: columns.bunches })
  return writeRight(paper, { ...titles, text: 'Stems', edge: columns.stems })
}

function drawLine(paper: Paper, line: BuyingList['lines'][number], y: number): number {
  rule(paper, { x: left, y, width, kind: 'dotted' })
  const row = { face: 'text', size: 10, y: y + 2.4 * mm } as const
  frame(paper, { x: columns.tick, y: y + 2.4 * mm, width: 3.8 * mm, height: 3.8 * mm })
  writeRight(paper, { ...row, text: String(line.needed), edge: columns.needed })
  writeRight(paper, { ...row, text: String(line.usable), edge: columns.usable })
  writeRight(paper, { ...row, face: 'strong', text: `${line.bunches} of ${line.bunch}`, edge: columns.bunches })
  writeRight(paper, { ...row, text: String(line.stemsToBuy), edge: columns.stems })
  return (
    write(paper, {
      ...row,
      face: 'strong',
      text: line.name,
      x: columns.name,
      width: columns.needed - columns.name - 18 * mm,
    }) +
    1.6 * mm
  )
}
