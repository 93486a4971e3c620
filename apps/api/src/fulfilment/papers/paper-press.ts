import { openRoll } from '../../platform/paper/sheet-of-paper.ts'
import { drawBouquet } from './draw-bouquet.ts'
import { drawBuyingList } from './draw-buying-list.ts'
import { CardTray } from './draw-cards.ts'
import { drawLabel } from './draw-label.ts'
import { RunSheet } from './draw-run-sheet.ts'
import { drawWorkSheet } from './draw-work-sheet.ts'
import type { PaperHead, PaperWord, PaperWork } from './paper-work.ts'
import type { Paper } from './pen.ts'

// This file is a process of its own (see press-papers.ts). It is told what to draw, piece by piece, and writes the PDF to its standard
// output as it goes; it asks for the next piece only when the last one has left it, so that a day of thousands fits in a small memory.

let paper: Paper | undefined
let head: PaperHead
let sheets = 0
let hasEnded = false
const cards = new CardTray()
const runSheet = new RunSheet()

process.on('message', (work: PaperWork) => {
  take(work).then(
    (word) => word && tell(word),
    (error: unknown) => {
      tell({ kind: 'failure', failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    },
  )
})
// Nobody listens any more: after the end that is as it should be, and the last bytes go out first.
process.on('disconnect', () => {
  if (!hasEnded) process.exit(1)
})

function tell(word: PaperWord): void {
  // Whoever asked may be gone; then so is this process, in a moment.
  process.send?.(word, undefined, undefined, () => undefined)
}

async function take(work: PaperWork): Promise<PaperWord | undefined> {
  if (work.kind === 'head') {
    head = work.head
    paper = openRoll({ title: head.title, author: head.shop.name, dated: Temporal.Instant.from(head.printedAt) })
    paper.pipe(process.stdout)
    return { kind: 'more' }
  }
  if (!paper) throw new Error('invariant broken: the press was given work before its head')
  if (work.kind === 'end') {
    // The parent reads until the output ends.
    hasEnded = true
    paper.end()
    return undefined
  }
  await draw(paper, work)
  await drained()
  return { kind: 'more' }
}

async function draw(on: Paper, work: Exclude<PaperWork, { kind: 'head' | 'end' }>): Promise<void> {
  switch (work.kind) {
    case 'bouquet':
      return drawBouquet(on, work.sheet, { head, image: await asJpeg(work.sheet.image) })
    case 'work-sheets':
      for (const delivery of work.deliveries) {
        sheets += 1
        drawWorkSheet(on, delivery, { head, count: sheets })
      }
      return
    case 'cards':
      for (const delivery of work.deliveries) if (delivery.cardMessage) cards.draw(on, delivery, head)
      return
    case 'labels':
      for (const delivery of work.deliveries) drawLabel(on, delivery, head)
      return
    case 'run-sheet':
      for (const [index, stop] of work.stops.entries())
        runSheet.draw(on, stop, { head, isFirst: work.isFirst && index === 0 })
      return
    case 'buying-list':
      return drawBuyingList(on, work.list, { head, days: work.days })
  }
}

// A PDF holds JPEG and PNG; a bouquet stands on white paper, so it needs no transparent ground.
async function asJpeg(image: Uint8Array | undefined): Promise<Buffer | undefined> {
  if (!image) return undefined
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp(image).flatten({ background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer()
}

function drained(): Promise<void> {
  if (!process.stdout.writableNeedDrain) return Promise.resolve()
  return new Promise((resolve) => process.stdout.once('drain', resolve))
}
