import sharp from 'sharp'
import type { PictureWidth, RasterFormat } from './picture.ts'

// One thread a picture, two pictures at a time: drawing takes its time and leaves the shop its processor.
sharp.concurrency(1)
// Every picture is made once, so remembering the parts of it only costs memory.
sharp.cache(false)
const atOnce = 2

// A busy bouquet needs more bytes than a candle. The first quality is the wanted one; the next are tried while the file is
// larger than a phone in the garden should have to fetch.
const avifQualities = [45, 38, 31] as const
const avifBytesWanted: Record<PictureWidth, number> = { 400: 16_000, 800: 40_000, 1200: 72_000 }
const webpQuality = 72

/** A drawing as a picture of 4:5, its ground transparent. */
export function rasterise(svg: string, { width, format }: { width: PictureWidth; format: RasterFormat }, urgency: Urgency): Promise<Uint8Array> {
  return taking(urgency, async () => {
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
  })
}

/** Somebody looks at an empty frame, or it is drawn ahead. */
export type Urgency = 'now' | 'ahead'

let working = 0
const waiting: { urgency: Urgency; begin: () => void }[] = []

async function taking<T>(urgency: Urgency, work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) {
    await new Promise<void>((begin) => {
      const firstAhead = waiting.findIndex((other) => other.urgency === 'ahead')
      waiting.splice(urgency === 'now' && firstAhead >= 0 ? firstAhead : waiting.length, 0, { urgency, begin })
    })
  } else {
    working += 1
  }
  try {
    return await work()
  } finally {
    // The place goes on to who waits, so that nobody can slip in between.
    const next = waiting.shift()
    if (next) next.begin()
    else working -= 1
  }
}
