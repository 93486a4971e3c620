import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const folder = path.join(import.meta.dirname, '../../../studio/public')
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** The Studio's address; for now a page that says what will be there. */
export async function studioPages(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/studio/',
    decorateReply: false,
    setHeaders: (reply) => {
      reply.header('content-security-policy', policy)
      reply.header('x-content-type-options', 'nosniff')
    },
  })
  app.get('/studio', async (_, reply) => reply.redirect('/studio/'))
}
