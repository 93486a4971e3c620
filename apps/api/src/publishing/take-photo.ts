import { createHash } from 'node:crypto'
import { type Photo, photoLimits } from '@flora/contract/catalog-desk.ts'
import { type AccountId, newId } from '@flora/contract/ids.ts'
import { croppedId } from '../catalog/index.ts'
import { putByContent } from '../platform/files.ts'
import type { Shop } from '../shop.ts'
import { photoIsHeic, photoNotReadable, photoTooLarge, photoTooSmall } from './errors.ts'
import { photoKindOf } from './photo-kind.ts'
import { savePhoto } from './queries.ts'
import { PressFailure, shrinkPhoto } from './rasterise.ts'

// Twice the widest picture, and some more for a crop.
const longestSide = 3_000

/**
 * Keeps a photo that staff sent: upright, as WebP, without what its camera wrote beside the pixels. The same photo again is the one
 * that is there. Refuses what is no photo, and what is too large or too small for a picture.
 */
export async function takePhoto(
  { files, inTransaction, clock }: Pick<Shop, 'files' | 'inTransaction' | 'clock'>,
  { file, fileName, accountId }: { file: Uint8Array; fileName: string; accountId: AccountId },
): Promise<Photo> {
  const kind = photoKindOf(file)
  if (kind === undefined) throw photoNotReadable()
  if (kind === 'heic') throw photoIsHeic()
  const { bytes, width, height } = await shrinkPhoto(file, { longestSide }).catch((error: unknown) => {
    if (!(error instanceof PressFailure)) throw error
    throw /pixel limit/i.test(error.message) ? photoTooLarge() : photoNotReadable()
  })
  // A picture is a part of it, in 4:5.
  if (Math.min(width, (height * 4) / 5) < photoLimits.leastWidthPx) throw photoTooSmall()
  const kept = await putByContent(files, { folder: 'photos', content: bytes, ending: 'webp' })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const at = clock.now()
  const photo = await inTransaction((tx) =>
    savePhoto(tx, { id: newId('pht'), hash, file: kept, fileName, width, height, accountId, at }),
  )
  return {
    id: photo.id,
    fileName: photo.fileName,
    width,
    height,
    picture: { id: croppedId(hash, { x: 50, y: 50 }), alt: '' },
  }
}
