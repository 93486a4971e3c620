import { pictureWidths } from '@flora/contract/catalog.ts'
import type { BouquetOrder } from '@flora/illustration'
import type { Focus } from './crop.ts'

export type PictureWidth = (typeof pictureWidths)[number]

/** What a raster file may be; `svg` is the drawing itself, the same at every width. */
export const rasterFormats = ['avif', 'webp'] as const
export type RasterFormat = (typeof rasterFormats)[number]

export interface PictureFile {
  readonly id: string
  readonly width: PictureWidth
  readonly format: RasterFormat | 'svg'
}

/** Reads '<id>-800.avif'. Nothing when it is not the name of a picture. */
export function parsePictureFile(file: string): PictureFile | undefined {
  const [, id, width, format] = /^([0-9a-z-]{8,64})-(\d{3,4})\.(avif|webp|svg)$/.exec(file) ?? []
  const known = pictureWidths.find((each) => String(each) === width)
  return id && known && format ? { id, width: known, format: format as PictureFile['format'] } : undefined
}

/** What the id of a picture says that is cropped from a photo: the beginning of the photo's hash, and the point about which. */
export interface CroppedFrom {
  readonly hash: string
  readonly focus: Focus
}

/** Reads 'photo-<hash>-50-40'. Nothing for a picture that is drawn. */
export function croppedFrom(id: string): CroppedFrom | undefined {
  const [, hash, x, y] = /^photo-([0-9a-f]{32})-(0|[1-9]\d?|100)-(0|[1-9]\d?|100)$/.exec(id) ?? []
  return hash && x && y ? { hash, focus: { x: Number(x), y: Number(y) } } : undefined
}

/** Where a picture's file is kept. */
export function placeOf({ id, width, format }: PictureFile): string {
  return `pictures/${id}-${width}.${format}`
}

/** Every raster file of a picture. */
export function rasterFilesOf(id: string): PictureFile[] {
  return pictureWidths.flatMap((width) => rasterFormats.map((format) => ({ id, width, format })))
}

export const mediaTypes: Record<PictureFile['format'], string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** Shown for a product that nobody has drawn yet: an empty vase. */
export const noPicture = {
  id: 'no-picture',
  drawing: {
    seed: 'no-picture',
    recipe: [],
    presentation: 'vase',
    vase: 'glass',
    background: 'none',
  } satisfies BouquetOrder,
}
