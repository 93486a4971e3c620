import type { FastifyInstance } from 'fastify'
import type { Shop } from '../shop.ts'
import { packRoutes } from './pack-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { runRoutes } from './run-routes.ts'

export async function fulfilmentRoutes(
  app: FastifyInstance,
  shop: Pick<Shop, 'db' | 'inTransaction' | 'clock' | 'jobs' | 'files' | 'config' | 'log'>,
): Promise<void> {
  packRoutes(app, shop)
  runRoutes(app, shop)
  await proofRoutes(app, shop)
}
