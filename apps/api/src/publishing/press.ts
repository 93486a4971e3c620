import sharp, { type Sharp } from 'sharp'
import { cropAbout, type Focus } from './crop.ts'
import type { PictureWidth, RasterFormat } from './picture.ts'

/** A drawing of ours, or a photograph that somebody sent. */
export type PressWork =
  | { readonly svg: string; readonly width: PictureWidth; readonly format: RasterFormat }
  | { readonly photo: Uint8Array; readonly longestSide: number }
  | {
      readonly master: Uint8Array
      /** In hundredths of its width and height. */
      readonly focus: Focus
      readonly width: PictureWidth
      readonly format: RasterFormat
    }

/** What the press is given, and gives back; `number` ties the two together. */
export type PressOrder = PressWork & { readonly number: number }

export interface Pressed {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export type PressAnswer =
  | ({ readonly number: number } & Pressed)
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
  work(order).then(
    (pressed) => answer({ number: order.number, ...pressed }),
    (error: unknown) =>
      answer({ number: order.number, failure: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

function work(order: PressOrder): Promise<Pressed> {
  if ('photo' in order) return shrink(order)
  return 'master' in order ? crop(order) : press(order)
}

function answer(message: PressAnswer): void {
  process.send?.(message)
}

/** A drawing as a picture of 4:5, its ground transparent. */
async function press({ svg, width, format }: Extract<PressWork, { svg: string }>): Promise<Pressed> {
  // The drawing is 800 units wide and 72 dots an inch draw a unit as a dot: any other width is drawn at its own, not enlarged.
  const { data, info } = await sharp(Buffer.from(svg), { density: (72 * width) / 800 })
    .resize(width, (width * 5) / 4, { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return encoded(() => sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } }), {
    width,
    height: info.height,
    format,
  })
}

/** A part of a photograph of ours as a picture of 4:5. */
async function crop({ master, focus, width, format }: Extract<PressWork, { master: Uint8Array }>): Promise<Pressed> {
  const whole = await sharp(master).metadata()
  const height = (width * 5) / 4
  const { data, info } = await sharp(master)
    .extract(cropAbout(focus, whole))
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return encoded(() => sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }), {
    width,
    height,
    format,
  })
}

async function encoded(
  pixels: () => Sharp,
  { width, height, format }: { width: PictureWidth; height: number; format: RasterFormat },
): Promise<Pressed> {
  const made = (bytes: Uint8Array): Pressed => ({ bytes, width, height })
  if (format === 'webp')
    return made(await pixels().webp({ quality: webpQuality, alphaQuality: 85, effort: 3 }).toBuffer())

  let smallest: Uint8Array | undefined
  for (const quality of avifQualities) {
    // Effort 2 is ten times as fast as 4 for two percent more bytes.
    smallest = await pixels().avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer()
    if (smallest.length <= avifBytesWanted[width]) break
  }
  return made(smallest!)
}

// What phones make today is below it; a small file that unpacks to more is meant to hurt.
const mostPixels = 80_000_000
const mostSeconds = 20

/**
 * A photograph as a small WebP, upright, and nothing but its pixels: what the camera wrote beside them (where, when, whose) is left
 * behind, and so is whatever else was hidden in the file.
 */
async function shrink({ photo, longestSide }: Extract<PressWork, { photo: Uint8Array }>): Promise<Pressed> {
  const { data, info } = await sharp(photo, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: webpQuality, effort: 3 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}
