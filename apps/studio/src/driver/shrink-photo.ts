// The shop keeps 1600 dots at most; more would only cost the driver's data.
const longestSide = 1_600
const quality = 0.82

/**
 * A photograph small enough to send from a dead spot's edge. Drawn anew, so that the place it was taken at, and all else a phone
 * writes into it, stays on the phone. One that this browser cannot read is sent as it is; the shop strips it too.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return file
  const { width, height } = fitted(picture)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  picture.close()
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return small ?? file
}

function fitted({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
