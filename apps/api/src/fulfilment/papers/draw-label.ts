import { encode } from 'uqr'
import { ink, mm } from '../../platform/paper/sheet-of-paper.ts'
import type { PackDelivery } from '../pack-queries.ts'
import { boxName } from '../stop-view.ts'
import { stopOf, windowOf } from './in-words.ts'
import type { PaperHead } from './paper-work.ts'
import { type Paper, write } from './pen.ts'

const label = { width: 100 * mm, height: 62 * mm, margin: 5 * mm } as const
const code = 24 * mm

/** A label for the box, 100 by 62 mm: where it goes, when, in which run, and a code that opens the stop on a phone. */
export function drawLabel(paper: Paper, delivery: PackDelivery, head: PaperHead): void {
  paper.addPage({ size: [label.width, label.height], margin: 0 })
  const x = label.margin
  const beside = label.width - 3 * label.margin - code
  let y =
    write(paper, {
      face: 'mark',
      size: 15,
      text: delivery.recipientName,
      x,
      y: label.margin,
      width: beside,
      height: 36,
      spacing: -0.3,
    }) + 1
  const isPickUp = delivery.method === 'pick-up'
  const address = isPickUp
    ? ['Picked up in the shop']
    : [delivery.line1, delivery.line2, `${delivery.suburb} ${delivery.postcode}`]
  for (const text of address.filter((row) => row !== ''))
    y = write(paper, { face: 'text', size: 10.5, text, x, y, width: beside, height: 28 })
  drawCode(paper, `${head.stopAddress}${delivery.deliveryId}`, label.width - label.margin - code)

  const boxes = delivery.lines.map(
    ({ name, variantName, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${boxName(name, variantName)}`,
  )
  const wide = label.width - 2 * label.margin
  y = label.height - label.margin - 26
  write(paper, {
    face: 'strong',
    size: 9,
    text: `${head.day}, ${windowOf(delivery)}. ${stopOf(delivery)}`,
    x,
    y,
    width: wide,
    height: 12,
  })
  write(paper, {
    face: 'text',
    size: 9,
    text: `${delivery.number}: ${boxes.join('; ')}`,
    x,
    y: y + 13,
    width: wide,
    height: 12,
  })
}

// Read by a phone in a van from a wet box: a quarter of it may be gone.
function drawCode(paper: Paper, address: string, x: number): void {
  const { data, size } = encode(address, { ecc: 'Q', border: 0 })
  const module = code / size
  for (const [row, modules] of data.entries())
    for (const [column, isDark] of modules.entries())
      if (isDark) paper.rect(x + column * module, label.margin + row * module, module, module)
  paper.fillColor(ink).fill()
}
