import multipart from '@fastify/multipart'
import { photoLimits } from '@flora/contract/catalog-desk.ts'
import type { FastifyInstance } from 'fastify'
import { callerOf } from '../platform/caller.ts'
import type { Shop } from '../shop.ts'
import { photoMissing, photoTooLarge, pictureNotFound } from './errors.ts'
import { findPhoto } from './queries.ts'
import { takePhoto } from './take-photo.ts'

// The name of a file is shown to staff and names nothing: letters, and not many of them.
const longestName = 120

/** Photos that staff send, one at a time: a file and no JSON. */
export async function photoRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'files' | 'inTransaction' | 'clock'>,
): Promise<void> {
  // The whole of a kept photo, for who crops it anew. Shoppers get what is cropped of it and nothing more.
  app.route<{ Params: { photoId: string } }>({
    method: 'GET',
    url: '/api/desk/catalog/photos/:photoId',
    config: { who: { may: 'catalog/read' }, limit: 'reads' },
    handler: async ({ params: { photoId } }, reply) => {
      const photo = await findPhoto(shop.db, photoId)
      const kept = photo && (await shop.files.find(photo.file))
      if (!kept) throw pictureNotFound()
      return reply
        .headers({
          'content-type': 'image/webp',
          'content-length': kept.bytes,
          // Its bytes never change, but whose role it is may.
          'cache-control': 'private, max-age=3600',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
        })
        .send(kept.open())
    },
  })
  // In a scope of its own, so that no other route takes files.
  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      throwFileSizeLimit: true,
      limits: { fileSize: photoLimits.bytes, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 40 },
    })
    uploads.route({
      method: 'POST',
      url: '/api/desk/catalog/photos',
      config: { who: { may: 'catalog/write' }, limit: 'writes' },
      handler: async (request, reply) => {
        const { accountId } = callerOf(request)
        if (!request.isMultipart()) throw photoMissing()
        const part = await request.file()
        if (part?.fieldname !== 'photo') throw photoMissing()
        const file = await part.toBuffer().catch(tooLarge)
        const photo = await takePhoto(shop, { file, fileName: plainName(part.filename), accountId })
        return reply.code(201).header('cache-control', 'private, no-store').send(photo)
      },
    })
  })
}

function plainName(name: string): string {
  return name.replaceAll(/\p{C}/gu, '').slice(0, longestName)
}

function tooLarge(error: Error & { code?: string }): never {
  throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? photoTooLarge() : error
}
