import { buffer } from 'node:stream/consumers'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { drawFile } from './draw-picture.ts'
import { placeOf } from './picture.ts'

/** A picture of the shelf as WebP, 400 pixels wide, drawn now if need be; nothing when the shop has none by this id. */
export async function readPicture(shop: Pick<Shop, 'db' | 'files'>, id: string): Promise<Uint8Array | undefined> {
  const file = { id, width: 400, format: 'webp' } as const
  try {
    const stored = await shop.files.find(placeOf(file))
    return stored ? await buffer(stored.open()) : await drawFile(shop, file, 'now')
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
