import type { Focus, Photo } from '@flora/contract/catalog-desk.ts'
import type { PhotoId } from '@flora/contract/ids.ts'

/** A whole photo as it lies on this device: the shop shows only what is cropped of it. */
export interface Original {
  readonly href: string
  readonly width: number
  readonly height: number
}

// As long as the Studio is open: what was sent a minute ago can be cropped anew without being chosen again.
const originals = new Map<PhotoId, Original>()

export function keepOriginal({ id, width, height }: Photo, file: Blob): void {
  const before = originals.get(id)
  if (before) URL.revokeObjectURL(before.href)
  originals.set(id, { href: URL.createObjectURL(file), width, height })
}

/** The whole of a photo that the shop keeps, asked for once: for a picture that is cropped anew. */
export async function fetchOriginal(id: PhotoId): Promise<Original> {
  const known = originals.get(id)
  if (known) return known
  const image = new Image()
  image.src = `/api/desk/catalog/photos/${id}`
  await image.decode()
  const original = { href: image.src, width: image.naturalWidth, height: image.naturalHeight }
  originals.set(id, original)
  return original
}

export function originalOf(id: PhotoId | undefined): Original | undefined {
  return id === undefined ? undefined : originals.get(id)
}

/** A part of a photo, in its own pixels. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the shop will cut out: the largest part of 4:5 whose middle is as near to the focus as the edges allow. */
export function cropAbout(focus: Focus, { width, height }: Pick<Original, 'width' | 'height'>): Crop {
  const isWide = width * 5 > height * 4
  const part = isWide ? { width: Math.round((height * 4) / 5), height } : { width, height: Math.round((width * 5) / 4) }
  const edge = (middle: number, size: number, whole: number): number =>
    Math.min(Math.max(0, Math.round((middle * whole) / 100 - size / 2)), whole - size)
  return { x: edge(focus.x, part.width, width), y: edge(focus.y, part.height, height), ...part }
}
