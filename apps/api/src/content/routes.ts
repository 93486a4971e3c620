import { content } from '@flora/contract/content.ts'
import type { FastifyInstance } from 'fastify'
import { serveHot } from '../platform/http.ts'
import type { Shop } from '../shop.ts'
import { listContent, showContent } from './read-content.ts'

export function contentRoutes(app: FastifyInstance, shop: Pick<Shop, 'db' | 'clock' | 'hotReads'>): void {
  const hot = { hotReads: shop.hotReads, edgeSeconds: 60 }
  serveHot(app, content.listContent, hot, ({ query }) => listContent(shop, query.kind))
  serveHot(app, content.showContent, hot, ({ params }) => showContent(shop, params.slug))
}
