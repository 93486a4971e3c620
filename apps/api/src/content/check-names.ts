import type { Tx } from '../platform/db.ts'
import type { NewDraft } from '@flora/contract/content.ts'
import { croppedId } from '../catalog/index.ts'
import { findPhotoHash, findPicture, listUnknownProducts, type Words } from './draft-queries.ts'
import { pictureUnknown, productUnknown } from './errors.ts'

/** Refuses (422 product-unknown) a slug that no product has. */
export async function checkProducts(tx: Tx, slugs: readonly string[]): Promise<void> {
  if (slugs.length === 0) return
  const [unknown] = await listUnknownProducts(tx, slugs)
  if (unknown !== undefined) throw productUnknown(unknown)
}

/** The picture that was chosen, under its own id. Refuses (422 picture-unknown) a photo the shop has not. */
export async function pictureOf(
  tx: Tx,
  given: NonNullable<NewDraft['picture']>,
): Promise<NonNullable<Words['picture']>> {
  if ('id' in given) return given
  const hash = await findPhotoHash(tx, given.photoId)
  if (hash === undefined) throw pictureUnknown()
  return { id: croppedId(hash, given.focus), alt: given.alt }
}

/** What a picture is drawn from, or null for an uploaded one. Refuses (422 picture-unknown) one the shop has not. */
export async function drawingOf(tx: Tx, pictureId: string): Promise<object | null> {
  const picture = await findPicture(tx, pictureId)
  if (!picture) throw pictureUnknown()
  return picture.drawing
}
