import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Shop } from '../shop.ts'
import { drawFile } from './draw-picture.ts'
import { pictureNotFound } from './errors.ts'
import { mediaTypes, parsePictureFile, type PictureFile, placeOf } from './picture.ts'

/** `/pictures/<id>-<width>.<avif|webp|svg>`: from the store, or drawn now, once however many ask. */
export function pictureRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'files'>): void {
  const drawing = new Map<string, Promise<Uint8Array>>()

  const drawOnce = (file: PictureFile): Promise<Uint8Array> => {
    const place = placeOf(file)
    const underWay = drawing.get(place)
    if (underWay) return underWay
    const promise = drawFile(shop, file, 'now').finally(() => drawing.delete(place))
    drawing.set(place, promise)
    return promise
  }

  app.get<{ Params: { file: string } }>('/pictures/:file', async (request, reply) => {
    const file = parsePictureFile(request.params.file)
    if (!file) throw pictureNotFound()
    const stored = await shop.files.find(placeOf(file))
    if (stored) return withHeaders(reply, file).header('content-length', stored.bytes).send(stored.open())
    const bytes = await drawOnce(file)
    return withHeaders(reply, file).send(bytes)
  })
}

// The id is a hash of what is drawn, so the bytes behind an address never change. The vase that stands for a missing picture
// is given away when there is one, under another address.
function withHeaders(reply: FastifyReply, { format }: PictureFile): FastifyReply {
  reply.headers({
    'content-type': mediaTypes[format],
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  // Opened by itself a drawing is a document: it may style itself and nothing else.
  if (format === 'svg')
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  return reply
}
