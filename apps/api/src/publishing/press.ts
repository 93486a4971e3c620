import sharp from 'sharp'
import type { PictureWidth, RasterFormat } from './picture.ts'

/** What the press is given, and gives back; `number` ties the two together. */
export interface PressOrder {
  readonly number: number
  readonly svg: string
  readonly width: PictureWidth
  readonly format: RasterFormat
}

export type PressAnswer =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly failure: string }

// One thread a picture: drawing takes its time and leaves the shop its processor.
sharp.concurrency(1)
// Every picture is made once, so remembering the parts of it only costs memory.
sharp.cache(false)

// A busy bouquet needs more bytes than a candle. The first quality is the wanted one; the next are tried while the file is
// larger than a phone in the garden should have to fetch.
const avifQualities = [45, 38, 31] as const
const avifBytesWanted: Record<PictureWidth, number> = { 400: 16_000, 800: 40_000, 1200: 72_000 }
const webpQuality = 72

// This file is a process of its own (see rasterise.ts), which does what it is told and ends when nobody talks to it any more.
process.on('message', (order: PressOrder) => {
  press(order).then(
    (bytes) => answer({ number: order.number, bytes }),
    (error: unknown) =>
      answer({ number: order.number, failure: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

function answer(message: PressAnswer): void {
  process.send?.(message)
}

/** A drawing as a picture of 4:5, its ground transparent. */
async function press({ svg, width, format }: PressOrder): Promise<Uint8Array> {
  // The drawing is 800 units wide and 72 dots an inch draw a unit as a dot: any other width is drawn at its own, not enlarged.
  const { data, info } = await sharp(Buffer.from(svg), { density: (72 * width) / 800 })
    .resize(width, (width * 5) / 4, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
  if (format === 'webp') return pixels().webp({ quality: webpQuality, alphaQuality: 85, effort: 3 }).toBuffer()

  let smallest: Uint8Array | undefined
  for (const quality of avifQualities) {
    // Effort 2 is ten times as fast as 4 for two percent more bytes.
    smallest = await pixels().avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer()
    if (smallest.length <= avifBytesWanted[width]) break
  }
  return smallest!
}
