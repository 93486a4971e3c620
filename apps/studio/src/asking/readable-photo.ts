// Large enough for the widest picture and a crop; small enough for the shop's door.
const longestSide = 4_000
const quality = 0.9

/**
 * A photo as the shop can read it. Telephones keep HEIC, which the shop cannot: a browser that can (Safari does) draws it anew as
 * JPEG. Where no browser here can, it is sent as it is, and the shop says what to do.
 */
export async function readablePhoto(file: File): Promise<File> {
  if (!isHeic(file)) return file
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return file
  const { width, height } = picture
  const scale = Math.min(1, longestSide / Math.max(width, height))
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const canvas = Object.assign(document.createElement('canvas'), size)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return drawn === null ? file : new File([drawn], jpegName(file.name), { type: 'image/jpeg' })
}

/** By its type where the browser knows it, else by its name: not every system has a type for it. */
export function isHeic({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return /^image\/hei[cf]/.test(type) || (type === '' && /\.hei[cf]$/i.test(name))
}

/** 'IMG_0001.HEIC' as 'IMG_0001.jpg'. */
export function jpegName(name: string): string {
  return `${name.replace(/\.hei[cf]$/i, '')}.jpg`
}

/** What a file field takes: what the shop reads, and HEIC for what this makes of it. */
export const photoKinds = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif'
