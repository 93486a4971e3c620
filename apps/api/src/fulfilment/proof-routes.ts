import multipart from '@fastify/multipart'
import { fulfilmentFiles, proofLimits } from '@flora/contract/fulfilment.ts'
import { DeliveryId, ProofId } from '@flora/contract/ids.ts'
import { OrderLink } from '@flora/contract/orders.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { callerOf } from '../platform/caller.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Shop } from '../shop.ts'
import { photoMissing, proofNotFound, stopNotFound } from './errors.ts'
import { keepProof } from './keep-proof.ts'
import { findProof, findProofByLink } from './proof-queries.ts'
import { stopFor } from './report-stop.ts'
import { toStop } from './stop-view.ts'

type Proves = Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'files'>

const StopParams = z.strictObject({ deliveryId: DeliveryId, key: z.uuid().toLowerCase() })

/** Photographs of where things were left: sent by drivers, seen by who works here and by the buyer. Files and not JSON. */
export async function proofRoutes(app: FastifyInstance, shop: Proves): Promise<void> {
  const { sendProof, showProof, showBuyersProof } = fulfilmentFiles
  // In a scope of its own, so that no other route takes files.
  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      throwFileSizeLimit: true,
      limits: { fileSize: proofLimits.mostBytes, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 40 },
    })
    uploads.route({
      method: sendProof.method,
      url: `/api${sendProof.path}`,
      config: { who: sendProof.who, limit: sendProof.limit },
      handler: async (request, reply) => {
        const caller = callerOf(request)
        const params = StopParams.safeParse(request.params)
        if (!params.success) throw stopNotFound()
        // Whose stop it is is asked before a byte of the photograph is read.
        await stopFor(shop.db, params.data.deliveryId, caller)
        if (!request.isMultipart()) throw photoMissing()
        const part = await request.file()
        if (part?.fieldname !== 'photo') throw photoMissing()
        const photo = await part.toBuffer().catch(readable)
        await keepProof(shop, { ...params.data, photo, caller })
        reply.header('cache-control', 'private, no-store')
        return toStop(await stopFor(shop.db, params.data.deliveryId, caller))
      },
    })
  })

  app.route<{ Params: { proofId: string } }>({
    method: showProof.method,
    url: `/api${showProof.path}`,
    config: { who: showProof.who, limit: showProof.limit },
    handler: async (request, reply) => {
      const id = ProofId.safeParse(request.params.proofId)
      const proof = id.success ? await findProof(shop.db, id.data) : undefined
      if (!proof) throw proofNotFound()
      // A driver sees the doors of her own stops.
      await stopFor(shop.db, proof.deliveryId, callerOf(request))
      return sendFile(shop, reply, proof.file)
    },
  })

  app.route<{ Params: { link: string; proofId: string } }>({
    method: showBuyersProof.method,
    url: `/api${showBuyersProof.path}`,
    config: { limit: showBuyersProof.limit },
    handler: async (request, reply) => {
      const link = OrderLink.safeParse(request.params.link)
      const id = ProofId.safeParse(request.params.proofId)
      const proof =
        link.success && id.success ? await findProofByLink(shop.db, { link: link.data, id: id.data }) : undefined
      if (!proof) throw proofNotFound()
      return sendFile(shop, reply, proof.file)
    },
  })
}

async function sendFile({ files }: Pick<Shop, 'files'>, reply: FastifyReply, name: string): Promise<FastifyReply> {
  const file = await files.find(name)
  if (!file) throw proofNotFound()
  return reply
    .headers({
      'content-type': 'image/webp',
      'content-length': file.bytes,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    .send(file.open())
}

function readable(error: Error & { code?: string }): never {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE')
    throw new Refusal(413, 'too-large', 'This photograph is too large. Please send one below 20 MB.')
  throw error
}
