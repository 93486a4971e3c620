import type { Shop } from '../shop.ts'
import { listForgotten } from './erase-queries.ts'

/** Takes photographs out of the store of files, after the rows that named them are gone. Gone already is gone. */
export async function forgetPhotos(
  { db, files }: Pick<Shop, 'db' | 'files'>,
  photos: readonly string[],
): Promise<void> {
  for (const photo of await listForgotten(db, photos)) await files.delete(photo)
}
