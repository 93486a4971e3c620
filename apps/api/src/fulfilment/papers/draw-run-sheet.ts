import { inkSoft, mm, page } from '../../platform/paper/sheet-of-paper.ts'
import type { PackDelivery } from '../pack-queries.ts'
import { boxName } from '../stop-view.ts'
import { windowOf } from './in-words.ts'
import type { PaperHead } from './paper-work.ts'
import { frame, heightOf, type Paper, rule, widthOf, write, writeRight } from './pen.ts'

const margin = 15 * mm
const left = margin
const right = page.width - margin
const width = right - left
const bottom = page.height - margin - 8 * mm
const columns = { address: left + 12 * mm, what: left + 84 * mm, tick: right - 8 * mm } as const
const addressWidth = columns.what - columns.address - 4 * mm
const whatWidth = columns.tick - columns.what - 4 * mm

/** One driver's stops in order, under the window and zone they belong to. What comes in several pieces goes on where the last one ended. */
export class RunSheet {
  #y = Infinity
  #group = ''

  draw(paper: Paper, stop: PackDelivery, { head, isFirst }: { head: PaperHead; isFirst: boolean }): void {
    if (isFirst) {
      this.#group = ''
      this.#y = beginRun(paper, stop, head)
    }
    const group = `${windowOf(stop)}, ${stop.zoneName}`
    const needed = rowHeight(paper, stop) + (group === this.#group ? 0 : 12 * mm)
    if (this.#y + needed > bottom) {
      this.#y = beginRun(paper, stop, head)
      this.#group = ''
    }
    if (group !== this.#group) this.#y = drawGroup(paper, group, this.#y)
    this.#group = group
    this.#y = drawStop(paper, stop, this.#y)
  }
}

function beginRun(paper: Paper, { runNumber, driverName }: PackDelivery, head: PaperHead): number {
  paper.addPage({ size: 'A4', margin: 0 })
  const mark = { face: 'mark', size: 15, text: head.shop.name, spacing: -0.6 } as const
  write(paper, { ...mark, x: left, y: margin })
  const small = { face: 'text', size: 8.5 } as const
  write(paper, {
    ...small,
    text: `run sheet. Ring the shop: ${head.shop.phone}`,
    x: left + widthOf(paper, mark) + 5,
    y: margin + 5.5,
  })
  writeRight(paper, { ...small, text: head.printed, edge: right, y: margin + 5.5 })
  let y = margin + 15 + 3.5 * mm
  rule(paper, { x: left, y, width, kind: 'opens' })
  const title = runNumber === null ? 'Without a run' : `Run ${runNumber}${driverName ? `, ${driverName}` : ''}`
  y = write(paper, { face: 'mark', size: 24, text: title, x: left, y: y + 4 * mm, spacing: -0.6 })
  return write(paper, { face: 'text', size: 11, text: head.day, x: left, y }) + 2 * mm
}

function drawGroup(paper: Paper, group: string, top: number): number {
  const y = write(paper, { face: 'mark', size: 12, text: group, x: left, y: top + 4 * mm, spacing: -0.15 }) + 1 * mm
  rule(paper, { x: left, y, width, kind: 'separates' })
  return y
}

const body = { face: 'text', size: 9.5 } as const

function addressOf({ line1, line2, suburb, postcode }: PackDelivery): string {
  return [line1, line2, `${suburb} ${postcode}`].filter((row) => row !== '').join('\n')
}

function whatOf({ number, lines, instructions, anonymous }: PackDelivery): string {
  const boxes = lines.map(
    ({ name, variantName, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${boxName(name, variantName)}`,
  )
  const sender = anonymous ? ['Don’t mention the sender.'] : []
  return [`${number}: ${boxes.join('; ')}`, ...(instructions ? [instructions] : []), ...sender].join('\n')
}

function rowHeight(paper: Paper, stop: PackDelivery): number {
  const address = heightOf(paper, { ...body, text: addressOf(stop), width: addressWidth }) + 26
  return Math.max(address, heightOf(paper, { ...body, text: whatOf(stop), width: whatWidth })) + 4 * mm
}

function drawStop(paper: Paper, stop: PackDelivery, top: number): number {
  const y = top + 2 * mm
  writeRight(paper, {
    face: 'mark',
    size: 15,
    text: stop.stop === null ? '–' : String(stop.stop),
    edge: left + 8 * mm,
    y,
  })
  let end = write(paper, {
    face: 'strong',
    size: 10.5,
    text: stop.recipientName,
    x: columns.address,
    y,
    width: addressWidth,
  })
  end = write(paper, { ...body, text: addressOf(stop), x: columns.address, y: end, width: addressWidth })
  if (stop.recipientPhone)
    end = write(paper, { ...body, colour: inkSoft, text: stop.recipientPhone, x: columns.address, y: end })
  const beside = write(paper, { ...body, text: whatOf(stop), x: columns.what, y, width: whatWidth })
  frame(paper, { x: columns.tick + 2 * mm, y: y + 1 * mm, width: 6 * mm, height: 6 * mm })
  const below = Math.max(end, beside) + 2 * mm
  rule(paper, { x: left, y: below, width, kind: 'dotted' })
  return below
}
